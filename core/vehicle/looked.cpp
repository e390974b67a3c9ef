// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/looked.h"

#include <algorithm>

namespace autochain::vehicle
{
namespace
{
template <typename... Roles>
constexpr RoleMask roles(Roles... list)
{
    return static_cast<RoleMask>((maskOf(list) | ...));
}

Looked lookedAt(Topic topic)
{
    switch (topic) {
    case Topic::Odometer:
        return Looked::Odometer;
    case Topic::Accidents:
        return Looked::Accidents;
    case Topic::Title:
        return Looked::Title;
    case Topic::Liens:
        return Looked::Liens;
    case Topic::Recalls:
        return Looked::Recalls;
    case Topic::Theft:
        return Looked::Theft;
    }
    return Looked::Odometer;
}

// Kinds whose very existence shows that the topic was looked at.
bool speaksOf(RecordKind kind, Topic topic)
{
    switch (topic) {
    case Topic::Accidents:
        return kind == RecordKind::Accident || kind == RecordKind::InsuranceClaim || kind == RecordKind::TotalLoss;
    case Topic::Recalls:
        return kind == RecordKind::RecallOpened || kind == RecordKind::RecallClosed;
    case Topic::Theft:
        return kind == RecordKind::Theft;
    default:
        return false;
    }
}
} // namespace

RoleMask ableToKnow(Topic topic)
{
    using R = ProviderRole;
    switch (topic) {
    case Topic::Odometer:
        return roles(R::Manufacturer, R::Dealer, R::Inspector, R::RepairShop, R::ObdDevice, R::Government,
                     R::Appraiser);
    case Topic::Accidents:
        return roles(R::Insurer, R::Inspector, R::Dealer, R::RepairShop, R::Government, R::Appraiser);
    case Topic::Title:
    case Topic::Liens:
        return roles(R::Government, R::Lender);
    case Topic::Recalls:
        return roles(R::Manufacturer, R::Dealer, R::Inspector, R::Government);
    case Topic::Theft:
        return roles(R::Government, R::Insurer);
    }
    return 0;
}

bool hasLooked(const Record& record, Topic topic)
{
    if ((record.providerRoles & ableToKnow(topic)) == 0) {
        return false;
    }
    const auto& checked = record.content.checked;
    return speaksOf(record.kind, topic) || std::find(checked.begin(), checked.end(), lookedAt(topic)) != checked.end();
}

std::optional<UnixTime> lastLook(std::span<const Record> records, Topic topic)
{
    std::optional<UnixTime> out;
    for (const Record& record : records) {
        if (hasLooked(record, topic)) {
            out = std::max(out.value_or(record.time), record.time);
        }
    }
    return out;
}

} // namespace autochain::vehicle
