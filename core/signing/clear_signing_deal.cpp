// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the deal book, of the deals' module and the execution of a settlement by a deal's Safe.
#include "contracts/deal_hash.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/safe.h"
#include "crypto/hash.h"
#include "signing/clear_signing_scene.h"

#include <algorithm>

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

Result<Address> signerOf(const Hash32& digest, BytesView rsv)
{
    // v 0 (a contract's), 1 (approved beforehand) and above 30 (eth_sign): contracts/src/DealGuard.sol takes none of
    // them, and what they cover cannot be shown.
    if (rsv.size() != 65 || (rsv[64] != 27 && rsv[64] != 28)) {
        return refused("signature of another kind");
    }
    const auto signature = signatureFromRsv(rsv);
    if (!signature.ok()) {
        return refused("wrong signature");
    }
    const auto signer = recoverAddress(digest, *signature);
    if (!signer.ok()) {
        return refused("wrong signature");
    }
    return *signer;
}

namespace
{

constexpr std::size_t kSignatureBytes = 65;
// A deal's Safe sees one settlement that succeeds; a failed one undoes its number. 64 is far beyond both.
constexpr std::uint64_t kNoncesTried = 64;

Result<> needSignature(Draft& draft, const Hash32& digest, const Bytes& signature, const Address& by)
{
    AC_TRY(const auto signer, signerOf(digest, signature));
    if (signer != by) {
        return refused("wrong signature");
    }
    draft.statement().signers.push_back(draft.party(by));
    draft.check(draft.isSelf(by) ? Check::OwnSignature : Check::OtherSignature);
    return {};
}

Hash32 digestOf(const SigningContext& context, const dealBook::Terms& terms)
{
    return termsDigest(context.network.chainId, context.network.contract("dealBook"), terms);
}

Result<Statement> decodeOffer(const Scene& scene)
{
    AC_TRY(const auto args, understood(dealBook::decodeOffer(scene.calldata), "offer"));
    Draft draft(Kind::OfferDeal, scene.context, scene.hints);
    draft.setDeal(hashTerms(args.terms), args.terms);
    if (!draft.isSelf(args.terms.buyer)) {
        return refused("not the buyer of this deal");
    }
    AC_CHECK(describeTerms(draft, args.terms));
    AC_CHECK(needSignature(draft, digestOf(scene.context, args.terms), args.buyerSignature, args.terms.buyer));
    draft.statement().otherSide = OtherSide::NotYet;
    draft.warn(Warning::BindingOffer);
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

Result<Statement> decodeWithdrawOffer(const Scene& scene)
{
    AC_TRY(const auto args, understood(dealBook::decodeWithdrawOffer(scene.calldata), "withdrawOffer"));
    Draft draft(Kind::WithdrawOffer, scene.context, scene.hints);
    draft.mayHaveDeal(args.dealId);
    return draft.take();
}

Result<Statement> decodeAccept(const Scene& scene)
{
    AC_TRY(const auto args, understood(dealBook::decodeAccept(scene.calldata), "accept"));
    Draft draft(Kind::AcceptDeal, scene.context, scene.hints);
    AC_TRY(const auto terms, draft.needDeal(args.dealId));
    if (!draft.isSelf(terms.seller)) {
        return refused("not the seller of this deal");
    }
    AC_CHECK(describeTerms(draft, terms));
    AC_CHECK(needSignature(draft, digestOf(scene.context, terms), args.sellerSignature, terms.seller));
    draft.check(Check::SafeFromTerms);
    draft.warn(Warning::BindingOffer);
    return draft.take();
}

Bytes settleCall(const NetworkFile& network, const Hash32& dealId, const dealBook::Settlement& settlement)
{
    return dealModule::settle(network.contract("dealModule"), dealId, settlement).data;
}

Hash32 settlementHash(const SigningContext& context, const Address& safe, Bytes settle, const U256& nonce)
{
    SafeTx tx;
    tx.to = context.network.contract("dealModule");
    tx.data = std::move(settle);
    tx.nonce = nonce;
    return safeTxHash(context.network.chainId, safe, tx);
}

Result<Statement> decodeCoSign(const Scene& scene)
{
    AC_TRY(const auto args, understood(dealBook::decodeCoSign(scene.calldata), "coSign"));
    Draft draft(Kind::PublishSettlement, scene.context, scene.hints);
    AC_TRY(const auto terms, draft.needDeal(args.dealId));
    const auto hash = settlementHash(scene.context, *draft.statement().deal->safe,
                                     settleCall(scene.context.network, args.dealId, args.settlement), args.safeNonce);
    AC_TRY(const auto signer, signerOf(hash, args.signature));
    if (!maySign(terms, args.settlement, signer)) {
        return refused("wrong signature");
    }
    AC_CHECK(describeSettlement(draft, terms, args.settlement, {signer}));
    draft.statement().settlement->safeNonce = args.safeNonce;
    draft.statement().signers.push_back(draft.party(signer));
    draft.check(draft.isSelf(signer) ? Check::OwnSignature : Check::OtherSignature);
    draft.statement().otherSide = draft.isSelf(signer) ? OtherSide::NotYet : OtherSide::Signed;
    const bool none = args.reasons.empty() && args.settlement.reasonsDigest.isZero();
    if (!none && sha256(asBytes(args.reasons)) != args.settlement.reasonsDigest) {
        return refused("reasons do not fit their digest");
    }
    if (!args.reasons.empty()) {
        draft.fact(FactKind::Reasons, args.reasons);
    }
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

template <Kind kind, auto decode>
Result<Statement> decodeClockPath(const Scene& scene)
{
    AC_TRY(const auto args, understood(decode(scene.calldata), "call of the deals' module"));
    Draft draft(kind, scene.context, scene.hints);
    draft.mayHaveDeal(args.dealId);
    const auto terms = draft.statement().deal->terms;
    if (!terms) {
        return draft.take();
    }
    AC_CHECK(describeTerms(draft, *terms));
    const Party safe = draft.party(*draft.statement().deal->safe, Role::DealSafe);
    const Party buyer = draft.party(terms->buyer, Role::Buyer);
    const Party seller = draft.party(terms->seller, Role::Seller);
    const U256 funded = terms->price + terms->assessmentFee; // both at most the price: describeTerms
    if (kind == Kind::RefundNoTitle) {
        draft.move(Asset::Auc, safe, buyer, funded);
    }
    if (kind == Kind::FallbackSplit) {
        const U256 toSeller = terms->price - terms->fallbackToBuyer;
        draft.move(Asset::Auc, safe, buyer, funded - toSeller);
        if (!toSeller.isZero()) {
            draft.move(Asset::Auc, safe, seller, toSeller);
        }
        draft.move(Asset::Title, safe, terms->fallbackTitleToBuyer ? buyer : seller);
    }
    draft.check(Check::SafeFromTerms);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

using ExecArgs = safe::ExecTransactionArgs;

Result<> checkExecution(const ExecArgs& args, const NetworkFile& network)
{
    if (static_cast<int>(args.operation) != 0) {
        return refused("delegatecall");
    }
    if (args.to != network.contract("dealModule")) {
        return refused("a deal's Safe calls nothing but its module");
    }
    if (!args.value.isZero()) {
        return refused("coins sent along with a call");
    }
    if (!args.safeTxGas.isZero() || !args.baseGas.isZero() || !args.gasPrice.isZero() || !args.gasToken.isZero() ||
        !args.refundReceiver.isZero()) {
        return refused("payment for gas out of the Safe");
    }
    if (args.signatures.size() != 2 * kSignatureBytes) {
        return refused("not exactly two signatures");
    }
    return {};
}

struct Signed {
    U256 nonce;
    std::vector<Address> by;
};

// Whose signature this is. Mark of an owner who sends the transaction himself (v 1): r is his address, s says nothing
// and must be empty.
Result<Address> markOrSigner(const SigningContext& context, const Hash32& hash, BytesView signature)
{
    if (signature[kSignatureBytes - 1] != 1) {
        return signerOf(hash, signature);
    }
    const auto owner = U256::fromBigEndian(signature.first(32));
    if (owner != U256::fromBigEndian(context.self.view()) || !U256::fromBigEndian(signature.subspan(32, 32)).isZero()) {
        return refused("signature of another kind");
    }
    return context.self;
}

// The Safe's number of the transaction is not in the bytes: the one at which both signatures are of people who may
// sign.
Result<Signed> findSigners(const SigningContext& context, const ExecArgs& args, const Address& safeAddress,
                           const dealBook::Terms& terms, const dealBook::Settlement& settlement)
{
    const BytesView all = args.signatures;
    for (std::uint64_t nonce = 0; nonce < kNoncesTried; ++nonce) {
        const auto hash = settlementHash(context, safeAddress, args.data, nonce);
        AC_TRY(const auto first, markOrSigner(context, hash, all.first(kSignatureBytes)));
        AC_TRY(const auto second, markOrSigner(context, hash, all.subspan(kSignatureBytes)));
        // The Safe wants them in the order of their owners' addresses.
        if (first < second && maySign(terms, settlement, first) && maySign(terms, settlement, second)) {
            return Signed{nonce, {first, second}};
        }
    }
    return refused("wrong signature");
}

// In a ruling two of {appraiser, substitute, favoured side} are not enough where both are appraisers.
bool areTheTwo(const dealBook::Terms& t, const dealBook::Settlement& s, const std::vector<Address>& by)
{
    const auto onSeat = [&](const Address& who) { return who == t.appraiser || who == t.substitute; };
    return s.outcome != dealBook::Outcome::Ruling || std::count_if(by.begin(), by.end(), onSeat) == 1;
}

} // namespace

Result<Statement> decodeSafeExecution(const Scene& scene)
{
    AC_TRY(const auto args, understood(safe::decodeExecTransaction(scene.calldata), "execTransaction"));
    AC_CHECK(checkExecution(args, scene.context.network));
    AC_TRY(const auto call, understood(dealModule::decodeSettle(args.data), "settle"));
    if (settleCall(scene.context.network, call.dealId, call.settlement) != args.data) {
        return cannotDecode("settle");
    }
    Draft draft(Kind::ExecuteSettlement, scene.context, scene.hints);
    AC_TRY(const auto terms, draft.needDeal(call.dealId));
    if (*draft.statement().deal->safe != scene.contract) {
        return refused("Safe is not this deal's");
    }
    AC_TRY(const auto found, findSigners(scene.context, args, scene.contract, terms, call.settlement));
    if (!areTheTwo(terms, call.settlement, found.by)) {
        return refused("wrong signature");
    }
    AC_CHECK(describeSettlement(draft, terms, call.settlement, found.by));
    auto& statement = draft.statement();
    statement.settlement->safeNonce = found.nonce;
    statement.otherSide = OtherSide::Signed;
    for (const auto& signer : found.by) {
        statement.signers.push_back(draft.party(signer));
        draft.check(draft.isSelf(signer) ? Check::OwnSignature : Check::OtherSignature);
    }
    return draft.take();
}

Decoder dealBookDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {dealBook::kOfferSelector, decodeOffer},
        {dealBook::kWithdrawOfferSelector, decodeWithdrawOffer},
        {dealBook::kAcceptSelector, decodeAccept},
        {dealBook::kCoSignSelector, decodeCoSign},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

Decoder dealModuleDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {dealModule::kCancelUnfundedSelector, decodeClockPath<Kind::CancelUnfunded, dealModule::decodeCancelUnfunded>},
        {dealModule::kRefundNoTitleSelector, decodeClockPath<Kind::RefundNoTitle, dealModule::decodeRefundNoTitle>},
        {dealModule::kOpenDisputeSelector, decodeClockPath<Kind::OpenDispute, dealModule::decodeOpenDispute>},
        {dealModule::kReplaceAppraiserSelector,
         decodeClockPath<Kind::ReplaceAppraiser, dealModule::decodeReplaceAppraiser>},
        {dealModule::kFallbackSplitSelector, decodeClockPath<Kind::FallbackSplit, dealModule::decodeFallbackSplit>},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

} // namespace autochain::signing
