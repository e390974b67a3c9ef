// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proof_questions.h"

#include "net/rpc_values.h"

#include <algorithm>

namespace autochain::net
{
namespace
{
constexpr std::size_t kMaxSlotsPerProof = 512;
}

std::vector<ProofQuestion> questionsOf(const std::vector<StorageRequest>& requests)
{
    std::map<Address, std::vector<Hash32>> wanted;
    for (const auto& request : requests) {
        auto& keys = wanted[request.contract];
        keys.insert(keys.end(), request.slotKeys.begin(), request.slotKeys.end());
    }
    std::vector<ProofQuestion> questions;
    for (auto& [contract, keys] : wanted) {
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (std::size_t start = 0; start < keys.size(); start += kMaxSlotsPerProof) {
            const auto end = std::min(keys.size(), start + kMaxSlotsPerProof);
            questions.push_back(
                {contract,
                 {keys.begin() + static_cast<std::ptrdiff_t>(start), keys.begin() + static_cast<std::ptrdiff_t>(end)}});
        }
    }
    return questions;
}

RpcCall proofCall(const ProofQuestion& question, std::uint64_t blockNumber)
{
    QJsonArray keys;
    for (const auto& key : question.slotKeys) {
        keys.append(hexText(key.view()));
    }
    return {QStringLiteral("eth_getProof"), {hexText(question.contract.view()), keys, quantityText(U256(blockNumber))}};
}

void addWords(Words& words, const AccountProof& proof)
{
    for (const auto& slot : proof.storage) {
        words[{proof.address, slot.slot}] = slot.value;
    }
}

std::vector<std::vector<U256>> inOrderOf(const std::vector<StorageRequest>& requests, const Words& words)
{
    std::vector<std::vector<U256>> ordered;
    for (const auto& request : requests) {
        auto& row = ordered.emplace_back();
        for (const auto& key : request.slotKeys) {
            row.push_back(words.at({request.contract, key}));
        }
    }
    return ordered;
}

StateProof stateProofOf(Bytes header, std::vector<AccountProof> answers)
{
    StateProof out;
    out.header = std::move(header);
    for (AccountProof& answer : answers) {
        const auto same = std::find_if(out.accounts.begin(), out.accounts.end(),
                                       [&](const AccountProof& account) { return account.address == answer.address; });
        if (same == out.accounts.end()) {
            out.accounts.push_back(std::move(answer));
        } else {
            std::move(answer.storage.begin(), answer.storage.end(), std::back_inserter(same->storage));
        }
    }
    return out;
}

} // namespace autochain::net
