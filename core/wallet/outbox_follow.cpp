// SPDX-License-Identifier: GPL-3.0-or-later
// What became of transactions that were signed: resuming rows, waiting for blocks.
#include "wallet/outbox.h"

#include "wallet/outbox_errors.h"

#include <QCoroTimer>

namespace autochain::wallet
{
namespace
{
using Milliseconds = std::chrono::milliseconds;

constexpr int kAskAgainBeforeReplaced = 4;

Result<Receipt> outcomeOf(const Receipt& receipt)
{
    if (!receipt.succeeded) {
        return withHash(WalletError::Reverted, receipt.transactionHash);
    }
    return receipt;
}
} // namespace

// A receipt, written to the row; none: not in a block yet. Replaced where the account's nonce has passed without it.
QCoro::Task<Result<std::optional<Receipt>>> Outbox::settle(OutboxEntry entry)
{
    AC_CO_TRY(std::optional<Receipt> receipt, co_await m_node.receipt(entry.hash));
    if (!receipt) {
        AC_CO_TRY(const auto account, co_await m_node.account(entry.from));
        if (account.value.nonce <= entry.tx.nonce) {
            co_return std::optional<Receipt>();
        }
        // Between the two questions a block may have come, and a node may serve the new state before the receipts that
        // go with it: "replaced" is said of money, so it is said only after asking again with time in between.
        for (int again = 0; again < kAskAgainBeforeReplaced && !receipt; ++again) {
            if (again > 0) {
                co_await QCoro::sleepFor(m_pollInterval);
            }
            AC_CO_TRY(receipt, co_await m_node.receipt(entry.hash));
        }
    }
    if (!receipt) {
        AC_CO_CHECK(m_rows.markReplaced(entry.id, m_clock.now()));
        co_return withHash(WalletError::Replaced, entry.hash);
    }
    AC_CO_CHECK(m_rows.markMined(entry.id, receipt->succeeded, receipt->block.number, receipt->block.time,
                                 receipt->gasUsed, receipt->effectiveGasPrice));
    co_return receipt;
}

QCoro::Task<Result<>> Outbox::resumeOne(OutboxEntry entry, bool superseded, Resumed* resumed)
{
    // An earlier row of this round may have settled this one (the same nonce).
    AC_CO_TRY(const std::optional<OutboxEntry> now, m_rows.byId(entry.id));
    if (!now || now->state > OutboxState::Sent) {
        ++resumed->replaced;
        co_return Result<>();
    }
    if (now->state == OutboxState::Created) {
        // Nothing was signed, so nothing can come of it.
        AC_CO_CHECK(m_rows.markFailed(entry.id, "never signed", m_clock.now()));
        ++resumed->dropped;
        co_return Result<>();
    }
    const auto settled = co_await settle(*now);
    if (!settled.ok() && settled.error().is(WalletError::Replaced)) {
        ++resumed->replaced;
        co_return Result<>();
    }
    if (!settled.ok()) {
        co_return lostAfter(settled.error(), entry.hash);
    }
    if (settled->has_value()) {
        ++resumed->mined;
        co_return Result<>();
    }
    if (superseded) {
        ++resumed->waiting;
        co_return Result<>();
    }
    // The very same bytes: a node that has them says so, one that lost them takes them again.
    if (now->state == OutboxState::Sent) {
        const auto again = co_await m_node.sendRaw(entry.raw);
        if (!again.ok() && !isRefusal(again.error())) {
            co_return lostAfter(again.error(), entry.hash);
        }
        ++resumed->waiting;
        co_return Result<>();
    }
    const auto sent = co_await send(entry.id, entry.raw, entry.hash);
    if (!sent.ok() && !sent.error().is(WalletError::NodeRefused)) {
        co_return sent.error();
    }
    ++(sent.ok() ? resumed->sentAgain : resumed->dropped);
    co_return Result<>();
}

// Rows that wait are settled; for all else (settled ones, other people's) the receipt alone is asked for.
QCoro::Task<Result<std::optional<Receipt>>> Outbox::follow(Hash32 hash, std::optional<OutboxEntry> entry)
{
    if (entry && (entry->state == OutboxState::Signed || entry->state == OutboxState::Sent)) {
        return settle(*entry);
    }
    return m_node.receipt(hash);
}

QCoro::Task<Result<Receipt>> Outbox::waitMined(Hash32 hash, Milliseconds timeout)
{
    for (Milliseconds waited{0};; waited += m_pollInterval) {
        AC_CO_TRY(const std::optional<OutboxEntry> entry, m_rows.byHash(hash));
        if (entry && entry->state == OutboxState::Replaced) {
            co_return withHash(WalletError::Replaced, hash);
        }
        const Result<std::optional<Receipt>> receipt = co_await follow(hash, entry);
        if (!receipt.ok() && receipt.error().domain != Domain::Chain) {
            co_return receipt.error();
        }
        if (receipt.ok() && receipt->has_value()) {
            co_return outcomeOf(**receipt);
        }
        if (waited >= timeout) {
            co_return withHash(WalletError::TimedOut, hash, receipt.ok() ? std::string() : receipt.error().detail);
        }
        co_await QCoro::sleepFor(m_pollInterval);
    }
}

} // namespace autochain::wallet
