// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the participants' list and the appraisal desk, and the making of the foundation's Safe.
#include "base/hex.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/safe_proxy_factory.h"
#include "crypto/address.h"
#include "signing/clear_signing_scene.h"

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

namespace
{

// Text from others goes on a screen: no control and no direction-changing characters (U+202A to U+202E, U+2066 to
// U+2069).
bool isPlainText(const std::string& utf8)
{
    for (const char c : utf8) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            return false;
        }
    }
    return utf8.find("\xE2\x80\xAA") == std::string::npos && utf8.find("\xE2\x80\xAB") == std::string::npos &&
           utf8.find("\xE2\x80\xAC") == std::string::npos && utf8.find("\xE2\x80\xAD") == std::string::npos &&
           utf8.find("\xE2\x80\xAE") == std::string::npos && utf8.find("\xE2\x81\xA6") == std::string::npos &&
           utf8.find("\xE2\x81\xA7") == std::string::npos && utf8.find("\xE2\x81\xA8") == std::string::npos &&
           utf8.find("\xE2\x81\xA9") == std::string::npos;
}

Result<Statement> decodeUpdateProfile(const Scene& scene)
{
    AC_TRY(const auto args, understood(appraisalDesk::decodeUpdateProfile(scene.calldata), "updateProfile"));
    Draft draft(Kind::UpdateProfile, scene.context, scene.hints);
    AC_CHECK(describeProfile(draft, args.profile));
    return draft.take();
}

Result<Statement> decodeWithdrawStake(const Scene& scene)
{
    AC_TRY(const auto args, understood(appraisalDesk::decodeWithdrawStake(scene.calldata), "withdrawStake"));
    Draft draft(Kind::WithdrawStake, scene.context, scene.hints);
    draft.move(Asset::Auc, draft.party(scene.contract, Role::Contract), draft.party(scene.context.self), args.amount);
    return draft.take();
}

Result<Statement> decodeAcceptSeat(const Scene& scene)
{
    AC_TRY(const auto args, understood(appraisalDesk::decodeAcceptSeat(scene.calldata), "acceptSeat"));
    Draft draft(Kind::AcceptSeat, scene.context, scene.hints);
    draft.mayHaveDeal(args.dealId);
    if (const auto& terms = draft.statement().deal->terms) {
        if (!draft.isSelf(terms->appraiser)) {
            return refused("not the appraiser of this deal");
        }
        AC_CHECK(describeTerms(draft, *terms));
    }
    draft.warn(Warning::StakeAtRisk);
    return draft.take();
}

Result<Statement> decodeGrantRole(const Scene& scene)
{
    AC_TRY(const auto args, understood(participants::decodeGrantRole(scene.calldata), "grantRole"));
    Draft draft(Kind::GrantRole, scene.context, scene.hints);
    draft.fact(FactKind::Account, draft.party(args.account));
    draft.fact(FactKind::RoleId, static_cast<std::uint64_t>(args.role));
    draft.fact(FactKind::Until, std::uint64_t{args.until});
    return draft.take();
}

Result<Statement> decodeRevokeRole(const Scene& scene)
{
    AC_TRY(const auto args, understood(participants::decodeRevokeRole(scene.calldata), "revokeRole"));
    Draft draft(Kind::RevokeRole, scene.context, scene.hints);
    draft.fact(FactKind::Account, draft.party(args.account));
    draft.fact(FactKind::RoleId, static_cast<std::uint64_t>(args.role));
    return draft.take();
}

Result<Statement> decodeSetName(const Scene& scene)
{
    AC_TRY(const auto args, understood(participants::decodeSetName(scene.calldata), "setName"));
    if (!isPlainText(args.name)) {
        return refused("control characters");
    }
    Draft draft(Kind::SetPublicName, scene.context, scene.hints);
    draft.fact(FactKind::Account, draft.party(args.account));
    draft.fact(FactKind::Name, args.name);
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

// The handler this very account deploys right behind the network's proxy factory (contracts/README.md, "Deployment");
// its code was decoded when it was signed.
bool isOwnHandler(const SigningContext& context, const Address& handler)
{
    constexpr std::uint64_t kNoncesTried = 4'096;
    const Address& factory = context.network.contract("safeProxyFactory");
    for (std::uint64_t nonce = 0; nonce < kNoncesTried; ++nonce) {
        if (createAddress(context.self, nonce) == factory) {
            return createAddress(context.self, nonce + 1) == handler;
        }
    }
    return false;
}

// The Safe of the foundation: setup without any delegatecall, payment or foreign handler that could act later.
Result<Statement> decodeCreateProxy(const Scene& scene)
{
    AC_TRY(const auto args,
           understood(safeProxyFactory::decodeCreateProxyWithNonce(scene.calldata), "createProxyWithNonce"));
    const auto& network = scene.context.network;
    if (args.singleton != network.contract("safe")) {
        return refused("another Safe program");
    }
    AC_TRY(const auto setup, understood(safe::decodeSetup(args.initializer), "setup"));
    if (!setup.to.isZero() || !setup.data.empty()) {
        return refused("delegatecall");
    }
    if (!setup.payment.isZero() || !setup.paymentToken.isZero() || !setup.paymentReceiver.isZero() ||
        (!setup.fallbackHandler.isZero() && !isOwnHandler(scene.context, setup.fallbackHandler))) {
        return refused("payment or handler in a Safe's setup");
    }
    Draft draft(Kind::CreateTreasury, scene.context, scene.hints);
    for (const auto& owner : setup.owners) {
        draft.fact(FactKind::Owner, draft.party(owner));
    }
    draft.fact(FactKind::Amount, setup.threshold);
    draft.fact(FactKind::Salt, args.saltNonce);
    return draft.take();
}

} // namespace

Result<> describeProfile(Draft& draft, const appraisalDesk::Profile& profile)
{
    if (!isPlainText(profile.name) || !isPlainText(profile.regions) || !isPlainText(profile.languages)) {
        return refused("control characters");
    }
    draft.fact(FactKind::Name, profile.name);
    draft.fact(FactKind::Regions, profile.regions);
    draft.fact(FactKind::Languages, profile.languages);
    draft.fact(FactKind::RulingFee, profile.rulingFee);
    draft.fact(FactKind::AssessmentFee, profile.assessmentFee);
    draft.fact(FactKind::LicenceDigest, profile.licenceDigest);
    draft.fact(FactKind::RulesDigest, profile.rulesDigest);
    draft.warn(Warning::PublicForGood);
    return {};
}

Decoder deskDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {appraisalDesk::kUpdateProfileSelector, decodeUpdateProfile},
        {appraisalDesk::kWithdrawStakeSelector, decodeWithdrawStake},
        {appraisalDesk::kAcceptSeatSelector, decodeAcceptSeat},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

Decoder participantsDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {participants::kGrantRoleSelector, decodeGrantRole},
        {participants::kRevokeRoleSelector, decodeRevokeRole},
        {participants::kSetNameSelector, decodeSetName},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

Decoder proxyFactoryDecoder(const Selector& selector)
{
    return selector == safeProxyFactory::kCreateProxyWithNonceSelector ? decodeCreateProxy : nullptr;
}

} // namespace autochain::signing
