// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks as files in one folder, named by their CID (CIDv1, base32). Anybody may have written to the folder: every read
// is checked against the digest.
#pragma once

#include "content/block_source.h"
#include "content/content_port.h"

#include <string>

namespace autochain
{

class FolderContentStore : public ContentPort, public BlockStore
{
public:
    explicit FolderContentStore(std::string folder) : m_folder(std::move(folder)) {} // made at the first write
    QCoro::Task<Result<Bytes>> get(Hash32 digest) override;
    QCoro::Task<Result<Hash32>> put(Bytes block) override;
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override; // checked
    QCoro::Task<Result<>> keep(Cid cid, Bytes block) override;

    // The same without a coroutine, for tools and tests: raw blocks of at most kMaxBlockBytes.
    Result<Bytes> read(const Hash32& digest) const;
    Result<Hash32> write(BytesView block) const; // temporary, sync, rename: a file is whole or not there
    bool has(const Hash32& digest) const;        // by name only; read() says whether it is intact
    std::string pathOf(const Hash32& digest) const;

    // Any block, at most kMaxAnyBlockBytes.
    Result<Bytes> readBlock(const Cid& cid) const;
    Result<> writeBlock(const Cid& cid, BytesView block) const; // DigestMismatch where it is another block
    // A copy of what others have too: does not wait for the disk. After a power cut it may be gone or, as every read
    // tells, altered. Precondition: the block is what the CID names.
    Result<> writeCopy(const Cid& cid, BytesView block) const;
    std::string pathOf(const Cid& cid) const;

private:
    Result<Bytes> readAtMost(const Cid& cid, std::size_t most) const;
    Result<> writeChecked(const Cid& cid, BytesView block) const;

    std::string m_folder;
};

} // namespace autochain
