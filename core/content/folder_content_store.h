// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks as files in one folder, named by their CID (CIDv1, raw, base32). Anybody may have written to the folder: every
// read is checked against the digest.
#pragma once

#include "content/content_port.h"

#include <string>

namespace autochain
{

class FolderContentStore : public ContentPort
{
public:
    explicit FolderContentStore(std::string folder) : m_folder(std::move(folder)) {} // made at the first write
    QCoro::Task<Result<Bytes>> get(Hash32 digest) override;
    QCoro::Task<Result<Hash32>> put(Bytes block) override;

    // The same without a coroutine, for tools and tests.
    Result<Bytes> read(const Hash32& digest) const;
    Result<Hash32> write(BytesView block) const; // temporary, sync, rename: a file is whole or not there
    bool has(const Hash32& digest) const;        // by name only; read() says whether it is intact
    std::string pathOf(const Hash32& digest) const;

private:
    std::string m_folder;
};

} // namespace autochain
