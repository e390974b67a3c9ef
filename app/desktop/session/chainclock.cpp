// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chainclock.h"

#include <algorithm>

namespace autochain::desktop
{

void ChainClock::observe(const BlockRef& head)
{
    if (m_kind != NetworkKind::Practice || (m_seen && head == m_last)) {
        return;
    }
    const std::int64_t ahead = head.time - m_system.now();
    // The first block seen may be an old one, and says no more than that the clock is not behind it. A block that came
    // while we watched was just made, and says exactly where the clock stands.
    m_ahead = m_seen ? ahead : std::max({ahead, m_ahead, std::int64_t{0}});
    m_seen = true;
    m_last = head;
}

} // namespace autochain::desktop
