// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record.h"

#include "base/u256.h"
#include "crypto/hash.h"

namespace autochain::vehicle
{
namespace
{
void appendWord(Bytes& out, const U256& value)
{
    append(out, value.toBigEndian());
}

constexpr std::uint32_t bit(RecordKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

// RecordRights.sol, the same table: who may append which kinds. REPAIR_SHOP and OBD_DEVICE need the holder's grant as
// well.
constexpr std::uint32_t kindsOf(ProviderRole role)
{
    using K = RecordKind;
    switch (role) {
    case ProviderRole::None: // the holder
        return bit(K::Odometer) | bit(K::OwnerStatement) | bit(K::Service);
    case ProviderRole::Manufacturer:
        return bit(K::Production) | bit(K::FirstSale) | bit(K::RecallOpened) | bit(K::RecallClosed);
    case ProviderRole::Dealer:
        return bit(K::FirstSale) | bit(K::OwnershipChange) | bit(K::Service) | bit(K::Odometer) | bit(K::Valuation);
    case ProviderRole::Inspector:
        return bit(K::Inspection) | bit(K::Odometer) | bit(K::TroubleCodes) | bit(K::ObdSession) | bit(K::Valuation);
    case ProviderRole::RepairShop:
        return bit(K::Service) | bit(K::Repair) | bit(K::Odometer) | bit(K::TroubleCodes);
    case ProviderRole::Insurer:
        return bit(K::InsuranceClaim) | bit(K::Accident) | bit(K::TotalLoss);
    case ProviderRole::Lender:
        return 0; // Lien and LienRelease are written by the registry with the lien itself
    case ProviderRole::ObdDevice:
        return bit(K::ObdSession) | bit(K::TroubleCodes) | bit(K::Odometer);
    case ProviderRole::Government:
        return bit(K::ImportExport) | bit(K::TitleBrand) | bit(K::Theft) | bit(K::Scrapped) | bit(K::OwnershipChange) |
               bit(K::Inspection) | bit(K::Odometer);
    }
    return 0;
}
} // namespace

Hash32 nextHead(const Hash32& head, const Record& record)
{
    Bytes encoded;
    encoded.reserve(7 * 32);
    append(encoded, head.view());
    appendWord(encoded, record.index);
    appendWord(encoded, static_cast<std::uint64_t>(record.kind));
    appendWord(encoded, U256::fromBigEndian(record.provider.view()));
    appendWord(encoded, static_cast<std::uint64_t>(record.time));
    appendWord(encoded, record.odometerKm);
    append(encoded, record.contentDigest.view());
    return keccak256(encoded);
}

Hash32 historyHead(std::span<const Record> records)
{
    Hash32 head;
    for (const Record& record : records) {
        head = nextHead(head, record);
    }
    return head;
}

Result<> verifyHistory(std::span<const Record> records, std::uint64_t count, const Hash32& head)
{
    if (records.size() < count) {
        return Error(VehicleError::HistoryIncomplete, {std::to_string(records.size()), std::to_string(count)});
    }
    bool inOrder = records.size() == count;
    for (std::size_t i = 0; i < records.size() && inOrder; ++i) {
        inOrder = records[i].index == i;
    }
    if (!inOrder || historyHead(records) != head) {
        return Error(VehicleError::HistoryMismatch, {std::to_string(records.size())});
    }
    return {};
}

std::uint32_t kindBit(RecordKind kind)
{
    return bit(kind);
}

RoleMask issuersOf(RecordKind kind)
{
    RoleMask out = 0;
    for (int i = 0; i < kProviderRoles; ++i) {
        const auto role = static_cast<ProviderRole>(i);
        if ((kindsOf(role) & bit(kind)) != 0) {
            out = static_cast<RoleMask>(out | maskOf(role));
        }
    }
    return out;
}

} // namespace autochain::vehicle
