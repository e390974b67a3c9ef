// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/importer.h"
#include "imports/obd_report.h"

namespace autochain::imports
{

std::string_view nameOf(obd::Condition condition); // "overheating" …, as in a record's ConditionFlag::code
// The session, and where the log tells of trouble codes or the lamp, a record of those.
std::vector<RecordDraft> draftsOf(const obd::Report& report);

class ObdImporter : public Importer
{
public:
    std::string_view name() const override { return "obd"; }
    bool sniff(std::string_view head) const override;
    Result<> import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const override;
};

} // namespace autochain::imports
