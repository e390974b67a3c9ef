// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's Secret Service as a place for a vault's slot key. A program of its own, autochain-keyring, asks it:
// what D-Bus and its libraries copied is gone when that program ends, and one that hangs is ended after three seconds.
#pragma once

#include "base/secret_bytes.h"
#include "signing/signer_port.h"

#include <QCoroTask>
#include <QString>

#include <memory>
#include <optional>

class QProcess;

namespace autochain::desktop
{

class SecretService
{
public:
    static constexpr int kPatienceMs = 3'000;
    // `program`: empty: autochain-keyring beside the running program, else in ../libexec/autochain.
    explicit SecretService(QString program = {});
    ~SecretService();

    struct Answer {
        SlotState state = SlotState::NotAsked;
        std::optional<SecretBytes> key; // with Here
    };
    // One at a time.
    QCoro::Task<Answer> fetch(QString name);
    QCoro::Task<SlotState> keep(QString name, const SecretBytes& key32); // Here: it is kept, and was read back
    QCoro::Task<SlotState> forget(QString name);                         // Here or Wiped: it is not there any more
    void cancel();                                                       // what is asked ends with Given

private:
    QCoro::Task<SlotState> run(QString verb, QString name, int descriptor);

    QString m_program;
    std::unique_ptr<QProcess> m_process;
    bool m_cancelled = false;
};

} // namespace autochain::desktop
