// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record.h"

#include "crypto/hash.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
using Words = std::array<std::uint8_t, 7 * 32>;

void putNumber(Words& words, std::size_t word, std::uint64_t value)
{
    for (std::size_t i = 0; i < sizeof value; ++i) {
        words[word * 32 + 31 - i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
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
    case ProviderRole::Appraiser:
        return bit(K::Valuation) | bit(K::Odometer);
    case ProviderRole::Government:
        return bit(K::ImportExport) | bit(K::TitleBrand) | bit(K::Theft) | bit(K::Scrapped) | bit(K::OwnershipChange) |
               bit(K::Inspection) | bit(K::Odometer);
    }
    return 0;
}
} // namespace

Hash32 nextHead(const Hash32& head, const Record& record)
{
    Words words{};
    std::copy(head.bytes.begin(), head.bytes.end(), words.begin());
    putNumber(words, 1, record.index);
    putNumber(words, 2, static_cast<std::uint64_t>(record.kind));
    std::copy(record.provider.bytes.begin(), record.provider.bytes.end(), words.begin() + 3 * 32 + 12);
    putNumber(words, 4, static_cast<std::uint64_t>(record.time));
    putNumber(words, 5, record.odometerKm);
    std::copy(record.contentDigest.bytes.begin(), record.contentDigest.bytes.end(), words.begin() + 6 * 32);
    return keccak256(words);
}

std::optional<Address> newHolderOf(const Record& record, const Address& registry)
{
    const bool names = record.kind == RecordKind::OwnershipChange && record.provider == registry;
    const auto& bytes = record.contentDigest.bytes;
    const bool isAddress = std::all_of(bytes.begin(), bytes.begin() + 12, [](std::uint8_t byte) { return byte == 0; });
    if (!names || !isAddress || record.contentDigest.isZero()) {
        return std::nullopt;
    }
    return Address::from(record.contentDigest.view().subspan(12));
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
