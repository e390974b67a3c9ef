// SPDX-License-Identifier: GPL-3.0-or-later
// What happened before the person came: every transaction of the practice market's past, with its time. Pure; the same
// cars, people and `now` give the same plan.
#pragma once

#include "base/clock.h"
#include "contracts/call.h"
#include "crypto/secp256k1.h"
#include "practice/car_catalog.h"
#include "practice/drive_log.h"
#include "practice/people.h"

#include <functional>
#include <map>

namespace autochain::practice
{

struct SeedStep {
    UnixTime time = 0;      // of the block it has to be in
    std::size_t sender = 0; // index into the cast
    Call call;
};

struct SeedPlan {
    std::vector<SeedStep> steps;                  // by time; steps of one time may share a block
    std::vector<Bytes> blocks;                    // content of records and listings, to be kept by CID
    std::map<Hash32, std::uint64_t> recordCounts; // vehicleId -> records its history will have
    std::size_t listings = 0;
};

struct SeedStage {
    std::map<std::string, Address> contracts; // as in the network file
    std::vector<Address> people;              // by cast index
    UnixTime genesis = 0;
    UnixTime now = 0;
    DriveShape drive; // what recorded drives look like
    std::uint64_t chainId = 0;
    // The signature of one of the cast under the content of a record; none: contents are not signed.
    std::function<Signature(std::size_t writer, const Hash32& digest)> sign = {};
};

// Half a year before the oldest car was built.
UnixTime genesisTimeOf(const std::vector<CatalogCar>& cars);
// Everything the cars went through, up to their listings.
SeedPlan planCars(const std::vector<CatalogCar>& cars, const SeedStage& stage);
// Roles and names (at genesis), later on AUC from the treasury and the appraisers' registration.
// `signSafeTx`: the foundation's signature (r || s || v) over the treasury's transaction with this nonce and call.
using SignTreasury = std::function<Bytes(const Call& inner, std::uint64_t nonce)>;
std::vector<SeedStep> planSociety(const SeedStage& stage, const SignTreasury& signTreasury);

} // namespace autochain::practice
