// SPDX-License-Identifier: GPL-3.0-or-later
// MOT histories, recalls, dealers' tables: the first byte picks the importer.
#include "fuzz.h"
#include "imports/importer.h"

using namespace autochain;
using namespace autochain::imports;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto all = importers();
    const Importer& importer = *all[data[0] % all.size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    importerFor(text);
    MemorySource source(text);
    CollectedImport found;
    ImportOptions options;
    options.now = 1'800'000'000;
    options.vin = size % 2 == 0 ? "1HGCM82633A004352" : "";
    if (importer.import(source, options, found).ok()) {
        for (const RecordDraft& draft : found.drafts) {
            const std::string content = vehicle::writeRecordContent(draft.content);
            const auto again = vehicle::parseRecordContent(asBytes(content));
            fuzz::require(content.size() > vehicle::kMaxRecordContentBytes || again.ok(),
                          "a draft is a record others can read");
            fuzz::require(draft.kind != vehicle::RecordKind::None, "of a kind");
        }
    }
    return 0;
}
