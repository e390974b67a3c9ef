// SPDX-License-Identifier: GPL-3.0-or-later
// What is signed for deals (EIP-712) and where a deal's Safe lies. Pure.
#pragma once

#include "chain/network_file.h"
#include "contracts/generated/deal_book_types.h"
#include "contracts/generated/safe_types.h"

namespace autochain::contracts
{

// EIP-712 struct hash of the terms == the dealId.
Hash32 hashTerms(const dealBook::Terms& terms);
// Domain {name "AutoChain DealBook", version "1", chainId, verifyingContract: the DealBook}.
Hash32 dealDomainSeparator(std::uint64_t chainId, const Address& dealBook);
// What buyer and seller sign.
Hash32 termsDigest(std::uint64_t chainId, const Address& dealBook, const dealBook::Terms& terms);

// A transaction of a Safe (Safe 1.4.1, SafeTx). Gas refund fields left at zero are what every guard of the suite wants.
struct SafeTx {
    Address to;
    U256 value;
    Bytes data;
    safe::Operation operation = safe::Operation::Call;
    U256 safeTxGas;
    U256 baseGas;
    U256 gasPrice;
    Address gasToken;
    Address refundReceiver;
    U256 nonce;
    bool operator==(const SafeTx&) const = default;
};
// What the Safe's owners sign; domain {chainId, verifyingContract: the Safe}.
Hash32 safeTxHash(std::uint64_t chainId, const Address& safe, const SafeTx& tx);

// The same as eth_signTypedData_v4 documents, for the signer.
std::string typedDataJson(std::uint64_t chainId, const Address& dealBook, const dealBook::Terms& terms);
std::string typedDataJson(std::uint64_t chainId, const Address& safe, const SafeTx& tx);

// Where SafeProxyFactory.createProxyWithNonce puts a proxy of `singleton` (CREATE2, EIP-1014).
Address safeProxyAddress(const Address& factory, const Address& singleton, BytesView initializer,
                         const U256& saltNonce);
// The Safe the DealBook makes on acceptance; see contracts/src/DealSafes.sol.
Address dealSafeAddress(const NetworkFile& network, const dealBook::Terms& terms);

} // namespace autochain::contracts
