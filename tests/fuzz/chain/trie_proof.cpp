// SPDX-License-Identifier: GPL-3.0-or-later
// The input: a byte that says which kind of keys, 32 bytes of key, and a list of strings, the nodes. 32 bytes of 0x11
// in a node stand for the hash of the next one, which is put in, so that what is changed in a node still hangs
// together.
#include "chain/trie_proof.h"
#include "crypto/hash.h"
#include "fuzz.h"
#include "rlp_item.h"

#include <algorithm>

using namespace autochain;

namespace
{

constexpr std::size_t kHead = 1 + Hash32::kSize;

void putHash(Bytes& node, const Hash32& hash)
{
    const Bytes marker(Hash32::kSize, 0x11);
    const auto found = std::search(node.begin(), node.end(), marker.begin(), marker.end());
    if (found != node.end()) {
        std::copy(hash.bytes.begin(), hash.bytes.end(), found);
    }
}

std::vector<Bytes> nodesOf(const rlp::Item& list)
{
    std::vector<Bytes> nodes;
    for (const auto& item : list.items) {
        nodes.push_back(item.data);
    }
    for (std::size_t i = nodes.size(); i-- > 1;) {
        putHash(nodes[i - 1], keccak256(nodes[i]));
    }
    return nodes;
}

bool isInside(BytesView part, const std::vector<Bytes>& nodes)
{
    return std::any_of(nodes.begin(), nodes.end(), [&](const Bytes& node) {
        return part.data() >= node.data() && part.data() + part.size() <= node.data() + node.size();
    });
}

// Nodes that prove something prove it only all together.
void checkTight(const Hash32& root, BytesView key, const std::vector<Bytes>& nodes, TrieKeys keys)
{
    auto fewer = nodes;
    fewer.pop_back();
    fuzz::require(!proveKey(root, key, fewer, keys).ok(), "no node can be left out");
    auto more = nodes;
    more.push_back(nodes.back());
    fuzz::require(!proveKey(root, key, more, keys).ok(), "no node can be added");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const auto list = size > kHead ? rlp::decode(input.subspan(kHead)) : std::nullopt;
    if (!list || !list->isList || list->items.empty()) {
        return 0;
    }
    const TrieKeys keys = input[0] % 2 == 0 ? TrieKeys::Hashed : TrieKeys::PrefixFree;
    const BytesView key = input.subspan(1, keys == TrieKeys::Hashed ? Hash32::kSize : 1);
    const auto nodes = nodesOf(*list);
    const Hash32 root = keccak256(nodes.front());
    const auto proven = proveKey(root, key, nodes, keys);
    if (!proven.ok()) {
        fuzz::require(proven.error().is(ChainError::BadProof) && !proven.error().detail.empty(), "a refusal says why");
        return 0;
    }
    fuzz::require(!*proven || isInside(**proven, nodes), "a value is a part of the nodes");
    fuzz::require(!*proven || !(*proven)->empty(), "a value is not empty");
    if (root != emptyTrieRoot()) {
        checkTight(root, key, nodes, keys);
    }
    return 0;
}
