// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/outbox.h"

#include "wallet/outbox_errors.h"
#include "wallet/outbox_turn.h"

#include <algorithm>
#include <map>
#include <set>

namespace autochain::wallet
{
namespace
{
CallRequest requestOf(const Address& from, const Call& call)
{
    CallRequest out;
    out.from = from;
    out.to = call.to;
    out.value = call.value;
    out.data = call.data;
    return out;
}

Transaction transactionOf(const Call& call, std::uint64_t chainId, std::uint64_t nonce, const FeeQuote& quote)
{
    Transaction out;
    out.chainId = chainId;
    out.nonce = nonce;
    out.to = call.to;
    out.value = call.value;
    out.data = call.data;
    applyFee(quote, out);
    return out;
}

// The answer must be exactly what was asked for, signed by the account that was asked for.
bool isWhatWasAsked(BytesView raw, const Transaction& asked, const Address& from)
{
    const auto decoded = decodeSigned(raw);
    if (!decoded.ok() || !(decoded->tx == asked)) {
        return false;
    }
    const auto signer = recoverAddress(signingHash(asked), decoded->signature);
    return signer.ok() && *signer == from;
}

std::uint64_t lowestFree(std::uint64_t from, const std::vector<OutboxEntry>& pending, const Address& account)
{
    std::set<std::uint64_t> taken;
    for (const OutboxEntry& entry : pending) {
        if (entry.from == account) {
            taken.insert(entry.tx.nonce);
        }
    }
    while (taken.contains(from)) {
        ++from;
    }
    return from;
}
} // namespace

Outbox::Outbox(NodePort& node, SignerPort& signer, store::OutboxRepository& rows, const NetworkFile& network,
               const Clock& clock, std::vector<RevertDecoder> decoders, U256 mostFeeWei)
    : m_node(node), m_signer(signer), m_rows(rows), m_network(network), m_clock(clock), m_decoders(std::move(decoders)),
      m_mostFeeWei(mostFeeWei)
{
}

QCoro::Task<Result<FeeQuote>> Outbox::check(Address from, Call call, FeeChoice fee)
{
    const auto account = co_await m_node.account(from);
    if (!account.ok()) {
        co_return lostBefore(account.error());
    }
    if (account->value.balanceWei < call.value) {
        co_return notEnoughCoin(call.value, account->value.balanceWei);
    }
    const auto gas = co_await m_node.estimateGas(requestOf(from, call));
    if (!gas.ok()) {
        if (gas.error().is(ChainError::Reverted)) {
            co_return explainRevert(gas.error(), m_decoders);
        }
        co_return lostBefore(gas.error());
    }
    const auto suggestion = co_await m_node.fees();
    if (!suggestion.ok()) {
        co_return lostBefore(suggestion.error());
    }
    AC_CO_CHECK(checkOwnPrices(*suggestion, fee));
    const FeeQuote quoted = quoteFee(*suggestion, *gas, fee);
    const auto needed = checkedAdd(call.value, quoted.mostWei);
    if (!needed.ok() || account->value.balanceWei < *needed) {
        co_return notEnoughCoin(needed.ok() ? *needed : U256::max(), account->value.balanceWei);
    }
    if (!m_mostFeeWei.isZero() && quoted.mostWei > m_mostFeeWei) {
        co_return feeTooHigh(quoted.mostWei, m_mostFeeWei);
    }
    co_return quoted;
}

QCoro::Task<Result<FeeQuote>> Outbox::quote(Address from, Call call, FeeChoice fee)
{
    return check(from, std::move(call), fee);
}

QCoro::Task<Result<std::uint64_t>> Outbox::nextNonce(Address from)
{
    const auto counted = co_await m_node.pendingNonce(from);
    if (!counted.ok()) {
        co_return lostBefore(counted.error());
    }
    // A node that forgot what it was sent must not make us sign that nonce for something else.
    AC_CO_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    co_return lowestFree(*counted, pending, from);
}

QCoro::Task<Result<Hash32>> Outbox::submit(Address from, Call call, SigningHints hints, Purpose purpose, FeeChoice fee)
{
    Submission submission;
    submission.from = from;
    submission.call = std::move(call);
    submission.hints = std::move(hints);
    submission.purpose = purpose;
    submission.fee = fee;
    return submit(std::move(submission));
}

QCoro::Task<Result<Hash32>> Outbox::submit(Submission submission)
{
    const Turn turn = co_await Turn::take(m_busy);
    AC_CO_TRY(const FeeQuote quoted, co_await check(submission.from, submission.call, submission.fee));
    AC_CO_TRY(const std::uint64_t nonce, co_await nextNonce(submission.from));
    OutboxEntry entry;
    entry.from = submission.from;
    entry.tx = transactionOf(submission.call, m_network.chainId, nonce, quoted);
    entry.purpose = submission.purpose;
    entry.subject = submission.subject;
    entry.createdAt = m_clock.now();
    AC_CO_TRY(const std::int64_t id, m_rows.add(entry));
    co_return co_await signAndSend(id, entry.from, entry.tx, std::move(submission.hints));
}

QCoro::Task<Result<Hash32>> Outbox::signAndSend(std::int64_t id, Address from, Transaction transaction,
                                                SigningHints hints)
{
    const auto raw = co_await m_signer.signTransaction(from, transaction, std::move(hints));
    if (!raw.ok()) {
        AC_CO_CHECK(m_rows.markFailed(id, raw.error().detail, m_clock.now()));
        co_return raw.error();
    }
    if (!isWhatWasAsked(*raw, transaction, from)) {
        AC_CO_CHECK(m_rows.markFailed(id, "signed bytes differ from what was asked", m_clock.now()));
        co_return WalletError::BadSignedBytes;
    }
    const Hash32 hash = transactionHash(*raw);
    AC_CO_CHECK(m_rows.markSigned(id, *raw, hash, m_clock.now()));
    co_return co_await send(id, *raw, hash);
}

QCoro::Task<Result<Hash32>> Outbox::send(std::int64_t id, Bytes raw, Hash32 hash)
{
    const auto taken = co_await m_node.sendRaw(std::move(raw));
    if (!taken.ok() && !isKnownAlready(taken.error())) {
        if (!isRefusal(taken.error())) {
            co_return lostAfter(taken.error(), hash);
        }
        // Refused, perhaps because it is in a block already (its nonce counts as used then).
        const auto mined = co_await m_node.receipt(hash);
        if (!mined.ok()) {
            co_return lostAfter(mined.error(), hash);
        }
        if (!mined->has_value()) {
            AC_CO_CHECK(m_rows.markFailed(id, taken.error().detail, m_clock.now()));
            co_return withHash(WalletError::NodeRefused, hash,
                               taken.error().args.empty() ? std::string() : taken.error().args.back());
        }
    }
    AC_CO_CHECK(m_rows.markSent(id, m_clock.now()));
    co_return hash;
}

QCoro::Task<Result<Resumed>> Outbox::resume()
{
    const Turn turn = co_await Turn::take(m_busy);
    AC_CO_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    // What a newer one has taken over is not sent again: a node that has the newer would refuse it, and nothing is
    // lost.
    std::map<std::pair<Address, std::uint64_t>, std::int64_t> newest;
    for (const OutboxEntry& entry : pending) {
        if (entry.state != OutboxState::Created) {
            newest[{entry.from, entry.tx.nonce}] = entry.id; // oldest first, so the last one stays
        }
    }
    Resumed out;
    for (const OutboxEntry& entry : pending) {
        const auto at = newest.find({entry.from, entry.tx.nonce});
        AC_CO_CHECK(co_await resumeOne(entry, at != newest.end() && at->second != entry.id, &out));
    }
    co_return out;
}

} // namespace autochain::wallet
