// SPDX-License-Identifier: GPL-3.0-or-later
// Writing Recursive Length Prefix (Yellow Paper, appendix B), from the inside out: the items of a list one behind the
// other, then the list around them. codec/rlp_view.h reads it.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"

namespace autochain::rlp
{

void appendString(Bytes& out, BytesView string);
void appendUint(Bytes& out, const U256& value); // no leading zeros, zero is the empty string
Bytes list(BytesView payload);                  // puts the list header in front of already encoded items

} // namespace autochain::rlp
