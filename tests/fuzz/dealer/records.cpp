// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a kept history. The first byte says how: even, as they are; odd, as what lies under the compression.
#include "dealer/record_codec.h"
#include "fuzz.h"

#include <QByteArray>

using namespace autochain;
using namespace autochain::dealer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    Bytes bytes(data + 1, data + size);
    if (data[0] % 2 == 1) {
        const QByteArray packed = qCompress(bytes.data(), static_cast<qsizetype>(bytes.size()));
        bytes.assign(packed.begin(), packed.end());
    }
    const auto records = unpackHistory(bytes, 1, Hash32());
    fuzz::require(!records.ok(), "no bytes of a stranger fold to a head");
    fuzz::require(records.error().is(VehicleError::HistoryMismatch) ||
                      records.error().is(VehicleError::HistoryIncomplete),
                  "what does not fold is told as that");
    return 0;
}
