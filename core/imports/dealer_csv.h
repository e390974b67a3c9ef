// SPDX-License-Identifier: GPL-3.0-or-later
// A dealer's or shop's own table, a record per line. Columns are found by their names or told by a mapping:
//   field=Column name    by its name, whatever its case and blanks
//   field=#3             by its place, from 1
//   field=:text          the same text for every line
// Fields: vin registration kind date odometer unit (km or mi) title notes place item part cost currency reference
// codes; and dates (dmy or mdy), which is no column.
#pragma once

#include "imports/importer.h"

namespace autochain::imports
{

class DealerImporter : public Importer
{
public:
    std::string_view name() const override { return "table"; }
    bool sniff(std::string_view head) const override;
    // BadMapping where a mapping names a column that is not there, or no column is the VIN and options.vin is empty.
    Result<> import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const override;
};

} // namespace autochain::imports
