// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of one test: what their headers and bodies can show of them, uncles included.
#pragma once

#include "caches.h"
#include "chain/header_rules.h"
#include "codec/rlp_view.h"

#include <map>
#include <set>
#include <string>

namespace autochain::vectors
{

class BlockChain
{
public:
    // `sealed`: seals are checked too, with `caches`.
    BlockChain(ChainRules rules, bool sealed, Caches& caches)
        : m_rules(std::move(rules)), m_sealed(sealed), m_caches(caches)
    {
    }

    // The name of what is wrong with a block in RLP: of a header's rule, of a seal's, "rlp", "transactionsRoot",
    // "unclesHash", "withdrawalsRoot", "uncles", or "uncle " and a rule. Empty: nothing is; then the block is kept.
    std::string add(BytesView rlp, HashedHeader& out);
    void addGenesis(const HashedHeader& header) { m_known[header.hash] = {header, {}}; }

private:
    struct Block {
        HashedHeader header;
        std::vector<Hash32> uncles;
    };

    std::string headerFault(const HashedHeader& header, const Block* parent);
    std::string bodyFault(const Header& header, const std::vector<RlpView>& block, std::vector<Bytes>& uncles) const;
    std::string unclesFault(const HashedHeader& header, const std::vector<HashedHeader>& uncles);
    const Block* find(const Hash32& hash) const;

    ChainRules m_rules;
    bool m_sealed;
    Caches& m_caches;
    std::map<Hash32, Block> m_known;
};

// None unless it is a list of whole items.
std::optional<std::vector<RlpView>> itemsOf(const std::optional<RlpView>& list);

} // namespace autochain::vectors
