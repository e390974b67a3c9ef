// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/surenessviewmodel.h"

#include "session/lightsettings.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/light/lightwords.h"

#include <algorithm>

namespace autochain::desktop
{
namespace
{
// The value in use stands among the usual ones, whatever it is.
template <typename Number>
std::vector<Number> withOwn(std::vector<Number> usual, Number now)
{
    if (const auto at = std::lower_bound(usual.begin(), usual.end(), now); at == usual.end() || *at != now) {
        usual.insert(at, now);
    }
    return usual;
}

std::vector<std::uint32_t> blocksFor(std::uint32_t now)
{
    return withOwn<std::uint32_t>({3, 6, 12, 30, 60, 90, 180, 360}, now);
}

std::vector<std::int64_t> secondsFor(std::int64_t now)
{
    return withOwn<std::int64_t>({120, 300, 600, 1'800, 3'600}, now);
}

template <typename Number>
int indexOf(const std::vector<Number>& all, Number one)
{
    return static_cast<int>(std::find(all.begin(), all.end(), one) - all.begin());
}

template <typename Number>
Number chosen(const std::vector<Number>& all, int index, Number now)
{
    return index >= 0 && index < static_cast<int>(all.size()) ? all[static_cast<std::size_t>(index)] : now;
}
} // namespace

SurenessViewModel::SurenessViewModel(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.lightFeed(), &LightFeed::changed, this, &SurenessViewModel::changed);
}

light::Sureness SurenessViewModel::sureness() const
{
    const auto& status = m_session.lightFeed().status();
    return status ? status->sureness : light::Sureness();
}

void SurenessViewModel::keep(const light::Sureness& sureness)
{
    if (m_session.lightFeed().port() == nullptr || sureness == this->sureness()) {
        return;
    }
    const Result<> kept = writeSureness(m_session.settings(), sureness);
    m_problem = kept.ok() ? QString()
                          : tr("It holds until the program is closed, but could not be kept: %1")
                                .arg(ErrorView::of(kept.error()).cause);
    m_session.lightFeed().port()->setSureness(sureness);
    m_session.lightFeed().refresh();
}

QStringList SurenessViewModel::blockChoices(std::uint32_t now)
{
    QStringList out;
    for (const std::uint32_t blocks : blocksFor(now)) {
        out << tr("%n block(s)", nullptr, static_cast<int>(blocks));
    }
    return out;
}

QString SurenessViewModel::timeOf(std::uint32_t blocks) const
{
    const auto& status = m_session.lightFeed().status();
    return LightWords::timeOf(blocks, status ? status->blockSeconds : 0);
}

int SurenessViewModel::amountIndex() const
{
    return indexOf(blocksFor(sureness().amountBlocks), sureness().amountBlocks);
}

int SurenessViewModel::dealIndex() const
{
    return indexOf(blocksFor(sureness().dealBlocks), sureness().dealBlocks);
}

QStringList SurenessViewModel::staleChoices() const
{
    QStringList out;
    for (const std::int64_t seconds : secondsFor(sureness().staleAfterSeconds)) {
        out << LightWords::span(seconds);
    }
    return out;
}

int SurenessViewModel::staleIndex() const
{
    return indexOf(secondsFor(sureness().staleAfterSeconds), sureness().staleAfterSeconds);
}

void SurenessViewModel::chooseAmount(int index)
{
    light::Sureness next = sureness();
    next.amountBlocks = chosen(blocksFor(next.amountBlocks), index, next.amountBlocks);
    keep(next);
}

void SurenessViewModel::chooseDeal(int index)
{
    light::Sureness next = sureness();
    next.dealBlocks = chosen(blocksFor(next.dealBlocks), index, next.dealBlocks);
    keep(next);
}

void SurenessViewModel::chooseStale(int index)
{
    light::Sureness next = sureness();
    next.staleAfterSeconds = chosen(secondsFor(next.staleAfterSeconds), index, next.staleAfterSeconds);
    keep(next);
}

} // namespace autochain::desktop
