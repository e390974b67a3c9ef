// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.h"
#include "session/homefolder.h"
#include "session/taskgate.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>
#include <QTimer>

namespace autochain::desktop
{

/// Opens a network's records with their passphrase. The keys are the signer's and stay locked.
class UnlockViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString person READ person NOTIFY changed)
    Q_PROPERTY(QString network READ network NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    /// Seconds until the next try is allowed; 0: now.
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
    /// "A deadline ends in 21 hours"; empty: none, or long ago.
    Q_PROPERTY(QString deadline READ deadline NOTIFY changed)
    /// There is another network or the practice market to go to.
    Q_PROPERTY(int others READ others NOTIFY changed)

public:
    /// `gate` outlives this. The clock is the computer's.
    UnlockViewModel(HomeFolder& home, const Clock& clock, TaskGate& gate, QObject* parent = nullptr);

    void show(const NetworkHome& network);
    QString person() const { return m_network.person; }
    QString network() const { return m_network.name; }
    bool busy() const { return m_busy; }
    ErrorView error() const { return m_error; }
    int waitSeconds() const { return m_wait; }
    QString deadline() const;
    int others() const;

    /// The characters are wiped from the copy made here; the field empties itself when it succeeded.
    Q_INVOKABLE void unlock(const QString& passphrase);
    Q_INVOKABLE void otherPerson();
    Q_INVOKABLE void startPage() { emit startWanted(); }
    const QString& folder() const { return m_network.folder; }
    SecretBytes takeKey() { return std::move(m_key); }
    /// What went wrong after the passphrase was right (damaged records, for one).
    void fail(const ErrorView& error);

signals:
    void changed();
    void unlocked(); // takeKey() has the database's key
    void startWanted();

private:
    QCoro::Task<> tryIt(SecretBytes passphrase);
    void count(const Error& error);

    HomeFolder& m_home;
    const Clock& m_clock;
    TaskGate& m_gate;
    NetworkHome m_network;
    SecretBytes m_key;
    ErrorView m_error;
    QTimer m_second;
    int m_tries = 0;
    int m_wait = 0;
    bool m_busy = false;
};

} // namespace autochain::desktop
