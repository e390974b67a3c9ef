// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a history's file; what can be read is held against its own proof.
#include "fuzz.h"
#include "vehicle/verified_history.h"

using namespace autochain;
using namespace autochain::vehicle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bundle = parseHistoryBundle(BytesView(data, size));
    if (!bundle.ok()) {
        fuzz::require(bundle.error().is(VehicleError::BadBundle) || bundle.error().is(CodecError::TooLarge),
                      "what is wrong with the file is told as that");
        return 0;
    }
    const auto again = parseHistoryBundle(asBytes(writeHistoryBundle(*bundle)));
    fuzz::require(again.ok() && *again == *bundle, "written and read again it is the same");
    const auto history = verifyHistory(*bundle, {});
    if (history.ok()) {
        fuzz::require(history->records.size() == history->state.history.count, "as many records as proven");
        fuzz::require(historyHead(history->records) == history->state.history.head, "they fold to the proven head");
    }
    return 0;
}
