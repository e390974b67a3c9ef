// SPDX-License-Identifier: GPL-3.0-or-later
// Payments and steps that are not in a block yet: the list, a higher fee, taking back.
#include "context.h"
#include "verb.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "escrow/deal_calls.h"
#include "escrow/deal_reader.h"
#include "messages/enum_names.h"
#include "vehicle/vehicle_reader.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
using store::OutboxEntry;
using wallet::Replace;
using wallet::Waiting;
using wallet::WhyWaiting;

constexpr std::chrono::minutes kPatience{10};

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QString gwei(const U256& wei)
{
    return qs(formatAmount(wei, 9, 0)) + QStringLiteral(" gwei");
}

QString whyText(const Waiting& waiting)
{
    switch (waiting.why) {
    case WhyWaiting::NextBlock:
        return tr("waits for a block");
    case WhyWaiting::FeeTooLow:
        return tr("offers less than blocks take: speed-up");
    case WhyWaiting::EarlierWaits:
        return tr("number %1 must go first").arg(waiting.earlier->tx.nonce);
    case WhyWaiting::EarlierUnknown:
        return tr("number %1 must go first; it is not of this computer").arg(waiting.nextNonce);
    case WhyWaiting::NotTaken:
        return tr("no node has confirmed that it has it");
    }
    return {};
}

QString enumWord(WhyWaiting why)
{
    QString word = qs(messages::enumName(why));
    word[0] = word[0].toLower();
    return word;
}

QJsonObject jsonOf(const Waiting& waiting)
{
    const OutboxEntry& entry = waiting.entry;
    QJsonObject json;
    json.insert(QStringLiteral("transaction"), hex(entry.hash));
    json.insert(QStringLiteral("nonce"), static_cast<qint64>(entry.tx.nonce));
    json.insert(QStringLiteral("purpose"), qs(wordOf(entry.purpose)));
    json.insert(QStringLiteral("firstPurpose"), qs(wordOf(waiting.first().purpose)));
    json.insert(QStringLiteral("to"), entry.tx.to ? address(*entry.tx.to) : QString());
    json.insert(QStringLiteral("value"), plainAuc(entry.tx.value));
    json.insert(QStringLiteral("since"), static_cast<qint64>(waiting.first().createdAt));
    json.insert(QStringLiteral("offeredWeiPerGas"), qs(waiting.offeredPerGas.toDecimal()));
    json.insert(QStringLiteral("wantedWeiPerGas"), qs(waiting.wantedPerGas.toDecimal()));
    json.insert(QStringLiteral("why"), enumWord(waiting.why));
    json.insert(QStringLiteral("goesFirst"), waiting.earlier ? hex(waiting.earlier->hash) : QString());
    QJsonArray replaced;
    for (const OutboxEntry& former : waiting.former) {
        replaced.append(hex(former.hash));
    }
    json.insert(QStringLiteral("replaces"), replaced);
    return json;
}

QCoro::Task<Result<Output>> pending(Context& context, Arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_CHECK(co_await context.prepareToSend());
    AC_CO_TRY(const auto all, co_await context.outbox().waiting(me));
    Output out;
    QJsonArray list;
    Table table({tr("Number"), tr("What"), tr("Offers"), tr("Blocks take"), tr("Why"), tr("Transaction")}, {0, 2, 3});
    for (const Waiting& waiting : all) {
        list.append(jsonOf(waiting));
        table.add({QString::number(waiting.entry.tx.nonce), qs(wordOf(waiting.entry.purpose)),
                   gwei(waiting.offeredPerGas), gwei(waiting.wantedPerGas), whyText(waiting), hex(waiting.entry.hash)});
    }
    out.json.insert(QStringLiteral("waiting"), list);
    out.lines = table.isEmpty() ? QStringList{tr("Nothing waits.")} : table.lines();
    co_return out;
}

// What the signer needs to say what the call is about: the terms of the deal, the car's VIN.
QCoro::Task<SigningHints> hintsFor(Context& context, OutboxEntry entry)
{
    SigningHints hints;
    if (entry.subject.isZero()) {
        co_return hints;
    }
    escrow::DealReader deals(context.node(), context.network());
    const auto deal = co_await deals.readDeal(entry.subject);
    if (deal.ok()) {
        co_return escrow::hintsOf(deal->terms, deal->vin);
    }
    vehicle::VehicleReader cars(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, entry.subject);
    const auto vins = co_await cars.vinsOf(std::move(wanted));
    if (vins.ok() && vins->contains(entry.subject)) {
        hints.vins.push_back(vins->at(entry.subject));
    }
    co_return hints;
}

// Which of the transactions of one number came through, once it is known.
Result<std::optional<OutboxEntry>> winnerOf(Context& context, const OutboxEntry& old)
{
    AC_TRY(const auto rows, context.outboxRows().of(context.network().chainId, old.from));
    for (const OutboxEntry& row : rows) {
        const bool inBlock = row.state == store::OutboxState::Mined || row.state == store::OutboxState::Reverted;
        if (row.tx.nonce == old.tx.nonce && inBlock) {
            return std::optional(row);
        }
    }
    return std::optional<OutboxEntry>();
}

void tellEnd(Output& out, const std::optional<OutboxEntry>& winner, const Hash32& newer)
{
    if (!winner) {
        out.json.insert(QStringLiteral("state"), QStringLiteral("waiting"));
        out.line(tr("Not in a block yet: either of the two may be carried out, never both."));
        return;
    }
    const bool first = winner->hash != newer;
    out.json.insert(QStringLiteral("state"), first ? QStringLiteral("firstWon") : QStringLiteral("mined"));
    out.json.insert(QStringLiteral("mined"), hex(winner->hash));
    out.json.insert(QStringLiteral("block"), static_cast<qint64>(winner->blockNumber.value_or(0)));
    out.fact(tr("In block"), QString::number(winner->blockNumber.value_or(0)));
    out.line(first ? tr("The first one went through after all.") : tr("The new one took its place."));
}

QCoro::Task<Result<Output>> replace(Context& context, Arguments arguments, Replace how)
{
    AC_CO_TRY(const Hash32 hash, arguments.hashAt(0));
    AC_CO_CHECK(co_await context.prepareToSend());
    wallet::Outbox& outbox = context.outbox();
    AC_CO_TRY(const wallet::Replacement wanted, co_await outbox.quoteReplacement(hash, how));
    SigningHints hints = co_await hintsFor(context, wanted.old);
    auto task = how == Replace::WithFaster ? outbox.speedUp(hash, std::move(hints)) : outbox.cancel(hash);
    AC_CO_TRY(const Hash32 sent, co_await task);
    Output out;
    out.json.insert(QStringLiteral("transaction"), hex(sent));
    out.json.insert(QStringLiteral("replaces"), hex(hash));
    out.json.insert(QStringLiteral("nonce"), static_cast<qint64>(wanted.old.tx.nonce));
    out.json.insert(QStringLiteral("feeAtMost"), plainAuc(wanted.quote.mostWei));
    out.fact(tr("Transaction"), hex(sent));
    out.fact(tr("In place of"), hex(hash));
    out.fact(tr("Fee at most"), plainAuc(wanted.quote.mostWei) + QLatin1Char(' ') + qs(context.network().coin));
    std::optional<OutboxEntry> winner;
    if (!arguments.has("no-wait")) {
        const auto receipt = co_await outbox.waitMined(sent, kPatience);
        const bool told = receipt.ok() || receipt.error().is(WalletError::Replaced) ||
                          receipt.error().is(WalletError::Reverted) || receipt.error().is(WalletError::TimedOut);
        if (!told) {
            co_return receipt.error();
        }
        AC_CO_CHECK(co_await outbox.waiting(wanted.old.from)); // settles the other one too
        AC_CO_TRY(winner, winnerOf(context, wanted.old));
        if (winner && winner->state == store::OutboxState::Reverted) {
            std::vector<std::string> args(1, toHex0x(winner->hash));
            co_return Error(WalletError::Reverted, std::move(args));
        }
    }
    tellEnd(out, winner, sent);
    co_return out;
}

QCoro::Task<Result<Output>> speedUp(Context& context, Arguments arguments)
{
    return replace(context, std::move(arguments), Replace::WithFaster);
}

QCoro::Task<Result<Output>> cancel(Context& context, Arguments arguments)
{
    return replace(context, std::move(arguments), Replace::WithNothing);
}
} // namespace

QList<Verb> waitingVerbs()
{
    const QString noun = QStringLiteral("wallet");
    const PositionalSpec which{QStringLiteral("HASH"), tr("The waiting transaction, as wallet pending lists it."),
                               true};
    const OptionSpec noWait{QStringLiteral("no-wait"), {}, tr("Do not wait for a block."), false, {}};
    return {{noun,
             QStringLiteral("pending"),
             tr("List what is signed and not in a block yet, and why."),
             {},
             {},
             &pending,
             true},
            {noun,
             QStringLiteral("speed-up"),
             tr("Send a waiting transaction again with a higher fee."),
             {which},
             {noWait},
             &speedUp,
             true},
            {noun,
             QStringLiteral("cancel"),
             tr("Put an empty payment in the place of a waiting transaction."),
             {which},
             {noWait},
             &cancel,
             true}};
}

} // namespace autochain::cli
