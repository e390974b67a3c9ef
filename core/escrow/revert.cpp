// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/revert.h"

#include "base/hex.h"
#include "contracts/revert.h"

#include <map>

namespace autochain::escrow
{
namespace
{
using contracts::RevertReason;
enum class Arg { None, Number, Hash, Address };

struct Meaning {
    EscrowError code;
    const char* argument = nullptr;
    Arg kind = Arg::None;
};

const std::map<std::string, Meaning, std::less<>>& meanings()
{
    static const std::map<std::string, Meaning, std::less<>> kMeanings = {
        {"BadSignature", {EscrowError::BadCoSignature, "signer", Arg::Address}},
        {"WrongState", {EscrowError::WrongStage, "state", Arg::Number}},
        {"NotParty", {EscrowError::NotYourStep}},
        {"NotSeller", {EscrowError::NotYourStep}},
        {"AppraiserNotSeated", {EscrowError::AppraiserNotSeated}},
        {"AlreadyInDeal", {EscrowError::VehicleInOtherDeal, "dealId", Arg::Hash}},
        {"TooEarly", {EscrowError::TooEarly, "notBefore", Arg::Number}},
        {"TooLate", {EscrowError::TooLate, "deadline", Arg::Number}},
        {"WrongNonce", {EscrowError::NonceMoved}},
        {"WrongReasons", {EscrowError::ReasonsDoNotFit}},
        {"BadSettlement", {EscrowError::WrongSettlement}},
        {"GuardWrongSigners", {EscrowError::WrongSigner}},
        {"GuardSignatureRefused", {EscrowError::WrongSigner}},
        {"GuardSettlementFailed", {EscrowError::SettlementReverted}},
    };
    return kMeanings;
}

// IDealBook.BadTerms(reason).
EscrowError termsErrorOf(const RevertReason& reason)
{
    const abi::Value* value = reason.argument("reason");
    switch (value ? value->number().toU64() : 0) {
    case 1:
        return EscrowError::PriceIsZero;
    case 2:
        return EscrowError::BuyerIsSeller;
    case 4:
        return EscrowError::FeesAbovePrice;
    case 5:
        return EscrowError::FallbackOneSided;
    case 6:
        return EscrowError::DeadlinePassed;
    case 7:
        return EscrowError::PersonMissing;
    case 8:
        return EscrowError::HistoryMoved;
    default:
        return EscrowError::DeadlinesOutOfOrder;
    }
}

std::vector<std::string> argumentOf(const RevertReason& reason, const Meaning& meaning)
{
    const abi::Value* value = meaning.argument ? reason.argument(meaning.argument) : nullptr;
    if (!value) {
        return {};
    }
    switch (meaning.kind) {
    case Arg::Number:
        return {value->number().toDecimal()};
    case Arg::Hash:
        return {toHex0x(value->hash32())};
    case Arg::Address:
        return {toHex0x(value->address())};
    case Arg::None:
        break;
    }
    return {};
}
} // namespace

std::optional<Error> decodeDealRevert(BytesView revertData)
{
    const RevertReason reason = contracts::decodeRevert(revertData);
    if (reason.name == "BadTerms") {
        return Error(termsErrorOf(reason), {}, reason.describe());
    }
    const auto found = meanings().find(reason.name);
    if (found == meanings().end()) {
        return std::nullopt;
    }
    return Error(found->second.code, argumentOf(reason, found->second), reason.describe());
}

} // namespace autochain::escrow
