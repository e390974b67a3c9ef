// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value comes from. It is part of every value from a chain, up to the pixel.
#pragma once

#include "base/bytes.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace autochain
{

// Ordered from best to worst, so that a value made of several takes the worst of them.
enum class Provenance {
    Proven,   // header verified and storage proof verified here
    Local,    // practice chain on this computer
    Reported, // somebody's word: a node's answer, a message
    Stale     // was good once, nothing fresh since
};

constexpr Provenance worst(Provenance a, Provenance b)
{
    return std::max(a, b);
}

struct BlockRef {
    std::uint64_t number = 0;
    Hash32 hash;
    std::int64_t time = 0; // unix seconds
    bool operator==(const BlockRef&) const = default;
};

// A value, where it comes from and the block it was read at.
template <typename T>
struct Sourced {
    T value{};
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

} // namespace autochain
