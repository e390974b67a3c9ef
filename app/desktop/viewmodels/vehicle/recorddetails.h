// SPDX-License-Identifier: GPL-3.0-or-later
// Everything one record says: what, by whom and how that is known, what speaks of it, what lies with it.
#pragma once

#include "timelinerows.h"

#include <QVariantList>

namespace autochain::desktop
{

// Lines as detaillist.h has them. Precondition: `position` is one of the records.
QVariantList recordDetails(std::span<const vehicle::Record> records, std::uint32_t position, const RecordLinks& links,
                           const RecordPeople& people);
// What is to be said where the content is not simply there; empty: it is, or there is none.
QString contentStateText(const vehicle::Record& record);
// All words of a record, for finding.
QString searchText(const vehicle::Record& record, const RecordPeople& people);

} // namespace autochain::desktop
