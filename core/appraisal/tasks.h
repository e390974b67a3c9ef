// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for an appraiser. Pure.
#pragma once

#include "escrow/rules.h"

namespace autochain::appraisal
{

enum class TaskKind {
    TakeSeat,   // named by both, not seated yet
    OnCall,     // seated, nothing to do unless a dispute comes
    Rule,       // a dispute waits for the ruling
    RuleSigned, // ruled; waits for the favoured side
    StandBy,    // named as substitute
    TakeOver,   // the appraiser is silent past his time: the substitute may take the seat
    Closed
};

struct Task {
    TaskKind kind = TaskKind::OnCall;
    Hash32 dealId;
    bool mineToDo = false;
    bool late = false;
    UnixTime deadline = 0; // 0: none
    escrow::Consequence ifSilent = escrow::Consequence::Nothing;
    U256 fee; // what ruling pays
    bool operator==(const Task&) const = default;
};

// Those where `appraiser` sits, is named or stands by; what is to do first, soonest deadline first.
std::vector<Task> tasksOf(const std::vector<escrow::DealView>& deals, const Address& appraiser, UnixTime now,
                          bool withClosed = false);

} // namespace autochain::appraisal
