// SPDX-License-Identifier: GPL-3.0-or-later
// RpcNode::storage: many slots of many contracts, all at one pinned block, with their proofs.
#include "net/rpc_node.h"
#include "net/rpc_values.h"

#include <map>

namespace autochain::net
{
namespace
{
constexpr std::size_t kMaxSlotsPerProof = 512; // geth takes 1,024 keys
constexpr std::size_t kMaxProofsPerBatch = 32;
constexpr int kMaxPins = 3;

// One eth_getProof: a contract and the slots asked of it.
struct Question {
    Address contract;
    std::vector<Hash32> slotKeys;
};

// Each contract's slots together, none twice.
std::vector<Question> questionsOf(const std::vector<StorageRequest>& requests)
{
    std::map<Address, std::vector<Hash32>> wanted;
    for (const auto& request : requests) {
        auto& keys = wanted[request.contract];
        keys.insert(keys.end(), request.slotKeys.begin(), request.slotKeys.end());
    }
    std::vector<Question> questions;
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

RpcCall proofCall(const Question& question, const QString& block)
{
    QJsonArray keys;
    for (const auto& key : question.slotKeys) {
        keys.append(hexText(key.view()));
    }
    return {QStringLiteral("eth_getProof"), {hexText(question.contract.view()), keys, block}};
}

using Words = std::map<std::pair<Address, Hash32>, U256>;

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
} // namespace

Result<Provenance> RpcNode::judge(const BlockRef& block, const AccountProof& proof, bool local) const
{
    if (m_options.checkProof) {
        return m_options.checkProof(block, proof);
    }
    return m_options.kind == NetworkKind::Practice && local ? Provenance::Local : Provenance::Reported;
}

QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> RpcNode::storage(std::vector<StorageRequest> requests)
{
    const auto questions = questionsOf(requests);
    Error last = bad("proof");
    for (int pin = 0; pin < kMaxPins; ++pin) { // a node may have dropped the pinned block's state already
        auto top = co_await head();
        if (!top.ok()) {
            co_return top.error();
        }
        const QString number = quantityText(U256(top->number));
        Sourced<std::vector<std::vector<U256>>> out;
        out.block = *top;
        out.provenance = questions.empty() ? Provenance::Reported : Provenance::Proven; // the worst of all proofs
        Words words;
        bool refused = false;
        for (std::size_t start = 0; start < questions.size() && !refused; start += kMaxProofsPerBatch) {
            const auto end = std::min(questions.size(), start + kMaxProofsPerBatch);
            std::vector<RpcCall> calls;
            for (std::size_t i = start; i < end; ++i) {
                calls.push_back(proofCall(questions[i], number));
            }
            auto got = co_await read(calls);
            if (!got.ok()) {
                last = got.error();
                refused = last.is(ChainError::NodeRefused);
                if (!refused) {
                    co_return last;
                }
                break;
            }
            for (std::size_t i = start; i < end; ++i) {
                const auto& question = questions[i];
                AC_CO_TRY(const AccountProof proof,
                          readAccountProof(m_peers[m_current].client->url(), got->answers[i - start], question.contract,
                                           question.slotKeys));
                AC_CO_TRY(const Provenance provenance, judge(out.block, proof, got->local));
                out.provenance = worst(out.provenance, provenance);
                for (const auto& slot : proof.storage) {
                    words[{question.contract, slot.slot}] = slot.value;
                }
            }
        }
        if (!refused) {
            out.value = inOrderOf(requests, words);
            co_return out;
        }
    }
    co_return last;
}

} // namespace autochain::net
