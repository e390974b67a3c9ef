// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>

namespace autochain::desktop
{

/// The block verification starts at: whose word it is, compared with another source, or replaced by one's own.
class CheckpointViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the settings")
    Q_PROPERTY(QString block READ block NOTIFY changed)
    /// In groups of eight.
    Q_PROPERTY(QString hash READ hash NOTIFY changed)
    Q_PROPERTY(QString word READ word NOTIFY changed)
    /// "clean", "attention"
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString meaning READ meaning NOTIFY changed)
    /// It is the person's own; the network file's can be taken again.
    Q_PROPERTY(bool own READ own NOTIFY changed)
    /// A node is being asked whether it has the block.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// Why another one was not taken.
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    /// It was taken, and what that means; empty: none was.
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit CheckpointViewModel(Session& session, QObject* parent = nullptr);

    QString block() const;
    QString hash() const;
    QString word() const;
    QString status() const;
    QString meaning() const;
    bool own() const { return source() == light::CheckpointSource::Person; }
    bool busy() const { return m_busy; }
    ErrorView error() const { return m_error; }
    QString done() const { return m_done; }

    /// Of a hash from elsewhere: "", "same", "other" or "unclear" (not a whole hash).
    Q_INVOKABLE QString comparison(const QString& typed) const;
    Q_INVOKABLE QString comparisonText(const QString& typed) const;
    /// Why these cannot be taken; empty: they can be tried.
    Q_INVOKABLE QString reasonNot(const QString& blockNumber, const QString& blockHash) const;
    /// Asks the nodes for the block and takes it where its hash is the same.
    Q_INVOKABLE void set(const QString& blockNumber, const QString& blockHash);
    Q_INVOKABLE void drop();   // the network file's again
    Q_INVOKABLE void forget(); // what was said about the last try

signals:
    void changed();
    void taken();

private:
    QCoro::Task<> confirm(Checkpoint checkpoint);
    const Checkpoint& checkpoint() const;
    light::CheckpointSource source() const;

    Session& m_session;
    ErrorView m_error;
    QString m_done;
    bool m_busy = false;
};

} // namespace autochain::desktop
