// SPDX-License-Identifier: GPL-3.0-or-later
// What opens the vault and when it closes: passphrase, the desktop's key service, the time without use.
#include "context.h"
#include "verb.h"

#include "base/error.h"
#include "session/secretservice.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QCoro::Task<Result<Output>> passphrase(Context& context, Arguments)
{
    AC_CO_CHECK(co_await context.signer().changePassphrase());
    Output out;
    out.json.insert(QStringLiteral("changed"), true);
    out.line(tr("From now on the new passphrase opens keys and records."));
    co_return out;
}

QString stateOf(SlotState state)
{
    switch (state) {
    case SlotState::Here:
        return QStringLiteral("kept");
    case SlotState::Wiped:
        return QStringLiteral("wiped");
    case SlotState::Slow:
        return QStringLiteral("slow");
    case SlotState::Refused:
        return QStringLiteral("refused");
    case SlotState::Gone:
    case SlotState::Given:
    case SlotState::NotAsked:
        break;
    }
    return QStringLiteral("gone");
}

QString sentenceOf(SlotState state)
{
    switch (state) {
    case SlotState::Here:
        return tr("This desktop's key service opens the vault while you are logged in; so does your passphrase.");
    case SlotState::Wiped:
        return tr("This desktop's key service has no key for this vault any more. Your passphrase opens it.");
    case SlotState::Slow:
        return tr("This desktop's key service does not answer. Your passphrase opens the vault.");
    case SlotState::Refused:
        return tr("This desktop's key service is locked or said no. Your passphrase opens the vault.");
    case SlotState::Gone:
    case SlotState::Given:
    case SlotState::NotAsked:
        break;
    }
    return tr("No key service runs here. Your passphrase opens the vault.");
}

Output keyringOutput(bool wanted, SlotState state)
{
    Output out;
    out.json.insert(QStringLiteral("wanted"), wanted);
    out.json.insert(QStringLiteral("service"), wanted ? stateOf(state) : QStringLiteral("notAsked"));
    out.line(wanted ? sentenceOf(state) : tr("Only the passphrase opens the vault."));
    return out;
}

QCoro::Task<Result<Output>> keep(Context& context)
{
    AC_CO_TRY(const SignerProcess::Slot slot, co_await context.signer().keepSlot());
    desktop::SecretService service;
    const SlotState kept = co_await service.keep(qs(slot.name), slot.key);
    if (kept != SlotState::Here) { // a vault that waits for a key nobody keeps would only be slow to open
        AC_CO_CHECK(co_await context.signer().dropSlot());
    }
    Output out = keyringOutput(kept == SlotState::Here, kept);
    if (kept != SlotState::Here) {
        out.json.insert(QStringLiteral("service"), stateOf(kept));
        out.lines = QStringList(sentenceOf(kept) + QLatin1Char(' ') + tr("Nothing was changed."));
    }
    co_return out;
}

QCoro::Task<Result<Output>> drop(Context& context)
{
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    AC_CO_CHECK(co_await context.signer().dropSlot()); // from here on what the desktop keeps opens nothing
    if (!status.slot.empty()) {
        desktop::SecretService service;
        const SlotState gone = co_await service.forget(qs(status.slot));
        Q_UNUSED(gone)
    }
    co_return keyringOutput(false, SlotState::NotAsked);
}

QCoro::Task<Result<Output>> keyring(Context& context, Arguments arguments)
{
    const QString what = arguments.positional(0);
    if (what == QStringLiteral("keep")) {
        co_return co_await keep(context);
    }
    if (what == QStringLiteral("drop")) {
        co_return co_await drop(context);
    }
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    SlotState state = SlotState::NotAsked;
    if (!status.slot.empty()) {
        desktop::SecretService service;
        const auto answer = co_await service.fetch(qs(status.slot));
        state = answer.state;
    }
    co_return keyringOutput(!status.slot.empty(), state);
}

Error badNumber(BaseError code, const QString& text)
{
    return {code, {text.toStdString()}, "1 to 60 minutes"};
}

QCoro::Task<Result<Output>> lockAfter(Context& context, Arguments arguments)
{
    constexpr int kMinute = 60;
    bool number = false;
    const int minutes = arguments.positional(0).toInt(&number);
    if (!number || minutes < wire::kMinLockAfter / kMinute) {
        co_return badNumber(BaseError::NotANumber, arguments.positional(0));
    }
    if (minutes > wire::kMaxLockAfter / kMinute) {
        co_return badNumber(BaseError::Overflow, arguments.positional(0));
    }
    AC_CO_CHECK(co_await context.signer().setLockAfter(minutes * kMinute));
    Output out;
    out.json.insert(QStringLiteral("lockAfterMinutes"), minutes);
    out.line(tr("The signer locks after %1 minutes without use.").arg(minutes));
    co_return out;
}
} // namespace

QList<Verb> lockVerbs()
{
    const QString noun = QStringLiteral("wallet");
    const OptionSpec secret{QStringLiteral("secret-fd"),
                            QStringLiteral("N"),
                            tr("Read the new passphrase from this open descriptor."),
                            false,
                            {}};
    return {{noun,
             QStringLiteral("passphrase"),
             tr("Change the passphrase of keys and records."),
             {},
             {secret},
             &passphrase,
             true},
            {noun,
             QStringLiteral("keyring"),
             tr("Let this desktop's key service open the vault, or stop it."),
             {{QStringLiteral("ACTION"),
               tr("What to do."),
               true,
               {QStringLiteral("keep"), QStringLiteral("drop"), QStringLiteral("status")}}},
             {},
             &keyring,
             true},
            {noun,
             QStringLiteral("lock-after"),
             tr("Lock the signer after so many minutes without use."),
             {{QStringLiteral("MINUTES"), tr("1 to 60."), true}},
             {},
             &lockAfter,
             true}};
}

} // namespace autochain::cli
