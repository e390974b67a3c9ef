// SPDX-License-Identifier: GPL-3.0-or-later
// A whole Merkle-Patricia trie (Yellow Paper, appendix D) from its keys and values: for the roots of transactions and
// receipts, and for proofs.
#pragma once

#include "base/bytes.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace autochain
{

class Trie
{
public:
    // An empty value takes the key away.
    void set(BytesView key, BytesView value);
    Hash32 root() const;
    // The nodes from the root down to the key, or to where it would be; embedded ones inside of their parents.
    std::vector<Bytes> proofOf(BytesView key) const;

    // The neighbours of a key, which itself need not be there.
    std::optional<Bytes> keyAfter(BytesView key) const;
    std::optional<Bytes> keyBefore(BytesView key) const;

private:
    std::map<Bytes, Bytes> m_entries; // bytes sort as their nibbles do
};

// The root over items under their indexes 0, 1, 2 … in RLP: transactionsRoot and receiptsRoot.
Hash32 orderedRoot(std::span<const Bytes> items);

} // namespace autochain
