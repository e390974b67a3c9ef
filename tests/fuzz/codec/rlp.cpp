// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "rlp_item.h"

using namespace autochain;

// There is one encoding of everything, so what is accepted is what would be written.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto item = rlp::decode(input)) {
        fuzz::require(rlp::encode(*item) == toBytes(input), "RLP encodes back to the input");
    }
    return 0;
}
