// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/trie.h"

#include "chain/trie_path.h"
#include "chain/trie_proof.h"
#include "codec/rlp.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{
using Entries = std::map<Bytes, Bytes>;
constexpr std::uint8_t kChildren = 16;

struct Range {
    Entries::const_iterator begin;
    Entries::const_iterator end;
};

// Encodes the nodes of a trie, and keeps those on the way to one key.
class Encoder
{
public:
    explicit Encoder(std::optional<Nibbles> wanted) : m_wanted(wanted) {}

    // The node over all entries of the range, which have `depth` nibbles in common. Precondition: it is not empty.
    Bytes node(const Range& range, std::size_t depth)
    {
        const Nibbles first = Nibbles(range.begin->first);
        if (std::next(range.begin) == range.end) {
            return pair(first.from(depth), true, range.begin->second);
        }
        const Nibbles last = Nibbles(std::prev(range.end)->first);
        const std::size_t common = first.commonWith(last); // sorted: so much has every one in between
        if (common == depth) {
            return branch(range, depth);
        }
        Bytes payload;
        rlp::appendString(payload, encodePath(first.first(common).from(depth), false));
        append(payload, reference(branch(range, common), first.first(common)));
        return rlp::list(payload);
    }
    // From the root down.
    std::vector<Bytes> takeProof()
    {
        std::reverse(m_proof.begin(), m_proof.end());
        return std::move(m_proof);
    }
    void keepRoot(const Bytes& root)
    {
        if (m_wanted) {
            m_proof.push_back(root);
        }
    }

private:
    static Bytes pair(const Nibbles& path, bool isLeaf, BytesView value)
    {
        Bytes payload;
        rlp::appendString(payload, encodePath(path, isLeaf));
        rlp::appendString(payload, value);
        return rlp::list(payload);
    }

    Bytes branch(Range range, std::size_t depth)
    {
        Bytes value;
        if (2 * range.begin->first.size() == depth) { // its key ends here
            value = range.begin->second;
            ++range.begin;
        }
        Bytes payload;
        payload.reserve((kChildren + 1) * (1 + Hash32::kSize));
        for (std::uint8_t nibble = 0; nibble < kChildren; ++nibble) {
            const auto until = std::find_if(
                range.begin, range.end, [&](const auto& entry) { return Nibbles(entry.first).at(depth) != nibble; });
            if (until == range.begin) {
                rlp::appendString(payload, {});
                continue;
            }
            const Nibbles prefix = Nibbles(range.begin->first).first(depth + 1);
            append(payload, reference(node({range.begin, until}, depth + 1), prefix));
            range.begin = until;
        }
        rlp::appendString(payload, value);
        return rlp::list(payload);
    }

    // How a parent names the node below `prefix`: by hash, or by itself where it is shorter.
    Bytes reference(const Bytes& node, const Nibbles& prefix)
    {
        if (node.size() < Hash32::kSize) {
            return node;
        }
        if (m_wanted && m_wanted->startsWith(prefix)) {
            m_proof.push_back(node);
        }
        Bytes out;
        rlp::appendString(out, keccak256(node).view());
        return out;
    }

    std::optional<Nibbles> m_wanted;
    std::vector<Bytes> m_proof; // from below up
};

} // namespace

void Trie::set(BytesView key, BytesView value)
{
    if (value.empty()) {
        m_entries.erase(toBytes(key));
    } else {
        m_entries[toBytes(key)] = toBytes(value);
    }
}

Hash32 Trie::root() const
{
    if (m_entries.empty()) {
        return emptyTrieRoot();
    }
    return keccak256(Encoder(std::nullopt).node({m_entries.begin(), m_entries.end()}, 0));
}

std::vector<Bytes> Trie::proofOf(BytesView key) const
{
    if (m_entries.empty()) {
        return {};
    }
    Encoder encoder{Nibbles(key)};
    encoder.keepRoot(encoder.node({m_entries.begin(), m_entries.end()}, 0));
    return encoder.takeProof();
}

std::optional<Bytes> Trie::keyAfter(BytesView key) const
{
    const auto found = m_entries.upper_bound(toBytes(key));
    return found == m_entries.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Bytes> Trie::keyBefore(BytesView key) const
{
    const auto found = m_entries.lower_bound(toBytes(key));
    return found == m_entries.begin() ? std::nullopt : std::optional(std::prev(found)->first);
}

Hash32 orderedRoot(std::span<const Bytes> items)
{
    Trie trie;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Bytes key;
        rlp::appendUint(key, U256(i));
        trie.set(key, items[i]);
    }
    return trie.root();
}

} // namespace autochain
