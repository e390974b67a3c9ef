// SPDX-License-Identifier: GPL-3.0-or-later
// Block headers (Yellow Paper 4.3): 15 fields, 16 from London on (EIP-1559). The fields of proof-of-stake forks are
// read too, so that a header is never misread; such headers carry no work and no seal check takes them.
#pragma once

#include "base/result.h"
#include "base/u256.h"
#include "chain/bloom.h"
#include "codec/error.h"

#include <optional>

namespace autochain
{

struct NonceTag;
using BlockNonce = FixedBytes<8, NonceTag>; // big endian

struct Header {
    Hash32 parentHash;
    Hash32 unclesHash;
    Address beneficiary;
    Hash32 stateRoot;
    Hash32 transactionsRoot;
    Hash32 receiptsRoot;
    Bloom logsBloom;
    U256 difficulty;
    std::uint64_t number = 0;
    std::uint64_t gasLimit = 0;
    std::uint64_t gasUsed = 0;
    std::uint64_t timestamp = 0; // unix seconds
    Bytes extraData;
    Hash32 mixHash;
    BlockNonce nonce;
    std::optional<U256> baseFeePerGas;           // London
    std::optional<Hash32> withdrawalsRoot;       // Shanghai (EIP-4895)
    std::optional<std::uint64_t> blobGasUsed;    // Cancun (EIP-4844)
    std::optional<std::uint64_t> excessBlobGas;  // Cancun
    std::optional<Hash32> parentBeaconBlockRoot; // Cancun (EIP-4788)

    bool operator==(const Header&) const = default;
};

inline constexpr std::size_t kMaxHeaderBytes = 16 * 1024; // an honest one has some 550

// Exactly one canonical encoding of 15, 16, 17 or 20 fields, each of its size. TooLarge, NotCanonical (detail: the
// field, or "list").
Result<Header> decodeHeader(BytesView rlp);
// What decodeHeader takes. A later field is written only where all earlier ones are there.
Bytes encodeHeader(const Header& header);
Hash32 hashOf(const Header& header); // of the block; of bytes that decodeHeader took, keccak256 gives the same
// What the miner worked on: the header without mixHash and nonce (Yellow Paper 11.5, equation for H_n; EIP-1559 keeps
// the base fee).
Hash32 sealHashOf(const Header& header);
// Of a list of uncles, each one header in RLP.
Hash32 unclesHashOf(const std::vector<Bytes>& uncles);
Hash32 noUnclesHash(); // keccak256 of the empty list

} // namespace autochain
