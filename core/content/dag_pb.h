// SPDX-License-Identifier: GPL-3.0-or-later
// dag-pb (ipld.io/specs/codecs/dag-pb/spec): the blocks files and folders are written in. Reading is strict: the fields
// of a link in their order and once, no unknown fields, only shortest numbers, nothing between the links. Links come
// before the data, as all known writers have it, or after it, which the spec allows readers to meet.
#pragma once

#include "codec/cid.h"
#include "content/error.h"

namespace autochain::dagpb
{

inline constexpr std::size_t kMaxNodeBlockBytes = 2 * 1024 * 1024; // the largest block Bitswap carries
inline constexpr std::size_t kMaxLinks = 16'384;
inline constexpr std::size_t kMaxNameBytes = 255; // a name of a file in a folder; prefixed by up to 3 digits in a HAMT

struct Link {
    Cid cid;
    std::string name; // any bytes: not checked here
    std::uint64_t totalBytes =
        0; // "Tsize": of the blocks below, as its writer says. Nobody checks it; never rely on it
};

struct Node {
    std::vector<Link> links;
    Bytes data;
};

// BadBlock with an empty CID (the caller knows it) and the reason as detail.
Result<Node> decode(BytesView block);
// Every link with all three fields, data left out where empty: what Kubo writes.
Bytes encode(const Node& node);

} // namespace autochain::dagpb
