// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class AppraisalError {
    NotRegistered, // args: address
    AlreadyRegistered,
    NoAppraisers, // nobody is registered on this network
    NameMissing,
    TextTooLong,        // args: field, most characters
    StakeTooSmall,      // args: stake, least, in AUC
    StakeAboveBalance,  // args: stake, balance, in AUC
    NotEnoughFreeStake, // args: free, needed, in AUC
    SeatNotYours,       // the deal names someone else
    SeatIsParty,        // an appraiser never sits on a deal where he is buyer or seller
    SeatTied,           // undeclared tie; args: the tie ("owned the car", "lender", "same address")
    SeatTaken,
    SeatTooLate, // args: deadline, unix seconds
    FeeDiffers   // the deal's fee is below the profile's; args: deal's, profile's, in AUC
};
constexpr Domain domainOf(AppraisalError)
{
    return Domain::Appraisal;
}
} // namespace autochain
