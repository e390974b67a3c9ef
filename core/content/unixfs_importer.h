// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders to blocks, as `ipfs add --cid-version=1 --raw-leaves` of Kubo 0.34 makes them: chunks of 262,144
// bytes as raw leaves, a balanced tree of dag-pb nodes with at most 174 links above them; a file of one chunk is that
// leaf. (boxo: ipld/unixfs/importer/balanced.)
#pragma once

#include "codec/cid.h"
#include "content/error.h"

#include <functional>
#include <vector>

namespace autochain
{

inline constexpr std::size_t kChunkBytes = 262'144;
inline constexpr std::size_t kLinksPerNode = 174;

// Gets every block once it is whole, children before parents; the view is good for the call alone. What it returns as
// an error ends the import.
using BlockSink = std::function<Result<>(const Cid& cid, BytesView block)>;

struct Imported {
    Cid cid;
    std::uint64_t fileBytes = 0;  // of the content; of all files of a folder
    std::uint64_t totalBytes = 0; // of all its blocks: what the folder above writes as the link's Tsize
    std::uint64_t blocks = 0;
};

// One file, in pieces as they come. Holds one chunk and one node per level of the tree, however long the file is.
class FileImporter
{
public:
    explicit FileImporter(BlockSink sink);
    Result<> add(BytesView more); // errors: the sink's
    Result<Imported> finish();    // once; errors: the sink's

private:
    struct Part { // one link of a node being filled
        Cid cid;
        std::uint64_t fileBytes = 0;
        std::uint64_t totalBytes = 0;
    };
    Result<> leaf(BytesView chunk);
    Result<> place(std::size_t level, const Part& part);
    Result<Part> close(std::size_t level); // the node of this level, written

    BlockSink m_sink;
    Bytes m_chunk;
    std::vector<std::vector<Part>> m_levels; // of the lowest level first
    std::uint64_t m_blocks = 0;
};

struct FolderEntry {
    std::string name;
    Imported what;
};
// The node of a folder; entries in any order. Where Kubo spreads them over a HAMT (from 262,144 bytes of names and CIDs
// on) so does this. UnsafeName: a name that no folder may have, or one twice. TooDeep: see writeHamt. The sink's
// errors.
Result<Imported> importFolder(std::vector<FolderEntry> entries, const BlockSink& sink);
// The node of a symbolic link; it is written and shown, and nothing ever follows it.
Result<Imported> importSymlink(std::string_view target, const BlockSink& sink);

} // namespace autochain
