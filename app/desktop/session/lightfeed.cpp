// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lightfeed.h"

namespace autochain::desktop
{

void LightFeed::use(std::unique_ptr<LightPort> port)
{
    m_port = std::move(port);
    refresh();
}

void LightFeed::refresh()
{
    m_status = m_port ? std::optional(m_port->status()) : std::nullopt;
    emit changed();
}

std::optional<light::BlockKnowledge> LightFeed::knowledgeOf(const Hash32& block) const
{
    return m_port ? m_port->knowledgeOf(block) : std::nullopt;
}

} // namespace autochain::desktop
