// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_text.h"
#include "statement_words.h"

namespace autochain::signer::words
{

namespace
{

QString dealSentence(const Statement& s, const QString& form)
{
    const auto& terms = s.deal->terms;
    const QString price = terms ? tr("%1 AUC").arg(amountText(terms->price)) : QString();
    return form.arg(price, carText(s));
}

QString settlementSentence(const Statement& s, const QString& coin)
{
    const QString moves = movesText(s, coin);
    return s.kind == Kind::SignSettlement      ? tr("Agree: %1").arg(moves)
           : s.kind == Kind::PublishSettlement ? tr("Publish a signature for: %1").arg(moves)
                                               : moves;
}

QString clockSentence(const Statement& s, const QString& what, const QString& coin)
{
    const QString moves = movesText(s, coin);
    return moves.isEmpty() ? what : what + QStringLiteral(":\n") + moves;
}

QString roleSentence(const Statement& s, const QString& form)
{
    const auto* role = factOf<std::uint64_t>(s, FactKind::RoleId);
    return form.arg(partyFact(s, FactKind::Account), roleText(role == nullptr ? 0 : *role));
}

QString vehicleSentence(const Statement& s)
{
    switch (s.kind) {
    case Kind::RegisterVehicle:
        return tr("Register %1\nand hold its title").arg(carText(s));
    case Kind::AppendRecord: {
        const auto* kind = factOf<std::uint64_t>(s, FactKind::RecordKind);
        return tr("Write a record to %1:\n%2").arg(carText(s), recordKindText(kind == nullptr ? 0 : *kind));
    }
    case Kind::SignRecord: {
        const auto* kind = factOf<std::uint64_t>(s, FactKind::RecordKind);
        return tr("Sign as your word about %1:\n%2").arg(carText(s), recordKindText(kind == nullptr ? 0 : *kind));
    }
    case Kind::SetGrant:
        if (const auto* until = factOf<std::uint64_t>(s, FactKind::Until); until != nullptr && *until == 0) {
            return tr("Let %1 no longer write records\nto %2").arg(partyFact(s, FactKind::Shop), carText(s));
        }
        return tr("Let %1 write records\nto %2").arg(partyFact(s, FactKind::Shop), carText(s));
    case Kind::ProposeLien:
        return tr("Propose a lien for you\non %1").arg(carText(s));
    case Kind::AcceptLien:
        return tr("Give %1 a lien\non %2").arg(partyFact(s, FactKind::Lender), carText(s));
    case Kind::ReleaseLien:
        return tr("Give up your lien\non %1").arg(carText(s));
    case Kind::PublishListing:
        return tr("List %1\nat %2").arg(carText(s), auc(factOf<U256>(s, FactKind::Price)));
    case Kind::SetPrice:
        return tr("Change the price of %1\nto %2").arg(carText(s), auc(factOf<U256>(s, FactKind::Price)));
    case Kind::WithdrawListing:
        return tr("Take %1\noff the market").arg(carText(s));
    default:
        return {};
    }
}

// "12 private sections", "1 private section"
QString sectionsText(const Statement& s)
{
    const auto* count = factOf<std::uint64_t>(s, FactKind::Sections);
    return count != nullptr && *count == 1 ? tr("1 private section")
                                           : tr("%1 private sections").arg(count == nullptr ? 0 : *count);
}

// Who shared them: named where it was one, the person left out where it was himself.
QString openSentence(const Statement& s)
{
    const Party* by = nullptr;
    bool several = false;
    for (const auto& fact : s.facts) {
        if (fact.kind == FactKind::SharedBy) {
            several = by != nullptr;
            by = std::get_if<Party>(&fact.value);
        }
    }
    const auto* until = factOf<std::uint64_t>(s, FactKind::Until);
    const QString what = tr("Let AutoChain read %1\nof %2").arg(sectionsText(s), carText(s));
    if (several || by == nullptr || by->self) {
        return what;
    }
    return until == nullptr || *until == 0
               ? tr("%1,\nshared with you by %2").arg(what, shortName(*by))
               : tr("%1,\nshared with you by %2 until %3").arg(what, shortName(*by), dateText(*until));
}

QString sharingSentence(const Statement& s)
{
    switch (s.kind) {
    case Kind::PublishKey:
        return tr("Publish your public key, so that others\ncan share private sections with you");
    case Kind::ShareSections: {
        const auto* until = factOf<std::uint64_t>(s, FactKind::Until);
        return tr("Let %1 read private sections\nof %2 until %3")
            .arg(partyFact(s, FactKind::Reader), carText(s), dateText(until == nullptr ? 0 : *until));
    }
    case Kind::EndSharing:
        return tr("Let %1 read nothing new\nof %2").arg(partyFact(s, FactKind::Reader), carText(s));
    case Kind::OpenSections:
        return openSentence(s);
    default:
        return {};
    }
}

QString peopleSentence(const Statement& s)
{
    switch (s.kind) {
    case Kind::RegisterAppraiser:
        return tr("Register as appraiser\nwith a stake of %1 AUC").arg(amountText(s.moves.front().amount));
    case Kind::AddStake:
        return tr("Add %1 AUC to your stake").arg(amountText(s.moves.front().amount));
    case Kind::WithdrawStake:
        return tr("Take %1 AUC out of your stake").arg(amountText(s.moves.front().amount));
    case Kind::UpdateProfile:
        return tr("Change your profile as appraiser");
    case Kind::GrantRole:
        return roleSentence(s, tr("Name %1\n%2"));
    case Kind::RevokeRole:
        return roleSentence(s, tr("Take from %1\nthe role %2"));
    case Kind::SetPublicName: {
        const auto* name = factOf<std::string>(s, FactKind::Name);
        return tr("Call %1\n“%2”").arg(partyFact(s, FactKind::Account), name == nullptr ? QString() : qs(*name));
    }
    case Kind::DeployContract: {
        const auto* name = factOf<std::string>(s, FactKind::ContractName);
        return tr("Put a contract on the chain:\n%1").arg(name == nullptr ? QString() : contractName(*name));
    }
    case Kind::CreateTreasury:
        return tr("Make a Safe for the foundation");
    default:
        return {};
    }
}

QString dealKindSentence(const Statement& s, const QString& coin)
{
    switch (s.kind) {
    case Kind::SignTerms:
    case Kind::OfferDeal:
        return dealSentence(s, s.deal->terms && s.deal->terms->seller == s.self.address ? tr("Agree to sell for %1\n%2")
                                                                                        : tr("Offer %1\nfor %2"));
    case Kind::WithdrawOffer:
        return s.deal->terms ? dealSentence(s, tr("Take back your offer of %1\nfor %2")) : tr("Take back your offer");
    case Kind::AcceptDeal:
        return dealSentence(s, tr("Accept %1\nfor %2"));
    case Kind::AcceptSeat:
        return s.deal->terms ? dealSentence(s, tr("Take the appraiser's seat:\n%1 for %2"))
                             : tr("Take the appraiser's seat");
    case Kind::CancelUnfunded:
        return clockSentence(s, tr("Close the deal: nobody paid in"), coin);
    case Kind::RefundNoTitle:
        return clockSentence(s, tr("Close the deal: no title came"), coin);
    case Kind::OpenDispute:
        return tr("Open a dispute about\n%1").arg(carText(s));
    case Kind::ReplaceAppraiser:
        return tr("Put the substitute in the seat\nof the silent appraiser");
    case Kind::FallbackSplit:
        return clockSentence(s, tr("Split as agreed at the start"), coin);
    default:
        return {};
    }
}

} // namespace

QString sentenceOf(const Statement& s, const QString& coin)
{
    switch (s.kind) {
    case Kind::ApproveAuc:
    case Kind::Permit:
        return tr("Let %1\ntake up to %2").arg(partyFact(s, FactKind::Spender), auc(factOf<U256>(s, FactKind::Amount)));
    case Kind::RevokeAllowance:
        return tr("Let %1\ntake nothing any more").arg(partyFact(s, FactKind::Spender));
    case Kind::SignSettlement:
    case Kind::PublishSettlement:
    case Kind::ExecuteSettlement:
        return settlementSentence(s, coin);
    case Kind::SendCoin:
    case Kind::SendAuc:
    case Kind::GiveTitle:
        return movesText(s, coin);
    case Kind::FundDeal:
        return tr("%1 AUC into the Safe\nof the deal for %2").arg(amountText(s.moves.front().amount), carText(s));
    case Kind::DepositTitle:
        return tr("%1\ninto the Safe of the deal").arg(titleText(s));
    case Kind::TakeNumber: {
        const auto* number = factOf<std::uint64_t>(s, FactKind::Nonce);
        return tr("Cancel your waiting transaction\nnumber %1").arg(number == nullptr ? 0 : *number);
    }
    case Kind::Described:
        return descriptorText(s.intent);
    case Kind::UnknownCall:
        return tr("Run a program nobody can read\nat %1").arg(mono(shortAddress(s.contract.value_or(Address()))));
    default:
        break;
    }
    QString text = vehicleSentence(s);
    text = text.isEmpty() ? sharingSentence(s) : text;
    text = text.isEmpty() ? dealKindSentence(s, coin) : text;
    return text.isEmpty() ? peopleSentence(s) : text;
}

} // namespace autochain::signer::words
