// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_log.h"
#include "fuzz.h"
#include "imports/obd_record.h"

using namespace autochain;
using namespace autochain::imports;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MemorySource source({reinterpret_cast<const char*>(data), size});
    const auto report = obd::readLog(source, "log");
    if (!report.ok()) {
        return 0;
    }
    fuzz::require(report->rowsUsed + report->rowsRejected == report->rows, "every row is used or told");
    fuzz::require(report->durationS >= 0 && report->distanceM >= 0, "time and way are not negative");
    for (const obd::SignalStatistics& one : report->statistics) {
        fuzz::require(one.count == 0 || (one.min <= one.mean && one.mean <= one.max && one.p95 <= one.max),
                      "statistics are in order");
    }
    for (const RecordDraft& draft : draftsOf(*report)) {
        const std::string text = vehicle::writeRecordContent(draft.content);
        if (text.size() <= vehicle::kMaxRecordContentBytes) {
            const auto again = vehicle::parseRecordContent(asBytes(text));
            fuzz::require(again.ok() && *again == draft.content, "a record reads back as itself");
        }
    }
    return 0;
}
