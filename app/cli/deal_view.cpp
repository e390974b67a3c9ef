// SPDX-License-Identifier: GPL-3.0-or-later
#include "deal_view.h"

#include "base/hex.h"
#include "escrow/safe_tx.h"
#include "escrow/settlement.h"
#include "messages/enum_names.h"
#include "messages/state_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::cli
{
namespace
{
using namespace autochain::escrow;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QJsonObject termsJson(const Terms& t)
{
    QJsonObject json;
    json.insert(QStringLiteral("vehicle"), hex(t.vehicleId));
    json.insert(QStringLiteral("historyCount"), static_cast<qint64>(t.historyCount));
    json.insert(QStringLiteral("historyHead"), hex(t.historyHead));
    json.insert(QStringLiteral("odometerKm"), static_cast<qint64>(t.odometerKm));
    json.insert(QStringLiteral("reportDigest"), hex(t.reportDigest));
    json.insert(QStringLiteral("price"), plainAuc(t.price));
    json.insert(QStringLiteral("buyer"), address(t.buyer));
    json.insert(QStringLiteral("seller"), address(t.seller));
    json.insert(QStringLiteral("appraiser"), address(t.appraiser));
    json.insert(QStringLiteral("substitute"), address(t.substitute));
    json.insert(QStringLiteral("rulingFee"), plainAuc(t.rulingFee));
    json.insert(QStringLiteral("assessmentFee"), plainAuc(t.assessmentFee));
    json.insert(QStringLiteral("seatBy"), static_cast<qint64>(t.seatBy));
    json.insert(QStringLiteral("fundBy"), static_cast<qint64>(t.fundBy));
    json.insert(QStringLiteral("depositBy"), static_cast<qint64>(t.depositBy));
    json.insert(QStringLiteral("handoverBy"), static_cast<qint64>(t.handoverBy));
    json.insert(QStringLiteral("ruleWithin"), static_cast<qint64>(t.ruleWithin));
    json.insert(QStringLiteral("substituteRuleWithin"), static_cast<qint64>(t.substituteRuleWithin));
    json.insert(QStringLiteral("fallbackToBuyer"), plainAuc(t.fallbackToBuyer));
    json.insert(QStringLiteral("fallbackTitleToBuyer"), t.fallbackTitleToBuyer);
    json.insert(QStringLiteral("salt"), qs(t.salt.toHexQuantity()));
    return json;
}

// Ways to settle: release, refund and everything that somebody has signed.
std::vector<Settlement> settlementsOf(const DealView& deal)
{
    std::vector<Settlement> out = {releaseOf(deal.terms, deal.deal), refundOf(deal.terms, deal.deal)};
    for (const CoSignature& c : deal.coSignatures) {
        if (std::find(out.begin(), out.end(), c.settlement) == out.end()) {
            out.push_back(c.settlement);
        }
    }
    return out;
}

QJsonArray actionsJson(const DealView& deal, const Address& me, UnixTime now)
{
    QJsonArray out;
    for (const Action& action : availableActions(deal, me, now)) {
        QJsonObject json;
        json.insert(QStringLiteral("action"), qs(messages::enumName(action.kind)));
        json.insert(QStringLiteral("enabled"), action.enabled);
        json.insert(QStringLiteral("whyNot"), qs(messages::enumName(action.whyNot)));
        if (action.notBefore != 0) {
            json.insert(QStringLiteral("notBefore"), static_cast<qint64>(action.notBefore));
        }
        out.append(json);
    }
    return out;
}

bool hasSafe(const DealView& deal)
{
    return !deal.deal.safe.isZero();
}

void addActions(Output& out, const DealView& deal, const Address& me, UnixTime now)
{
    QStringList possible;
    for (const Action& action : availableActions(deal, me, now)) {
        const QString word = messages::text(action.kind);
        if (action.enabled && !possible.contains(word)) {
            possible.append(word);
        }
    }
    out.fact(tr("You can"), possible.isEmpty() ? tr("nothing now") : possible.join(QStringLiteral("; ")));
}

void addSettlementLines(Output& out, const DealView& deal)
{
    Table table({tr("Way"), tr("Buyer"), tr("Seller"), tr("Appraiser"), tr("Title"), tr("Signed by")}, {1, 2, 3});
    for (const Settlement& s : settlementsOf(deal)) {
        QStringList signers;
        for (const CoSignature& c : signaturesOf(deal, s)) {
            signers.append(messages::text(partyOf(deal, c.signer)));
        }
        table.add({messages::text(s.outcome), auc(s.toBuyer), auc(s.toSeller), auc(s.toAppraiser),
                   messages::text(partyOf(deal, s.titleTo)),
                   signers.isEmpty() ? QStringLiteral("-") : signers.join(QStringLiteral(", "))});
    }
    out.lines += QString();
    out.lines += table.lines();
}
} // namespace

QJsonObject settlementJson(const DealView& deal, const Settlement& settlement)
{
    QJsonObject json;
    json.insert(QStringLiteral("outcome"), qs(messages::enumName(settlement.outcome)).toLower());
    json.insert(QStringLiteral("toBuyer"), plainAuc(settlement.toBuyer));
    json.insert(QStringLiteral("toSeller"), plainAuc(settlement.toSeller));
    json.insert(QStringLiteral("toAppraiser"), plainAuc(settlement.toAppraiser));
    json.insert(QStringLiteral("titleTo"), address(settlement.titleTo));
    json.insert(QStringLiteral("reasonsDigest"), hex(settlement.reasonsDigest));
    QJsonArray signedBy;
    for (const CoSignature& c : signaturesOf(deal, settlement)) {
        signedBy.append(address(c.signer));
        if (!c.reasons.empty()) {
            json.insert(QStringLiteral("reasons"), qs(c.reasons));
        }
    }
    json.insert(QStringLiteral("signedBy"), signedBy);
    if (hasSafe(deal)) {
        const SafeTx tx = safeTxOf(deal, settlement);
        json.insert(QStringLiteral("safeTxHash"), hex(safeTxHash(tx)));
        json.insert(QStringLiteral("safeTxTo"), address(tx.to));
        json.insert(QStringLiteral("safeTxData"), qs(toHex0x(BytesView(tx.data))));
        json.insert(QStringLiteral("safeNonce"), static_cast<qint64>(tx.nonce));
    }
    return json;
}

QJsonObject dealJson(const DealView& deal, const std::optional<Address>& me, UnixTime now)
{
    QJsonObject json;
    json.insert(QStringLiteral("deal"), hex(deal.id));
    json.insert(QStringLiteral("vin"), qs(deal.vin));
    json.insert(QStringLiteral("state"), qs(messages::enumName(deal.deal.state)));
    json.insert(QStringLiteral("stage"), qs(messages::enumName(stageOf(deal, now))));
    json.insert(QStringLiteral("outcome"), qs(messages::enumName(deal.deal.outcome)));
    json.insert(QStringLiteral("safe"), hasSafe(deal) ? address(deal.deal.safe) : QString());
    json.insert(QStringLiteral("safeAuc"), plainAuc(deal.safeAuc));
    json.insert(QStringLiteral("titleHolder"), address(deal.titleHolder));
    json.insert(QStringLiteral("currentAppraiser"), address(deal.deal.currentAppraiser));
    json.insert(QStringLiteral("ruleBy"), static_cast<qint64>(deal.deal.ruleBy));
    json.insert(QStringLiteral("terms"), termsJson(deal.terms));
    const Turn turn = whoseTurn(deal, now);
    json.insert(QStringLiteral("turn"), qs(messages::enumName(turn.party)));
    json.insert(QStringLiteral("turnAction"),
                turn.party == Party::Stranger ? QString() : qs(messages::enumName(turn.action)));
    if (const auto deadline = nextDeadline(deal, now)) {
        json.insert(QStringLiteral("deadline"), static_cast<qint64>(deadline->at));
        json.insert(QStringLiteral("ifNobodyActs"), qs(messages::enumName(deadline->consequence)));
    }
    QJsonArray warnings;
    for (const Warning warning : warningsOf(deal, now)) {
        warnings.append(qs(messages::enumName(warning)));
    }
    json.insert(QStringLiteral("warnings"), warnings);
    QJsonArray settlements;
    if (isOpen(stageOf(deal, now))) {
        for (const Settlement& s : settlementsOf(deal)) {
            settlements.append(settlementJson(deal, s));
        }
    }
    json.insert(QStringLiteral("settlements"), settlements);
    if (me) {
        json.insert(QStringLiteral("me"), qs(messages::enumName(partyOf(deal, *me))));
        json.insert(QStringLiteral("actions"), actionsJson(deal, *me, now));
    }
    putSource(json, deal.provenance, deal.block);
    return json;
}

void addDealLines(Output& out, const DealView& deal, const std::optional<Address>& me, UnixTime now)
{
    const DealStage stage = stageOf(deal, now);
    out.fact(tr("Deal"), hex(deal.id));
    out.fact(tr("Car"), deal.vin.empty() ? hex(deal.terms.vehicleId) : qs(deal.vin));
    out.fact(tr("Where we are"), messages::text(stage) + QStringLiteral(". ") + messages::explain(stage));
    const Turn turn = whoseTurn(deal, now);
    if (turn.party != Party::Stranger) {
        out.fact(tr("Whose turn"), messages::text(turn.party) + QStringLiteral(": ") + messages::text(turn.action));
    }
    if (const auto deadline = nextDeadline(deal, now)) {
        out.fact(tr("If nobody acts"),
                 tr("by %1: %2").arg(dateTime(deadline->at), messages::text(deadline->consequence)));
    }
    for (const Warning warning : warningsOf(deal, now)) {
        out.fact(tr("Mind"), messages::text(warning));
    }
    out.fact(tr("Price"), auc(deal.terms.price));
    out.fact(tr("Buyer"), address(deal.terms.buyer));
    out.fact(tr("Seller"), address(deal.terms.seller));
    out.fact(tr("Appraiser"),
             address(addressOf(deal, Party::Appraiser)) + tr(", for a ruling ") + auc(deal.terms.rulingFee));
    out.fact(tr("Substitute"), address(deal.terms.substitute));
    if (hasSafe(deal)) {
        out.fact(tr("Safe"), address(deal.deal.safe));
        out.fact(tr("In the Safe now"),
                 auc(deal.safeAuc) + (deal.titleHolder == deal.deal.safe ? tr(" and the title") : QString()));
    }
    out.fact(tr("Source"), sourceLine(deal.provenance, deal.block));
    if (me) {
        addActions(out, deal, *me, now);
    }
    if (isOpen(stage) && hasSafe(deal)) {
        addSettlementLines(out, deal);
    }
}

} // namespace autochain::cli
