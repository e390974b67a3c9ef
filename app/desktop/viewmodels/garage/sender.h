// SPDX-License-Identifier: GPL-3.0-or-later
// Sends one call of the person's and says what it waits for; one at a time.
#pragma once

#include "viewmodels/base/errorview.h"
#include "wallet/outbox.h"

#include <QObject>

#include <functional>

namespace autochain::desktop
{

class Session;

class Sender : public QObject
{
    Q_OBJECT

public:
    explicit Sender(Session& session, QObject* parent = nullptr);

    bool busy() const { return m_busy; }
    const QString& doing() const { return m_doing; }
    const ErrorView& error() const { return m_error; }
    void fail(const Error& error);
    void clear();

    using Submitted = std::function<void()>;

    // Asks the signer, sends, waits for the block. True after success; `error` says why not. `submitted` is called once
    // it is signed and kept for sending, which may be long before it stands in a block.
    QCoro::Task<bool> send(wallet::Submission submission, Submitted submitted = {});
    // The same with a call about a car; a call that could not be made is the error.
    QCoro::Task<bool> send(Result<Call> call, Hash32 vehicleId, std::string vin, store::Purpose purpose,
                           Submitted submitted = {});

signals:
    void changed();

private:
    void say(bool busy, const QString& doing);

    Session& m_session;
    bool m_busy = false;
    bool m_nodeAway = false; // that is the error; it goes when the node is back
    QString m_doing;
    ErrorView m_error;
};

} // namespace autochain::desktop
