// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/trie_proof.h"

#include "chain/trie_path.h"
#include "codec/rlp.h"
#include "codec/rlp_view.h"
#include "crypto/hash.h"

namespace autochain
{
namespace
{
constexpr std::size_t kChildren = 16;
constexpr std::size_t kHashedNibbles = 2 * Hash32::kSize;
constexpr std::uint8_t kEmptyNode[] = {0x80};

Error bad(const char* what)
{
    return {ChainError::BadProof, {}, what};
}

// Why a proof is refused; nullptr: so far it is not. Plain, because this is asked some hundred times in a proof.
using Fault = const char*;

// What a node says of the key: a child to go on with, or the end.
struct Step {
    bool isEnd = false;
    std::optional<BytesView> value; // at the end; none: absent
    RlpView child;                  // else
    Nibbles rest;                   // of the key below the child
    bool wantsBranch = false;       // the child of an extension
};

constexpr std::uint8_t kEmptyString = 0x80;
constexpr std::uint8_t kHashString = kEmptyString + Hash32::kSize;

bool isEmpty(const RlpView& item)
{
    return !item.isList && item.payload.empty();
}

// A child is named by 32 bytes, or stands there itself, shorter than its hash would be.
bool isChild(const RlpView& item)
{
    return item.isList ? item.whole.size() < Hash32::kSize : item.payload.size() == Hash32::kSize;
}

// takeRlp with a short way for what nearly all children are: a hash or nothing.
bool takeChild(BytesView& items, RlpView& out)
{
    if (!items.empty() && items.front() == kEmptyString) {
        out = {false, {}, items.first(1)};
    } else if (items.size() > Hash32::kSize && items.front() == kHashString) {
        out = {false, items.subspan(1, Hash32::kSize), items.first(1 + Hash32::kSize)};
    } else if (const auto item = takeRlp(items)) {
        out = *item;
        return true;
    } else {
        return false;
    }
    items = items.subspan(out.whole.size());
    return true;
}

Fault stepThroughBranch(BytesView items, const Nibbles& key, Step& out)
{
    const std::size_t wanted = key.size() > 0 ? key.at(0) : kChildren;
    std::size_t children = 0;
    for (std::size_t i = 0; i < kChildren; ++i) {
        RlpView item;
        if (!takeChild(items, item) || !(isEmpty(item) || isChild(item))) {
            return "branch with a child that is none";
        }
        children += isEmpty(item) ? 0 : 1;
        if (i == wanted) {
            out.child = item;
        }
    }
    if (items.size() != 1 || items.front() != kEmptyString) {
        return "branch with a value";
    }
    if (children < 2) {
        return "branch with fewer than two children";
    }
    if (wanted == kChildren) {
        return "key ends in a branch";
    }
    out.isEnd = isEmpty(out.child);
    out.rest = key.from(1);
    return nullptr;
}

Fault endAtLeaf(const NodePath& path, const RlpView& value, const Nibbles& key, TrieKeys keys, Step& out)
{
    if (value.isList || value.payload.empty()) {
        return "leaf without value";
    }
    if (keys == TrieKeys::Hashed && path.nibbles.size() != key.size()) {
        return "leaf of another length";
    }
    out.isEnd = true;
    if (path.nibbles.size() == key.size() && key.startsWith(path.nibbles)) {
        out.value = value.payload;
    }
    return nullptr;
}

Fault stepThroughPath(const RlpView& compact, const RlpView& below, const Nibbles& key, TrieKeys keys, Step& out)
{
    const auto path = compact.isList ? std::nullopt : decodePath(compact.payload);
    if (!path) {
        return "path";
    }
    if (path->isLeaf) {
        return endAtLeaf(*path, below, key, keys, out);
    }
    if (path->nibbles.size() == 0 || !isChild(below)) {
        return "extension";
    }
    if (keys == TrieKeys::Hashed && path->nibbles.size() >= key.size()) {
        return "extension beyond the key";
    }
    out.isEnd = !key.startsWith(path->nibbles);
    if (!out.isEnd) {
        out.child = below;
        out.rest = key.from(path->nibbles.size());
        out.wantsBranch = true;
    }
    return nullptr;
}

Fault stepThrough(const RlpView& node, const Nibbles& key, TrieKeys keys, bool wantsBranch, Step& out)
{
    BytesView items = node.payload;
    const auto first = node.isList ? takeRlp(items) : std::nullopt;
    const auto second = first ? takeRlp(items) : std::nullopt;
    if (!second) {
        return "node";
    }
    if (!items.empty()) {
        return stepThroughBranch(node.payload, key, out);
    }
    return wantsBranch ? "extension that leads to no branch" : stepThroughPath(*first, *second, key, keys, out);
}

// Hands out the nodes in their order, each under the hash that it must have.
class ProofNodes
{
public:
    explicit ProofNodes(std::span<const Bytes> nodes) : m_nodes(nodes) {}

    Fault take(BytesView hash, bool isRoot, RlpView& out)
    {
        if (m_next == m_nodes.size()) {
            return "nodes are missing";
        }
        const Bytes& node = m_nodes[m_next++];
        if (!isRoot && node.size() < Hash32::kSize) {
            return "a short node named by its hash";
        }
        if (keccak256(node) != Hash32::from(hash)) {
            return "hash of a node";
        }
        const auto read = readRlp(node);
        out = read.value_or(RlpView());
        return read ? nullptr : "node";
    }
    bool allUsed() const { return m_next == m_nodes.size(); }

private:
    std::span<const Bytes> m_nodes;
    std::size_t m_next = 0;
};

// Ends: every turn but the last uses up nibbles of the key.
Fault walk(const Hash32& root, const Nibbles& key, ProofNodes& proof, TrieKeys keys, std::optional<BytesView>& value)
{
    RlpView node;
    Fault fault = proof.take(root.view(), true, node);
    Nibbles rest = key;
    bool wantsBranch = false;
    while (fault == nullptr) {
        Step step;
        fault = stepThrough(node, rest, keys, wantsBranch, step);
        if (fault != nullptr || step.isEnd) {
            value = step.value;
            break;
        }
        rest = step.rest;
        wantsBranch = step.wantsBranch;
        if (step.child.isList) {
            node = step.child;
        } else {
            fault = proof.take(step.child.payload, false, node);
        }
    }
    return fault == nullptr && !proof.allUsed() ? "nodes that are not needed" : fault;
}

bool saysEmpty(std::span<const Bytes> nodes)
{
    return nodes.empty() || (nodes.size() == 1 && nodes[0] == Bytes(std::begin(kEmptyNode), std::end(kEmptyNode)));
}

std::optional<Account> readAccount(BytesView rlp)
{
    const auto list = readRlp(rlp);
    if (!list || !list->isList) {
        return std::nullopt;
    }
    BytesView items = list->payload;
    const auto nonce = takeRlpU64(items);
    const auto balance = takeRlpU256(items);
    const auto storageRoot = takeRlpFixed(items, Hash32::kSize);
    const auto codeHash = takeRlpFixed(items, Hash32::kSize);
    if (!nonce || !balance || !storageRoot || !codeHash || !items.empty()) {
        return std::nullopt;
    }
    return Account{*nonce, *balance, Hash32::from(*storageRoot), Hash32::from(*codeHash)};
}

} // namespace

Hash32 emptyTrieRoot()
{
    static const Hash32 kRoot = keccak256(BytesView(kEmptyNode));
    return kRoot;
}

Result<std::optional<BytesView>> proveKey(const Hash32& root, BytesView key, std::span<const Bytes> nodes,
                                          TrieKeys keys)
{
    if (keys == TrieKeys::Hashed && 2 * key.size() != kHashedNibbles) {
        return bad("key");
    }
    if (root == emptyTrieRoot()) {
        if (!saysEmpty(nodes)) {
            return bad("nodes of an empty trie");
        }
        return std::optional<BytesView>();
    }
    ProofNodes proof(nodes);
    std::optional<BytesView> value;
    if (const Fault fault = walk(root, Nibbles(key), proof, keys, value)) {
        return bad(fault);
    }
    return value;
}

Result<std::optional<Account>> proveAccount(const Hash32& stateRoot, const Address& address,
                                            std::span<const Bytes> nodes)
{
    const Hash32 key = keccak256(address.view());
    AC_TRY(const auto value, proveKey(stateRoot, key.view(), nodes, TrieKeys::Hashed));
    if (!value) {
        return std::optional<Account>();
    }
    const auto account = readAccount(*value);
    if (!account) {
        return bad("account");
    }
    return account;
}

Result<U256> proveSlot(const Hash32& storageRoot, const Hash32& slot, std::span<const Bytes> nodes)
{
    const Hash32 key = keccak256(slot.view());
    AC_TRY(const auto value, proveKey(storageRoot, key.view(), nodes, TrieKeys::Hashed));
    if (!value) {
        return U256();
    }
    BytesView rest = *value;
    const auto word = takeRlpU256(rest);
    if (!word || !rest.empty() || word->isZero()) { // a zero is stored by storing nothing
        return bad("storage word");
    }
    return *word;
}

Result<std::optional<BytesView>> proveIndex(const Hash32& root, std::uint64_t index, std::span<const Bytes> nodes)
{
    Bytes key;
    rlp::appendUint(key, U256(index));
    return proveKey(root, key, nodes, TrieKeys::PrefixFree);
}

} // namespace autochain
