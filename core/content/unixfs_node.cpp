// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/unixfs_node.h"

#include "crypto/hash.h"

namespace autochain
{

Result<Imported> writeUnixfsNode(dagpb::Node node, const unixfs::Data& data, const BlockSink& sink)
{
    Imported out;
    for (const dagpb::Link& link : node.links) {
        out.totalBytes += link.totalBytes;
    }
    node.data = unixfs::encode(data);
    const Bytes block = dagpb::encode(node);
    out.cid = {kCodecDagPb, sha256(block)};
    out.fileBytes = data.fileBytes;
    out.totalBytes += block.size();
    out.blocks = 1;
    AC_CHECK(sink(out.cid, block));
    return out;
}

} // namespace autochain
