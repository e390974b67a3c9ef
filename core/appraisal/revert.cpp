// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/revert.h"

#include "base/amount.h"
#include "base/hex.h"
#include "contracts/revert.h"

namespace autochain::appraisal
{
namespace
{
std::string amountArg(const contracts::RevertReason& reason, const char* name)
{
    const abi::Value* value = reason.argument(name);
    return value ? formatAmount(value->number()) : std::string();
}
} // namespace

std::optional<Error> decodeDeskRevert(BytesView revertData)
{
    const contracts::RevertReason reason = contracts::decodeRevert(revertData);
    if (reason.name == "NotRegistered") {
        const abi::Value* who = reason.argument("appraiser");
        return Error(AppraisalError::NotRegistered, {who ? toHex0x(who->address()) : std::string()}, reason.describe());
    }
    if (reason.name == "NotEnoughStake") {
        return Error(AppraisalError::NotEnoughFreeStake, {amountArg(reason, "free"), amountArg(reason, "needed")},
                     reason.describe());
    }
    if (reason.name == "NotYourSeat") {
        return Error(AppraisalError::SeatNotYours, {}, reason.describe());
    }
    if (reason.name == "ProfileTooLong") {
        return Error(AppraisalError::TextTooLong, {"profile", "256"}, reason.describe());
    }
    return std::nullopt;
}

} // namespace autochain::appraisal
