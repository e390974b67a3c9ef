// SPDX-License-Identifier: GPL-3.0-or-later
// Taking over the number of a transaction that waits.
#include "base/hex.h"
#include "wallet/outbox_errors.h"
#include "wallet/outbox_turn.h"

#include <algorithm>

namespace autochain::wallet
{
namespace
{
constexpr std::uint64_t kPlainPaymentGas = 21'000;

bool isLive(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Signed || entry.state == OutboxState::Sent;
}

Result<> whyNotLive(const OutboxEntry& entry)
{
    switch (entry.state) {
    case OutboxState::Mined:
    case OutboxState::Reverted:
        return withHash(WalletError::AlreadyMined, entry.hash);
    case OutboxState::Failed:
        return withHash(WalletError::NeverSent, entry.hash);
    case OutboxState::Replaced:
        return withHash(WalletError::Replaced, entry.hash);
    case OutboxState::Created:
    case OutboxState::Signed:
    case OutboxState::Sent:
        break;
    }
    return {};
}

// Prices of one's own have to be high enough; a suggested one is raised without a word.
Result<> checkHighEnough(const FeeChoice& choice, const FeeQuote& raised)
{
    const auto tooLow = [](const std::optional<U256>& own, const U256& least) { return own && *own < least; };
    const bool low = raised.type == TxType::DynamicFee
                         ? tooLow(choice.maxFeePerGas, raised.maxFeePerGas) ||
                               tooLow(choice.maxPriorityFeePerGas, raised.maxPriorityFeePerGas)
                         : tooLow(choice.gasPrice, raised.gasPrice);
    if (low) {
        return Error(WalletError::ReplacementTooLow, {raised.maxFeePerGas.toDecimal()});
    }
    return {};
}

Transaction replacementOf(const OutboxEntry& old, Replace how, const FeeQuote& quote)
{
    Transaction out = old.tx;
    if (how == Replace::WithNothing) {
        out.to = old.from;
        out.value = U256();
        out.data.clear();
    }
    applyFee(quote, out);
    return out;
}
} // namespace

// Those whose number is used up: nobody may have been waiting for them.
QCoro::Task<Result<>> Outbox::settleThose(Address from, std::uint64_t below)
{
    AC_CO_TRY(std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    std::reverse(pending.begin(), pending.end()); // the newest first: its block settles the others with it
    for (const OutboxEntry& entry : pending) {
        AC_CO_TRY(const std::optional<OutboxEntry> now, m_rows.byId(entry.id));
        if (now && now->from == from && now->tx.nonce < below && isLive(*now)) {
            const auto settled = co_await settle(*now);
            if (!settled.ok() && !settled.error().is(WalletError::Replaced)) {
                co_return lostBefore(settled.error());
            }
        }
    }
    co_return Result<>();
}

QCoro::Task<Result<std::vector<Waiting>>> Outbox::waiting(Address from)
{
    const auto account = co_await m_node.account(from);
    if (!account.ok()) {
        co_return lostBefore(account.error());
    }
    const auto fees = co_await m_node.fees();
    if (!fees.ok()) {
        co_return lostBefore(fees.error());
    }
    AC_CO_CHECK(co_await settleThose(from, account->value.nonce));
    AC_CO_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    co_return waitingOf(pending, from, account->value, *fees);
}

Result<OutboxEntry> Outbox::replaceable(const Hash32& hash)
{
    AC_TRY(const std::optional<OutboxEntry> old, m_rows.byHash(hash));
    if (!old || hash.isZero() || old->tx.chainId != m_network.chainId) {
        return WalletError::NotPending;
    }
    AC_CHECK(whyNotLive(*old));
    AC_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    for (const OutboxEntry& other : pending) {
        const bool newer = other.from == old->from && other.tx.nonce == old->tx.nonce && other.id > old->id;
        if (newer && isLive(other)) {
            return withHash(WalletError::Superseded, other.hash);
        }
        if (newer) { // another program on the same records is asking the signer right now
            return Error(WalletError::PendingNonce, {std::to_string(other.tx.nonce)});
        }
    }
    return *old;
}

QCoro::Task<Result<>> Outbox::checkStillWaiting(OutboxEntry old)
{
    const auto settled = co_await settle(old);
    if (!settled.ok()) {
        co_return lostBefore(settled.error());
    }
    if (settled->has_value()) {
        co_return withHash(WalletError::AlreadyMined, old.hash);
    }
    co_return Result<>();
}

QCoro::Task<Result<Replacement>> Outbox::checkReplacement(Hash32 hash, Replace how, FeeChoice fee)
{
    AC_CO_TRY(const OutboxEntry old, replaceable(hash));
    AC_CO_CHECK(co_await checkStillWaiting(old));
    const auto account = co_await m_node.account(old.from);
    if (!account.ok()) {
        co_return lostBefore(account.error());
    }
    const auto suggestion = co_await m_node.fees();
    if (!suggestion.ok()) {
        co_return lostBefore(suggestion.error());
    }
    AC_CO_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    if (how == Replace::WithFaster && account->value.nonce < old.tx.nonce) {
        const auto all = waitingOf(pending, old.from, account->value, *suggestion);
        const bool known = !all.empty() && all.front().entry.tx.nonce < old.tx.nonce;
        const std::uint64_t number = known ? all.front().entry.tx.nonce : account->value.nonce;
        std::vector<std::string> args{std::to_string(number), known ? toHex0x(all.front().entry.hash) : std::string()};
        co_return Error(WalletError::EarlierWaits, std::move(args));
    }
    AC_CO_CHECK(checkOwnPrices(*suggestion, fee));
    // The reserve that was on the old limit is taken off again for what it will likely cost.
    const std::uint64_t gasLimit = how == Replace::WithNothing ? kPlainPaymentGas : old.tx.gasLimit;
    FeeQuote fresh = quoteFee(*suggestion, how == Replace::WithNothing ? kPlainPaymentGas : gasLimit / 6 * 5, fee);
    fresh.gasLimit = gasLimit;
    Replacement out;
    out.old = old;
    out.quote = raisedFee(old.tx, fresh);
    out.tx = replacementOf(old, how, out.quote);
    AC_CO_CHECK(checkHighEnough(fee, out.quote));
    const auto needed = checkedAdd(out.tx.value, out.quote.mostWei);
    if (!needed.ok() || account->value.balanceWei < *needed) {
        co_return notEnoughCoin(needed.ok() ? *needed : U256::max(), account->value.balanceWei);
    }
    if (!m_mostFeeWei.isZero() && out.quote.mostWei > m_mostFeeWei) {
        co_return feeTooHigh(out.quote.mostWei, m_mostFeeWei);
    }
    co_return out;
}

QCoro::Task<Result<Replacement>> Outbox::quoteReplacement(Hash32 hash, Replace how, FeeChoice fee)
{
    return checkReplacement(hash, how, std::move(fee));
}

QCoro::Task<Result<Hash32>> Outbox::replace(Hash32 hash, Replace how, SigningHints hints, FeeChoice fee)
{
    const Turn turn = co_await Turn::take(m_busy);
    AC_CO_TRY(const Replacement wanted, co_await checkReplacement(hash, how, std::move(fee)));
    OutboxEntry entry;
    entry.from = wanted.old.from;
    entry.tx = wanted.tx;
    entry.subject = wanted.old.subject;
    entry.purpose = how == Replace::WithNothing ? Purpose::CancelPending : wanted.old.purpose;
    entry.replaces = wanted.old.id;
    entry.createdAt = m_clock.now();
    AC_CO_TRY(const std::int64_t id, m_rows.add(entry));
    const auto sent = co_await signAndSend(id, entry.from, entry.tx, std::move(hints));
    if (!sent.ok() && sent.error().is(WalletError::NodeRefused)) {
        // Perhaps because the old one got into a block while the signer was asking.
        AC_CO_CHECK(co_await checkStillWaiting(wanted.old));
    }
    co_return sent;
}

QCoro::Task<Result<Hash32>> Outbox::speedUp(Hash32 hash, SigningHints hints, FeeChoice fee)
{
    return replace(hash, Replace::WithFaster, std::move(hints), std::move(fee));
}

QCoro::Task<Result<Hash32>> Outbox::cancel(Hash32 hash, FeeChoice fee)
{
    return replace(hash, Replace::WithNothing, {}, std::move(fee));
}

} // namespace autochain::wallet
