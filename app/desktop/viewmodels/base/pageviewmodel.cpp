// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/pageviewmodel.h"

namespace autochain::desktop
{

PageViewModel::PageViewModel(PageContext context) : m_context(context)
{
    connect(&context.session, &Session::linkChanged, this, [this] { restate(); });
    connect(&context.session.lightFeed(), &LightFeed::freshnessChanged, this, [this] { restate(); });
}

QVector<SearchHit> PageViewModel::search(const QString& text) const
{
    Q_UNUSED(text)
    return {};
}

void PageViewModel::refresh()
{
    if (m_running) {
        m_again = true;
        return;
    }
    start(run());
}

void PageViewModel::blockArrived(bool inFront)
{
    m_dirty = true;
    if (inFront || followsInBackground()) {
        refresh();
    }
}

void PageViewModel::cameToFront()
{
    if (m_dirty) {
        refresh();
    }
}

QCoro::Task<> PageViewModel::run()
{
    m_running = true;
    emit loadingChanged();
    do {
        m_again = false;
        m_dirty = false;
        const Result<> result = co_await load();
        const ErrorView error = result.ok() ? ErrorView() : ErrorView::of(result.error());
        if (result.ok() && !m_loaded) {
            m_loaded = true;
            emit loadedChanged();
        }
        if (!(error == m_error)) {
            m_error = error;
            emit errorChanged();
        }
    } while (m_again && !session().gate().closed());
    m_running = false;
    emit loadingChanged();
}

void PageViewModel::setBadge(int badge)
{
    if (badge != m_badge) {
        m_badge = badge;
        emit badgeChanged();
    }
}

} // namespace autochain::desktop
