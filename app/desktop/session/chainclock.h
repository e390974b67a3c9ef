// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "chain/network_file.h"
#include "chain/provenance.h"

namespace autochain::desktop
{

// The time deadlines count by. On a practice chain it runs ahead of the computer's, by what the newest block says; on a
// network it is the computer's own, because a miner may date a block some seconds wrong.
class ChainClock : public Clock
{
public:
    explicit ChainClock(NetworkKind kind, const Clock& system) : m_kind(kind), m_system(system) {}

    // What is known of the practice clock before any block was seen.
    void setAhead(std::int64_t seconds) { m_ahead = seconds; }
    void observe(const BlockRef& head);
    UnixTime now() const override { return m_system.now() + m_ahead; }
    // Seconds in front of the computer's clock; 0 on a network.
    std::int64_t ahead() const { return m_ahead; }

private:
    NetworkKind m_kind;
    const Clock& m_system;
    std::int64_t m_ahead = 0;
    BlockRef m_last;
    bool m_seen = false;
};

} // namespace autochain::desktop
