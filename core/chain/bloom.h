// SPDX-License-Identifier: GPL-3.0-or-later
// The 2048-bit filter over the addresses and topics of logs (Yellow Paper 4.3.1).
#pragma once

#include "base/bytes.h"

namespace autochain
{

struct BloomTag;
using Bloom = FixedBytes<256, BloomTag>;

void addToBloom(Bloom& bloom, BytesView item); // an address (20 bytes) or a topic (32)
// False: certainly not in it. True: perhaps.
bool mayContain(const Bloom& bloom, BytesView item);
Bloom operator|(const Bloom& a, const Bloom& b);

} // namespace autochain
