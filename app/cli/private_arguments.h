// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of private sections are given: documents, kinds, spans.
#pragma once

#include "arguments.h"

#include "privacy/document.h"
#include "privacy/read_grant.h"
#include "vehicle/record.h"

#include <QJsonArray>

namespace autochain::cli
{

QJsonArray kindNamesJson(std::uint32_t kinds);
QString kindNamesLine(std::uint32_t kinds);
// --file and --type. StoreError::NoAccess, TooLarge, BadSection.
Result<privacy::Document> documentFrom(const Arguments& arguments);
// --kinds, --until, --records. `now`: the chain's. BadScope, BadSpan.
Result<privacy::ReadGrant> readGrantFrom(const Arguments& arguments, UnixTime now);

} // namespace autochain::cli
