// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions of this computer's accounts, written down BEFORE they leave it, so that a crash at any moment leaves a
// row that says how far it got.
#pragma once

#include "base/clock.h"
#include "codec/transaction.h"
#include "store/database.h"
#include "store/purpose.h"

namespace autochain::store
{

// Stored by number: only add at the end.
enum class OutboxState {
    Created,  // nonce taken, nothing signed
    Signed,   // raw bytes are here, perhaps never sent
    Sent,     // a node took it
    Mined,    // in a block and succeeded
    Reverted, // in a block and failed: nothing moved but the fee
    Failed,   // never left: declined, refused by the node; its nonce is free again
    Replaced  // another transaction of the same nonce was mined
};

struct OutboxEntry {
    std::int64_t id = 0; // set by add()
    Address from;
    Transaction tx;
    Purpose purpose = Purpose::Other;
    Hash32 subject; // vehicleId or dealId; zero: none
    OutboxState state = OutboxState::Created;
    Bytes raw;                            // signed bytes, from Signed on
    Hash32 hash;                          // from Signed on
    std::optional<std::int64_t> replaces; // id of the entry whose nonce this one takes over
    UnixTime createdAt = 0;
    std::optional<UnixTime> signedAt;
    std::optional<UnixTime> sentAt;
    std::optional<UnixTime> closedAt; // time of the block, or when it failed
    std::optional<std::uint64_t> blockNumber;
    std::uint64_t gasUsed = 0;
    U256 effectiveGasPrice;
    std::string failure; // technical words of why it failed
};

// States only go forward; a step that does not fit gives Conflict and changes nothing.
class OutboxRepository
{
public:
    explicit OutboxRepository(Database& database) : m_database(database) {}
    // State Created. Conflict where a live (Created, Signed, Sent) or mined entry of (chain, from, nonce) exists that
    // `entry.replaces` does not name.
    Result<std::int64_t> add(const OutboxEntry& entry);
    Result<> markSigned(std::int64_t id, BytesView raw, const Hash32& hash, UnixTime at);
    Result<> markSent(std::int64_t id, UnixTime at);
    // `succeeded` false: Reverted. Other live entries of the same nonce become Replaced in the same transaction.
    Result<> markMined(std::int64_t id, bool succeeded, std::uint64_t blockNumber, UnixTime blockTime,
                       std::uint64_t gasUsed, const U256& effectiveGasPrice);
    Result<> markFailed(std::int64_t id, std::string_view why, UnixTime at);
    Result<> markReplaced(std::int64_t id, UnixTime at);
    // A mined entry whose block left the chain goes back to Sent.
    Result<> markReorged(std::int64_t id);

    Result<std::optional<OutboxEntry>> byId(std::int64_t id);
    Result<std::optional<OutboxEntry>> byHash(const Hash32& hash);   // the newest of them
    Result<std::vector<OutboxEntry>> pending(std::uint64_t chainId); // Created, Signed, Sent; oldest first
    Result<std::vector<OutboxEntry>> of(std::uint64_t chainId, const Address& from, int limit = 1'000); // newest first
    // Highest nonce a live or mined entry of the account holds.
    Result<std::optional<std::uint64_t>> highestNonce(std::uint64_t chainId, const Address& from);

private:
    Database& m_database;
};

} // namespace autochain::store
