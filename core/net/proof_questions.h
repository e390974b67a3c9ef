// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be asked with eth_getProof (EIP-1186) to learn many words of many contracts, and the words in the order
// they were wanted in. Pure.
#pragma once

#include "chain/node_port.h"
#include "net/account_proof.h"
#include "net/json_rpc_client.h"

#include <map>

namespace autochain::net
{

inline constexpr std::size_t kMaxProofsPerBatch = 32;

// One eth_getProof: a contract and the slots asked of it; none: the account alone.
struct ProofQuestion {
    Address contract;
    std::vector<Hash32> slotKeys;
};

// Each contract's slots together, none twice, at most 512 in a question (geth takes 1,024).
std::vector<ProofQuestion> questionsOf(const std::vector<StorageRequest>& requests);
RpcCall proofCall(const ProofQuestion& question, std::uint64_t blockNumber);

using Words = std::map<std::pair<Address, Hash32>, U256>;

void addWords(Words& words, const AccountProof& proof);
// Precondition: all that was wanted is there.
std::vector<std::vector<U256>> inOrderOf(const std::vector<StorageRequest>& requests, const Words& words);

// The answers to all questions of one block as one proof; a contract that was asked about twice is in it once.
StateProof stateProofOf(Bytes header, std::vector<AccountProof> answers);

} // namespace autochain::net
