// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/finder.h"

#include "session/carnames.h"
#include "vehicle/vin.h"
#include "viewmodels/shell/navigation.h"

#include <algorithm>

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMostHits = 50;

QString routeOf(const QString& vin)
{
    return QStringLiteral("vehicle/") + vin;
}

SearchHit hitOf(const QString& title, const QString& detail, const QString& vin)
{
    return {QStringLiteral("car"), title, detail, routeOf(vin), 1};
}

bool hasCar(const QVector<SearchHit>& hits, const std::string& vin)
{
    const QString route = routeOf(QString::fromStdString(vin));
    return std::any_of(hits.begin(), hits.end(), [&](const SearchHit& hit) { return hit.route == route; });
}

void needWatched(Session& session)
{
    const auto watched = session.watchList().all();
    std::vector<Hash32> ids;
    for (const store::Watched& car : watched.ok() ? *watched : std::vector<store::Watched>()) {
        ids.push_back(car.vehicleId);
    }
    session.carNames().need(std::move(ids));
}
} // namespace

Finder::Finder(Session& session, Navigation& navigation, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_navigation(navigation)
{
}

void Finder::setText(const QString& text)
{
    if (text == m_text && !m_hits.isEmpty()) {
        return;
    }
    m_text = text;
    m_asked.clear();
    if (text.isEmpty()) {
        needWatched(m_session); // opened just now: names are there when the first letter comes
    }
    setHits(found());
    emit textChanged();
    const std::string vin = vehicle::normaliseVin(text.toStdString());
    if (vehicle::isWellFormedVin(vin) && !hasCar(m_hits, vin)) {
        m_asked = vin;
        emit hitsChanged();
        m_session.gate().start(askRegistry(vin)); // may answer at once
    }
}

void Finder::setHits(QVector<SearchHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits).mid(0, kMostHits);
    endResetModel();
    emit hitsChanged();
}

// From memory. Without a text the pages themselves are offered: "" is part of every title.
QVector<SearchHit> Finder::found() const
{
    const QString wanted = m_text.trimmed();
    QVector<SearchHit> hits = m_navigation.search(wanted);
    if (wanted.isEmpty()) {
        return hits;
    }
    for (const CarName& car : m_session.carNames().find(wanted)) {
        if (!hasCar(hits, car.vin.toStdString())) {
            hits.push_back(hitOf(car.title, car.vin, car.vin));
        }
    }
    return hits;
}

QCoro::Task<> Finder::askRegistry(std::string vin)
{
    const Hash32 id = vehicle::vehicleIdOf(vin);
    const std::vector<Hash32> ids(1, id);
    const auto states = co_await m_session.vehicles().readSummaries(ids);
    const bool registered = states.ok() && !states->value.empty() && states->value.front().registered();
    if (registered) {
        co_await m_session.carNames().learn(ids);
    }
    if (vin != m_asked) {
        co_return; // something else is wanted by now
    }
    m_asked.clear();
    QVector<SearchHit> hits = found();
    const QString typed = QString::fromStdString(vin);
    if (!hasCar(hits, vin)) {
        hits.prepend(hitOf(typed,
                           registered    ? tr("registered on this network")
                           : states.ok() ? tr("not registered on this network")
                                         : tr("the registry could not be asked"),
                           typed));
    }
    setHits(std::move(hits));
}

bool Finder::choose(int row)
{
    if (row < 0 || row >= m_hits.size()) {
        return false;
    }
    const QString route = m_hits.at(row).route;
    setText({});
    return m_navigation.open(route);
}

int Finder::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Finder::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SearchHit& hit = m_hits.at(index.row());
    switch (role) {
    case IconRole:
        return hit.icon;
    case TitleRole:
        return hit.title;
    case DetailRole:
        return hit.detail;
    case RouteRole:
        return hit.route;
    default:
        return {};
    }
}

QHash<int, QByteArray> Finder::roleNames() const
{
    return {{IconRole, "icon"}, {TitleRole, "title"}, {DetailRole, "detail"}, {RouteRole, "route"}};
}

} // namespace autochain::desktop
