// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_rows.h"

#include "base/hex.h"
#include "statement_words.h"
#include "vin_words.h"

#include <QLocale>

namespace autochain::signer
{

using namespace words; // NOLINT(google-build-using-namespace): the same text, in three files

namespace
{

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
    case FactKind::Selector:
        return tr("Selector");
    case FactKind::Reader:
        return tr("Reader");
    case FactKind::SharedBy:
        return tr("Shared by");
    case FactKind::Sections:
        return tr("Sections");
    case FactKind::FirstRecord:
        return tr("First record");
    case FactKind::LastRecord:
        return tr("Last record");
    case FactKind::KeysDigest:
        return tr("Keys");
    case FactKind::Labelled:
    case FactKind::LabelledDate:
    case FactKind::LabelledCoins:
        break; // with a label of their own
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
    case FactKind::LastRecord:
        return value == ~std::uint64_t{0} ? tr("all that follow") : QString::number(value);
    case FactKind::HistoryCount:
    case FactKind::Nonce:
    case FactKind::Sections:
    case FactKind::FirstRecord:
        return QString::number(value);
    default:
        return value == 0 ? tr("no end") : dateText(value);
    }
}

TextRow numberRow(const signing::Fact& fact, const U256& number, const QString& coin)
{
    TextRow row;
    row.label = descriptorText(fact.label);
    if (fact.kind == FactKind::LabelledCoins) {
        row.amount = amountText(number, 2);
        row.unit = coin;
    } else {
        row.what = fact.kind == FactKind::LabelledDate ? dateText(number.fitsU64() ? number.toU64() : ~std::uint64_t{0})
                                                       : qs(number.toDecimal());
    }
    return row;
}

bool isLabelled(FactKind kind)
{
    return kind == FactKind::Labelled || kind == FactKind::LabelledDate || kind == FactKind::LabelledCoins;
}

TextRow factRow(const Statement& s, const signing::Fact& fact, const QString& coin)
{
    const auto* plainNumber = std::get_if<U256>(&fact.value);
    if (plainNumber != nullptr && isLabelled(fact.kind)) {
        return numberRow(fact, *plainNumber, coin);
    }
    TextRow row;
    row.label = isLabelled(fact.kind) ? descriptorText(fact.label) : factLabel(fact.kind);
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
        row.mono = fact.kind == FactKind::ConstructorWords || fact.kind == FactKind::Selector;
        if (fact.kind == FactKind::Labelled) {
            row.what = descriptorText(*text);
        }
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

} // namespace

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

QList<TextRow> factRows(const Statement& s, const QString& coin)
{
    QList<TextRow> rows;
    for (const auto& fact : s.facts) {
        if (!isQuiet(fact)) {
            rows << factRow(s, fact, coin);
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

QList<TextRow> numberRows(const Statement& s, const QString& coin)
{
    QList<TextRow> rows;
    for (const auto& fact : s.facts) {
        if (isQuiet(fact)) {
            rows << factRow(s, fact, coin);
        }
    }
    return rows;
}

} // namespace autochain::signer
