// SPDX-License-Identifier: GPL-3.0-or-later
#include "wayrow.h"

#include "base/hex.h"
#include "escrow/safe_tx.h"
#include "escrow/settlement.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::desktop
{

using escrow::ActionKind;
using escrow::Outcome;
using escrow::Settlement;

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("deal", text);
}

ActionKind signKind(Outcome outcome)
{
    return outcome == Outcome::Release  ? ActionKind::SignRelease
           : outcome == Outcome::Refund ? ActionKind::SignRefund
                                        : ActionKind::SignSplit;
}

ActionKind executeKind(Outcome outcome)
{
    return outcome == Outcome::Release  ? ActionKind::ExecuteRelease
           : outcome == Outcome::Refund ? ActionKind::ExecuteRefund
           : outcome == Outcome::Ruling ? ActionKind::CoSignRuling
                                        : ActionKind::ExecuteSplit;
}

QString keyOf(const Settlement& s)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(static_cast<int>(s.outcome))
        .arg(QString::fromStdString(s.toBuyer.toDecimal()), QString::fromStdString(s.toAppraiser.toDecimal()),
             QString::fromStdString(toHex0x(s.titleTo)));
}

void fillMoves(WayRow& row, const escrow::DealView& deal)
{
    const auto money = [](const U256& amount) { return amount.isZero() ? QString() : words::auc(amount); };
    row.buyerMoney = money(row.settlement.toBuyer);
    row.sellerMoney = money(row.settlement.toSeller);
    row.appraiserMoney = money(row.settlement.toAppraiser);
    row.buyerTitle = row.settlement.titleTo == deal.terms.buyer;
    row.sellerTitle = row.settlement.titleTo == deal.terms.seller;
}

void fillSigners(WayRow& row, const escrow::DealView& deal, const DealPeople& people)
{
    const auto [first, second] = escrow::signersOf(deal.terms, deal.deal, row.settlement);
    for (const Address& who : {first, second}) {
        const bool done = escrow::hasSigned(deal, who, row.settlement);
        row.signers << QVariantMap{{QStringLiteral("name"), people.isMe(who) ? tr("You") : people.shortName(who)},
                                   {QStringLiteral("signed"), done},
                                   {QStringLiteral("line"), done ? tr("signed") : tr("not yet")}};
    }
}

// What the reader can do with this way now.
void fillButton(WayRow& row, const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    const auto execute = escrow::actionOf(deal, people.me(), now, executeKind(row.settlement.outcome), row.settlement);
    const auto sign = escrow::actionOf(deal, people.me(), now, signKind(row.settlement.outcome), row.settlement);
    const QString sentence = words::sentence(deal, people, row.settlement);
    row.typedPhrase =
        words::auc(std::max(std::max(row.settlement.toBuyer, row.settlement.toSeller), row.settlement.toAppraiser));
    if (execute.enabled) {
        row.action = QStringLiteral("execute");
        row.kind = execute.kind;
        row.mine = true;
        row.button = row.settlement.outcome == Outcome::Release  ? tr("Hold to release")
                     : row.settlement.outcome == Outcome::Refund ? tr("Hold to refund")
                     : row.settlement.outcome == Outcome::Ruling ? tr("Hold to sign the ruling")
                                                                 : tr("Hold to settle so");
        row.sentence = sentence + tr(" Cannot be undone.");
        return;
    }
    row.kind = sign.kind;
    if (escrow::hasSigned(deal, people.me(), row.settlement)) {
        row.action = QStringLiteral("wait");
        row.button.clear();
        row.sentence = tr("Signed, so it cannot be taken back. It lapses when another way is final.");
        return;
    }
    row.action = row.settlement.outcome == Outcome::Ruling ? QStringLiteral("none") : QStringLiteral("sign");
    row.button = row.settlement.outcome == Outcome::Release ? tr("Sign the release first…")
                 : row.settlement.outcome == Outcome::Refund
                     ? tr("Ask %1 to refund…").arg(people.shortName(people.counterparty()))
                     : tr("Sign this split…");
    if (row.settlement.outcome == Outcome::Refund && people.myParty() == escrow::Party::Seller) {
        row.button = tr("Offer the refund…");
    }
    row.reason = sign.enabled ? QString() : words::whyNot(sign, people);
    row.sentence = sign.enabled ? tr("You sign first and cannot take it back. Nothing moves until %1 signs.")
                                      .arg(people.shortName(people.counterparty()))
                                : row.reason;
}

WayRow rowOf(const QString& title, const QString& subtitle, const Settlement& settlement, const escrow::DealView& deal,
             const DealPeople& people, UnixTime now)
{
    WayRow row;
    row.key = keyOf(settlement);
    row.title = title;
    row.subtitle = subtitle;
    row.settlement = settlement;
    fillMoves(row, deal);
    fillSigners(row, deal, people);
    fillButton(row, deal, people, now);
    return row;
}
} // namespace

std::vector<WayRow> waysOf(const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    std::vector<WayRow> rows;
    const Settlement release = escrow::releaseOf(deal.terms, deal.deal);
    const Settlement refund = escrow::refundOf(deal.terms, deal.deal);
    rows.push_back(rowOf(tr("Release"), tr("as in the terms"), release, deal, people, now));
    for (const auto& signature : deal.coSignatures) {
        const Settlement& settlement = signature.settlement;
        const bool known =
            std::any_of(rows.begin(), rows.end(), [&](const WayRow& r) { return r.settlement == settlement; });
        if (known || settlement == refund) {
            continue;
        }
        const QString by = people.isMe(signature.signer) ? tr("Your proposal")
                                                         : tr("%1’s proposal").arg(people.shortName(signature.signer));
        WayRow row = settlement.outcome == Outcome::Ruling
                         ? rowOf(tr("Ruling"), tr("by %1, with reasons").arg(people.fullName(signature.signer)),
                                 settlement, deal, people, now)
                         : rowOf(by, tr("a split"), settlement, deal, people, now);
        row.reasons = signature.reasons;
        rows.push_back(std::move(row));
    }
    rows.push_back(rowOf(tr("Refund"), tr("call it off"), refund, deal, people, now));
    return rows;
}

} // namespace autochain::desktop
