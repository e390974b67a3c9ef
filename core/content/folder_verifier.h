// SPDX-License-Identifier: GPL-3.0-or-later
// What a CID names, and the entries of a folder, from blocks that anybody may have made. Folders that Kubo spread over
// a HAMT (specs.ipfs.tech/unixfs, "HAMT directory") are read whole; hamt_writer.h writes them.
#pragma once

#include "content/file_verifier.h"

namespace autochain
{

enum class NodeKind { File, Folder, HamtFolder, Symlink };

struct Inspected {
    NodeKind kind = NodeKind::File;
    std::uint64_t fileBytes = 0; // File: what it declares
    std::string target;          // Symlink: where it points, any bytes; never to be followed
};
// Of a block that was checked. BadBlock, UnknownCodec.
Result<Inspected> inspect(const Cid& cid, BytesView block);

struct FolderEntryFound {
    std::string name; // isSafeName
    Cid cid;
};

// The same way of asking as FileVerifier's.
class FolderVerifier
{
public:
    explicit FolderVerifier(const Cid& root, ReadLimits limits = {});

    bool done() const { return m_waiting.empty(); }
    const Cid& next() const { return m_waiting.back().cid; } // precondition: !done()
    // Errors: DigestMismatch, TooLarge, BadBlock, UnknownCodec, NotAFolder, UnsafeName (also a name twice), TooDeep,
    // TooManyEntries.
    Result<> give(BytesView block);
    // By name, byte by byte. Precondition: done().
    const std::vector<FolderEntryFound>& entries() const { return m_entries; }

private:
    struct Waiting {
        Cid cid;
        std::size_t depth = 1;
    };
    Result<> takeName(const Cid& folder, std::string name, const Cid& cid);
    Result<> finish();

    Cid m_root;
    ReadLimits m_limits;
    std::vector<Waiting> m_waiting;
    std::vector<FolderEntryFound> m_entries;
    std::size_t m_shards = 0;
    std::uint64_t m_fanout = 0;
};

} // namespace autochain
