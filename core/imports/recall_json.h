// SPDX-License-Identifier: GPL-3.0-or-later
// Recalls of a model as NHTSA's api.nhtsa.gov/recalls/recallsByVehicle answers. They are of all cars of that model:
// whether one of them is meant only its maker can say.
#pragma once

#include "imports/importer.h"

namespace autochain::imports
{

class RecallImporter : public Importer
{
public:
    std::string_view name() const override { return "recalls"; }
    bool sniff(std::string_view head) const override;
    Result<> import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const override;
};

} // namespace autochain::imports
