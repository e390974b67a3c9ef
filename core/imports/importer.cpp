// SPDX-License-Identifier: GPL-3.0-or-later
// The list of importers: a new one needs a line here and nothing else.
#include "imports/importer.h"

#include "imports/dealer_csv.h"
#include "imports/mot_json.h"
#include "imports/obd_record.h"
#include "imports/recall_json.h"

#include <algorithm>

namespace autochain::imports
{

std::span<const Importer* const> importers()
{
    static const ObdImporter obd;
    static const MotImporter mot;
    static const RecallImporter recalls;
    static const DealerImporter dealer; // last: it takes almost any table
    static const std::array<const Importer*, 4> all = {&obd, &mot, &recalls, &dealer};
    return all;
}

const Importer* importerNamed(std::string_view name)
{
    const auto all = importers();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Importer* one) { return one->name() == name; });
    return at == all.end() ? nullptr : *at;
}

const Importer* importerFor(std::string_view head)
{
    const auto all = importers();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Importer* one) { return one->sniff(head); });
    return at == all.end() ? nullptr : *at;
}

} // namespace autochain::imports
