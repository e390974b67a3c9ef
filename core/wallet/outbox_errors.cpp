// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/outbox_errors.h"

#include "base/hex.h"
#include "contracts/revert.h"

namespace autochain::wallet
{
namespace
{
std::string wordsOf(const Error& error)
{
    return error.args.empty() ? error.detail : error.args.back();
}

const U256* numberIn(const contracts::RevertReason& reason, std::string_view name)
{
    const abi::Value* value = reason.argument(name);
    return value == nullptr ? nullptr : std::get_if<U256>(&value->data);
}

// The token's own refusal (ERC-6093).
std::optional<Error> tooLittleAuc(const contracts::RevertReason& reason)
{
    const U256* needed = numberIn(reason, "needed");
    const U256* have = numberIn(reason, "balance");
    if (reason.name != "ERC20InsufficientBalance" || needed == nullptr || have == nullptr) {
        return std::nullopt;
    }
    return Error(WalletError::NotEnoughAuc, {needed->toDecimal(), have->toDecimal()}, reason.describe());
}
} // namespace

Error lostBefore(const Error& cause)
{
    return cause.domain == Domain::Chain ? Error(WalletError::NodeLostBefore, cause.args, cause.detail) : cause;
}

Error lostAfter(const Error& cause, const Hash32& hash)
{
    return cause.domain == Domain::Chain ? withHash(WalletError::NodeLostAfter, hash, wordsOf(cause)) : cause;
}

Error withHash(WalletError error, const Hash32& hash, std::string detail)
{
    return Error(error, {toHex0x(hash)}, std::move(detail));
}

Error notEnoughCoin(const U256& needed, const U256& have)
{
    return Error(WalletError::NotEnoughCoin, {needed.toDecimal(), have.toDecimal()});
}

Error feeTooHigh(const U256& fee, const U256& cap)
{
    return Error(WalletError::FeeTooHigh, {fee.toDecimal(), cap.toDecimal()});
}

bool isKnownAlready(const Error& error)
{
    const std::string words = wordsOf(error);
    return error.is(ChainError::UnderpricedOrKnown) &&
           (words.find("known") != std::string::npos || words.find("already imported") != std::string::npos);
}

bool isRefusal(const Error& error)
{
    return error.is(ChainError::NodeRefused) || error.is(ChainError::UnderpricedOrKnown) ||
           error.is(ChainError::Reverted);
}

Error explainRevert(const Error& error, const std::vector<RevertDecoder>& decoders)
{
    const auto data = fromHex(error.detail);
    if (!data.ok()) {
        return Error(WalletError::WouldRevert, {wordsOf(error)}, error.detail);
    }
    for (const RevertDecoder& decoder : decoders) {
        if (auto known = decoder(*data)) {
            return *known;
        }
    }
    const contracts::RevertReason reason = contracts::decodeRevert(*data);
    if (auto auc = tooLittleAuc(reason)) {
        return *auc;
    }
    return Error(WalletError::WouldRevert, {reason.name.empty() ? error.detail : reason.describe()}, error.detail);
}

} // namespace autochain::wallet
