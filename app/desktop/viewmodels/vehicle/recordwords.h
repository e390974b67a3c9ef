// SPDX-License-Identifier: GPL-3.0-or-later
// One record in words: its line in the timeline, who says it and how that is known.
#pragma once

#include "vehicle/record.h"

#include <QString>

#include <functional>

namespace autochain::desktop
{

// What a record is filtered by, in the order of the filter's list; 0 stands for all.
enum class RecordGroup { All, Service, Readings, Damage, Title, Recalls, Diagnosis, Words };

struct RecordPeople {
    std::function<QString(const Address&)> nameOf; // empty: nobody knows the name
};

RecordGroup groupOf(vehicle::RecordKind kind);
QString recordIcon(vehicle::RecordKind kind);       // Lucide name
QString recordTitle(const vehicle::Record& record); // its own title, else its kind
QString recordDate(UnixTime time);                  // 28 Oct 2026
QString roleName(vehicle::ProviderRole role);
QString rolesText(const vehicle::Record& record); // "inspector, dealer"; empty: none at that time
// "Ontario Safety Inspections", "Owner's entry", "Bob Keller, owner".
QString issuerText(const vehicle::Record& record, const RecordPeople& people);
// The issuer's standing when it wrote the record, and where that is known from.
QString standingText(const vehicle::Record& record);
QString moneyText(const vehicle::Cost& cost);
QString zoneName(vehicle::BodyZone zone); // "rear left"
// Its reading; with what stood on the instrument where that was in the other unit ("131,660 km, on the instrument
// 81,810 mi").
QString readingText(const vehicle::Record& record);
QString ownerKindText(vehicle::OwnerKind kind); // empty: not known

} // namespace autochain::desktop
