// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/tasks.h"

#include <algorithm>
#include <limits>

namespace autochain::appraisal
{
namespace
{
using escrow::DealStage;
using escrow::DealView;
using escrow::Party;

TaskKind kindForSeat(DealStage stage)
{
    switch (stage) {
    case DealStage::Accepted:
        return TaskKind::TakeSeat;
    case DealStage::Disputed:
    case DealStage::SubstituteRules:
        return TaskKind::Rule;
    case DealStage::Ruled:
        return TaskKind::RuleSigned;
    default:
        return TaskKind::OnCall;
    }
}

std::optional<Task> taskOf(const DealView& deal, const Address& me, UnixTime now)
{
    const DealStage stage = escrow::stageOf(deal, now);
    const Party party = escrow::partyOf(deal, me);
    const bool named = deal.terms.appraiser == me || deal.terms.substitute == me;
    if (!named || stage == DealStage::None) {
        return std::nullopt;
    }
    Task task;
    task.dealId = deal.id;
    task.fee = deal.terms.rulingFee;
    if (!escrow::isOpen(stage) || (party != Party::Appraiser && party != Party::Substitute)) {
        task.kind = TaskKind::Closed; // done, or the seat went to the substitute
        return task;
    }
    const auto deadline = escrow::nextDeadline(deal, now);
    if (party == Party::Appraiser) {
        task.kind = kindForSeat(stage);
        task.mineToDo = task.kind == TaskKind::TakeSeat || task.kind == TaskKind::Rule;
    } else {
        const bool silent = deal.deal.state == escrow::State::Disputed && deadline && deadline->passed;
        task.kind = silent ? TaskKind::TakeOver : TaskKind::StandBy;
        task.mineToDo = silent;
    }
    if (deadline && task.kind != TaskKind::OnCall && task.kind != TaskKind::StandBy) {
        task.deadline = deadline->at;
        task.late = deadline->passed || (task.kind == TaskKind::TakeSeat &&
                                         static_cast<std::uint64_t>(std::max<UnixTime>(now, 0)) > deal.terms.seatBy);
        task.ifSilent = deadline->consequence;
    }
    if (task.kind == TaskKind::TakeSeat && task.late) {
        task.mineToDo = false; // the book takes no seat after seatBy
    }
    return task;
}

bool isBefore(const Task& a, const Task& b)
{
    if (a.mineToDo != b.mineToDo) {
        return a.mineToDo;
    }
    const auto at = [](const Task& t) { return t.deadline == 0 ? std::numeric_limits<UnixTime>::max() : t.deadline; };
    return at(a) < at(b);
}
} // namespace

std::vector<Task> tasksOf(const std::vector<DealView>& deals, const Address& appraiser, UnixTime now, bool withClosed)
{
    std::vector<Task> out;
    for (const DealView& deal : deals) {
        const auto task = taskOf(deal, appraiser, now);
        if (task && (withClosed || task->kind != TaskKind::Closed)) {
            out.push_back(*task);
        }
    }
    std::stable_sort(out.begin(), out.end(), isBefore);
    return out;
}

} // namespace autochain::appraisal
