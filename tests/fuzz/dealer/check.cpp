// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a kept check: refused, or exactly what it encodes to again.
#include "dealer/check_codec.h"
#include "fuzz.h"

using namespace autochain;
using namespace autochain::dealer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto check = decodeCheck(bytes)) {
        const Bytes again = encodeCheck(*check);
        fuzz::require(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()), "a check encodes to itself");
    }
    return 0;
}
