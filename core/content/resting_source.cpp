// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/resting_source.h"

namespace autochain
{

QCoro::Task<Result<Bytes>> RestingSource::fetch(Cid cid)
{
    if (m_trouble && m_clock.now() < m_restsUntil) {
        co_return *m_trouble;
    }
    auto block = co_await m_of.fetch(cid);
    m_asked = true;
    const bool late = !block.ok() && block.error().is(ContentError::TimedOut);
    const bool away =
        !block.ok() && (block.error().is(ContentError::Unreachable) || block.error().is(ContentError::UrlNotAllowed));
    m_timeouts = late ? m_timeouts + 1 : 0;
    if (away || m_timeouts >= kTimeouts) {
        m_trouble = block.error();
        m_restsUntil = m_clock.now() + kRestSeconds;
    } else if (!late) {
        m_trouble.reset();
    }
    co_return block;
}

void RestingSource::wake()
{
    m_restsUntil = 0;
    m_timeouts = 0;
}

} // namespace autochain
