// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/appraiser_calls.h"

#include "base/amount.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"

namespace autochain::appraisal
{
namespace
{
contracts::appraisalDesk::Profile toContract(const Profile& profile)
{
    contracts::appraisalDesk::Profile out;
    out.licenceDigest = profile.licenceDigest;
    out.rulesDigest = profile.rulesDigest;
    out.rulingFee = profile.rulingFee;
    out.assessmentFee = profile.assessmentFee;
    out.name = profile.name;
    out.regions = profile.regions;
    out.languages = profile.languages;
    return out;
}

Call stakeCall(const NetworkFile& network, const U256& amount, const Bytes& data)
{
    return contracts::auc::transferAndCall(network.contract("auc"), network.contract("appraisalDesk"), amount, data);
}
} // namespace

Call registerCall(const NetworkFile& network, const Profile& profile, const U256& stake)
{
    return stakeCall(network, stake, contracts::appraisalDesk::encodeProfile(toContract(profile)));
}

Call addStakeCall(const NetworkFile& network, const U256& amount)
{
    return stakeCall(network, amount, {});
}

Call updateProfileCall(const NetworkFile& network, const Profile& profile)
{
    return contracts::appraisalDesk::updateProfile(network.contract("appraisalDesk"), toContract(profile));
}

Result<Call> withdrawStakeCall(const NetworkFile& network, const Appraiser& appraiser, const U256& amount)
{
    const U256 free = appraiser.standing.freeStake();
    if (amount.isZero() || amount > free) {
        return Error(AppraisalError::NotEnoughFreeStake, {formatAmount(free), formatAmount(amount)});
    }
    return contracts::appraisalDesk::withdrawStake(network.contract("appraisalDesk"), amount);
}

} // namespace autochain::appraisal
