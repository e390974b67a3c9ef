// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks by their sha2-256 digest (CIDv1 raw). Where they come from is never trusted: every read is checked against the
// digest by the implementation, so a caller that gets bytes has the bytes that were meant.
#pragma once

#include "base/bytes.h"
#include "content/error.h"

#include <QCoroTask>

namespace autochain
{

inline constexpr std::size_t kMaxBlockBytes = 256 * 1024; // one raw leaf of `ipfs add`

class ContentPort
{
public:
    virtual ~ContentPort() = default;
    // Errors: NotFound, DigestMismatch, TooLarge, IoError, Unreachable.
    virtual QCoro::Task<Result<Bytes>> get(Hash32 digest) = 0;
    // Keeps the block and gives its digest. Errors: TooLarge, DiskFull, IoError, Unreachable.
    virtual QCoro::Task<Result<Hash32>> put(Bytes block) = 0;
};

} // namespace autochain
