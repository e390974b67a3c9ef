// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of many sections for one reader, format "autochain-keys/1": what a grant names by its digest.
#pragma once

#include "privacy/wrapped_key.h"

#include <vector>

namespace autochain::privacy
{

inline constexpr std::size_t kMaxBlockKeys = 1'000; // far below what a block takes

struct SectionKey {
    Hash32 sectionDigest; // sha2-256 of the section's block
    WrappedKey key;       // reader, sharedBy and until are the block's
    bool operator==(const SectionKey&) const = default;
};

struct KeyBlock {
    Hash32 vehicleId;
    Address sharedBy;
    Address reader;
    std::uint64_t until = 0;
    std::vector<SectionKey> keys;
    bool operator==(const KeyBlock&) const = default;
};

Bytes encodeKeyBlock(const KeyBlock& block);                                 // precondition: at most kMaxBlockKeys
Result<KeyBlock> decodeKeyBlock(BytesView block);                            // BadKeyBlock; strict
const WrappedKey* keyOf(const KeyBlock& block, const Hash32& sectionDigest); // nullptr: none
// A block that a grant names must be about this car, from this holder, for this reader. OtherCar with what differs.
Result<> checkBelongs(const KeyBlock& block, const Hash32& vehicleId, const Address& sharedBy, const Address& reader);

} // namespace autochain::privacy
