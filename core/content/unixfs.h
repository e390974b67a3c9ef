// SPDX-License-Identifier: GPL-3.0-or-later
// UnixFS v1 (specs.ipfs.tech/unixfs): what the data of a dag-pb node says about a file or folder.
#pragma once

#include "base/bytes.h"
#include "content/error.h"

namespace autochain::unixfs
{

enum class Kind : std::uint8_t { Raw = 0, Folder = 1, File = 2, Metadata = 3, Symlink = 4, HamtShard = 5 };

struct Data {
    Kind kind = Kind::File;
    Bytes bytes;                 // File, Raw: what comes before the children; Symlink: target; HamtShard: bits
    bool hasFileBytes = false;   // folders have none
    std::uint64_t fileBytes = 0; // of the whole file below
    std::vector<std::uint64_t> blockBytes; // of each child, in file bytes
    std::uint64_t hashType = 0;            // HamtShard: multihash code of the hash of names
    std::uint64_t fanout = 0;              // HamtShard: places of a node
};

// Every field at most once, children's sizes aside; mode and modification time are read over. BadBlock with an empty
// CID and the reason as detail.
Result<Data> decode(BytesView from);
// As Kubo writes them; a Symlink's target are its bytes.
Bytes encode(const Data& data);

} // namespace autochain::unixfs
