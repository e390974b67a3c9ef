// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/appraiser.h"

#include "base/amount.h"
#include "base/hex.h"

#include <algorithm>

namespace autochain::appraisal
{
namespace
{
constexpr std::size_t kMaxName = 96;  // bytes, as AppraisalDesk
constexpr std::size_t kMaxList = 256; // bytes: regions, languages

void checkLength(const std::string& text, const char* field, std::size_t most, std::vector<Error>& out)
{
    if (text.size() > most) {
        out.emplace_back(AppraisalError::TextTooLong, std::vector<std::string>{field, std::to_string(most)});
    }
}

bool contains(const std::vector<Address>& people, const Address& who)
{
    return std::find(people.begin(), people.end(), who) != people.end();
}

void checkTies(const Address& me, const escrow::Terms& terms, const Ties& ties, std::vector<Error>& out)
{
    const auto tied = [&out](const char* tie) {
        out.emplace_back(AppraisalError::SeatTied, std::vector<std::string>{tie});
    };
    if (contains(ties.formerHolders, me)) {
        tied("owned the car");
    }
    if (!ties.lender.isZero() && ties.lender == me) {
        tied("lender");
    }
    if (contains(ties.declared, terms.buyer) || contains(ties.declared, terms.seller)) {
        tied("declared");
    }
}
} // namespace

std::vector<Error> checkProfile(const Profile& profile)
{
    std::vector<Error> out;
    if (profile.name.find_first_not_of(" \t\n") == std::string::npos) {
        out.emplace_back(AppraisalError::NameMissing);
    }
    checkLength(profile.name, "name", kMaxName, out);
    checkLength(profile.regions, "regions", kMaxList, out);
    checkLength(profile.languages, "languages", kMaxList, out);
    return out;
}

std::vector<Error> checkRegister(const Profile& profile, const U256& stake, const U256& balance, const DeskRules& rules)
{
    std::vector<Error> out = checkProfile(profile);
    const U256 least = std::max(rules.seatStake, U256(1));
    if (stake < least) {
        out.emplace_back(AppraisalError::StakeTooSmall,
                         std::vector<std::string>{formatAmount(stake), formatAmount(least)});
    }
    if (stake > balance) {
        out.emplace_back(AppraisalError::StakeAboveBalance,
                         std::vector<std::string>{formatAmount(stake), formatAmount(balance)});
    }
    return out;
}

std::vector<Error> checkSeat(const Appraiser& appraiser, const DeskRules& rules, const escrow::Terms& terms,
                             const Ties& ties, bool alreadySeated, UnixTime now)
{
    std::vector<Error> out;
    const Address& me = appraiser.address;
    if (me == terms.buyer || me == terms.seller) {
        out.emplace_back(AppraisalError::SeatIsParty);
    } else if (me != terms.appraiser) {
        out.emplace_back(AppraisalError::SeatNotYours);
    }
    if (appraiser.standing.since == 0) {
        out.emplace_back(AppraisalError::NotRegistered, std::vector<std::string>{toHex0x(me)});
    } else if (appraiser.standing.freeStake() < rules.seatStake) {
        out.emplace_back(
            AppraisalError::NotEnoughFreeStake,
            std::vector<std::string>{formatAmount(appraiser.standing.freeStake()), formatAmount(rules.seatStake)});
    }
    checkTies(me, terms, ties, out);
    if (alreadySeated) {
        out.emplace_back(AppraisalError::SeatTaken);
    }
    if (now > 0 && static_cast<std::uint64_t>(now) > terms.seatBy) {
        out.emplace_back(AppraisalError::SeatTooLate, std::vector<std::string>{std::to_string(terms.seatBy)});
    }
    if (terms.rulingFee < appraiser.profile.rulingFee) {
        out.emplace_back(
            AppraisalError::FeeDiffers,
            std::vector<std::string>{formatAmount(terms.rulingFee), formatAmount(appraiser.profile.rulingFee)});
    }
    return out;
}

} // namespace autochain::appraisal
