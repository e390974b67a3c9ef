// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions: legacy with EIP-155, EIP-2930 (type 1) and EIP-1559 (type 2).
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "codec/error.h"
#include "crypto/secp256k1.h"

#include <optional>

namespace autochain
{
struct AccessListEntry {
    Address address;
    std::vector<Hash32> storageKeys;
    bool operator==(const AccessListEntry&) const = default;
};

enum class TxType : std::uint8_t { Legacy = 0, AccessList = 1, DynamicFee = 2 };

struct Transaction {
    TxType type = TxType::DynamicFee;
    std::uint64_t chainId = 0; // legacy: 0 means without EIP-155
    std::uint64_t nonce = 0;
    U256 gasPrice;             // legacy and type 1
    U256 maxPriorityFeePerGas; // type 2
    U256 maxFeePerGas;         // type 2
    std::uint64_t gasLimit = 0;
    std::optional<Address> to; // none: contract creation
    U256 value;
    Bytes data;
    std::vector<AccessListEntry> accessList;
    bool operator==(const Transaction&) const = default;
};

struct SignedTransaction {
    Transaction tx;
    Signature signature;
};

Bytes encodeUnsigned(const Transaction& tx); // what is hashed and signed
Hash32 signingHash(const Transaction& tx);
Bytes encodeSigned(const Transaction& tx, const Signature& signature);
Hash32 transactionHash(BytesView encodedSigned);
Result<Transaction> decodeUnsigned(BytesView bytes); // for the signer: what it is asked to sign
// EIP-2 low s enforced. What is right for a chain beyond its form is in transaction_rules.h. CodecError; TooLarge above
// `maxBytes`, which nodes' pools set at an eighth of this.
inline constexpr std::size_t kMaxTransactionBytes = 1 << 20;
Result<SignedTransaction> decodeSigned(BytesView bytes, std::size_t maxBytes = kMaxTransactionBytes);
} // namespace autochain
