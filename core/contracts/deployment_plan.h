// SPDX-License-Identifier: GPL-3.0-or-later
// The transactions that put the suite on a chain (contracts/README.md, "Deployment"). Pure.
#pragma once

#include "base/amount.h"
#include "base/clock.h"
#include "contracts/call.h"

#include <map>
#include <string>
#include <vector>

namespace autochain::contracts
{

struct DeployOptions {
    std::vector<Address> treasuryOwners; // of the foundation's Safe; at least one
    std::uint64_t treasuryThreshold = 1;
    Address foundation; // who grants roles and pays rewards; zero: the treasury
    Address privatePlacementBeneficiary;
    Address teamBeneficiary;
    UnixTime vestingStart = 0;
    std::uint64_t vestingSeconds = 4ULL * 365 * 86400;
    std::uint64_t rewardPeriodSeconds = 30ULL * 86400;
    U256 rewardRecipientCap = auc(1'000);
    U256 rewardPeriodCap = auc(1'000'000);
    U256 seatStake = auc(50'000);
    U256 latePenalty = auc(20'000); // at most seatStake
};

struct DeployStep {
    std::string name; // key in the network file; "compatibilityFallbackHandler" is in none
    Call call;
    Address expectedAddress;
    std::uint64_t gasLimit = 0; // above what it takes on a London EVM or later
};

// Seventeen steps; step i carries the nonce startNonce + i.
std::vector<DeployStep> planDeployment(const Address& deployer, std::uint64_t startNonce, const DeployOptions& options);
// Network file keys and addresses of a plan.
std::map<std::string, Address> contractsOf(const std::vector<DeployStep>& plan);

} // namespace autochain::contracts
