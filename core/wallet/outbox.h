// SPDX-License-Identifier: GPL-3.0-or-later
// The way of every transaction: checked, written down, signed, written down, sent, written down. After a crash at any
// point resume() goes on from the row; the same nonce is never signed for two different calls unless asked to replace.
#pragma once

#include "base/clock.h"
#include "chain/network_file.h"
#include "chain/node_port.h"
#include "contracts/call.h"
#include "signing/signer_port.h"
#include "store/outbox_repository.h"
#include "wallet/error.h"
#include "wallet/fees.h"
#include "wallet/waiting.h"

#include <chrono>
#include <functional>
#include <memory>

namespace autochain::wallet
{

using store::OutboxEntry;
using store::OutboxState;
using store::Purpose;

// Turns a contract's revert data into words the views know; none: unknown. The vehicle, market, escrow and appraisal
// modules each have one (decodeRegistryRevert …); the program gives them all.
using RevertDecoder = std::function<std::optional<Error>(BytesView revertData)>;

struct Submission {
    Address from;
    Call call;
    SigningHints hints;
    Purpose purpose = Purpose::Other;
    Hash32 subject; // vehicle or deal; zero: none
    FeeChoice fee;
};

struct Resumed {
    int sentAgain = 0; // signed rows given to the node again, the very same bytes
    int mined = 0;
    int dropped = 0; // created, never signed: marked failed, their nonce is free
    int waiting = 0;
    int replaced = 0;
};

// How the number of a waiting transaction is taken over.
enum class Replace {
    WithFaster, // the same call for a higher fee
    WithNothing // an empty payment to oneself: the call is cancelled
};

struct Replacement {
    OutboxEntry old;
    Transaction tx; // what will be signed
    FeeQuote quote;
};

class Outbox
{
public:
    // All must outlive the outbox and its tasks. `mostFeeWei`: a fee above it is refused (zero: no cap).
    Outbox(NodePort& node, SignerPort& signer, store::OutboxRepository& rows, const NetworkFile& network,
           const Clock& clock, std::vector<RevertDecoder> decoders = {}, U256 mostFeeWei = {});

    // What it would cost. NotEnoughCoin, WouldRevert (or a decoder's error), NodeLostBefore, checkOwnPrices' errors.
    QCoro::Task<Result<FeeQuote>> quote(Address from, Call call, FeeChoice fee = {});
    // The transaction's hash once a node has taken it. Submissions of one outbox run one after the other.
    // quote's errors, SigningError (Declined …: nothing left the computer), BadSignedBytes, NodeLostAfter, NodeRefused,
    // FeeTooHigh, StoreError.
    QCoro::Task<Result<Hash32>> submit(Submission submission);
    QCoro::Task<Result<Hash32>> submit(Address from, Call call, SigningHints hints, Purpose purpose,
                                       FeeChoice fee = {});
    // The account's transactions that wait, lowest number first; what got into a block unseen is written down before.
    // NodeLostBefore, StoreError.
    QCoro::Task<Result<std::vector<Waiting>>> waiting(Address from);
    // What taking over the number of a waiting transaction would cost; nothing is signed. The fee is at least an eighth
    // above the old one and at least what is suggested now. `hash` must be the newest of its number.
    // NotPending (not one of ours), AlreadyMined, NeverSent, Replaced, Superseded, PendingNonce, EarlierWaits (only
    // where it is to be faster: it would not be), ReplacementTooLow and checkOwnPrices' errors (prices of one's own),
    // NotEnoughCoin, FeeTooHigh, NodeLostBefore, StoreError.
    QCoro::Task<Result<Replacement>> quoteReplacement(Hash32 hash, Replace how, FeeChoice fee = {});
    // The same, then signed and sent: quoteReplacement's and submit's errors. Either of the two may get into a block.
    QCoro::Task<Result<Hash32>> speedUp(Hash32 hash, SigningHints hints = {}, FeeChoice fee = {});
    QCoro::Task<Result<Hash32>> cancel(Hash32 hash, FeeChoice fee = {});
    // The receipt once it is in a block. Reverted, Replaced, TimedOut. A node that is away meanwhile is waited for.
    QCoro::Task<Result<Receipt>> waitMined(Hash32 hash, std::chrono::milliseconds timeout);
    // Call after start and whenever the node came back.
    QCoro::Task<Result<Resumed>> resume();

    void setPollInterval(std::chrono::milliseconds interval) { m_pollInterval = interval; }

private:
    class Turn;
    QCoro::Task<Result<FeeQuote>> check(Address from, Call call, FeeChoice fee);
    QCoro::Task<Result<std::uint64_t>> nextNonce(Address from);
    QCoro::Task<Result<Hash32>> signAndSend(std::int64_t id, Address from, Transaction transaction, SigningHints hints);
    QCoro::Task<Result<Hash32>> send(std::int64_t id, Bytes raw, Hash32 hash);
    QCoro::Task<Result<>> settleThose(Address from, std::uint64_t below);
    Result<OutboxEntry> replaceable(const Hash32& hash);
    QCoro::Task<Result<>> checkStillWaiting(OutboxEntry old);
    QCoro::Task<Result<Replacement>> checkReplacement(Hash32 hash, Replace how, FeeChoice fee);
    QCoro::Task<Result<Hash32>> replace(Hash32 hash, Replace how, SigningHints hints, FeeChoice fee);
    QCoro::Task<Result<std::optional<Receipt>>> settle(OutboxEntry entry);
    QCoro::Task<Result<std::optional<Receipt>>> follow(Hash32 hash, std::optional<OutboxEntry> entry);
    QCoro::Task<Result<>> resumeOne(OutboxEntry entry, bool superseded, Resumed* resumed);

    NodePort& m_node;
    SignerPort& m_signer;
    store::OutboxRepository& m_rows;
    const NetworkFile& m_network;
    const Clock& m_clock;
    std::vector<RevertDecoder> m_decoders;
    U256 m_mostFeeWei;
    std::chrono::milliseconds m_pollInterval{1'000};
    std::shared_ptr<bool> m_busy = std::make_shared<bool>(false);
};

} // namespace autochain::wallet
