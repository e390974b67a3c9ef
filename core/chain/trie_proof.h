// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs of a Merkle-Patricia trie (Yellow Paper, appendix D; EIP-1186): the nodes from the root down to a key, or to
// where the key would have to be. A proof is taken only where an honest trie can have given exactly these nodes.
#pragma once

#include "base/result.h"
#include "base/u256.h"
#include "chain/error.h"

#include <optional>
#include <span>

namespace autochain
{

Hash32 emptyTrieRoot(); // keccak256 of the empty string in RLP

enum class TrieKeys {
    Hashed,    // 32 bytes each: accounts and storage. Values in branches cannot be
    PrefixFree // no key begins with another whole one: the indexes of transactions and receipts. Nor can they here
};

// The value of `key` in the trie of this root, inside of `nodes`; none where they prove that it has none. Refused:
// a root that is not empty without nodes; a node whose hash is not the one named; nodes that are not needed; nodes
// under 32 bytes named by hash, and such of 32 and more embedded; a path with an unknown flag, a padding that is not
// zero, or of no length in an extension; an extension that does not lead to a branch; a branch with fewer than two
// children, or with a value; a leaf without value, or whose path has not the length of a hashed key. BadProof (detail:
// which).
Result<std::optional<BytesView>> proveKey(const Hash32& root, BytesView key, std::span<const Bytes> nodes,
                                          TrieKeys keys);

struct Account { // Yellow Paper 4.1
    std::uint64_t nonce = 0;
    U256 balanceWei;
    Hash32 storageRoot;
    Hash32 codeHash; // keccak256 of nothing for an account without code
    bool operator==(const Account&) const = default;
};

// None: proven that there is no such account. BadProof.
Result<std::optional<Account>> proveAccount(const Hash32& stateRoot, const Address& address,
                                            std::span<const Bytes> nodes);
// The word in a slot of the storage with this root; zero where proven absent. BadProof.
Result<U256> proveSlot(const Hash32& storageRoot, const Hash32& slot, std::span<const Bytes> nodes);
// The transaction or receipt at `index` of a block, as its type says (EIP-2718); none where the block has fewer.
// BadProof.
Result<std::optional<BytesView>> proveIndex(const Hash32& root, std::uint64_t index, std::span<const Bytes> nodes);

} // namespace autochain
