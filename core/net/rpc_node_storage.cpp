// SPDX-License-Identifier: GPL-3.0-or-later
// RpcNode::storage: many slots of many contracts, all at one pinned block. What comes back is the node's word.
#include "net/proof_questions.h"
#include "net/rpc_node.h"
#include "net/rpc_values.h"

namespace autochain::net
{
namespace
{
constexpr int kMaxPins = 3;
}

Provenance RpcNode::provenanceOf(bool local) const
{
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
        Sourced<std::vector<std::vector<U256>>> out;
        out.block = *top;
        out.provenance = questions.empty() ? Provenance::Reported : Provenance::Proven; // the worst of all answers
        Words words;
        bool refused = false;
        for (std::size_t start = 0; start < questions.size() && !refused; start += kMaxProofsPerBatch) {
            const auto end = std::min(questions.size(), start + kMaxProofsPerBatch);
            std::vector<RpcCall> calls;
            for (std::size_t i = start; i < end; ++i) {
                calls.push_back(proofCall(questions[i], top->number));
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
                out.provenance = worst(out.provenance, provenanceOf(got->local));
                addWords(words, proof);
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
