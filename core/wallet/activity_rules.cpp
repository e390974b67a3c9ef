// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/activity_rules.h"

#include "contracts/generated/auc.h"

namespace autochain::wallet
{
namespace auc = contracts::auc;

namespace
{
using store::OutboxState;
using store::Purpose;

// Below this an imitated address makes a transfer suspicious: a hundredth of an AUC.
U256 dust()
{
    return U256(10'000'000'000'000'000ULL);
}

bool isContract(const ActivityContext& context, const char* key, const Address& address)
{
    const auto at = context.network->contracts.find(key);
    return at != context.network->contracts.end() && at->second == address;
}

std::optional<Address> imitatedBy(const ActivityContext& context, const Address& address)
{
    for (const Address& known : context.known) {
        if (looksAlike(known, address)) {
            return known;
        }
    }
    return std::nullopt;
}

What whatOf(const ActivityContext& context, const Address& other, bool outgoing)
{
    if (context.dealSafes.contains(other) || isContract(context, "dealBook", other)) {
        return outgoing ? What::PutIntoDeal : What::GotFromDeal;
    }
    if (isContract(context, "appraisalDesk", other)) {
        return What::StakeMoved;
    }
    if (!outgoing && isContract(context, "incentivePool", other)) {
        return What::Reward;
    }
    if (!outgoing && (isContract(context, "privatePlacement", other) || isContract(context, "team", other))) {
        return What::Vested;
    }
    if (outgoing && other.isZero()) {
        return What::Burned;
    }
    return outgoing ? What::Sent : What::Received;
}

struct Payment {
    Address to;
    U256 amount;
};

// What AUC a transaction of our own is about to move.
std::optional<Payment> aucPayment(const store::OutboxEntry& entry, const ActivityContext& context)
{
    if (!entry.tx.to || !isContract(context, "auc", *entry.tx.to)) {
        return std::nullopt;
    }
    if (const auto transfer = auc::decodeTransfer(entry.tx.data); transfer.ok()) {
        return Payment{transfer->to, transfer->value};
    }
    if (const auto transfer = auc::decodeTransferAndCall(entry.tx.data); transfer.ok()) {
        return Payment{transfer->to, transfer->value};
    }
    return std::nullopt;
}

What whatOf(const store::OutboxEntry& entry)
{
    switch (entry.state) {
    case OutboxState::Created:
        return What::NotSigned;
    case OutboxState::Signed:
    case OutboxState::Sent:
        return What::Sending;
    case OutboxState::Mined:
        return entry.tx.data.empty() && !entry.tx.value.isZero() ? What::SentCoin : What::OwnAction;
    case OutboxState::Reverted:
    case OutboxState::Failed:
    case OutboxState::Replaced:
        return What::Failed;
    }
    return What::OwnAction;
}

std::uint64_t confirmationsOf(std::uint64_t block, std::uint64_t head)
{
    return block == 0 || head < block ? 0 : head - block + 1;
}
} // namespace

Provenance provenanceOf(const NetworkFile& network)
{
    return network.kind == NetworkKind::Practice ? Provenance::Local : Provenance::Reported;
}

bool looksAlike(const Address& a, const Address& b)
{
    return a != b && a.bytes[0] == b.bytes[0] && a.bytes[1] == b.bytes[1] && a.bytes[18] == b.bytes[18] &&
           a.bytes[19] == b.bytes[19];
}

Activity activityOf(const AucTransfer& transfer, const ActivityContext& context, bool byOwnTransaction)
{
    Activity out;
    const bool outgoing = transfer.from == context.account;
    out.counterparty = outgoing ? transfer.to : transfer.from;
    out.what = whatOf(context, out.counterparty, outgoing);
    out.auc = {outgoing && !transfer.amount.isZero(), transfer.amount};
    out.provenance = provenanceOf(*context.network);
    out.transactionHash = transfer.transactionHash;
    out.blockNumber = transfer.blockNumber;
    out.confirmations = confirmationsOf(transfer.blockNumber, context.headBlock);
    if (const auto deal = context.dealSafes.find(out.counterparty); deal != context.dealSafes.end()) {
        out.subject = deal->second;
    }
    // Anybody can make the token report a transfer of nothing "from" anybody (transferFrom of 0 needs no allowance).
    out.imitates = byOwnTransaction ? std::nullopt : imitatedBy(context, out.counterparty);
    const bool foreignNothing = transfer.amount.isZero() && !byOwnTransaction;
    if (foreignNothing || (out.imitates && transfer.amount <= dust())) {
        out.what = What::LookAlike;
    }
    return out;
}

Activity activityOf(const store::OutboxEntry& entry, const ActivityContext& context)
{
    Activity out;
    out.what = whatOf(entry);
    out.time = entry.closedAt.value_or(entry.createdAt);
    out.counterparty = entry.tx.to.value_or(Address());
    out.transactionHash = entry.hash;
    out.blockNumber = entry.blockNumber.value_or(0);
    out.confirmations = confirmationsOf(out.blockNumber, context.headBlock);
    out.provenance = provenanceOf(*context.network);
    if (const auto payment = aucPayment(entry, context)) {
        out.counterparty = payment->to;
        if (out.what == What::Sending || out.what == What::NotSigned) {
            out.auc = {!payment->amount.isZero(), payment->amount};
        }
    }
    addOwn(out, entry);
    return out;
}

void addOwn(Activity& activity, const store::OutboxEntry& entry)
{
    activity.feeWei = U256(entry.gasUsed) * entry.effectiveGasPrice;
    activity.purpose = entry.purpose;
    activity.outboxId = entry.id;
    if (!entry.subject.isZero()) {
        activity.subject = entry.subject;
    }
    if (entry.purpose == Purpose::OrderAssessment && activity.what == What::StakeMoved) {
        activity.what = What::AssessmentPaid;
    }
}

void addStory(Activity& activity, const Story& story, const ActivityContext& context)
{
    activity.turn = story.turn;
    activity.attempts = story.attempts;
    const bool emptyOne = story.main.purpose == Purpose::CancelPending;
    if (!emptyOne || story.first.purpose == Purpose::CancelPending) {
        return;
    }
    activity.purpose = story.first.purpose;
    activity.counterparty = story.first.tx.to.value_or(Address());
    if (const auto payment = aucPayment(story.first, context)) {
        activity.counterparty = payment->to;
        if (story.turn == Turn::Cancelling) { // it may still be carried out
            activity.auc = {!payment->amount.isZero(), payment->amount};
        }
    }
}

} // namespace autochain::wallet
