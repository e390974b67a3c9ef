// SPDX-License-Identifier: GPL-3.0-or-later
// One wish, several transactions of one number: what was sent first, what took its place, which of them came through.
#pragma once

#include "store/outbox_repository.h"

#include <map>
#include <memory>

namespace autochain::wallet
{

enum class Turn {
    None,       // one transaction, no replacement
    SpeedingUp, // waits with a higher fee
    SpedUp,     // the one with the higher fee came through
    Cancelling, // an empty payment waits in its place; the call may still be carried out
    Cancelled,  // the empty payment came through
    FirstWon,   // an earlier one came through although it was to be replaced
    LostToOther // something this computer did not send took the number
};

struct Story {
    Turn turn = Turn::None;
    store::OutboxEntry first;                 // the call that was wanted
    store::OutboxEntry main;                  // the one in a block, else the newest
    std::vector<store::OutboxEntry> attempts; // all that were signed, oldest first
};

// Pure: by the id of every signed entry that replaced or was replaced. A replacement that was never signed (declined)
// is no part of the story; its id is in `dropped`.
struct Stories {
    std::map<std::int64_t, std::shared_ptr<const Story>> byId;
    std::vector<std::int64_t> dropped;

    // None: an entry of its own.
    const Story* of(std::int64_t id) const;
    // Where the entry is told by another row of the list.
    bool isToldElsewhere(std::int64_t id) const;
};
Stories storiesOf(const std::vector<store::OutboxEntry>& entries);

} // namespace autochain::wallet
