// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the vehicle registry and the listing board.
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "signing/clear_signing_scene.h"

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

namespace
{

Result<Statement> decodeRegister(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeRegister(scene.calldata), "register"));
    const SigningHints own{{args.vin}, {}};
    Draft draft(Kind::RegisterVehicle, scene.context, own);
    draft.setVehicle(keccak256(args.vin));
    if (draft.statement().vehicle->vin.empty()) {
        return refused("not a VIN");
    }
    draft.fact(FactKind::OdometerKm, std::uint64_t{args.odometerKm});
    draft.fact(FactKind::ContentDigest, args.contentDigest);
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

Result<Statement> decodeAppend(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeAppend(scene.calldata), "append"));
    Draft draft(Kind::AppendRecord, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::RecordKind, static_cast<std::uint64_t>(args.kind));
    draft.fact(FactKind::OdometerKm, std::uint64_t{args.odometerKm});
    draft.fact(FactKind::ContentDigest, args.contentDigest);
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

Result<Statement> decodeSetGrant(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeSetGrant(scene.calldata), "setGrant"));
    Draft draft(Kind::SetGrant, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Shop, draft.party(args.shop));
    draft.fact(FactKind::From, std::uint64_t{args.from});
    draft.fact(FactKind::Until, std::uint64_t{args.until});
    draft.fact(FactKind::RecordKinds, args.kinds);
    if (draft.party(args.shop).name.empty()) {
        draft.warn(Warning::UnknownRecipient);
    }
    return draft.take();
}

Result<Statement> decodeProposeLien(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeProposeLien(scene.calldata), "proposeLien"));
    Draft draft(Kind::ProposeLien, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    return draft.take();
}

Result<Statement> decodeAcceptLien(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeAcceptLien(scene.calldata), "acceptLien"));
    Draft draft(Kind::AcceptLien, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Lender, draft.party(args.lender));
    draft.warn(Warning::CannotUndo);
    if (draft.party(args.lender).name.empty()) {
        draft.warn(Warning::UnknownRecipient);
    }
    return draft.take();
}

Result<Statement> decodeReleaseLien(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeReleaseLien(scene.calldata), "releaseLien"));
    Draft draft(Kind::ReleaseLien, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Result<Statement> deposit(const Scene& scene, const Hash32& vehicleId, BytesView data)
{
    if (data.size() != Hash32::kSize) {
        return cannotDecode("which deal the title is for");
    }
    Draft draft(Kind::DepositTitle, scene.context, scene.hints);
    AC_TRY(const auto terms, draft.needDeal(Hash32::from(data)));
    if (!draft.isSelf(terms.seller)) {
        return refused("not the seller of this deal");
    }
    if (terms.vehicleId != vehicleId) {
        return refused("title is not the deal's");
    }
    AC_CHECK(describeTerms(draft, terms));
    draft.move(Asset::Title, draft.party(scene.context.self, Role::Seller),
               draft.party(*draft.statement().deal->safe, Role::DealSafe));
    draft.check(Check::SafeFromTerms);
    draft.warn(Warning::OnlyWithMoneySeen);
    return draft.take();
}

Result<Statement> transferTitle(const Scene& scene, const Address& from, const Address& to, const U256& tokenId,
                                BytesView data)
{
    if (from != scene.context.self) {
        return refused("another holder's title");
    }
    const auto word = tokenId.toBigEndian();
    const auto vehicleId = Hash32::from(word);
    if (to == scene.context.network.contract("dealBook")) {
        return deposit(scene, vehicleId, data);
    }
    if (!data.empty()) {
        return cannotDecode("data sent along with a title");
    }
    Draft draft(Kind::GiveTitle, scene.context, scene.hints);
    for (const auto& [key, contract] : scene.context.network.contracts) {
        if (contract == to && key != "treasury") {
            return refused("recipient is a contract", key);
        }
    }
    AC_CHECK(draft.checkRecipient(to));
    draft.setVehicle(vehicleId);
    draft.move(Asset::Title, draft.party(from), draft.party(to));
    draft.warn(Warning::TitleForNothing);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Result<Statement> decodeSafeTransfer4(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeSafeTransferFrom4(scene.calldata), "safeTransferFrom"));
    return transferTitle(scene, args.from, args.to, args.tokenId, args.data);
}

Result<Statement> decodeSafeTransfer3(const Scene& scene)
{
    AC_TRY(const auto args, understood(vehicleRegistry::decodeSafeTransferFrom3(scene.calldata), "safeTransferFrom"));
    return transferTitle(scene, args.from, args.to, args.tokenId, {});
}

Result<Statement> decodePublish(const Scene& scene)
{
    AC_TRY(const auto args, understood(listingBoard::decodePublish(scene.calldata), "publish"));
    Draft draft(Kind::PublishListing, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Price, args.price);
    draft.fact(FactKind::ListedUntil, std::uint64_t{args.expiresAt});
    draft.fact(FactKind::ContentDigest, args.contentDigest);
    return draft.take();
}

Result<Statement> decodeSetPrice(const Scene& scene)
{
    AC_TRY(const auto args, understood(listingBoard::decodeSetPrice(scene.calldata), "setPrice"));
    Draft draft(Kind::SetPrice, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Price, args.price);
    return draft.take();
}

Result<Statement> decodeWithdraw(const Scene& scene)
{
    AC_TRY(const auto args, understood(listingBoard::decodeWithdraw(scene.calldata), "withdraw"));
    Draft draft(Kind::WithdrawListing, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    return draft.take();
}

} // namespace

Decoder vehicleDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {vehicleRegistry::kRegisterSelector, decodeRegister},
        {vehicleRegistry::kAppendSelector, decodeAppend},
        {vehicleRegistry::kSetGrantSelector, decodeSetGrant},
        {vehicleRegistry::kProposeLienSelector, decodeProposeLien},
        {vehicleRegistry::kAcceptLienSelector, decodeAcceptLien},
        {vehicleRegistry::kReleaseLienSelector, decodeReleaseLien},
        {vehicleRegistry::kSafeTransferFrom4Selector, decodeSafeTransfer4},
        {vehicleRegistry::kSafeTransferFrom3Selector, decodeSafeTransfer3},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

Decoder listingDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {listingBoard::kPublishSelector, decodePublish},
        {listingBoard::kSetPriceSelector, decodeSetPrice},
        {listingBoard::kWithdrawSelector, decodeWithdraw},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

} // namespace autochain::signing
