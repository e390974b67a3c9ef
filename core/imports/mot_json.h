// SPDX-License-Identifier: GPL-3.0-or-later
// The MOT history of the UK's DVSA: the trade API of today (one object; documentation.history.mot.api.gov.uk) and its
// predecessor (a list; application/json+v6). It names cars by registration, not by VIN.
#pragma once

#include "imports/importer.h"

namespace autochain::imports
{

class MotImporter : public Importer
{
public:
    std::string_view name() const override { return "mot"; }
    bool sniff(std::string_view head) const override;
    Result<> import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const override;
};

} // namespace autochain::imports
