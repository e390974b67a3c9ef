// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the token, and what is paid into deals and stakes through it.
#include "base/amount.h"
#include "contracts/deal_hash.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "signing/clear_signing_scene.h"

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

Result<> checkAllowance(const U256& amount)
{
    // The whole supply is 10,000,000,000 AUC (docs/protocol.md); nobody owes that much.
    if (amount >= autochain::auc(10'000'000'000ULL)) {
        return refused("unlimited approval");
    }
    return {};
}

namespace
{

Result<Statement> decodeTransfer(const Scene& scene)
{
    AC_TRY(const auto args, understood(contracts::auc::decodeTransfer(scene.calldata), "transfer"));
    Draft draft(Kind::SendAuc, scene.context, scene.hints);
    AC_CHECK(draft.checkRecipient(args.to));
    draft.move(Asset::Auc, draft.party(scene.context.self), draft.party(args.to), args.value);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Result<Statement> decodeApprove(const Scene& scene)
{
    AC_TRY(const auto args, understood(contracts::auc::decodeApprove(scene.calldata), "approve"));
    AC_CHECK(checkAllowance(args.value));
    Draft draft(args.value.isZero() ? Kind::RevokeAllowance : Kind::ApproveAuc, scene.context, scene.hints);
    if (args.spender.isZero()) {
        return refused("zero address");
    }
    draft.fact(FactKind::Spender, draft.party(args.spender));
    draft.fact(FactKind::Amount, args.value);
    if (!args.value.isZero()) {
        draft.warn(Warning::AllowanceStands);
        draft.warnOfStranger(args.spender);
    }
    return draft.take();
}

Result<Statement> decodePermitCall(const Scene& scene)
{
    AC_TRY(const auto args, understood(contracts::auc::decodePermit(scene.calldata), "permit"));
    AC_CHECK(checkAllowance(args.value));
    if (args.owner != scene.context.self) {
        return refused("another owner's permit");
    }
    Draft draft(Kind::Permit, scene.context, scene.hints);
    draft.fact(FactKind::Spender, draft.party(args.spender));
    draft.fact(FactKind::Amount, args.value);
    draft.fact(FactKind::PermitUntil, args.deadline);
    draft.warn(Warning::AllowanceStands);
    draft.warnOfStranger(args.spender);
    return draft.take();
}

Result<Statement> decodeFunding(const Scene& scene, const U256& amount, BytesView data)
{
    if (data.size() != Hash32::kSize) {
        return cannotDecode("what the payment is for");
    }
    Draft draft(Kind::FundDeal, scene.context, scene.hints);
    AC_TRY(const auto terms, draft.needDeal(Hash32::from(data)));
    if (!draft.isSelf(terms.buyer)) {
        return refused("not the buyer of this deal");
    }
    AC_TRY(const auto due, understood(checkedAdd(terms.price, terms.assessmentFee), "terms"));
    if (amount != due) {
        return refused("amount does not fit the terms");
    }
    AC_CHECK(describeTerms(draft, terms));
    draft.move(Asset::Auc, draft.party(scene.context.self, Role::Buyer),
               draft.party(*draft.statement().deal->safe, Role::DealSafe), amount);
    draft.check(Check::SafeFromTerms);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Result<Statement> decodeStake(const Scene& scene, const U256& amount, BytesView data)
{
    const auto desk = scene.context.network.contract("appraisalDesk");
    Draft draft(data.empty() ? Kind::AddStake : Kind::RegisterAppraiser, scene.context, scene.hints);
    draft.move(Asset::Auc, draft.party(scene.context.self), draft.party(desk, Role::Contract), amount);
    if (!data.empty()) {
        AC_TRY(const auto profile, understood(appraisalDesk::decodeProfile(data), "profile"));
        const Bytes again = appraisalDesk::encodeProfile(profile);
        if (!std::equal(again.begin(), again.end(), data.begin(), data.end())) {
            return cannotDecode("profile");
        }
        AC_CHECK(describeProfile(draft, profile));
    }
    draft.warn(Warning::StakeAtRisk);
    return draft.take();
}

Result<Statement> decodeTransferAndCall(const Scene& scene)
{
    AC_TRY(const auto args, understood(contracts::auc::decodeTransferAndCall(scene.calldata), "transferAndCall"));
    const auto& network = scene.context.network;
    if (args.to == network.contract("dealBook")) {
        return decodeFunding(scene, args.value, args.data);
    }
    if (args.to == network.contract("appraisalDesk")) {
        return decodeStake(scene, args.value, args.data);
    }
    return cannotDecode("payment with a call to a contract the suite does not pay");
}

} // namespace

Decoder aucDecoder(const Selector& selector)
{
    if (selector == contracts::auc::kTransferSelector) {
        return decodeTransfer;
    }
    if (selector == contracts::auc::kApproveSelector) {
        return decodeApprove;
    }
    if (selector == contracts::auc::kPermitSelector) {
        return decodePermitCall;
    }
    if (selector == contracts::auc::kTransferAndCallSelector) {
        return decodeTransferAndCall;
    }
    return nullptr;
}

} // namespace autochain::signing
