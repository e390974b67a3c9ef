// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/revert.h"

#include "base/hex.h"
#include "contracts/revert.h"

namespace autochain::market
{
namespace
{
std::vector<std::string> hashArg(const contracts::RevertReason& reason, const char* name)
{
    const abi::Value* value = reason.argument(name);
    return value ? std::vector<std::string>{toHex0x(value->hash32())} : std::vector<std::string>{};
}
} // namespace

std::optional<Error> decodeBoardRevert(BytesView revertData)
{
    const contracts::RevertReason reason = contracts::decodeRevert(revertData);
    if (reason.name == "PriceIsZero") {
        return Error(MarketError::PriceIsZero, {}, reason.describe());
    }
    if (reason.name == "ExpiryInPast") {
        const abi::Value* at = reason.argument("expiresAt");
        return Error(MarketError::ExpiryInPast, {at ? at->number().toDecimal() : std::string()}, reason.describe());
    }
    if (reason.name == "NotListed") {
        return Error(MarketError::NotListed, hashArg(reason, "vehicleId"), reason.describe());
    }
    return std::nullopt;
}

} // namespace autochain::market
