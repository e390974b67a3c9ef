// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <qqml.h>
#include <QStringList>

namespace autochain::desktop
{

/// How sure before something is called Proven, and when it is Stale. Kept with the person's records; works at once.
class SurenessViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the settings")
    Q_PROPERTY(QStringList amountChoices READ amountChoices NOTIFY changed)
    Q_PROPERTY(int amountIndex READ amountIndex NOTIFY changed)
    /// "about 3 minutes"
    Q_PROPERTY(QString amountTime READ amountTime NOTIFY changed)
    Q_PROPERTY(QStringList dealChoices READ dealChoices NOTIFY changed)
    Q_PROPERTY(int dealIndex READ dealIndex NOTIFY changed)
    Q_PROPERTY(QString dealTime READ dealTime NOTIFY changed)
    Q_PROPERTY(QStringList staleChoices READ staleChoices NOTIFY changed)
    Q_PROPERTY(int staleIndex READ staleIndex NOTIFY changed)
    /// What could not be kept; empty: nothing.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit SurenessViewModel(Session& session, QObject* parent = nullptr);

    QStringList amountChoices() const { return blockChoices(sureness().amountBlocks); }
    int amountIndex() const;
    QString amountTime() const { return timeOf(sureness().amountBlocks); }
    QStringList dealChoices() const { return blockChoices(sureness().dealBlocks); }
    int dealIndex() const;
    QString dealTime() const { return timeOf(sureness().dealBlocks); }
    QStringList staleChoices() const;
    int staleIndex() const;
    QString problem() const { return m_problem; }

    Q_INVOKABLE void chooseAmount(int index);
    Q_INVOKABLE void chooseDeal(int index);
    Q_INVOKABLE void chooseStale(int index);

signals:
    void changed();

private:
    light::Sureness sureness() const;
    void keep(const light::Sureness& sureness);
    static QStringList blockChoices(std::uint32_t now);
    QString timeOf(std::uint32_t blocks) const;

    Session& m_session;
    QString m_problem;
};

} // namespace autochain::desktop
