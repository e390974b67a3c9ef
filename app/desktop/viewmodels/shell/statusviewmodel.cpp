// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/statusviewmodel.h"

#include "viewmodels/base/format.h"

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
    if (m_session.link() == Session::Link::Connecting) {
        return tr("asking the node…");
    }
    const QString number = format::count(m_session.head().number);
    if (m_session.link() == Session::Link::Gone) {
        return tr("the node is away, last block %1").arg(number);
    }
    return tr("Block %1").arg(number);
}

QString StatusViewModel::level() const
{
    // A node's word until its answer was checked against a verified header.
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
