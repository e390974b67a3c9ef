// SPDX-License-Identifier: GPL-3.0-or-later
// RpcNode::prove: the header of one block, and proofs of its state that whoever gets them can check again.
#include "net/proof_questions.h"
#include "net/rpc_header.h"
#include "net/rpc_node.h"

namespace autochain::net
{

QCoro::Task<Result<Sourced<StateProof>>> RpcNode::prove(std::vector<StorageRequest> requests)
{
    const auto questions = questionsOf(requests);
    AC_CO_TRY(const BlockRef top, co_await head());
    std::vector<RpcCall> calls;
    calls.push_back(headerCall(HeaderMethod::Block, top.number));
    for (const ProofQuestion& question : questions) {
        calls.push_back(proofCall(question, top.number));
    }
    Answers answers;
    Provenance provenance = Provenance::Proven; // the worst of all answers
    for (std::size_t start = 0; start < calls.size(); start += kMaxProofsPerBatch) {
        const auto end = std::min(calls.size(), start + kMaxProofsPerBatch);
        std::vector<RpcCall> batch(calls.begin() + static_cast<std::ptrdiff_t>(start),
                                   calls.begin() + static_cast<std::ptrdiff_t>(end));
        AC_CO_TRY(Read got, co_await read(std::move(batch)));
        provenance = worst(provenance, provenanceOf(got.local));
        std::move(got.answers.begin(), got.answers.end(), std::back_inserter(answers));
    }
    const auto header = headerOf(answers.front());
    if (!header.ok()) {
        co_return bad("header");
    }
    const std::string url = m_peers[m_current].client->url();
    std::vector<AccountProof> proofs;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        AC_CO_TRY(AccountProof proof,
                  readAccountProof(url, answers[i + 1], questions[i].contract, questions[i].slotKeys));
        proofs.push_back(std::move(proof));
    }
    Sourced<StateProof> out;
    out.value = stateProofOf(encodeHeader(header->header), std::move(proofs));
    out.provenance = provenance;
    out.block = {header->header.number, header->hash, static_cast<std::int64_t>(header->header.timestamp)};
    AC_CO_CHECK(ProvenWords::of(out.value));
    co_return out;
}

QCoro::Task<Result<Sourced<Hash32>>> RpcNode::blockHashAt(std::uint64_t number)
{
    std::vector<RpcCall> calls;
    calls.push_back(headerCall(HeaderMethod::Block, number));
    AC_CO_TRY(const Read got, co_await read(std::move(calls)));
    if (got.answers.front().isNull()) {
        co_return ChainError::NotFound;
    }
    const auto header = headerOf(got.answers.front());
    if (!header.ok() || header->header.number != number) {
        co_return bad("header");
    }
    Sourced<Hash32> out;
    out.value = header->hash;
    out.provenance = provenanceOf(got.local);
    out.block = {number, header->hash, static_cast<std::int64_t>(header->header.timestamp)};
    co_return out;
}

} // namespace autochain::net
