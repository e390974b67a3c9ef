// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/block_source.h"

#include "crypto/hash.h"

namespace autochain
{

Result<> checkBlock(const Cid& cid, BytesView block)
{
    if (block.size() > kMaxAnyBlockBytes) {
        return Error(ContentError::TooLarge, {std::to_string(block.size()), std::to_string(kMaxAnyBlockBytes)});
    }
    if (sha256(block) != cid.digest) {
        return Error(ContentError::DigestMismatch, {cidText(cid)});
    }
    return {};
}

} // namespace autochain
