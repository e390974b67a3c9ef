// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/practiceviewmodel.h"

#include "session/practicerunner.h"
#include "viewmodels/base/format.h"

#include <cmath>

namespace autochain::desktop
{
namespace
{
constexpr int kTickMs = 1'000;
constexpr double kLongestPush = 366.0 * 86'400;

QString roleWord(const std::string& role)
{
    if (role == "buyer") {
        return PracticeViewModel::tr("Buyer");
    }
    if (role == "seller") {
        return PracticeViewModel::tr("Seller");
    }
    if (role == "appraiser") {
        return PracticeViewModel::tr("Appraiser");
    }
    if (role == "substitute") {
        return PracticeViewModel::tr("Substitute appraiser");
    }
    return role == "dealer" ? PracticeViewModel::tr("Dealer") : QString::fromStdString(role);
}
} // namespace

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{NameRole, "name"}, {RoleRole, "personRole"}, {AddressRole, "address"}, {CurrentRole, "current"}};
}

QVariant PeopleModel::value(const PersonRow& row, int role) const
{
    switch (role) {
    case NameRole:
        return row.name;
    case RoleRole:
        return row.role;
    case AddressRole:
        return row.key;
    case CurrentRole:
        return row.current;
    default:
        return {};
    }
}

PracticeViewModel::PracticeViewModel(Session& session, PracticeClock* practiceClock, QObject* parent)
    : QObject(parent), m_session(session), m_practiceClock(practiceClock)
{
    std::vector<PersonRow> rows;
    for (const PracticePerson& person : session.network().people) {
        if (!PracticeRunner::isForPlaying(person) && person.address != session.me()) {
            continue;
        }
        rows.push_back({format::address(person.address), QString::fromStdString(person.name), roleWord(person.role),
                        person.address == session.me()});
    }
    m_people.setRows(std::move(rows));
    connect(&session, &Session::headChanged, this, &PracticeViewModel::clockChanged);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (const QString now = clock(); now != m_lastClock) { // a minute passed
            m_lastClock = now;
            emit clockChanged();
        }
    });
    if (active()) {
        m_tick.start();
    }
}

QString PracticeViewModel::clock() const
{
    return format::dayYearTime(m_session.now());
}

QString PracticeViewModel::after(double seconds) const
{
    return format::dayYearTime(m_session.now() + std::llround(std::clamp(seconds, 0.0, kLongestPush)));
}

void PracticeViewModel::switchTo(const QString& address)
{
    if (address != format::address(m_session.me())) {
        emit personWanted(address);
    }
}

void PracticeViewModel::push(double seconds)
{
    if (m_pushing || m_practiceClock == nullptr || !(seconds >= 1.0) || seconds > kLongestPush) {
        return;
    }
    m_session.gate().start(doPush(std::llround(seconds)));
}

QCoro::Task<> PracticeViewModel::doPush(std::int64_t seconds)
{
    m_pushing = true;
    m_pushError = {};
    emit pushingChanged();
    const Result<> result = co_await m_practiceClock->push(seconds);
    m_pushing = false;
    m_pushError = result.ok() ? ErrorView() : ErrorView::of(result.error());
    emit pushingChanged();
    if (result.ok()) {
        m_session.pollNow();
        emit pushed();
    }
}

} // namespace autochain::desktop
