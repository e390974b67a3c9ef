// SPDX-License-Identifier: GPL-3.0-or-later
// What happened before the person came: every transaction of the practice market's past, with its time. Pure; the same
// cars, people and `now` give the same plan.
#pragma once

#include "base/clock.h"
#include "contracts/call.h"
#include "practice/car_catalog.h"
#include "practice/drive_log.h"
#include "practice/people.h"

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
