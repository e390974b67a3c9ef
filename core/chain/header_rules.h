// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of a header that its parent and the chain's table of forks decide; the seal is apart (ethash.h). What
// only executing the block can show (state, receipts, bloom, gas used) is no rule of a header.
#pragma once

#include "chain/chain_rules.h"
#include "chain/header.h"

namespace autochain
{

enum class HeaderRule {
    ParentHash,   // the hash of the parent
    Number,       // one more than the parent's
    Timestamp,    // after the parent's
    ExtraData,    // at most 32 bytes
    DaoExtraData, // the mark of the DAO fork, or its absence (EIP-779)
    KnownBlock,   // another block at a height where the table names one
    GasLimit,     // 5,000 to 2^63 - 1, and less than 1/1024 away from the parent's
    GasUsed,      // at most the gas limit
    BaseFee,      // EIP-1559, exactly
    Difficulty,   // exactly
    ForkFields,   // fields of a fork that has not begun, or missing ones of one that has
    UnclesHash,   // proof of stake: no uncles
    Nonce,        // proof of stake: zero
    BlobGas       // EIP-4844
};
const char* nameOf(HeaderRule rule); // a technical name, "gasLimit"

inline constexpr std::uint64_t kMinGasLimit = 5'000;
inline constexpr std::uint64_t kMaxGasLimit = (std::uint64_t{1} << 63) - 1;
inline constexpr std::size_t kMaxExtraDataBytes = 32;

struct HashedHeader {
    Header header;
    Hash32 hash;
};
// decodeHeader and the hash of those bytes. Errors as decodeHeader.
Result<HashedHeader> decodeHashed(BytesView rlp);

// The first rule that does not hold; none: the header may follow its parent.
std::optional<HeaderRule> brokenRule(const HashedHeader& child, const HashedHeader& parent, const ChainRules& rules);

// The base fee of the parent's successor (EIP-1559). None where it would not fit.
std::optional<U256> nextBaseFee(const Header& parent, const ChainRules& rules);

// A block may not come from the future: false where its time is more than `toleranceSeconds` after `nowSeconds`. A rule
// of the moment, not of the block, and so apart from the others.
bool isTimely(const Header& header, std::uint64_t nowSeconds, std::uint64_t toleranceSeconds = 15);

} // namespace autochain
