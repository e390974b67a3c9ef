// SPDX-License-Identifier: GPL-3.0-or-later
// The chain that lies are told about: ten blocks with contracts, people and transactions, a lighter branch, and another
// network altogether.
#pragma once

#include "pow_node.h"

namespace autochain::light::test
{

struct Scene {
    Scene();

    static Address person(std::uint8_t n);
    static Hash32 slot(std::uint64_t n);
    // What an honest node says now.
    U256 word(const Address& who, std::uint64_t n) const { return chain.block(head).world->word(who, slot(n)); }
    const pow::Block& at(std::uint64_t number) const { return chain.ancestor(head, number); }

    Address contract = person(0xc1);      // slots 0 to 29 hold 1,000 + slot; slot 5 holds 2,005 since block 3
    Address otherContract = person(0xc2); // the same slots with other words
    Address buyer = person(1);
    Address nobody = person(0xee); // no such account
    pow::PowChain chain;
    pow::PowChain foreign; // of other rules and another genesis block
    Hash32 head;           // block 10
    Hash32 lighter;        // leaves at block 6, ends at 8; its own words
    Hash32 foreignHead;
    std::vector<Hash32> transactions; // of block 4, and one that was never mined
    Hash32 lighterTransaction;        // in the lighter branch only
    Hash32 neverMined;
};

inline constexpr std::uint64_t kChangedSlot = 5;
inline constexpr std::uint64_t kEmptySlot = 777;
inline constexpr std::uint64_t kChangeBlock = 3;
inline constexpr std::uint64_t kTransactionBlock = 4;
inline constexpr std::uint64_t kForkBlock = 6;

} // namespace autochain::light::test
