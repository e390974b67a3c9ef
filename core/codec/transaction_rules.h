// SPDX-License-Identifier: GPL-3.0-or-later
// What a chain with the rules of London asks of a transaction before any account's state is looked at.
#pragma once

#include "codec/transaction.h"

namespace autochain
{
enum class TransactionFault {
    OtherChain,       // signed for another chain (EIP-155, EIP-2930, EIP-1559)
    TooLittleGas,     // gas limit below the intrinsic gas
    CostOverflow,     // gas limit · price above 2^256 - 1
    PriorityAboveMax, // EIP-1559: maxPriorityFeePerGas > maxFeePerGas
    NoSender          // nothing can be recovered from the signature
};

// Gas taken before the first instruction: Yellow Paper (64), with EIP-2028 (16 per byte that is not zero) and EIP-2930
// (2400 per address, 1900 per storage key).
U256 intrinsicGas(const Transaction& tx);
// The highest price per gas the transaction can be charged, in wei.
U256 highestGasPrice(const Transaction& tx);

// The first fault found; none when a chain with this id takes the transaction from an account that can pay. Decoding
// has already refused what is no canonical transaction. A legacy transaction without EIP-155 is good on every chain.
std::optional<TransactionFault> findFault(const Transaction& tx, std::uint64_t chainId);
std::optional<TransactionFault> findFault(const SignedTransaction& signedTx, std::uint64_t chainId); // and NoSender
} // namespace autochain
