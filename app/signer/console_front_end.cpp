// SPDX-License-Identifier: GPL-3.0-or-later
#include "console_front_end.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "statement_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace autochain::signer
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

void say(const QString& line)
{
    const QByteArray utf8 = line.toLocal8Bit() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
    std::fflush(stderr);
}

// The controlling terminal, with echo off where secrets are typed.
class Terminal
{
public:
    explicit Terminal(bool echo) : m_fd(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_fd >= 0 && !echo && tcgetattr(m_fd, &m_before) == 0) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
        }
    }
    ~Terminal()
    {
        if (m_changed) {
            tcsetattr(m_fd, TCSAFLUSH, &m_before);
            write({QLatin1Char('\n')});
        }
        if (m_fd >= 0) {
            close(m_fd);
        }
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    bool isThere() const { return m_fd >= 0; }
    void write(const QString& text) const
    {
        const QByteArray utf8 = text.toLocal8Bit();
        [[maybe_unused]] const auto written = ::write(m_fd, utf8.constData(), static_cast<std::size_t>(utf8.size()));
    }
    // Empty where the suite closed its pipe or the terminal went away.
    SecretBytes line() const
    {
        SecretBytes buffer(1024);
        std::size_t size = 0;
        while (size < buffer.size()) {
            std::array<pollfd, 2> waits{pollfd{m_fd, POLLIN, 0}, pollfd{STDIN_FILENO, 0, 0}};
            if (poll(waits.data(), waits.size(), -1) < 0 || (waits[1].revents & (POLLHUP | POLLERR)) != 0) {
                return {};
            }
            const auto got = read(m_fd, buffer.data() + size, 1);
            if (got != 1 || buffer.data()[size] == '\n') {
                break;
            }
            ++size;
        }
        return SecretBytes::copyOf(buffer.view().first(size));
    }

private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

// Made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error noMoreTries()
{
    return {SigningError::WrongPassphrase, {"0"}};
}

Error notWritten()
{
    return {SigningError::BadSecret, {"file"}, "words"};
}

Error noTerminal()
{
    return {SigningError::Locked, {}, "no terminal to ask on"};
}

Result<SecretBytes> askOnTerminal(const QString& prompt, bool echo)
{
    const Terminal terminal(echo);
    if (!terminal.isThere()) {
        return noTerminal();
    }
    terminal.write(prompt);
    SecretBytes line = terminal.line();
    if (line.empty()) {
        return Error(SigningError::Declined);
    }
    return line;
}

QString promptFor(const PassphraseQuestion& question)
{
    using What = PassphraseQuestion::What;
    const QString name = QString::fromStdString(question.account.name);
    switch (question.what) {
    case What::Vault:
    case What::Change:
        return tr("Passphrase: ");
    case What::OldAccount:
        return tr("Passphrase of %1: ").arg(name);
    case What::KeyFile:
        return tr("Passphrase of the key file of %1: ").arg(name);
    case What::OldRecords:
        return tr("Password your records had up to now: ");
    case What::KeepSlot:
        return tr("Passphrase, to let this desktop unlock: ");
    case What::Export:
        return tr("Passphrase, to write the key of %1 into a file: ").arg(name);
    }
    return {};
}

QString rowLine(const TextRow& row)
{
    QString line = QStringLiteral("  %1 %2").arg(row.label, -16).arg(row.what);
    if (!row.amount.isEmpty()) {
        line += QStringLiteral("  ") + row.amount + (row.unit.isEmpty() ? QString() : QLatin1Char(' ') + row.unit);
    }
    if (row.address) {
        line +=
            QStringLiteral("\n  %1 %2").arg(QString(), -16).arg(QString::fromStdString(checksumAddress(*row.address)));
    }
    return line;
}

void print(const Approval& approval, const Scenery& scenery)
{
    const auto text = textOf(approval.statement, scenery.coin);
    if (scenery.practice) {
        say(tr("Practice market. Nothing here is real."));
    }
    say(text.asked);
    say(QString());
    say(plain(text.sentence));
    say(QString());
    for (const auto& row : text.moves + text.facts + text.numbers) {
        say(rowLine(row));
    }
    for (const auto& warning : text.warnings) {
        say(QStringLiteral("  ! ") + warning);
    }
    for (const auto& check : text.checks + text.moreChecks) {
        say(QStringLiteral("  + ") + check);
    }
    say(QStringLiteral("  %1 %2").arg(text.hashLabel, QString::fromStdString(toHex0x(approval.hash))));
}

} // namespace

std::optional<SecretBytes> nextSecretLine(int descriptor)
{
    SecretBytes buffer(1024);
    std::size_t size = 0;
    bool ended = false;
    while (!ended && size < buffer.size()) {
        if (read(descriptor, buffer.data() + size, 1) != 1) {
            if (size == 0) {
                return std::nullopt;
            }
            break;
        }
        ended = buffer.data()[size] == '\n';
        size += ended ? 0 : 1;
    }
    return SecretBytes::copyOf(buffer.view().first(size));
}

namespace
{
// Letter case does not count: an address is the same in both.
bool typedOnTerminal(const QString& prompt, const QString& wanted)
{
    const auto answer = askOnTerminal(prompt, true);
    if (!answer.ok()) {
        return false;
    }
    const QString typed =
        QString::fromUtf8(reinterpret_cast<const char*>(answer->data()), static_cast<qsizetype>(answer->size()));
    return typed.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
}

// Raw calldata: the selector, then words of 32 bytes with their place.
void sayWords(const Bytes& raw)
{
    for (const QString& line : rawWords(raw)) {
        say(QStringLiteral("  ") + line);
    }
}
} // namespace

SecretBytes readSecretLine(int descriptor)
{
    auto line = nextSecretLine(descriptor);
    close(descriptor);
    return line ? std::move(*line) : SecretBytes();
}

ConsoleFrontEnd::ConsoleFrontEnd(ConsoleOptions options, Scenery scenery)
    : m_options(options), m_scenery(std::move(scenery))
{
}

QCoro::Task<bool> ConsoleFrontEnd::approve(Approval approval)
{
    print(approval, m_scenery);
    const StatementText text = textOf(approval.statement, m_scenery.coin);
    // --yes is for what could be decoded and looks like nobody else: these two steps are a person's.
    if (!text.gateTyped.isEmpty()) {
        sayWords(approval.raw);
        if (!typedOnTerminal(text.gatePrompt + QStringLiteral(": "), text.gateTyped)) {
            co_return false;
        }
    }
    for (const LookAlikeText& alike : text.lookAlikes) {
        const QString last = QString::fromStdString(checksumAddress(alike.address)).mid(6, 6);
        say(tr("In these bytes: %1").arg(QString::fromStdString(checksumAddress(alike.address))));
        say(tr("%1 has:      %2").arg(alike.name, QString::fromStdString(checksumAddress(alike.known))));
        if (!typedOnTerminal(tr("They differ. To go on with the first, type its signs 5 to 10: "), last)) {
            co_return false;
        }
    }
    if (m_options.yes && text.gateTyped.isEmpty()) {
        co_return true;
    }
    const bool opens = approval.statement.kind == signing::Kind::OpenSections;
    co_return typedOnTerminal(opens ? tr("Open? type yes: ") : tr("Sign? type yes: "), tr("yes"));
}

void ConsoleFrontEnd::showRefusal(Error why)
{
    const auto text = refusalText(why);
    say(text.title);
    say(QStringLiteral("  ") + tr("Cause: ") + text.cause);
    say(QStringLiteral("  ") + tr("Your money: ") + text.money);
    say(QStringLiteral("  ") + tr("What to do: ") + text.whatToDo);
}

QCoro::Task<Result<SecretBytes>> ConsoleFrontEnd::askPassphrase(PassphraseQuestion question)
{
    if (question.wrong) {
        QString money;
        QString whatToDo;
        say(wrongPassphraseText(question.triesLeft, question.waitSeconds, &money, &whatToDo));
        say(whatToDo);
    }
    if (const QString told = slotText(question.slot); !told.isEmpty()) {
        say(told);
    }
    if (question.waitSeconds > 0) {
        co_return noMoreTries();
    }
    co_return askOnTerminal(promptFor(question), false);
}

Result<SecretBytes> ConsoleFrontEnd::fromFdOrTerminal(const QString& prompt)
{
    if (m_options.secretFd >= 0) {
        if (auto line = nextSecretLine(m_options.secretFd)) {
            return line->empty() ? Result<SecretBytes>(SigningError::Declined) : Result<SecretBytes>(std::move(*line));
        }
        close(m_options.secretFd);
        m_options.secretFd = -1;
    }
    return askOnTerminal(prompt, false);
}

// A new passphrase; on the terminal it is typed twice.
Result<SecretBytes> ConsoleFrontEnd::chosen(const QString& prompt)
{
    AC_TRY(SecretBytes first, fromFdOrTerminal(prompt));
    if (m_options.secretFd >= 0) {
        return first;
    }
    AC_TRY(const SecretBytes second, askOnTerminal(tr("The same again: "), false));
    if (!std::ranges::equal(first.view(), second.view())) {
        say(tr("The two are not the same."));
        return SigningError::Declined;
    }
    return first;
}

QCoro::Task<Result<SecretBytes>> ConsoleFrontEnd::newPassphrase(std::string networkName)
{
    co_return chosen(tr("New passphrase for your keys and records of %1: ").arg(QString::fromStdString(networkName)));
}

QCoro::Task<Result<SecretBytes>> ConsoleFrontEnd::newFilePassphrase(SignerAccount account)
{
    co_return chosen(tr("Passphrase for the key file of %1: ").arg(QString::fromStdString(account.name)));
}

QCoro::Task<Result<SecretBytes>> ConsoleFrontEnd::askKey()
{
    co_return fromFdOrTerminal(tr("Private key: "));
}

QString ConsoleFrontEnd::wordsPrompt(WordsQuestion::What what)
{
    switch (what) {
    case WordsQuestion::What::BringBack:
        break;
    case WordsQuestion::What::NewPassphrase:
        return tr("Your words, which set a new passphrase: ");
    case WordsQuestion::What::Test:
        return tr("Your words, to test them: ");
    }
    return tr("Your words: ");
}

QCoro::Task<Result<TypedWords>> ConsoleFrontEnd::askWords(WordsQuestion question)
{
    TypedWords out;
    AC_CO_TRY(out.words, fromFdOrTerminal(wordsPrompt(question.what)));
    if (question.extra) {
        AC_CO_TRY(out.extra, fromFdOrTerminal(tr("The words' own passphrase: ")));
    }
    co_return std::move(out);
}

QCoro::Task<Result<>> ConsoleFrontEnd::showWords(SecretBytes words)
{
    if (m_options.wordsFd >= 0) {
        const auto size = static_cast<ssize_t>(words.size());
        const bool written =
            write(m_options.wordsFd, words.data(), words.size()) == size && write(m_options.wordsFd, "\n", 1) == 1;
        close(m_options.wordsFd);
        m_options.wordsFd = -1;
        co_return written ? Result<>() : Result<>(notWritten());
    }
    const Terminal terminal(true);
    if (!terminal.isThere()) {
        co_return noTerminal();
    }
    terminal.write(tr("Write down these 24 words, in this order, on paper. They are shown once.\n\n"));
    terminal.write(
        QString::fromUtf8(reinterpret_cast<const char*>(words.data()), static_cast<qsizetype>(words.size())));
    terminal.write(tr("\n\nType the last word to go on: "));
    const SecretBytes typed = terminal.line();
    const auto all = words.view();
    const bool same = !typed.empty() && typed.size() < all.size() &&
                      std::equal(typed.data(), typed.data() + typed.size(), all.last(typed.size()).begin()) &&
                      all[all.size() - typed.size() - 1] == ' ';
    if (!same) {
        co_return Error(SigningError::Declined);
    }
    co_return Unit();
}

} // namespace autochain::signer
