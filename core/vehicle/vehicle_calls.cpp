// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/vehicle_calls.h"

#include "base/hex.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/address.h"
#include "vehicle/vin.h"

#include <bit>

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;

namespace
{
const Address& registryOf(const NetworkFile& network)
{
    return network.contract("vehicleRegistry");
}

Error noRole(RecordKind kind)
{
    return Error(VehicleError::NoRole, {std::to_string(static_cast<int>(kind))});
}

Result<> demandRegistered(const VehicleSummary& vehicle)
{
    return vehicle.registered() ? Result<>() : Result<>(Error(VehicleError::UnknownVehicle, {toHex0x(vehicle.id)}));
}

// The registry asks for the ERC-721 owner: in a deal that is not the holder, who has to wait.
Result<> demandHolder(const VehicleSummary& vehicle, const Address& holder)
{
    AC_CHECK(demandRegistered(vehicle));
    if (vehicle.holder == holder && vehicle.owner != holder) {
        return Error(VehicleError::InDeal, {toHex0x(vehicle.dealId)});
    }
    if (vehicle.owner != holder) {
        return Error(VehicleError::NotHolder, {checksumAddress(vehicle.holder)});
    }
    return {};
}

Result<> demandFree(const VehicleSummary& vehicle)
{
    if (!vehicle.dealId.isZero()) {
        return Error(VehicleError::InDeal, {toHex0x(vehicle.dealId)});
    }
    if (!vehicle.lender.isZero()) {
        return Error(VehicleError::UnderLien, {checksumAddress(vehicle.lender)});
    }
    return {};
}

bool grantCovers(const Grant& grant, RecordKind kind, UnixTime now)
{
    return (grant.kinds & kindBit(kind)) != 0 && grant.from <= now && now < grant.until;
}

constexpr RoleMask kByGrant = static_cast<RoleMask>(maskOf(ProviderRole::RepairShop) | maskOf(ProviderRole::ObdDevice));

// Kinds a grant can be about: what repair shops and OBD devices may write at all.
std::uint32_t grantableKinds()
{
    std::uint32_t out = 0;
    for (int i = 0; i < kRecordKinds; ++i) {
        const auto kind = static_cast<RecordKind>(i);
        out |= (issuersOf(kind) & kByGrant) != 0 ? kindBit(kind) : 0;
    }
    return out;
}
} // namespace

Result<Call> registerVehicle(const NetworkFile& network, std::string_view vin, std::uint32_t odometerKm,
                             const Hash32& contentDigest, const VehicleSummary& present)
{
    AC_TRY(const std::string normalised, acceptVin(vin));
    if (present.registered() && present.id == vehicleIdOf(normalised)) {
        return Error(VehicleError::AlreadyRegistered, {normalised});
    }
    return registry::register_(registryOf(network), normalised, odometerKm, contentDigest);
}

Result<> mayAppend(const VehicleSummary& vehicle, const Issuer& issuer, RecordKind kind, UnixTime now)
{
    AC_CHECK(demandRegistered(vehicle));
    const RoleMask issuers = issuersOf(kind);
    const bool asHolder = (issuers & maskOf(ProviderRole::None)) != 0 && vehicle.owner == issuer.account;
    const bool byRole = (issuer.roles & issuers & ~kByGrant & ~maskOf(ProviderRole::None)) != 0;
    const bool byGrant = (issuer.roles & issuers & kByGrant) != 0 && grantCovers(issuer.grant, kind, now);
    // A correction is open to whoever issued a record of this car before.
    const bool corrects = kind == RecordKind::Correction && issuer.issuedBefore;
    return asHolder || byRole || byGrant || corrects ? Result<>() : Result<>(noRole(kind));
}

Result<Call> appendRecord(const NetworkFile& network, const VehicleSummary& vehicle, const Issuer& issuer,
                          RecordKind kind, std::uint32_t odometerKm, const Hash32& contentDigest, UnixTime now)
{
    AC_CHECK(mayAppend(vehicle, issuer, kind, now));
    return registry::append(registryOf(network), vehicle.id, static_cast<registry::Kind>(kind), odometerKm,
                            contentDigest);
}

Result<Call> setGrant(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                      const Address& shop, const Grant& grant)
{
    AC_CHECK(demandHolder(vehicle, holder));
    const bool takenBack = grant.until == 0;
    if (!takenBack && (grant.from < 0 || grant.until <= grant.from)) {
        return VehicleError::BadSpan;
    }
    if (const std::uint32_t beyond = grant.kinds & ~grantableKinds(); beyond != 0) {
        return noRole(static_cast<RecordKind>(std::countr_zero(beyond)));
    }
    return registry::setGrant(registryOf(network), vehicle.id, shop, static_cast<std::uint64_t>(grant.from),
                              static_cast<std::uint64_t>(grant.until), U256(grant.kinds));
}

Result<Call> proposeLien(const NetworkFile& network, const VehicleSummary& vehicle, const Issuer& lender)
{
    AC_CHECK(demandRegistered(vehicle));
    if ((lender.roles & maskOf(ProviderRole::Lender)) == 0) {
        return noRole(RecordKind::Lien);
    }
    AC_CHECK(demandFree(vehicle));
    return registry::proposeLien(registryOf(network), vehicle.id);
}

Result<Call> acceptLien(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                        const Address& lender)
{
    AC_CHECK(demandHolder(vehicle, holder));
    AC_CHECK(demandFree(vehicle));
    return registry::acceptLien(registryOf(network), vehicle.id, lender);
}

Result<Call> releaseLien(const NetworkFile& network, const VehicleSummary& vehicle, const Address& lender)
{
    AC_CHECK(demandRegistered(vehicle));
    if (vehicle.lender.isZero() || vehicle.lender != lender) {
        return VehicleError::NoLien;
    }
    return registry::releaseLien(registryOf(network), vehicle.id);
}

Result<Call> transferTitle(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                           const Address& to)
{
    AC_CHECK(demandHolder(vehicle, holder));
    AC_CHECK(demandFree(vehicle));
    // To the deal book a title goes only as a deposit of a deal, which is the escrow module's call.
    if (to == holder || to.isZero() || to == network.contract("dealBook") || to == registryOf(network)) {
        return VehicleError::ToItself;
    }
    return registry::safeTransferFrom(registryOf(network), holder, to, U256::fromBigEndian(vehicle.id.view()));
}

} // namespace autochain::vehicle
