// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealwords.h"

#include "escrow/settlement.h"
#include "messages/state_text.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

namespace autochain::desktop::words
{

using escrow::ActionKind;
using escrow::Consequence;
using escrow::DealStage;
using escrow::Party;

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("deal", text);
}

// "Yours, Alice: …" or "Bob’s turn: …"
QString owned(const DealPeople& people, Party party, const QString& task)
{
    const bool mine = people.myParty() == party;
    return mine ? tr("Yours, %1: %2").arg(people.nameOf(party), task) : tr("%1’s: %2").arg(people.nameOf(party), task);
}

bool isBuyerOrSeller(const DealPeople& people)
{
    return people.myParty() == Party::Buyer || people.myParty() == Party::Seller;
}
} // namespace

QString auc(const U256& amount)
{
    const bool whole = (amount % autochain::auc(1)).isZero();
    return whole ? format::money(amount, 0) : format::moneyExact(amount);
}

Headline where(const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    const DealStage stage = escrow::stageOf(deal, now);
    if (!escrow::isOpen(stage)) {
        return {messages::text(stage), closedLine(deal, people)};
    }
    return {messages::text(stage), messages::explain(stage)};
}

Headline turn(const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    const bool buyerIsMe = people.myParty() == Party::Buyer;
    switch (escrow::stageOf(deal, now)) {
    case DealStage::None:
        return {tr("Nobody’s"), tr("There is no such deal on this network.")};
    case DealStage::Offered:
        return {owned(people, Party::Seller, tr("accept or leave it")),
                tr("Accepting signs the same terms and locks the title for this deal. Nothing is paid yet.")};
    case DealStage::Accepted:
        return {owned(people, Party::Appraiser, tr("take the seat")),
                tr("The money can come in once the seat is taken. Being on call costs nobody anything.")};
    case DealStage::Seated:
        return {owned(people, Party::Buyer, tr("put the money into the Safe")),
                tr("It leaves the Safe only with two signatures, or comes back by the clock.")};
    case DealStage::Funded:
        return {owned(people, Party::Seller, tr("put the title into the Safe")),
                tr("The money is there. The title leaves only together with it.")};
    case DealStage::BothIn:
    case DealStage::HandoverPassed: {
        const bool passed = escrow::stageOf(deal, now) == DealStage::HandoverPassed;
        const auto release = escrow::releaseOf(deal.terms, deal.deal);
        const bool sellerSigned =
            escrow::actionOf(deal, deal.terms.buyer, now, ActionKind::ExecuteRelease, release).enabled;
        if (passed) {
            return {isBuyerOrSeller(people)
                        ? tr("Yours: settle, or open a dispute")
                        : tr("%1’s and %2’s: settle, or open a dispute").arg(people.buyer(), people.seller()),
                    tr("The handover date is over. Nothing moves by itself.")};
        }
        if (buyerIsMe) {
            return {owned(people, Party::Buyer, tr("look at the car, then decide")),
                    sellerSigned
                        ? tr("%1 has signed the release. Meet, compare the car with the records, take the keys. Sign "
                             "only when you hold "
                             "them.")
                              .arg(people.seller())
                        : tr("Meet %1, compare the car with the records, take the keys. Sign only when you hold them.")
                              .arg(people.seller())};
        }
        return {owned(people, Party::Buyer, tr("look at the car, then decide")),
                people.myParty() == Party::Seller
                    ? tr("Hand over car and keys. You may sign the release first; it moves nothing until %1 signs too.")
                          .arg(people.buyer())
                    : tr("The two settle between themselves. You are needed only in a dispute.")};
    }
    case DealStage::Disputed:
        return {owned(people, Party::Appraiser, tr("rule, with reasons")),
                people.myParty() == Party::Appraiser
                    ? tr("Alone it moves nothing: the side you favour must sign too.")
                    : tr("Until then the two of you can still settle any way you both sign.")};
    case DealStage::Ruled: {
        return {tr("The favoured side’s: sign the ruling"),
                tr("The ruling is signed. It moves money and title when the favoured side signs too.")};
    }
    case DealStage::SubstituteRules:
        return {owned(people, Party::Appraiser, tr("rule in %1’s place").arg(people.fullName(deal.terms.appraiser))),
                tr("The first appraiser stayed silent and lost the seat.")};
    case DealStage::Settled:
    case DealStage::Cancelled:
        return {tr("Nobody’s: the deal is closed"), tr("The Safe is empty.")};
    }
    return {};
}

Headline ifNobodyActs(const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    const auto deadline = escrow::nextDeadline(deal, now);
    const Consequence consequence = deadline ? deadline->consequence : Consequence::Nothing;
    switch (consequence) {
    case Consequence::Nothing:
        return {tr("Nothing moves"), escrow::isOpen(escrow::stageOf(deal, now))
                                         ? tr("No deadline runs. Silence never pays anybody.")
                                         : tr("Money and title are where they belong.")};
    case Consequence::OfferLapses:
        return {tr("The offer lapses"), tr("Nothing was paid and nothing is locked.")};
    case Consequence::SeatStaysEmpty:
        return {tr("The seat stays empty"), tr("No money can come in; the title comes free by itself.")};
    case Consequence::TitleUnlocked:
        return {tr("The deal ends"), tr("The title is free again. No money is in the Safe.")};
    case Consequence::MoneyBackToBuyer:
        return {tr("The money goes back"), tr("All of it to %1. The deal ends.").arg(people.toWhom(deal.terms.buyer))};
    case Consequence::DisputePossible:
        return {tr("Nothing moves"),
                tr("Either side may open a dispute; %1 then has %2 to rule. Silence never pays the seller.")
                    .arg(people.fullName(deal.terms.appraiser),
                         format::timeLeft(static_cast<std::int64_t>(deal.terms.ruleWithin)))};
    case Consequence::SubstituteTakesSeat:
        return {tr("%1 takes the seat").arg(people.fullName(deal.terms.substitute)),
                tr("It costs %1 stake. The substitute then has %2.")
                    .arg(people.toWhom(deal.deal.currentAppraiser),
                         format::timeLeft(static_cast<std::int64_t>(deal.terms.substituteRuleWithin)))};
    case Consequence::FallbackSplit:
        return {tr("The split both signed at the start"),
                sentence(deal, people, escrow::fallbackOf(deal.terms, deal.deal))};
    }
    return {};
}

QString titleWords(const escrow::DealView& deal)
{
    return deal.vin.empty() ? tr("the title") : tr("title of …%1").arg(QString::fromStdString(deal.vin).right(6));
}

QString sentence(const escrow::DealView& deal, const DealPeople& people, const escrow::Settlement& settlement)
{
    const Address appraiser = deal.deal.currentAppraiser.isZero() ? deal.terms.appraiser : deal.deal.currentAppraiser;
    QStringList parts;
    const auto money = [&](const U256& amount, const Address& to) {
        if (!amount.isZero()) {
            parts << tr("%1 AUC to %2").arg(auc(amount), people.toWhom(to));
        }
    };
    money(settlement.toBuyer, deal.terms.buyer);
    money(settlement.toSeller, deal.terms.seller);
    money(settlement.toAppraiser, appraiser);
    parts << tr("%1 to %2").arg(titleWords(deal), people.toWhom(settlement.titleTo));
    return parts.join(tr(", ")) + tr(".");
}

QString actLabel(ActionKind kind, const escrow::DealView& deal, const DealPeople& people)
{
    switch (kind) {
    case ActionKind::Accept:
        return tr("Accept the offer…");
    case ActionKind::TakeSeat:
        return tr("Take the seat…");
    case ActionKind::Fund:
        return tr("Hold to put %1 AUC into the Safe").arg(auc(deal.terms.due()));
    case ActionKind::Deposit:
        return tr("Hold to put the title into the Safe");
    case ActionKind::OpenDispute:
        return tr("Open a dispute…");
    case ActionKind::WithdrawOffer:
        return tr("Withdraw the offer");
    case ActionKind::CancelUnfunded:
        return tr("End the deal, free the title");
    case ActionKind::RefundNoTitle:
        return tr("Hold to send the money back to %1").arg(people.toWhom(deal.terms.buyer));
    case ActionKind::ReplaceAppraiser:
        return tr("Give the seat to %1").arg(people.substitute());
    case ActionKind::FallbackSplit:
        return tr("Hold to carry out the agreed split");
    case ActionKind::CoSignRuling:
        return tr("Hold to sign the ruling");
    default:
        return messages::text(kind);
    }
}

QString actSentence(ActionKind kind, const escrow::DealView& deal, const DealPeople& people)
{
    switch (kind) {
    case ActionKind::Accept:
        return tr("You sign the terms below. The title is locked for this deal until it ends.");
    case ActionKind::TakeSeat:
        return tr("You are on call for this deal. Part of your stake is bound until it ends; silence in a dispute "
                  "costs stake.");
    case ActionKind::Fund:
        return tr("%1 AUC from you into the Safe of this deal. Out again only with two signatures, or back to you by "
                  "the clock.")
            .arg(auc(deal.terms.due()));
    case ActionKind::Deposit:
        return tr("%1 from you into the Safe of this deal. Out again only together with the money, or back to you.")
            .arg(titleWords(deal).replace(0, 1, titleWords(deal).left(1).toUpper()));
    case ActionKind::OpenDispute:
        return tr("%1 then decides with written reasons. Every other clock stands still.")
            .arg(people.fullName(deal.terms.appraiser));
    case ActionKind::WithdrawOffer:
        return tr("Nothing was paid. Your signature on the terms is void with it.");
    case ActionKind::CancelUnfunded:
        return tr("The time to pay is over. No money is in the Safe.");
    case ActionKind::RefundNoTitle:
        return tr("The title did not come in time: all money goes back, the deal ends.");
    case ActionKind::ReplaceAppraiser:
        return tr("%1 stayed silent past the deadline and loses stake.").arg(people.appraiser());
    case ActionKind::FallbackSplit:
        return sentence(deal, people, escrow::fallbackOf(deal.terms, deal.deal));
    default:
        return {};
    }
}

QString whyNot(const escrow::Action& action, const DealPeople& people)
{
    Q_UNUSED(people)
    if (action.enabled) {
        return {};
    }
    if (action.whyNot == escrow::WhyNot::TooEarly && action.notBefore > 0) {
        return tr("Possible from %1. Until then write to each other, or propose a split.")
            .arg(format::dayTime(action.notBefore));
    }
    return messages::text(action.whyNot);
}

QString closedLine(const escrow::DealView& deal, const DealPeople& people)
{
    const QString when =
        deal.deal.closedAt == 0 ? QString() : format::dateTime(static_cast<UnixTime>(deal.deal.closedAt));
    switch (deal.deal.outcome) {
    case escrow::Outcome::Release:
        return tr("Released %1: %2 got the money, %3 the title.")
            .arg(when, people.toWhom(deal.terms.seller), people.toWhom(deal.terms.buyer));
    case escrow::Outcome::Refund:
        return tr("Called off %1: the money went back to %2, the title to %3.")
            .arg(when, people.toWhom(deal.terms.buyer), people.toWhom(deal.terms.seller));
    case escrow::Outcome::Settle:
        return tr("Settled %1 by a split both signed.").arg(when);
    case escrow::Outcome::Ruling:
        return tr("Settled %1 by a ruling of %2.").arg(when, people.appraiser());
    case escrow::Outcome::Unfunded:
        return tr("Ended %1: the money did not come in time. The title is free.").arg(when);
    case escrow::Outcome::NoTitle:
        return tr("Ended %1: the title did not come in time. The money went back.").arg(when);
    case escrow::Outcome::Fallback:
        return tr("Closed %1 by the split agreed at the start, because nobody ruled.").arg(when);
    case escrow::Outcome::Lapsed:
        return tr("The offer was withdrawn or lapsed. Nothing moved.");
    case escrow::Outcome::None:
        break;
    }
    return tr("The deal is closed.");
}

} // namespace autochain::desktop::words
