// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealstepsmodel.h"

#include <array>

namespace autochain::desktop
{

using escrow::ActionKind;
using escrow::WhyNot;

namespace
{
struct Shown {
    ActionKind kind;
    const char* key;
    bool held;
    bool danger;
};
constexpr std::array kShown = {
    Shown{ActionKind::Accept, "accept", false, false},
    Shown{ActionKind::TakeSeat, "seat", false, false},
    Shown{ActionKind::Fund, "fund", true, false},
    Shown{ActionKind::Deposit, "deposit", true, false},
    Shown{ActionKind::CancelUnfunded, "cancelUnfunded", false, false},
    Shown{ActionKind::RefundNoTitle, "refundNoTitle", true, false},
    Shown{ActionKind::ReplaceAppraiser, "replaceAppraiser", false, false},
    Shown{ActionKind::FallbackSplit, "fallbackSplit", true, false},
    Shown{ActionKind::WithdrawOffer, "withdraw", false, true},
    Shown{ActionKind::OpenDispute, "dispute", false, false},
};

// A step that is off is drawn only where the reader may come to it: too early, or something is missing.
bool worthShowing(const escrow::Action& action, escrow::DealStage stage)
{
    if (action.enabled) {
        return true;
    }
    if (action.kind == ActionKind::OpenDispute) {
        return stage == escrow::DealStage::BothIn && action.whyNot == WhyNot::TooEarly;
    }
    const bool blocked = action.whyNot == WhyNot::AppraiserNotSeated || action.whyNot == WhyNot::TitleElsewhere ||
                         action.whyNot == WhyNot::UnderLien || action.whyNot == WhyNot::InOtherDeal ||
                         action.whyNot == WhyNot::TooLate;
    const bool mainStep = action.kind == ActionKind::Accept || action.kind == ActionKind::TakeSeat ||
                          action.kind == ActionKind::Fund || action.kind == ActionKind::Deposit;
    return mainStep && blocked;
}
} // namespace

std::vector<DealStepRow> stepsOf(const escrow::DealView& deal, const DealPeople& people, UnixTime now)
{
    std::vector<DealStepRow> rows;
    const escrow::DealStage stage = escrow::stageOf(deal, now);
    const escrow::Turn turn = escrow::whoseTurn(deal, now);
    for (const Shown& shown : kShown) {
        const escrow::Action action = escrow::actionOf(deal, people.me(), now, shown.kind);
        if (!worthShowing(action, stage)) {
            continue;
        }
        DealStepRow row;
        row.key = QLatin1String(shown.key);
        row.kind = shown.kind;
        row.held = shown.held;
        row.danger = shown.danger;
        row.main = action.enabled && turn.action == shown.kind;
        row.button = words::actLabel(shown.kind, deal, people);
        row.sentence = words::actSentence(shown.kind, deal, people);
        row.reason = words::whyNot(action, people);
        row.typedPhrase = shown.kind == ActionKind::Deposit && !deal.vin.empty()
                              ? QString::fromStdString(deal.vin).right(6)
                              : words::auc(deal.terms.due());
        rows.push_back(std::move(row));
    }
    return rows;
}

QHash<int, QByteArray> DealStepsModel::roleNames() const
{
    return {{KeyRole, "key"},
            {ButtonRole, "button"},
            {SentenceRole, "sentence"},
            {ReasonRole, "reason"},
            {TypedPhraseRole, "typedPhrase"},
            {HeldRole, "held"},
            {MainRole, "main"},
            {DangerRole, "danger"}};
}

QVariant DealStepsModel::value(const DealStepRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case ButtonRole:
        return row.button;
    case SentenceRole:
        return row.sentence;
    case ReasonRole:
        return row.reason;
    case TypedPhraseRole:
        return row.typedPhrase;
    case HeldRole:
        return row.held;
    case MainRole:
        return row.main;
    case DangerRole:
        return row.danger;
    default:
        return {};
    }
}

const DealStepRow* DealStepsModel::find(const QString& key) const
{
    for (const DealStepRow& row : rows()) {
        if (row.key == key) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace autochain::desktop
