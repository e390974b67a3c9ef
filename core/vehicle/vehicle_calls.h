// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to a car, as calls for the outbox. The checks here spare a fee: the contract makes them again.
#pragma once

#include "contracts/call.h"
#include "vehicle/record_rights.h"
#include "vehicle/vehicle_reader.h"

namespace autochain::vehicle
{

// `present`: what is known of the id (readSummaries); registered() gives AlreadyRegistered. BadVin, CheckDigit.
Result<Call> registerVehicle(const NetworkFile& network, std::string_view vin, std::uint32_t odometerKm,
                             const Hash32& contentDigest, const VehicleSummary& present = {});

struct Issuer {
    Address account;
    RoleMask roles = 0;
    Grant grant;               // as it stands in the registry; zeros: none
    bool issuedBefore = false; // has a record of this car: may append a Correction
};
// Whether the issuer may append the kind now. UnknownVehicle, NoRole.
Result<> mayAppend(const VehicleSummary& vehicle, const Issuer& issuer, RecordKind kind, UnixTime now);
Result<Call> appendRecord(const NetworkFile& network, const VehicleSummary& vehicle, const Issuer& issuer,
                          RecordKind kind, std::uint32_t odometerKm, const Hash32& contentDigest, UnixTime now);

Result<Call> setGrant(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                      const Address& shop, const Grant& grant); // NotHolder, BadSpan, NoRole (kind not grantable)
Result<Call> proposeLien(const NetworkFile& network, const VehicleSummary& vehicle,
                         const Issuer& lender); // NoRole, InDeal, UnderLien
Result<Call> acceptLien(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                        const Address& lender); // NotHolder, UnderLien, InDeal
Result<Call> releaseLien(const NetworkFile& network, const VehicleSummary& vehicle, const Address& lender); // NoLien
// A gift or a sale outside a deal. NotHolder, InDeal, UnderLien, ToItself.
Result<Call> transferTitle(const NetworkFile& network, const VehicleSummary& vehicle, const Address& holder,
                           const Address& to);

// What a revert of the registry means; none: not one of its errors.
std::optional<Error> decodeRegistryRevert(BytesView revertData);

} // namespace autochain::vehicle
