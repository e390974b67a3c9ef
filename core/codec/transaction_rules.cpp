// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/transaction_rules.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::uint64_t kTransaction = 21'000;
constexpr std::uint64_t kCreation = 32'000;
constexpr std::uint64_t kZeroByte = 4;
constexpr std::uint64_t kOtherByte = 16;
constexpr std::uint64_t kListedAddress = 2'400;
constexpr std::uint64_t kListedKey = 1'900;

} // namespace

U256 intrinsicGas(const Transaction& tx)
{
    const auto zeros = static_cast<std::uint64_t>(std::count(tx.data.begin(), tx.data.end(), 0));
    std::uint64_t gas = kTransaction + (tx.to ? 0 : kCreation);
    gas += zeros * kZeroByte + (tx.data.size() - zeros) * kOtherByte;
    for (const AccessListEntry& entry : tx.accessList) {
        gas += kListedAddress + entry.storageKeys.size() * kListedKey;
    }
    return gas;
}

U256 highestGasPrice(const Transaction& tx)
{
    return tx.type == TxType::DynamicFee ? tx.maxFeePerGas : tx.gasPrice;
}

std::optional<TransactionFault> findFault(const Transaction& tx, std::uint64_t chainId)
{
    const bool everyChain = tx.type == TxType::Legacy && tx.chainId == 0;
    if (!everyChain && tx.chainId != chainId) {
        return TransactionFault::OtherChain;
    }
    if (tx.type == TxType::DynamicFee && tx.maxPriorityFeePerGas > tx.maxFeePerGas) {
        return TransactionFault::PriorityAboveMax;
    }
    if (U256(tx.gasLimit) < intrinsicGas(tx)) {
        return TransactionFault::TooLittleGas;
    }
    if (!checkedMul(tx.gasLimit, highestGasPrice(tx)).ok()) {
        return TransactionFault::CostOverflow;
    }
    return std::nullopt;
}

std::optional<TransactionFault> findFault(const SignedTransaction& signedTx, std::uint64_t chainId)
{
    if (const auto fault = findFault(signedTx.tx, chainId)) {
        return fault;
    }
    if (!recoverAddress(signingHash(signedTx.tx), signedTx.signature).ok()) {
        return TransactionFault::NoSender;
    }
    return std::nullopt;
}

} // namespace autochain
