// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/practiceclock.h"
#include "session/session.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>
#include <QTimer>

namespace autochain::desktop
{

struct PersonRow {
    QString key; // address
    QString name;
    QString role;
    bool current = false;
    bool operator==(const PersonRow&) const = default;
};

class PeopleModel : public RowModel<PersonRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { NameRole = Qt::UserRole + 1, RoleRole, AddressRole, CurrentRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const PersonRow& row, int role) const override;
};

/// The strip above everything on the practice market: who you are, what time it is there, and both can be changed.
class PracticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool active READ active CONSTANT)
    Q_PROPERTY(QString person READ person CONSTANT)
    Q_PROPERTY(autochain::desktop::PeopleModel* people READ people CONSTANT)
    Q_PROPERTY(QString clock READ clock NOTIFY clockChanged)
    Q_PROPERTY(bool pushing READ pushing NOTIFY pushingChanged)
    Q_PROPERTY(autochain::desktop::ErrorView pushError READ pushError NOTIFY pushingChanged)

public:
    /// `practiceClock` may be null where the network is not the practice market.
    PracticeViewModel(Session& session, PracticeClock* practiceClock, QObject* parent = nullptr);

    bool active() const { return m_session.practice(); }
    QString person() const { return m_session.myName(); }
    PeopleModel* people() { return &m_people; }
    QString clock() const;
    bool pushing() const { return m_pushing; }
    ErrorView pushError() const { return m_pushError; }

    /// Asks for another person; the program opens that person's own records.
    Q_INVOKABLE void switchTo(const QString& address);
    /// Pushes the practice clock by so many seconds (1 to 366 days) and lets a block be made.
    Q_INVOKABLE void push(double seconds);
    /// "Wed 25 Nov 2026, 15:20": where the clock would stand then.
    Q_INVOKABLE QString after(double seconds) const;

signals:
    void clockChanged();
    void pushingChanged();
    void pushed();
    void personWanted(const QString& address);

private:
    QCoro::Task<> doPush(std::int64_t seconds);

    Session& m_session;
    PracticeClock* m_practiceClock;
    PeopleModel m_people;
    QTimer m_tick;
    QString m_lastClock;
    bool m_pushing = false;
    ErrorView m_pushError;
};

} // namespace autochain::desktop
