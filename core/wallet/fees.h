// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/node_port.h"
#include "codec/transaction.h"
#include "wallet/error.h"

namespace autochain::wallet
{

enum class Speed { Slow, Normal, Fast };

// How much to offer: a speed, or prices of one's own.
struct FeeChoice {
    Speed speed = Speed::Normal;
    std::optional<U256> gasPrice;             // legacy chains; wei
    std::optional<U256> maxFeePerGas;         // EIP-1559 chains; wei
    std::optional<U256> maxPriorityFeePerGas; // EIP-1559 chains; wei
};

struct FeeQuote {
    TxType type = TxType::DynamicFee; // Legacy where the chain has no base fee (EIP-155)
    std::uint64_t gasLimit = 0;       // estimate + 20 %
    std::uint64_t gasEstimate = 0;
    U256 gasPrice;
    U256 maxFeePerGas;
    U256 maxPriorityFeePerGas;
    U256 likelyWei; // estimate at today's price
    U256 mostWei;   // gasLimit at the highest price: what must lie on the account
};

// Pure: prices and costs from the node's suggestion.
FeeQuote quoteFee(const FeeSuggestion& suggestion, std::uint64_t gasEstimate, const FeeChoice& choice);
// Prices of one's own, against what blocks take now. FeeAbsurd above kMostTimes of it, TipAboveMost, ZeroPrice.
inline constexpr std::uint64_t kMostTimes = 20;
Result<> checkOwnPrices(const FeeSuggestion& suggestion, const FeeChoice& choice);
void applyFee(const FeeQuote& quote, Transaction& transaction);
// What a replacement has to offer at least: 12.5 % above (nodes ask for 10).
FeeQuote raisedFee(const Transaction& old, const FeeQuote& fresh);

} // namespace autochain::wallet
