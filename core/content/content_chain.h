// SPDX-License-Identifier: GPL-3.0-or-later
// Several sources as one: the local folder first, then the others in their order. What a source gives is checked; who
// gave something else is passed over and remembered, and what was right is kept in the local folder.
#pragma once

#include "content/folder_content_store.h"

#include <vector>

namespace autochain
{

class ContentChain : public ContentPort, public BlockSource
{
public:
    // `local` may be null: nothing is kept then. Neither is owned; both must outlive this.
    explicit ContentChain(FolderContentStore* local, std::vector<BlockSource*> others = {});

    // Checked. Where nobody has it, the worst of the errors met: an altered block before a source that is away, and
    // that before NotFound. A full disk does not stop reading.
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override;
    QCoro::Task<Result<Bytes>> get(Hash32 digest) override; // fetch() of a raw block, at most kMaxBlockBytes
    QCoro::Task<Result<Hash32>> put(Bytes block) override;  // into the local folder; NotFound without one

    // How often the source at this place of `others` gave a block that was not the one asked for.
    int lies(std::size_t source) const { return m_lies[source]; }

private:
    FolderContentStore* m_local;
    std::vector<BlockSource*> m_others;
    std::vector<int> m_lies;
};

} // namespace autochain
