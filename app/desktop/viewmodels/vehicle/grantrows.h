// SPDX-License-Identifier: GPL-3.0-or-later
// Grants and private parts as the car's page shows them. QVariants as grantsviewmodel.h describes them.
#pragma once

#include "sharing/section_desk.h"

#include <QVariantList>

namespace autochain::desktop
{

class Session;

// Readers and writers, those whose grant holds first. `now`: the chain's.
QVariantList peopleRows(const Session& session, const sharing::CarGrants& grants,
                        const std::vector<vehicle::ShopGrant>& writers, UnixTime now);
// "12 Nov 2026, Repair: Timing belt"
QString sectionTitle(const vehicle::Record& record);
// `rights`: none where they could not be read. `document`: what was opened; nullptr: nothing.
QVariantMap sectionRow(const Session& session, const QString& title, std::uint64_t record,
                       const std::optional<sharing::SectionRights>& rights, const privacy::Document* document,
                       bool offered);

} // namespace autochain::desktop
