// SPDX-License-Identifier: GPL-3.0-or-later
// Content identifiers (github.com/multiformats/cid): which codec reads a block, and the sha2-256 of its bytes.
#pragma once

#include "base/bytes.h"
#include "codec/error.h"

namespace autochain
{

// Of the multicodec table.
inline constexpr std::uint64_t kCodecRaw = 0x55;   // the bytes themselves
inline constexpr std::uint64_t kCodecDagPb = 0x70; // links and data, what UnixFS is written in

struct Cid {
    std::uint64_t codec = kCodecRaw; // any of the table; the readers of this suite know the two above
    Hash32 digest;                   // sha2-256 of the block; other hashes are refused when a CID is read
    auto operator<=>(const Cid&) const = default;
};

// Version 1 in base32, lower case: "bafkrei…", "bafybei…".
std::string cidText(const Cid& cid);
// Version 1 in base32, lower case, or version 0 ("Qm…", which is dag-pb). One text per CID and version; BadCid.
Result<Cid> parseCid(std::string_view text);

Bytes cidBytes(const Cid& cid); // version 1
// Takes a CID of either version from the front of `from`. BadCid, and `from` as it was.
Result<Cid> takeCid(BytesView& from);

// CIDv1, raw codec (0x55), sha2-256, base32 lower: what `ipfs add --cid-version=1 --raw-leaves` gives for a single
// block.
std::string cidOfRawBlock(const Hash32& sha256Digest);
Result<Hash32> digestOfRawCid(std::string_view cid); // BadCid

} // namespace autochain
