// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/secretservice.h"
#include "session/session.h"
#include "signing/signer_process.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>

namespace autochain::desktop
{

/// The signer as the wallet page shows it: is it there, is it open, close it.
class SignerViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(bool unlocked READ unlocked NOTIFY changed)
    /// The person's key is there; false: another computer has it.
    Q_PROPERTY(bool hasMyKey READ hasMyKey NOTIFY changed)
    /// The desktop's Secret Service may open the vault; nothing to choose in the practice market.
    Q_PROPERTY(bool desktopUnlocks READ desktopUnlocks NOTIFY changed)
    Q_PROPERTY(bool hasPassphrase READ hasPassphrase CONSTANT)
    /// Minutes without use until the keys are wiped; 0: not known.
    Q_PROPERTY(int lockMinutes READ lockMinutes NOTIFY changed)
    /// What came of the last change, in a sentence; empty: nothing to tell.
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    explicit SignerViewModel(Session& session, QObject* parent = nullptr) : QObject(parent), m_session(session) {}

    bool known() const { return m_status.has_value(); }
    bool unlocked() const { return m_status && m_status->unlocked; }
    bool hasMyKey() const;
    bool desktopUnlocks() const { return m_status && !m_status->slot.empty(); }
    bool hasPassphrase() const { return !m_session.practice(); }
    int lockMinutes() const { return m_status ? m_status->lockAfter / 60 : 0; }
    QString note() const { return m_note; }
    bool busy() const { return m_busy; }
    ErrorView error() const { return m_error; }

    Q_INVOKABLE void ask();
    /// Closes keys and records; in the practice market only the keys.
    Q_INVOKABLE void lock();
    Q_INVOKABLE void changePassphrase(); // both are typed in the signer's own window
    Q_INVOKABLE void setDesktopUnlocks(bool on);
    Q_INVOKABLE void setLockMinutes(int minutes); // 1 to 60; the signer may ask for the passphrase
    Q_INVOKABLE void unlock();                    // the passphrase is asked in the signer's own window

signals:
    void changed();

private:
    enum class Wish { Ask, Lock, Unlock, ChangePassphrase, Keep, Forget, LockAfter };
    QCoro::Task<> carryOut(Wish wish);
    QCoro::Task<Result<>> wish(Wish wish);
    QCoro::Task<Result<>> keep(SignerProcess& signer);
    QCoro::Task<Result<>> forget(SignerProcess& signer);
    void begin(Wish wish);

    Session& m_session;
    std::optional<SignerStatus> m_status;
    SecretService m_service;
    int m_wantedMinutes = 0;
    QString m_note;
    ErrorView m_error;
    bool m_busy = false;
};

} // namespace autochain::desktop
