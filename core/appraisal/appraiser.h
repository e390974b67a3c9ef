// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/error.h"
#include "base/bytes.h"
#include "base/clock.h"
#include "base/u256.h"
#include "chain/provenance.h"
#include "escrow/terms.h"

#include <string>
#include <vector>

namespace autochain::appraisal
{

struct Profile {          // IAppraisalDesk.Profile; amounts in AUC's smallest unit
    Hash32 licenceDigest; // sha2-256 of the licence document, zero: none
    Hash32 rulesDigest;   // sha2-256 of the rules he works by, zero: none
    U256 rulingFee;
    U256 assessmentFee;
    std::string name;
    std::string regions;   // comma separated
    std::string languages; // comma separated BCP 47
    bool operator==(const Profile&) const = default;
};

struct Standing { // IAppraisalDesk.Appraiser
    U256 stake;
    U256 locked;
    UnixTime since = 0; // 0: not registered
    std::uint32_t seats = 0;
    std::uint32_t rulings = 0;
    std::uint32_t late = 0;
    U256 freeStake() const { return stake - locked; }
    bool operator==(const Standing&) const = default;
};

struct Appraiser {
    Address address;
    Profile profile;
    Standing standing;
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

struct DeskRules {
    U256 seatStake;   // locked per seat
    U256 latePenalty; // lost by silence past ruleBy
};

// What could tie an appraiser to a deal, as read from the car's history and the appraiser's own declaration.
struct Ties {
    std::vector<Address> formerHolders; // of the title
    Address lender;
    std::vector<Address> declared; // people he says he is tied to
};

std::vector<Error> checkProfile(const Profile& profile); // NameMissing, TextTooLong
// Registering or adding stake: profile, StakeTooSmall (below one seat), StakeAboveBalance.
std::vector<Error> checkRegister(const Profile& profile, const U256& stake, const U256& balance,
                                 const DeskRules& rules);
// Every reason why he should not take this seat, worst first.
std::vector<Error> checkSeat(const Appraiser& appraiser, const DeskRules& rules, const escrow::Terms& terms,
                             const Ties& ties, bool alreadySeated, UnixTime now);

} // namespace autochain::appraisal
