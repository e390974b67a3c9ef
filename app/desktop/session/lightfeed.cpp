// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lightfeed.h"

namespace autochain::desktop
{

namespace
{
constexpr int kSecond = 1'000;

bool isFresh(const std::optional<light::LightStatus>& status)
{
    return status && !status->stale;
}
} // namespace

LightFeed::LightFeed(QObject* parent) : QObject(parent)
{
    m_second.setInterval(kSecond);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (m_port && m_port->status().stale != m_status->stale) {
            refresh();
        }
    });
}

void LightFeed::use(std::unique_ptr<LightPort> port)
{
    m_port = std::move(port);
    refresh();
    if (m_port) {
        m_second.start();
    } else {
        m_second.stop();
    }
}

void LightFeed::refresh()
{
    const bool wasFresh = isFresh(m_status);
    m_status = m_port ? std::optional(m_port->status()) : std::nullopt;
    emit changed();
    if (isFresh(m_status) != wasFresh) {
        emit freshnessChanged();
    }
}

void LightFeed::tellQuorum(const light::QuorumStatus& quorum)
{
    m_quorum = quorum;
    emit changed();
}

std::optional<light::BlockKnowledge> LightFeed::knowledgeOf(const Hash32& block) const
{
    return m_port ? m_port->knowledgeOf(block) : std::nullopt;
}

} // namespace autochain::desktop
