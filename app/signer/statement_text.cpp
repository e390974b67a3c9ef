// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_text.h"

#include "base/amount.h"
#include "base/hex.h"
#include "contracts/generated/participants_types.h"
#include "contracts/generated/vehicle_registry_types.h"
#include "crypto/address.h"
#include "vin_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace autochain::signer
{

using signing::Asset;
using signing::FactKind;
using signing::Kind;
using signing::Party;
using signing::Role;
using signing::Statement;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("StatementText", text);
}

QString qs(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString mono(const QString& text)
{
    return kMonoOn + text + kMonoOff;
}

QString shortAddress(const Address& address)
{
    const QString full = qs(checksumAddress(address));
    return full.left(6) + QChar(0x2026) + full.right(4);
}

QString shortHash(const Hash32& hash)
{
    const QString full = qs(toHex0x(hash));
    return full.left(10) + QChar(0x2026) + full.right(8);
}

QString contractName(const std::string& key)
{
    static const std::map<std::string, const char*> names = {
        {"auc", QT_TRANSLATE_NOOP("StatementText", "AUC token")},
        {"incentivePool", QT_TRANSLATE_NOOP("StatementText", "incentive pool")},
        {"treasury", QT_TRANSLATE_NOOP("StatementText", "foundation treasury")},
        {"privatePlacement", QT_TRANSLATE_NOOP("StatementText", "private placement")},
        {"team", QT_TRANSLATE_NOOP("StatementText", "team's vesting")},
        {"participants", QT_TRANSLATE_NOOP("StatementText", "participants' list")},
        {"vehicleRegistry", QT_TRANSLATE_NOOP("StatementText", "vehicle registry")},
        {"listingBoard", QT_TRANSLATE_NOOP("StatementText", "listing board")},
        {"dealBook", QT_TRANSLATE_NOOP("StatementText", "deal book")},
        {"dealModule", QT_TRANSLATE_NOOP("StatementText", "deals' module")},
        {"appraisalDesk", QT_TRANSLATE_NOOP("StatementText", "appraisal desk")},
    };
    const auto found = names.find(key);
    return found == names.end() ? qs(key) : tr(found->second);
}

// "Bob Keller", "Safe", "deal book", "Unknown 0x1234…cdef"
QString fullName(const Party& party)
{
    if (party.role == Role::DealSafe) {
        return tr("Safe");
    }
    if (party.role == Role::Contract) {
        return contractName(party.name);
    }
    if (!party.name.empty()) {
        return party.self ? tr("you, %1").arg(qs(party.name)) : qs(party.name);
    }
    if (party.address.isZero()) {
        return tr("the appraiser on the seat");
    }
    return party.self ? tr("you") : tr("unknown %1").arg(shortAddress(party.address));
}

// In the sentence: "you", "Bob".
QString shortName(const Party& party)
{
    if (party.self) {
        return tr("you");
    }
    if (party.role == Role::Contract || party.role == Role::DealSafe || party.name.empty()) {
        return fullName(party);
    }
    return qs(party.name).section(QLatin1Char(' '), 0, 0);
}

QString titleText(const Statement& s)
{
    if (!s.vehicle) {
        return tr("the title");
    }
    return s.vehicle->vin.empty() ? tr("title number %1").arg(mono(shortHash(s.vehicle->id)))
                                  : tr("title of %1").arg(mono(qs(s.vehicle->vin)));
}

QString carText(const Statement& s)
{
    if (!s.vehicle) {
        return tr("the car");
    }
    return s.vehicle->vin.empty() ? tr("the car of title %1").arg(mono(shortHash(s.vehicle->id)))
                                  : mono(qs(s.vehicle->vin));
}

template <typename T>
const T* factOf(const Statement& s, FactKind kind)
{
    for (const auto& fact : s.facts) {
        if (fact.kind == kind) {
            return std::get_if<T>(&fact.value);
        }
    }
    return nullptr;
}

QString auc(const U256* amount)
{
    return amount == nullptr ? QString() : tr("%1 AUC").arg(amountText(*amount));
}

QString partyFact(const Statement& s, FactKind kind)
{
    const auto* party = factOf<Party>(s, kind);
    return party == nullptr ? QString() : shortName(*party);
}

QString dateText(std::uint64_t seconds)
{
    if (seconds > 253'402'300'799ULL) { // beyond the year 9999
        return tr("no end");
    }
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds)), QLocale::ShortFormat);
}

QString durationText(std::uint64_t seconds)
{
    if (seconds % 86400 == 0) {
        return seconds == 86400 ? tr("1 day") : tr("%1 days").arg(seconds / 86400);
    }
    if (seconds % 3600 == 0) {
        return seconds == 3600 ? tr("1 hour") : tr("%1 hours").arg(seconds / 3600);
    }
    return tr("%1 seconds").arg(seconds);
}

QString moveText(const Statement& s, const signing::Move& move, const QString& coin)
{
    if (move.asset == Asset::Title) {
        return tr("%1 to %2").arg(titleText(s), shortName(move.to));
    }
    const QString unit = move.asset == Asset::Auc ? QStringLiteral("AUC") : coin;
    const QString form = move.fee ? tr("fee of %1 %2 to %3") : tr("%1 %2 to %3");
    return form.arg(amountText(move.amount), unit, shortName(move.to));
}

QString movesText(const Statement& s, const QString& coin)
{
    QStringList parts;
    for (const auto& move : s.moves) {
        parts << moveText(s, move, coin);
    }
    return parts.join(QStringLiteral(",\n"));
}

QString recordKindText(std::uint64_t kind)
{
    static const char* const names[] = {QT_TRANSLATE_NOOP("StatementText", "no record"),
                                        QT_TRANSLATE_NOOP("StatementText", "production"),
                                        QT_TRANSLATE_NOOP("StatementText", "first sale"),
                                        QT_TRANSLATE_NOOP("StatementText", "change of owner"),
                                        QT_TRANSLATE_NOOP("StatementText", "service"),
                                        QT_TRANSLATE_NOOP("StatementText", "repair"),
                                        QT_TRANSLATE_NOOP("StatementText", "accident"),
                                        QT_TRANSLATE_NOOP("StatementText", "insurance claim"),
                                        QT_TRANSLATE_NOOP("StatementText", "inspection"),
                                        QT_TRANSLATE_NOOP("StatementText", "odometer"),
                                        QT_TRANSLATE_NOOP("StatementText", "recall opened"),
                                        QT_TRANSLATE_NOOP("StatementText", "recall closed"),
                                        QT_TRANSLATE_NOOP("StatementText", "OBD session"),
                                        QT_TRANSLATE_NOOP("StatementText", "trouble codes"),
                                        QT_TRANSLATE_NOOP("StatementText", "theft"),
                                        QT_TRANSLATE_NOOP("StatementText", "lien"),
                                        QT_TRANSLATE_NOOP("StatementText", "lien release"),
                                        QT_TRANSLATE_NOOP("StatementText", "import or export"),
                                        QT_TRANSLATE_NOOP("StatementText", "title brand"),
                                        QT_TRANSLATE_NOOP("StatementText", "total loss"),
                                        QT_TRANSLATE_NOOP("StatementText", "scrapped"),
                                        QT_TRANSLATE_NOOP("StatementText", "valuation"),
                                        QT_TRANSLATE_NOOP("StatementText", "owner's statement"),
                                        QT_TRANSLATE_NOOP("StatementText", "correction")};
    return kind < std::size(names) ? tr(names[kind]) : QString::number(kind);
}

QString recordKindsText(const U256& bits)
{
    QStringList names;
    for (unsigned kind = 1; kind < 24; ++kind) {
        if (!((bits >> kind) & U256(1)).isZero()) {
            names << recordKindText(kind);
        }
    }
    const U256 known = (U256(1) << 24) - U256(2);
    if (!(bits & ~known).isZero()) {
        names << tr("further ones (%1)").arg(qs(bits.toHexQuantity()));
    }
    return names.isEmpty() ? tr("none") : names.join(QStringLiteral(", "));
}

QString roleText(std::uint64_t role)
{
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("StatementText", "nobody"),      QT_TRANSLATE_NOOP("StatementText", "manufacturer"),
        QT_TRANSLATE_NOOP("StatementText", "dealer"),      QT_TRANSLATE_NOOP("StatementText", "inspector"),
        QT_TRANSLATE_NOOP("StatementText", "repair shop"), QT_TRANSLATE_NOOP("StatementText", "insurer"),
        QT_TRANSLATE_NOOP("StatementText", "lender"),      QT_TRANSLATE_NOOP("StatementText", "OBD device"),
        QT_TRANSLATE_NOOP("StatementText", "government")};
    return role < std::size(names) ? tr(names[role]) : QString::number(role);
}

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
    case Kind::SetGrant:
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
    default:
        break;
    }
    QString text = vehicleSentence(s);
    text = text.isEmpty() ? dealKindSentence(s, coin) : text;
    return text.isEmpty() ? peopleSentence(s) : text;
}

TextRow moveRow(const Statement& s, const signing::Move& move, const QString& coin)
{
    TextRow row;
    row.what = tr("%1 to %2").arg(fullName(move.from), fullName(move.to));
    row.what[0] = row.what[0].toUpper();
    if (!move.to.address.isZero()) {
        row.address = move.to.address;
    }
    if (move.asset == Asset::Title) {
        row.label = tr("Title");
        row.amount = s.vehicle ? vinWords(s.vehicle->vin) : QString();
        row.strongAmount = false;
        return row;
    }
    row.label = move.fee ? tr("Fee") : tr("Money");
    row.amount = amountText(move.amount, 2);
    row.unit = move.asset == Asset::Auc ? QStringLiteral("AUC") : coin;
    return row;
}

QList<TextRow> moveRows(const Statement& s, const QString& coin)
{
    QList<TextRow> rows;
    for (const auto& move : s.moves) {
        rows << moveRow(s, move, coin);
    }
    if (s.settlement && s.deal->safe) {
        TextRow row;
        row.label = tr("Out of");
        row.what = s.settlement->safeNonce ? tr("Safe of this deal, number %1 of its transactions")
                                                 .arg(qs((*s.settlement->safeNonce + U256(1)).toDecimal()))
                                           : tr("Safe of this deal");
        row.address = s.deal->safe;
        rows << row;
    } else if (!s.moves.empty() && s.moves.front().from.self) {
        TextRow row;
        row.label = tr("Out of");
        row.what = s.self.name.empty() ? tr("Your account") : tr("Your account, %1").arg(qs(s.self.name));
        row.address = s.self.address;
        rows << row;
    }
    return rows;
}

QString factLabel(FactKind kind)
{
    switch (kind) {
    case FactKind::Price:
        return tr("Price");
    case FactKind::Amount:
        return tr("Amount");
    case FactKind::AssessmentFee:
        return tr("Assessment");
    case FactKind::RulingFee:
        return tr("Ruling");
    case FactKind::OdometerKm:
        return tr("Odometer");
    case FactKind::RecordKind:
        return tr("Record");
    case FactKind::RecordKinds:
        return tr("Records");
    case FactKind::RoleId:
        return tr("Role");
    case FactKind::From:
        return tr("From");
    case FactKind::Until:
        return tr("Until");
    case FactKind::ListedUntil:
        return tr("Listed until");
    case FactKind::PermitUntil:
        return tr("Usable until");
    case FactKind::SeatBy:
        return tr("Seat by");
    case FactKind::FundBy:
        return tr("Pay in by");
    case FactKind::DepositBy:
        return tr("Title by");
    case FactKind::HandoverBy:
        return tr("Hand over by");
    case FactKind::RuleWithin:
        return tr("Ruling within");
    case FactKind::SubstituteRuleWithin:
        return tr("Then within");
    case FactKind::FallbackToBuyer:
        return tr("If both silent");
    case FactKind::FallbackTitle:
        return tr("Title then");
    case FactKind::ContentDigest:
        return tr("Content");
    case FactKind::ReportDigest:
        return tr("Report");
    case FactKind::ReasonsDigest:
        return tr("Reasons");
    case FactKind::HistoryHead:
        return tr("History");
    case FactKind::HistoryCount:
        return tr("Records seen");
    case FactKind::LicenceDigest:
        return tr("Licence");
    case FactKind::RulesDigest:
        return tr("Rules");
    case FactKind::Name:
        return tr("Name");
    case FactKind::Regions:
        return tr("Regions");
    case FactKind::Languages:
        return tr("Languages");
    case FactKind::Reasons:
        return tr("Reasons");
    case FactKind::Lender:
        return tr("Lender");
    case FactKind::Shop:
        return tr("Shop");
    case FactKind::Account:
        return tr("Account");
    case FactKind::Buyer:
        return tr("Buyer");
    case FactKind::Seller:
        return tr("Seller");
    case FactKind::Appraiser:
        return tr("Appraiser");
    case FactKind::Substitute:
        return tr("Substitute");
    case FactKind::Spender:
        return tr("Taker");
    case FactKind::Owner:
        return tr("Owner");
    case FactKind::ContractName:
        return tr("Contract");
    case FactKind::ConstructorWords:
        return tr("Arguments");
    case FactKind::Salt:
        return tr("Salt");
    case FactKind::PermitNonce:
        return tr("Number");
    case FactKind::Nonce:
        return tr("Number");
    }
    return {};
}

bool isAmount(FactKind kind)
{
    return kind == FactKind::Price || kind == FactKind::AssessmentFee || kind == FactKind::RulingFee ||
           kind == FactKind::FallbackToBuyer;
}

QString numberText(FactKind kind, std::uint64_t value)
{
    switch (kind) {
    case FactKind::OdometerKm:
        return tr("%1 km").arg(QLocale().toString(static_cast<qulonglong>(value)));
    case FactKind::RecordKind:
        return recordKindText(value);
    case FactKind::RoleId:
        return roleText(value);
    case FactKind::RuleWithin:
    case FactKind::SubstituteRuleWithin:
        return durationText(value);
    case FactKind::HistoryCount:
    case FactKind::Nonce:
        return QString::number(value);
    default:
        return value == 0 ? tr("no end") : dateText(value);
    }
}

TextRow factRow(const Statement& s, const signing::Fact& fact)
{
    TextRow row;
    row.label = factLabel(fact.kind);
    if (const auto* amount = std::get_if<U256>(&fact.value)) {
        const bool money = isAmount(fact.kind) || (fact.kind == FactKind::Amount && s.kind != Kind::CreateTreasury);
        row.amount = money ? amountText(*amount, 2) : QString();
        row.unit = money ? QStringLiteral("AUC") : QString();
        row.what = money                                ? QString()
                   : fact.kind == FactKind::RecordKinds ? recordKindsText(*amount)
                   : fact.kind == FactKind::PermitUntil
                       ? dateText(amount->fitsU64() ? amount->toU64() : ~std::uint64_t{0})
                       : qs(amount->toDecimal());
    } else if (const auto* number = std::get_if<std::uint64_t>(&fact.value)) {
        row.what = numberText(fact.kind, *number);
    } else if (const auto* text = std::get_if<std::string>(&fact.value)) {
        row.what = fact.kind == FactKind::ContractName ? contractName(*text) : qs(*text);
        row.mono = fact.kind == FactKind::ConstructorWords;
    } else if (const auto* hash = std::get_if<Hash32>(&fact.value)) {
        row.what = hash->isZero() ? tr("none") : qs(toHex0x(*hash));
        row.mono = !hash->isZero();
    } else if (const auto* party = std::get_if<Party>(&fact.value)) {
        row.what = fullName(*party);
        row.what[0] = row.what[0].toUpper();
        row.address = party->address;
    }
    return row;
}

// "Bob has signed; the signature is right"
QString otherSideText(const Statement& s)
{
    QStringList names;
    for (const auto& signer : s.signers) {
        if (!signer.self) {
            names << shortName(signer);
        }
    }
    if (s.otherSide == signing::OtherSide::NotYet) {
        return tr("has not signed yet, as far as these bytes say");
    }
    if (names.size() == 1) {
        return tr("%1 has signed; the signature is right").arg(names.front());
    }
    return tr("%1 have signed; the signatures are right").arg(names.join(tr(" and ")));
}

bool isQuiet(const signing::Fact& fact)
{
    return fact.kind == FactKind::Nonce || fact.kind == FactKind::Salt;
}

QList<TextRow> factRows(const Statement& s, const QString& coin)
{
    QList<TextRow> rows;
    for (const auto& fact : s.facts) {
        if (!isQuiet(fact)) {
            rows << factRow(s, fact);
        }
    }
    if (s.otherSide != signing::OtherSide::NotPartOfThis) {
        rows << TextRow{tr("Other side"), otherSideText(s), {}, {}, {}, false, false};
    }
    if (s.maxFeeWei) {
        rows << TextRow{tr("You pay"), tr("network fee, at most"), amountText(*s.maxFeeWei, 2), coin, {}, true, false};
    }
    return rows;
}

QList<TextRow> numberRows(const Statement& s)
{
    QList<TextRow> rows;
    for (const auto& fact : s.facts) {
        if (isQuiet(fact)) {
            rows << factRow(s, fact);
        }
    }
    return rows;
}

QString otherName(const Statement& s)
{
    for (const auto& signer : s.signers) {
        if (!signer.self) {
            return shortName(signer);
        }
    }
    return tr("the other side");
}

QString warningText(const signing::WarningLine& warning)
{
    using signing::Warning;
    switch (warning.kind) {
    case Warning::CannotUndo:
        return warning.arg.empty()
                   ? tr("Nobody can undo this.")
                   : tr("Nobody can undo this, %1 included.").arg(qs(warning.arg).section(QLatin1Char(' '), 0, 0));
    case Warning::SafeEmptyAfterwards:
        return tr("The Safe is empty afterwards.");
    case Warning::OnlyWithCarAndKeys:
        return tr("Sign only when you hold the car and its keys.");
    case Warning::OnlyWithMoneySeen:
        return tr("Sign only when the deal shows the money in the Safe. The title leaves your hands.");
    case Warning::SilencePaysNobody:
        return tr("Nothing forces you now: by your terms, silence pays nobody.");
    case Warning::CannotTakeBack:
        return tr("A signature once given cannot be taken back.");
    case Warning::LapsesWhenSettled:
        return tr("It lapses only when another settlement is final.");
    case Warning::UnknownRecipient:
        return tr("This address is not in your address book. Compare every sign of it.");
    case Warning::LooksAlike:
        return tr("The address begins and ends like that of %1 but is another one.").arg(qs(warning.arg));
    case Warning::TitleForNothing:
        return tr("The title leaves without any price. For a sale use a deal.");
    case Warning::AllowanceStands:
        return tr("It may be taken at any time, without asking again.");
    case Warning::BindingOffer:
        return tr("You are bound to these terms once the other side signs them too.");
    case Warning::StakeAtRisk:
        return tr("Silence past the date of a ruling costs stake.");
    case Warning::VinUnknown:
        return tr("The VIN was not given, so only the title's number can be shown.");
    case Warning::TermsUnknown:
        return tr("The terms were not given, so price and sides cannot be shown.");
    case Warning::TermsNotSignedHere:
        return tr("This program has no memory of your signing these terms.");
    case Warning::HighFee:
        return tr("The network fee is unusually high.");
    case Warning::PublicForGood:
        return tr("It stands on the chain for everyone and is never deleted.");
    }
    return {};
}

QString checkText(const Statement& s, signing::Check check)
{
    using signing::Check;
    switch (check) {
    case Check::PlainCall:
        return tr("Plain call, no delegate call");
    case Check::EveryByte:
        return tr("Every byte understood");
    case Check::VinFitsTitle:
        return tr("VIN fits the title’s number");
    case Check::SameAsTerms:
        return tr("Fits the deal’s terms");
    case Check::SameAsTermsSigned:
        return tr("Same as the terms you signed");
    case Check::SafeFromTerms:
        return tr("Safe belongs to these terms");
    case Check::OtherSignature:
        return tr("Signature of %1 is right").arg(otherName(s));
    case Check::OwnSignature:
        return tr("Your own signature is right");
    case Check::ThisNetwork:
        return tr("For this network only");
    }
    return {};
}

// The four a person looks for first; the rest stands with the raw data.
void setChecks(StatementText& text, const Statement& s)
{
    using signing::Check;
    const auto first = [](Check check) {
        return check == Check::PlainCall || check == Check::EveryByte || check == Check::VinFitsTitle ||
               check == Check::SameAsTerms || check == Check::SameAsTermsSigned;
    };
    for (const auto check : s.checks) {
        if (first(check)) {
            text.checks << checkText(s, check);
        }
    }
    for (const auto check : s.checks) {
        if (!first(check)) {
            (text.checks.size() < 4 ? text.checks : text.moreChecks) << checkText(s, check);
        }
    }
}

void setTyped(StatementText& text, const Statement& s)
{
    for (const auto& move : s.moves) {
        if (move.asset != Asset::Title) {
            text.typed = qs(formatAmount(move.amount));
            text.typePrompt = tr("Type the amount %1 to sign").arg(text.typed);
            return;
        }
    }
    for (const auto kind : {FactKind::Amount, FactKind::Price}) {
        if (const auto* amount = factOf<U256>(s, kind)) {
            text.typed = qs(formatAmount(*amount));
            text.typePrompt = tr("Type the amount %1 to sign").arg(text.typed);
            return;
        }
    }
    if (s.vehicle && s.vehicle->vin.size() == 17) {
        text.typed = qs(s.vehicle->vin).right(6);
        text.typePrompt = tr("Type the VIN’s last six signs %1 to sign").arg(text.typed);
        return;
    }
    text.typed = tr("sign");
    text.typePrompt = tr("Type the word %1 to sign").arg(text.typed);
}

} // namespace

QString plain(QString marked)
{
    return marked.remove(kMonoOn).remove(kMonoOff);
}

QString amountText(const U256& amount, int minDecimals)
{
    const QString digits = qs(formatAmount(amount, kAucDecimals, minDecimals));
    const QLocale locale;
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? digits : digits.left(point);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) {
        whole.insert(at, locale.groupSeparator());
    }
    return point < 0 ? whole : whole + locale.decimalPoint() + digits.mid(point + 1);
}

StatementText textOf(const Statement& statement, const QString& coin)
{
    StatementText text;
    const QString name = statement.self.name.empty() ? shortAddress(statement.self.address) : qs(statement.self.name);
    text.asked = tr("You are asked to sign, as %1").arg(name);
    text.sentence = sentenceOf(statement, coin);
    if (!text.sentence.isEmpty()) {
        text.sentence[0] = text.sentence[0].toUpper();
    }
    text.moves = moveRows(statement, coin);
    text.facts = factRows(statement, coin);
    text.numbers = numberRows(statement);
    for (const auto& warning : statement.warnings) {
        // Two short ones share a line, as they belong together.
        if (warning.kind == signing::Warning::SafeEmptyAfterwards && !text.warnings.isEmpty()) {
            text.warnings.last() += QLatin1Char(' ') + warningText(warning);
        } else {
            text.warnings << warningText(warning);
        }
    }
    setChecks(text, statement);
    text.hashLabel = tr("hash");
    setTyped(text, statement);
    return text;
}

} // namespace autochain::signer
