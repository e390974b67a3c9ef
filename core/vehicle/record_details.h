// SPDX-License-Identifier: GPL-3.0-or-later
// The details of a record as JSON: an object with "schema" (name and version) and that schema's fields.
#pragma once

#include "codec/json.h"
#include "vehicle/record.h"

namespace autochain::vehicle
{

struct ReadDetails {
    RecordDetails details;
    std::string unknownSchema; // set where this program does not know the schema: then no details
};
Result<ReadDetails> readDetails(const QJsonObject& object); // BadRecordContent: details.<field>
QJsonObject writeDetails(const RecordDetails& details);     // empty for none
// Details with nothing stated, of the schema that belongs to a kind; none: the kind has no details.
RecordDetails emptyDetailsOf(RecordKind kind);
std::string_view schemaOf(const RecordDetails& details); // empty for none

} // namespace autochain::vehicle
