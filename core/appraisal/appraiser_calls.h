// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/appraiser.h"
#include "chain/network_file.h"
#include "contracts/call.h"

namespace autochain::appraisal
{

// AUC.transferAndCall(desk, stake, abi.encode(profile)).
Call registerCall(const NetworkFile& network, const Profile& profile, const U256& stake);
Call addStakeCall(const NetworkFile& network, const U256& amount);
Call updateProfileCall(const NetworkFile& network, const Profile& profile);
// Free stake only. NotEnoughFreeStake.
Result<Call> withdrawStakeCall(const NetworkFile& network, const Appraiser& appraiser, const U256& amount);

} // namespace autochain::appraisal
