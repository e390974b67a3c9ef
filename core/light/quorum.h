// SPDX-License-Identifier: GPL-3.0-or-later
// Where a chain's headers cannot be verified here (no proof-of-work rules), several nodes are asked and the block that
// most of them name counts. That is their word and stays Reported: it takes as many liars as agree. Pure.
#pragma once

#include "chain/provenance.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace autochain::light
{

struct BlockVote { // a block as one node names it
    std::string url;
    BlockRef block;
    Hash32 stateRoot;
};

struct AgreedBlock {
    BlockRef block;
    Hash32 stateRoot;
    std::vector<std::string> agreeing; // URLs, in the order of the votes
    std::vector<std::string> others;   // named another block of this number
};

struct QuorumStatus {
    std::size_t nodes = 0;
    std::size_t needed = 0;            // that have to agree
    std::optional<AgreedBlock> agreed; // none: not enough of them named the same block, and one node's word is shown
    struct Contradicted {
        std::string url;
        std::string detail; // technical
    };
    std::vector<Contradicted> contradicted; // nodes whose proofs did not fit what most of them name; not believed again
};

// More than half of the nodes, and two at least. 0: there are fewer than two nodes.
std::size_t quorumOf(std::size_t nodes);
// The highest number that at least `needed` of the newest blocks have reached: who is ahead can be asked for it. None
// where fewer have answered.
std::optional<std::uint64_t> heightFor(std::span<const BlockVote> newest, std::size_t needed);
// Of votes on one number: what at least `needed` say alike, hash and state root. A node votes once; its later votes do
// not count.
std::optional<AgreedBlock> agreedBy(std::span<const BlockVote> votes, std::size_t needed);

} // namespace autochain::light
