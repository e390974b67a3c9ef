// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a car's append-only history, and the fold that one storage proof covers.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "vehicle/error.h"
#include "vehicle/record_content.h"

#include <span>

namespace autochain::vehicle
{

// IVehicleRegistry.Kind, same numbers.
enum class RecordKind : std::uint8_t {
    None,
    Production,
    FirstSale,
    OwnershipChange,
    Service,
    Repair,
    Accident,
    InsuranceClaim,
    Inspection,
    Odometer,
    RecallOpened,
    RecallClosed,
    ObdSession,
    TroubleCodes,
    Theft,
    Lien,
    LienRelease,
    ImportExport,
    TitleBrand,
    TotalLoss,
    Scrapped,
    Valuation,
    OwnerStatement,
    Correction
};
inline constexpr int kRecordKinds = 24;

// IParticipants.Role, same numbers. None: the owner, or nobody special.
enum class ProviderRole : std::uint8_t {
    None,
    Manufacturer,
    Dealer,
    Inspector,
    RepairShop,
    Insurer,
    Lender,
    ObdDevice,
    Government,
    Appraiser
};
inline constexpr int kProviderRoles = 10;
using RoleMask = std::uint16_t; // bit per ProviderRole
constexpr RoleMask maskOf(ProviderRole role)
{
    return static_cast<RoleMask>(1U << static_cast<unsigned>(role));
}

enum class ContentState {
    None,      // the record carries no content
    Loaded,    // `content` is what the digest names
    Missing,   // nobody asked has the block (yet)
    Altered,   // what was given does not fit the digest
    Unreadable // right bytes, not a record content (or private)
};

// Who says that the issuer wrote the content. That he appended its digest is proven by the chain, for every record.
enum class SignatureState {
    NoContent,
    Unsigned,  // a block without a signature
    Valid,     // signed by the very provider of the record, for this car, kind and reading
    Wrong,     // a signature by somebody else, or of something else
    NotChecked // the block is not here
};

// By which right the record came into the history.
enum class RightState {
    Unknown,      // not everything it takes is proven here
    Registry,     // the contract wrote it itself: a change of holder, a lien
    Holder,       // held the title at that time
    Role,         // had a role that needs nobody's grant
    Grant,        // had a role, and the holder's grant for this kind
    IssuedBefore, // a correction by who had a record of this car
    Wrong         // had none of these, as far as is proven
};

struct Record {
    std::uint64_t index = 0;
    RecordKind kind = RecordKind::None;
    Address provider;
    UnixTime time = 0;            // of the block it was appended in
    std::uint32_t odometerKm = 0; // 0: no reading
    Hash32 contentDigest;         // sha2-256; zero: none

    // Beside the chain's own fields:
    ContentState contentState = ContentState::None;
    RecordContent content;
    RoleMask providerRoles = 0; // roles the provider had at `time`
    bool byRegistry = false;    // written by the registry contract itself (a change of holder, a lien)
    std::string providerName;   // public name of a business; empty for private people
    Hash32 transactionHash;     // where the event was found, a hint
    SignatureState signature = SignatureState::NotChecked;
    RightState right = RightState::Unknown;

    bool hasRole(ProviderRole role) const { return (providerRoles & maskOf(role)) != 0; }
    bool hasReading() const { return odometerKm != 0 || index == 0; }
};

// The holder a change of title written by the registry names (its digest is the address); none: no such record.
std::optional<Address> newHolderOf(const Record& record, const Address& registry);

// head' = keccak256(abi.encode(head, index, kind, provider, time, odometerKm, contentDigest)).
Hash32 nextHead(const Hash32& head, const Record& record);
Hash32 historyHead(std::span<const Record> records); // zero for none
// The records are exactly the history that {count, head} stands for: nothing altered, reordered, added or left out.
// HistoryIncomplete, HistoryMismatch.
Result<> verifyHistory(std::span<const Record> records, std::uint64_t count, const Hash32& head);

// Which roles may append a kind (docs/protocol.md); None stands for the title's holder.
RoleMask issuersOf(RecordKind kind);
// Roles that count only together with the holder's grant.
inline constexpr RoleMask kRolesByGrant =
    static_cast<RoleMask>(maskOf(ProviderRole::RepairShop) | maskOf(ProviderRole::ObdDevice));
// Whether details of this type belong into a record of this kind; none do everywhere.
bool detailsFit(RecordKind kind, const RecordDetails& details);
// A kind may be put into a grant to a repair shop.
std::uint32_t kindBit(RecordKind kind);

} // namespace autochain::vehicle
