// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
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
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    explicit SignerViewModel(Session& session, QObject* parent = nullptr) : QObject(parent), m_session(session) {}

    bool known() const { return m_status.has_value(); }
    bool unlocked() const { return m_status && m_status->unlocked; }
    bool hasMyKey() const;
    bool busy() const { return m_busy; }
    ErrorView error() const { return m_error; }

    Q_INVOKABLE void ask();
    Q_INVOKABLE void lock();
    Q_INVOKABLE void unlock(); // the passphrase is asked in the signer's own window

signals:
    void changed();

private:
    enum class Wish { Ask, Lock, Unlock };
    QCoro::Task<> carryOut(Wish wish);
    QCoro::Task<Result<>> wish(Wish wish);
    void begin(Wish wish);

    Session& m_session;
    std::optional<SignerStatus> m_status;
    ErrorView m_error;
    bool m_busy = false;
};

} // namespace autochain::desktop
