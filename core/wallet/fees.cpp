// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/fees.h"

#include <algorithm>

namespace autochain::wallet
{
namespace
{
std::uint64_t withReserve(std::uint64_t estimate)
{
    return estimate > UINT64_MAX / 2 ? estimate : estimate + estimate / 5;
}

// A dynamic fee has to outlive rising base fees: 1.5, 2 and 3 times today's, by patience.
U256 baseFeeRoom(const U256& baseFee, Speed speed)
{
    switch (speed) {
    case Speed::Slow:
        return baseFee + baseFee / U256(2);
    case Speed::Normal:
        return baseFee * U256(2);
    case Speed::Fast:
        return baseFee * U256(3);
    }
    return baseFee;
}

void quoteDynamic(FeeQuote& out, const FeeSuggestion& suggestion, const FeeChoice& choice)
{
    out.type = TxType::DynamicFee;
    const U256 tip =
        choice.speed == Speed::Fast ? suggestion.maxPriorityFeePerGas * U256(2) : suggestion.maxPriorityFeePerGas;
    out.maxPriorityFeePerGas = choice.maxPriorityFeePerGas.value_or(tip);
    out.maxFeePerGas =
        choice.maxFeePerGas.value_or(baseFeeRoom(suggestion.baseFeePerGas, choice.speed) + out.maxPriorityFeePerGas);
    out.maxPriorityFeePerGas = std::min(out.maxPriorityFeePerGas, out.maxFeePerGas); // EIP-1559 demands it
    out.gasPrice = std::min(out.maxFeePerGas, suggestion.baseFeePerGas + out.maxPriorityFeePerGas);
}

void quoteLegacy(FeeQuote& out, const FeeSuggestion& suggestion, const FeeChoice& choice)
{
    out.type = TxType::Legacy;
    U256 price = suggestion.gasPrice;
    if (choice.speed == Speed::Normal) {
        price += price / U256(10);
    } else if (choice.speed == Speed::Fast) {
        price += price / U256(2);
    }
    out.gasPrice = choice.gasPrice.value_or(price);
    out.maxFeePerGas = out.gasPrice;
}

U256 raised(const U256& price)
{
    return price + price / U256(8) + U256(1);
}
} // namespace

FeeQuote quoteFee(const FeeSuggestion& suggestion, std::uint64_t gasEstimate, const FeeChoice& choice)
{
    FeeQuote out;
    out.gasEstimate = gasEstimate;
    out.gasLimit = withReserve(gasEstimate);
    if (suggestion.dynamic) {
        quoteDynamic(out, suggestion, choice);
    } else {
        quoteLegacy(out, suggestion, choice);
    }
    out.likelyWei = U256(gasEstimate) * out.gasPrice;
    out.mostWei = U256(out.gasLimit) * out.maxFeePerGas;
    return out;
}

Result<> checkOwnPrices(const FeeSuggestion& suggestion, const FeeChoice& choice)
{
    const std::optional<U256> own = suggestion.dynamic ? choice.maxFeePerGas : choice.gasPrice;
    const std::optional<U256> tip = suggestion.dynamic ? choice.maxPriorityFeePerGas : std::nullopt;
    if (own && own->isZero()) {
        return WalletError::ZeroPrice;
    }
    if (own && tip && *tip > *own) {
        return WalletError::TipAboveMost;
    }
    const U256 now =
        suggestion.dynamic ? suggestion.baseFeePerGas + suggestion.maxPriorityFeePerGas : suggestion.gasPrice;
    const U256 most = now > U256::max() / U256(kMostTimes) ? U256::max() : now * U256(kMostTimes);
    const U256 offered = std::max(own.value_or(U256()), tip.value_or(U256()));
    if (offered > most && !now.isZero()) {
        return Error(WalletError::FeeAbsurd, {offered.toDecimal(), most.toDecimal(), now.toDecimal()});
    }
    return {};
}

void applyFee(const FeeQuote& quote, Transaction& transaction)
{
    transaction.type = quote.type;
    transaction.gasLimit = quote.gasLimit;
    if (quote.type == TxType::DynamicFee) {
        transaction.maxFeePerGas = quote.maxFeePerGas;
        transaction.maxPriorityFeePerGas = quote.maxPriorityFeePerGas;
        transaction.gasPrice = U256();
    } else {
        transaction.gasPrice = quote.gasPrice;
        transaction.maxFeePerGas = U256();
        transaction.maxPriorityFeePerGas = U256();
    }
}

FeeQuote raisedFee(const Transaction& old, const FeeQuote& fresh)
{
    FeeQuote out = fresh;
    const bool wasDynamic = old.type == TxType::DynamicFee;
    out.maxFeePerGas = std::max(fresh.maxFeePerGas, raised(wasDynamic ? old.maxFeePerGas : old.gasPrice));
    if (out.type == TxType::DynamicFee) {
        out.maxPriorityFeePerGas =
            std::max(fresh.maxPriorityFeePerGas, raised(wasDynamic ? old.maxPriorityFeePerGas : old.gasPrice));
        out.gasPrice = std::min(out.maxFeePerGas, std::max(fresh.gasPrice, out.maxPriorityFeePerGas));
    } else {
        out.gasPrice = out.maxFeePerGas;
    }
    out.likelyWei = U256(out.gasEstimate) * out.gasPrice;
    out.mostWei = U256(out.gasLimit) * out.maxFeePerGas;
    return out;
}

} // namespace autochain::wallet
