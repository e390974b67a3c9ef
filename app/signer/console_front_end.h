// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "front_end.h"

#include <functional>
#include <optional>

namespace autochain::signer
{

struct ConsoleOptions {
    bool yes = false; // sign what could be decoded without asking
    int secretFd = -1;
    int wordsFd = -1;
};

// Statements go to stderr, questions to the controlling terminal; stdin and stdout belong to the protocol. While a
// question is open the process waits for the terminal alone, and ends the question when the suite closes the pipe.
class ConsoleFrontEnd : public FrontEnd
{
public:
    ConsoleFrontEnd(ConsoleOptions options, Scenery scenery);

    QCoro::Task<bool> approve(Approval approval) override;
    void showRefusal(Error why) override;
    QCoro::Task<Result<SecretBytes>> askPassphrase(PassphraseQuestion question) override;
    QCoro::Task<Result<SecretBytes>> newPassphrase(std::string networkName) override;
    QCoro::Task<Result<SecretBytes>> askSecret(wire::SecretKind kind) override;
    QCoro::Task<Result<SecretBytes>> askWordsToTest() override;
    QCoro::Task<Result<>> showWords(SecretBytes words) override;
    void dismiss() override {}

private:
    // What --secret-fd gives, once; none where there is no such descriptor (any more).
    std::optional<Result<SecretBytes>> handedOver();
    ConsoleOptions m_options;
    Scenery m_scenery;
};

// First line of a descriptor, without its end; closes it. At most 1024 bytes. Empty where nothing came.
SecretBytes readSecretLine(int descriptor);

} // namespace autochain::signer
