// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the content block of a record, with a signature's line in front or not.
#include "fuzz.h"
#include "vehicle/signed_content.h"

using namespace autochain;
using namespace autochain::vehicle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView block(data, size);
    const auto parts = splitSignedContent(block);
    fuzz::require(!parts.ok() || parts->content.size() <= size, "content lies in the block");
    const auto content = parseRecordContent(block);
    if (!content.ok()) {
        fuzz::require(content.error().is(VehicleError::BadRecordContent), "what is wrong is told as that");
        return 0;
    }
    fuzz::require(content->items.size() <= 500 && content->title.size() <= 200, "caps");
    const auto again = parseRecordContent(asBytes(writeRecordContent(*content)));
    if (again.ok() && content->unknownDetails.empty()) {
        fuzz::require(*again == *content, "written and read again it is the same");
    }
    return 0;
}
