// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/story.h"

#include <algorithm>

namespace autochain::wallet
{
namespace
{
using store::OutboxEntry;
using store::OutboxState;
using store::Purpose;

bool isInBlock(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Mined || entry.state == OutboxState::Reverted;
}

bool isWaiting(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Signed || entry.state == OutboxState::Sent;
}

bool isCancel(const OutboxEntry& entry)
{
    return entry.purpose == Purpose::CancelPending;
}

Turn turnOf(const Story& story)
{
    if (isInBlock(story.main)) {
        if (story.main.id != story.attempts.back().id) {
            return Turn::FirstWon;
        }
        return isCancel(story.main) ? Turn::Cancelled : Turn::SpedUp;
    }
    if (isWaiting(story.main)) {
        return isCancel(story.main) ? Turn::Cancelling : Turn::SpeedingUp;
    }
    return Turn::LostToOther;
}

Story storyOf(std::vector<OutboxEntry> attempts)
{
    Story out;
    std::sort(attempts.begin(), attempts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    out.first = attempts.front();
    const auto won = std::find_if(attempts.begin(), attempts.end(), isInBlock);
    out.main = won == attempts.end() ? attempts.back() : *won;
    out.attempts = std::move(attempts);
    out.turn = turnOf(out);
    return out;
}
} // namespace

const Story* Stories::of(std::int64_t id) const
{
    const auto at = byId.find(id);
    return at == byId.end() ? nullptr : at->second.get();
}

bool Stories::isToldElsewhere(std::int64_t id) const
{
    const Story* story = of(id);
    return std::find(dropped.begin(), dropped.end(), id) != dropped.end() || (story != nullptr && story->main.id != id);
}

Stories storiesOf(const std::vector<OutboxEntry>& entries)
{
    std::map<std::int64_t, const OutboxEntry*> all;
    for (const OutboxEntry& entry : entries) {
        all[entry.id] = &entry;
    }
    Stories out;
    std::map<std::int64_t, std::vector<OutboxEntry>> byRoot;
    for (const auto& [id, entry] : all) { // by id, so what was replaced comes before what replaced it
        if (entry->replaces && entry->hash.isZero() && entry->state == OutboxState::Failed) {
            out.dropped.push_back(id);
            continue;
        }
        const OutboxEntry* root = entry;
        while (root->replaces && all.contains(*root->replaces) && *root->replaces < root->id) {
            root = all.at(*root->replaces);
        }
        byRoot[root->id].push_back(*entry);
    }
    for (auto& [root, attempts] : byRoot) {
        if (attempts.size() > 1) {
            const auto story = std::make_shared<const Story>(storyOf(attempts));
            for (const OutboxEntry& entry : story->attempts) {
                out.byId[entry.id] = story;
            }
        }
    }
    return out;
}

} // namespace autochain::wallet
