// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/waiting.h"

#include <algorithm>
#include <map>

namespace autochain::wallet
{
namespace
{
using store::OutboxEntry;
using store::OutboxState;

bool mayStillCome(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Signed || entry.state == OutboxState::Sent;
}

U256 highestPrice(const Transaction& transaction)
{
    return transaction.type == TxType::DynamicFee ? transaction.maxFeePerGas : transaction.gasPrice;
}

U256 tipOf(const Transaction& transaction, const FeeSuggestion& fees)
{
    const U256 most = highestPrice(transaction);
    const U256 room = most > fees.baseFeePerGas ? most - fees.baseFeePerGas : U256();
    return transaction.type == TxType::DynamicFee ? std::min(transaction.maxPriorityFeePerGas, room) : room;
}

WhyWaiting whyOf(const Waiting& waiting, const FeeSuggestion& fees)
{
    if (waiting.entry.tx.nonce > waiting.nextNonce) {
        return waiting.earlier ? WhyWaiting::EarlierWaits : WhyWaiting::EarlierUnknown;
    }
    if (waiting.entry.state == OutboxState::Signed) {
        return WhyWaiting::NotTaken;
    }
    return offersTooLittle(waiting.entry.tx, fees) ? WhyWaiting::FeeTooLow : WhyWaiting::NextBlock;
}
} // namespace

U256 offeredPerGas(const Transaction& transaction, const FeeSuggestion& fees)
{
    return fees.dynamic && transaction.type == TxType::DynamicFee
               ? std::min(transaction.maxFeePerGas, fees.baseFeePerGas + tipOf(transaction, fees))
               : highestPrice(transaction);
}

U256 wantedPerGas(const FeeSuggestion& fees)
{
    return fees.dynamic ? fees.baseFeePerGas + fees.maxPriorityFeePerGas : fees.gasPrice;
}

bool offersTooLittle(const Transaction& transaction, const FeeSuggestion& fees)
{
    const U256 most = highestPrice(transaction);
    if (!fees.dynamic) {
        return most < fees.gasPrice;
    }
    return most < fees.baseFeePerGas || tipOf(transaction, fees) < fees.maxPriorityFeePerGas / U256(2);
}

std::vector<Waiting> waitingOf(const std::vector<OutboxEntry>& pending, const Address& from,
                               const AccountState& account, const FeeSuggestion& fees)
{
    std::map<std::uint64_t, std::vector<OutboxEntry>> byNumber;
    for (const OutboxEntry& entry : pending) {
        if (entry.from == from && mayStillCome(entry)) {
            byNumber[entry.tx.nonce].push_back(entry);
        }
    }
    std::vector<Waiting> out;
    for (auto& [number, entries] : byNumber) {
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        Waiting waiting;
        waiting.entry = entries.back();
        waiting.former.assign(entries.begin(), entries.end() - 1);
        waiting.nextNonce = account.nonce;
        if (!out.empty()) {
            waiting.earlier = out.front().entry;
        }
        waiting.offeredPerGas = offeredPerGas(waiting.entry.tx, fees);
        waiting.wantedPerGas = wantedPerGas(fees);
        waiting.why = whyOf(waiting, fees);
        out.push_back(std::move(waiting));
    }
    return out;
}

} // namespace autochain::wallet
