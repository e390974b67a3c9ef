// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "codec/error.h"

namespace autochain
{
// CIDv1, raw codec (0x55), sha2-256, base32 lower: what `ipfs add --cid-version=1 --raw-leaves` gives for a single
// block.
std::string cidOfRawBlock(const Hash32& sha256Digest);
Result<Hash32> digestOfRawCid(std::string_view cid); // BadCid
} // namespace autochain
