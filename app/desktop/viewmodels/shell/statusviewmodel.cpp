// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/statusviewmodel.h"

#include "session/lightsettings.h"
#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"
#include "viewmodels/light/nodewords.h"

namespace autochain::desktop
{
namespace
{
constexpr int kSecond = 1'000;
}

StatusViewModel::StatusViewModel(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::headChanged, this, &StatusViewModel::changed);
    connect(&session, &Session::linkChanged, this, &StatusViewModel::changed);
    connect(&session.lightFeed(), &LightFeed::changed, this, &StatusViewModel::changed);
    m_second.setInterval(kSecond);
    connect(&m_second, &QTimer::timeout, this, &StatusViewModel::changed);
    if (!session.practice()) {
        m_second.start();
    }
}

QString StatusViewModel::network() const
{
    return m_session.practice() ? tr("Practice chain on this machine")
                                : QString::fromStdString(m_session.network().name);
}

QString StatusViewModel::networkShort() const
{
    return m_session.practice() ? tr("Practice") : QString::fromStdString(m_session.network().name);
}

QString StatusViewModel::block() const
{
    if (const auto& status = m_session.lightFeed().status()) {
        return LightWords::block(*status, m_session.now());
    }
    if (m_session.link() == Session::Link::Connecting) {
        return tr("asking the node…");
    }
    const QString number = format::count(m_session.head().number);
    if (m_session.link() == Session::Link::Gone) {
        return tr("the node is away, last block %1").arg(number);
    }
    return tr("Block %1").arg(number);
}

QString StatusViewModel::agreement() const
{
    const auto& status = m_session.lightFeed().status();
    const auto& quorum = m_session.lightFeed().quorum();
    if (!status && quorum) {
        const auto agree = quorum->agreed ? quorum->agreed->agreeing.size() : 0;
        return tr("%1 of %2 nodes agree").arg(agree).arg(quorum->nodes);
    }
    return status ? LightWords::agreement(*status) : QString();
}

QString StatusViewModel::warning() const
{
    const auto& status = m_session.lightFeed().status();
    return status ? NodeWords::liars(*status, readNodeChoice(m_session.settings()).names) : QString();
}

QString StatusViewModel::level() const
{
    if (const auto& status = m_session.lightFeed().status()) {
        return LightWords::level(*status);
    }
    return format::level(m_session.shown(m_session.practice() ? Provenance::Local : Provenance::Reported));
}

ErrorView StatusViewModel::problem() const
{
    return m_session.linkError() ? ErrorView::of(*m_session.linkError()) : ErrorView();
}

QString StatusViewModel::meanwhile() const
{
    return m_session.head().number == 0
               ? tr("Nothing could be read yet. It is asked again by itself.")
               : tr("What you see was read before and is marked Stale. It is asked again by itself.");
}

} // namespace autochain::desktop
