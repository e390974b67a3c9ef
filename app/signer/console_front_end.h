// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "front_end.h"

#include <optional>

namespace autochain::signer
{

struct ConsoleOptions {
    bool yes = false;  // sign what could be decoded without asking
    int secretFd = -1; // answers, a line each, before the terminal is asked
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
    QCoro::Task<Result<SecretBytes>> newFilePassphrase(SignerAccount account) override;
    QCoro::Task<Result<SecretBytes>> askKey() override;
    QCoro::Task<Result<TypedWords>> askWords(WordsQuestion question) override;
    QCoro::Task<Result<>> showWords(SecretBytes words) override;
    void dismiss() override {}

private:
    Result<SecretBytes> fromFdOrTerminal(const QString& prompt);
    Result<SecretBytes> chosen(const QString& prompt);
    static QString wordsPrompt(WordsQuestion::What what);

    ConsoleOptions m_options;
    Scenery m_scenery;
};

// The next line of a descriptor, without its end. At most 1024 bytes. None: nothing came any more.
std::optional<SecretBytes> nextSecretLine(int descriptor);
// The first one; closes the descriptor. Empty where nothing came.
SecretBytes readSecretLine(int descriptor);

} // namespace autochain::signer
