// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/deal_service.h"

#include "base/hex.h"
#include "escrow/deal_calls.h"
#include "escrow/safe_tx.h"
#include "escrow/settlement.h"

#include <algorithm>

namespace autochain::escrow
{
namespace
{
Error refusalOf(const DealView& deal, const Action& action)
{
    switch (action.whyNot) {
    case WhyNot::NotYourRole:
        return EscrowError::NotYourStep;
    case WhyNot::TooEarly:
        return {EscrowError::TooEarly, {std::to_string(action.notBefore)}};
    case WhyNot::TooLate:
        return {EscrowError::TooLate, {std::to_string(action.deadline)}};
    case WhyNot::AppraiserNotSeated:
        return EscrowError::AppraiserNotSeated;
    case WhyNot::AlreadySigned:
        return EscrowError::AlreadyCoSigned;
    case WhyNot::NoProposal:
    case WhyNot::NeedsOtherSignature:
    case WhyNot::NoRuling:
        return EscrowError::NoCoSignature;
    case WhyNot::RulingNotForYou:
        return EscrowError::WrongSigner;
    case WhyNot::TitleElsewhere:
        return {EscrowError::NotTitleHolder, {toHex0x(deal.titleHolder)}};
    case WhyNot::UnderLien:
        return {EscrowError::UnderLien, {toHex0x(deal.lender)}};
    case WhyNot::InOtherDeal:
        return {EscrowError::VehicleInOtherDeal, {toHex0x(deal.vehicleDeal)}};
    default:
        return {EscrowError::WrongStage, {std::to_string(static_cast<int>(deal.deal.state))}};
    }
}

Result<> allowed(const DealView& deal, const Address& me, UnixTime now, ActionKind kind,
                 const std::optional<Settlement>& settlement)
{
    const Action action = actionOf(deal, me, now, kind, settlement);
    if (!action.enabled) {
        return refusalOf(deal, action);
    }
    return {};
}

ActionKind signingKind(const DealView& deal, const Address& me, const Settlement& settlement)
{
    switch (settlement.outcome) {
    case Outcome::Release:
        return ActionKind::SignRelease;
    case Outcome::Refund:
        return ActionKind::SignRefund;
    case Outcome::Ruling:
        return me == deal.deal.currentAppraiser ? ActionKind::Rule : ActionKind::CoSignRuling;
    default:
        return signaturesOf(deal, settlement).empty() ? ActionKind::ProposeSplit : ActionKind::SignSplit;
    }
}

ActionKind executingKind(const Settlement& settlement)
{
    switch (settlement.outcome) {
    case Outcome::Release:
        return ActionKind::ExecuteRelease;
    case Outcome::Refund:
        return ActionKind::ExecuteRefund;
    case Outcome::Ruling:
        return ActionKind::CoSignRuling;
    default:
        return ActionKind::ExecuteSplit;
    }
}

// The other owner's signature and the sender's own mark, as the Safe and the guard count them.
Result<Bytes> signaturesFor(const DealView& deal, const Address& me, const Settlement& settlement)
{
    const auto [one, other] = signersOf(deal.terms, deal.deal, settlement);
    if (me != one && me != other) {
        return EscrowError::WrongSigner;
    }
    const Address& second = me == one ? other : one;
    for (const CoSignature& c : deal.coSignatures) {
        if (c.signer == second && c.settlement == settlement) {
            std::vector<OwnerSignature> both;
            both.push_back({second, c.signature});
            both.push_back(preValidated(me));
            return joinSignatures(std::move(both));
        }
    }
    return EscrowError::NoCoSignature;
}

// A car's history may have grown between offer and acceptance: that is an alert, not an obstacle.
bool hindersAccepting(const Error& problem)
{
    return !problem.is(EscrowError::HistoryMoved) && !problem.is(EscrowError::OdometerMoved);
}

const char* purposeOf(ActionKind kind)
{
    return kind == ActionKind::FallbackSplit ? "deal.fallback" : "deal.clock";
}

Call clockCall(const NetworkFile& network, const Hash32& dealId, ActionKind kind)
{
    switch (kind) {
    case ActionKind::CancelUnfunded:
        return cancelUnfundedCall(network, dealId);
    case ActionKind::RefundNoTitle:
        return refundNoTitleCall(network, dealId);
    case ActionKind::ReplaceAppraiser:
        return replaceAppraiserCall(network, dealId);
    default:
        return fallbackSplitCall(network, dealId);
    }
}

bool isClockPath(ActionKind kind)
{
    return kind == ActionKind::CancelUnfunded || kind == ActionKind::RefundNoTitle ||
           kind == ActionKind::ReplaceAppraiser || kind == ActionKind::FallbackSplit;
}
} // namespace

DealService::DealService(NodePort& node, const NetworkFile& network, SignerPort& signer, TransactionPort& transactions,
                         const Clock* clock)
    : m_network(network), m_signer(signer), m_transactions(transactions), m_clock(clock), m_reader(node, network)
{
}

UnixTime DealService::nowOf(const BlockRef& block) const
{
    return m_clock ? std::max<UnixTime>(block.time, m_clock->now()) : block.time;
}

QCoro::Task<Result<DealView>> DealService::checked(Hash32 dealId, Address me, ActionKind kind,
                                                   std::optional<Settlement> settlement)
{
    AC_CO_TRY(DealView deal, co_await m_reader.readDeal(dealId));
    AC_CO_CHECK(allowed(deal, me, nowOf(deal.block), kind, settlement));
    co_return deal;
}

QCoro::Task<Result<StepResult>> DealService::send(Hash32 dealId, Address me, Call call, SigningHints hints,
                                                  std::string purpose)
{
    AC_CO_TRY(const Hash32 hash,
              co_await m_transactions.submit(me, std::move(call), std::move(hints), std::move(purpose), dealId));
    AC_CO_TRY(const Receipt receipt, co_await m_transactions.waitMined(hash));
    StepResult result;
    result.dealId = dealId;
    result.transactionHash = hash;
    result.block = receipt.block;
    result.provenance = receipt.provenance;
    co_return result;
}

QCoro::Task<Result<StepResult>> DealService::offer(Terms terms, std::string vin)
{
    AC_CO_TRY(const auto context, co_await m_reader.contextFor(terms));
    const auto problems = checkTerms(terms, context.value, nowOf(context.block));
    if (!problems.empty()) {
        co_return problems.front();
    }
    SigningHints hints = hintsOf(terms, vin);
    std::string document = termsTypedData(terms, m_network.chainId, m_network.contract("dealBook"));
    AC_CO_TRY(const Bytes signature, co_await m_signer.signTypedData(terms.buyer, std::move(document), hints));
    Call call = offerCall(m_network, terms, signature);
    co_return co_await send(dealIdOf(terms), terms.buyer, std::move(call), std::move(hints), "deal.offer");
}

QCoro::Task<Result<StepResult>> DealService::withdrawOffer(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::WithdrawOffer));
    Call call = withdrawOfferCall(m_network, dealId);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.withdraw");
}

QCoro::Task<Result<>> DealService::checkAcceptable(DealView deal)
{
    AC_CO_TRY(auto context, co_await m_reader.contextFor(deal.terms));
    context.value.checkBuyerBalance = false; // his money comes with the funding
    for (const Error& problem : checkTerms(deal.terms, context.value, nowOf(deal.block))) {
        if (hindersAccepting(problem)) {
            co_return problem;
        }
    }
    co_return Unit{};
}

QCoro::Task<Result<StepResult>> DealService::accept(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::Accept));
    AC_CO_CHECK(co_await checkAcceptable(deal));
    SigningHints hints = hintsOf(deal.terms, deal.vin);
    std::string document = termsTypedData(deal.terms, m_network.chainId, m_network.contract("dealBook"));
    AC_CO_TRY(const Bytes signature, co_await m_signer.signTypedData(me, std::move(document), hints));
    Call call = acceptCall(m_network, dealId, signature);
    co_return co_await send(dealId, me, std::move(call), std::move(hints), "deal.accept");
}

QCoro::Task<Result<StepResult>> DealService::takeSeat(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::TakeSeat));
    Call call = takeSeatCall(m_network, dealId);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.seat");
}

QCoro::Task<Result<StepResult>> DealService::fund(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::Fund));
    AC_CO_TRY(const auto context, co_await m_reader.contextFor(deal.terms));
    if (context.value.buyerBalance < deal.terms.due()) {
        std::vector<std::string> args;
        args.push_back(formatAmount(deal.terms.due()));
        args.push_back(formatAmount(context.value.buyerBalance));
        co_return Error(EscrowError::PriceAboveBalance, std::move(args));
    }
    Call call = fundCall(m_network, dealId, deal.terms);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.fund");
}

QCoro::Task<Result<StepResult>> DealService::deposit(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::Deposit));
    Call call = depositCall(m_network, dealId, deal.terms);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.deposit");
}

QCoro::Task<Result<DealView>> DealService::checkedForSigning(Hash32 dealId, Address me, Settlement settlement,
                                                             std::string reasons)
{
    AC_CO_TRY(DealView deal, co_await m_reader.readDeal(dealId));
    AC_CO_CHECK(checkSettlement(deal.terms, deal.deal, settlement));
    if (settlement.outcome == Outcome::Ruling) {
        AC_CO_CHECK(checkReasons(settlement, reasons));
    }
    AC_CO_CHECK(allowed(deal, me, nowOf(deal.block), signingKind(deal, me, settlement), settlement));
    co_return deal;
}

QCoro::Task<Result<CoSignature>> DealService::signSettlement(DealView deal, Address me, Settlement settlement,
                                                             std::string reasons)
{
    std::string document = safeTxTypedData(safeTxOf(deal, settlement));
    CoSignature out;
    AC_CO_TRY(out.signature, co_await m_signer.signTypedData(me, std::move(document), hintsOf(deal.terms, deal.vin)));
    out.signer = me;
    out.settlement = settlement;
    out.safeNonce = deal.safeNonce;
    out.reasons = std::move(reasons);
    co_return verifyCoSignature(deal, std::move(out)); // our own signer is checked like everybody else
}

QCoro::Task<Result<StepResult>> DealService::coSign(Hash32 dealId, Address me, Settlement settlement,
                                                    std::string reasons)
{
    AC_CO_TRY(const DealView deal, co_await checkedForSigning(dealId, me, settlement, reasons));
    AC_CO_TRY(const CoSignature signature, co_await signSettlement(deal, me, settlement, reasons));
    Call call = coSignCall(m_network, dealId, signature);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.cosign");
}

QCoro::Task<Result<CoSignature>> DealService::coSignOffline(Hash32 dealId, Address me, Settlement settlement,
                                                            std::string reasons)
{
    AC_CO_TRY(const DealView deal, co_await checkedForSigning(dealId, me, settlement, reasons));
    co_return co_await signSettlement(deal, me, settlement, reasons);
}

QCoro::Task<Result<StepResult>> DealService::execute(Hash32 dealId, Address me, Settlement settlement,
                                                     std::optional<CoSignature> offline)
{
    AC_CO_TRY(DealView deal, co_await m_reader.readDeal(dealId));
    AC_CO_CHECK(checkSettlement(deal.terms, deal.deal, settlement));
    if (offline) {
        AC_CO_TRY(const CoSignature verified, verifyCoSignature(deal, *offline));
        deal.coSignatures.push_back(verified);
    }
    AC_CO_CHECK(allowed(deal, me, nowOf(deal.block), executingKind(settlement), settlement));
    AC_CO_TRY(const Bytes signatures, signaturesFor(deal, me, settlement));
    Call call = executeCall(deal, settlement, signatures);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.settle");
}

QCoro::Task<Result<StepResult>> DealService::openDispute(Hash32 dealId, Address me)
{
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, ActionKind::OpenDispute));
    Call call = openDisputeCall(m_network, dealId);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), "deal.dispute");
}

QCoro::Task<Result<StepResult>> DealService::clockPath(Hash32 dealId, Address me, ActionKind kind)
{
    if (!isClockPath(kind)) {
        co_return EscrowError::NotYourStep;
    }
    AC_CO_TRY(const DealView deal, co_await checked(dealId, me, kind));
    Call call = clockCall(m_network, dealId, kind);
    co_return co_await send(dealId, me, std::move(call), hintsOf(deal.terms, deal.vin), purposeOf(kind));
}

} // namespace autochain::escrow
