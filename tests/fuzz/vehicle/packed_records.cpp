// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as records kept from an earlier time.
#include "fuzz.h"
#include "vehicle/history_cache.h"

using namespace autochain;
using namespace autochain::vehicle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto records = unpackRecords(BytesView(data, size));
    if (records.ok()) {
        fuzz::require(records->size() <= size, "no more records than bytes");
        const auto again = unpackRecords(packRecords(*records));
        fuzz::require(again.ok() && historyHead(*again) == historyHead(*records), "packed again it is the same");
    }
    return 0;
}
