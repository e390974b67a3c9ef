// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/outbox.h"

#include "wallet/outbox_errors.h"

#include <QCoroTimer>

#include <algorithm>
#include <set>

namespace autochain::wallet
{
namespace
{
constexpr std::uint64_t kPlainPaymentGas = 21'000;
constexpr std::chrono::milliseconds kTurnPoll{20};

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

// One submission after the other: the nonce is chosen and written down before anybody else may choose.
class Outbox::Turn
{
public:
    static QCoro::Task<Turn> take(std::shared_ptr<bool> busy)
    {
        while (*busy) {
            co_await QCoro::sleepFor(kTurnPoll);
        }
        *busy = true;
        co_return Turn(std::move(busy));
    }
    Turn() = default; // as QCoro's task wants it; holds nothing
    Turn(Turn&& other) noexcept : m_busy(std::move(other.m_busy)) {}
    Turn& operator=(Turn&& other) noexcept
    {
        std::swap(m_busy, other.m_busy);
        return *this;
    }
    ~Turn()
    {
        if (m_busy) {
            *m_busy = false;
        }
    }

private:
    explicit Turn(std::shared_ptr<bool> busy) : m_busy(std::move(busy)) {}
    std::shared_ptr<bool> m_busy;
};

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
    if (account->balanceWei < call.value) {
        co_return notEnoughCoin(call.value, account->balanceWei);
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
    const FeeQuote quoted = quoteFee(*suggestion, *gas, fee);
    const auto needed = checkedAdd(call.value, quoted.mostWei);
    if (!needed.ok() || account->balanceWei < *needed) {
        co_return notEnoughCoin(needed.ok() ? *needed : U256::max(), account->balanceWei);
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

QCoro::Task<Result<Hash32>> Outbox::replace(Hash32 hash, bool withNothing, SigningHints hints, FeeChoice fee)
{
    const Turn turn = co_await Turn::take(m_busy);
    AC_CO_TRY(const std::optional<OutboxEntry> old, m_rows.byHash(hash));
    if (!old || (old->state != OutboxState::Signed && old->state != OutboxState::Sent)) {
        co_return WalletError::NotPending;
    }
    const auto suggestion = co_await m_node.fees();
    if (!suggestion.ok()) {
        co_return lostBefore(suggestion.error());
    }
    OutboxEntry entry;
    entry.from = old->from;
    entry.tx = old->tx;
    entry.subject = old->subject;
    entry.purpose = withNothing ? Purpose::CancelPending : old->purpose;
    entry.replaces = old->id;
    entry.createdAt = m_clock.now();
    if (withNothing) {
        entry.tx.to = old->from;
        entry.tx.value = U256();
        entry.tx.data.clear();
    }
    FeeQuote quoted = quoteFee(*suggestion, kPlainPaymentGas, fee);
    quoted.gasLimit = withNothing ? kPlainPaymentGas : old->tx.gasLimit;
    quoted = raisedFee(old->tx, quoted);
    if (!m_mostFeeWei.isZero() && quoted.mostWei > m_mostFeeWei) {
        co_return feeTooHigh(quoted.mostWei, m_mostFeeWei);
    }
    applyFee(quoted, entry.tx);
    AC_CO_TRY(const std::int64_t id, m_rows.add(entry));
    co_return co_await signAndSend(id, entry.from, entry.tx, std::move(hints));
}

QCoro::Task<Result<Hash32>> Outbox::speedUp(Hash32 hash, SigningHints hints, FeeChoice fee)
{
    return replace(hash, false, std::move(hints), fee);
}

QCoro::Task<Result<Hash32>> Outbox::cancel(Hash32 hash, FeeChoice fee)
{
    return replace(hash, true, {}, fee);
}

QCoro::Task<Result<Resumed>> Outbox::resume()
{
    const Turn turn = co_await Turn::take(m_busy);
    AC_CO_TRY(const std::vector<OutboxEntry> pending, m_rows.pending(m_network.chainId));
    Resumed out;
    for (const OutboxEntry& entry : pending) {
        AC_CO_CHECK(co_await resumeOne(entry, &out));
    }
    co_return out;
}

} // namespace autochain::wallet
