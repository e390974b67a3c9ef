// SPDX-License-Identifier: GPL-3.0-or-later
// Words of contracts with what proves them (EIP-1186), for whoever keeps or passes on a proof instead of only holding
// it against a header once.
#pragma once

#include "base/result.h"
#include "base/u256.h"
#include "chain/error.h"
#include "chain/header.h"
#include "chain/node_port.h"
#include "chain/trie_proof.h"

#include <map>

namespace autochain
{

struct StorageProof {
    Hash32 slot;
    U256 value;
    std::vector<Bytes> nodes; // RLP, from the storage root down
    bool operator==(const StorageProof&) const = default;
};

struct AccountProof {
    Address address;
    Hash32 storageRoot;
    std::vector<Bytes> nodes; // RLP, from the state root down
    std::vector<StorageProof> storage;
    bool operator==(const AccountProof&) const = default;
};

// Holds a proof against the state root of a verified header: the account, its storage root, and every slot's value. The
// account as it is in the state; none where it is proven that there is none, and then every slot is zero. BadProof.
Result<std::optional<Account>> verifyAccountProof(const AccountProof& proof, const Hash32& stateRoot);

struct StateProof {
    Bytes header; // RLP of the block whose state this is
    std::vector<AccountProof> accounts;
    bool operator==(const StateProof&) const = default;
};

// Words that a state proof was found to prove. A word that is not in it is not known, which is not zero.
class ProvenWords
{
public:
    // NotCanonical (the header), BadProof.
    static Result<ProvenWords> of(const StateProof& proof);

    const Header& header() const { return m_header; }
    const Hash32& blockHash() const { return m_blockHash; }
    std::optional<U256> word(const Address& contract, const Hash32& slot) const;
    std::size_t size() const { return m_words.size(); }

private:
    Header m_header;
    Hash32 m_blockHash;
    std::map<std::pair<Address, Hash32>, U256> m_words;
};

// A node that gives proofs away. What it gives was not held against anything but itself: ProvenWords does that.
class ProofPort
{
public:
    virtual ~ProofPort() = default;
    // All of one block, the newest that is verified where headers are; at most kMaxProofSlots slots. ChainError.
    virtual QCoro::Task<Result<Sourced<StateProof>>> prove(std::vector<StorageRequest> requests) = 0;
    // Of the block with this number in the chain the node follows; Proven where that is the verified one. NotFound
    // where it has none.
    virtual QCoro::Task<Result<Sourced<Hash32>>> blockHashAt(std::uint64_t number) = 0;
};
inline constexpr std::size_t kMaxProofSlots = 100'000;

} // namespace autochain
