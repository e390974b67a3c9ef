// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/carnames.h"

#include "base/hex.h"
#include "session/session.h"
#include "vehicle/vin.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace autochain::desktop
{
namespace
{
QString withYear(const QString& name, int year)
{
    return year == 0 ? name : QCoreApplication::translate("cars", "%1, %2", "car, model year").arg(name).arg(year);
}

CarName fromVin(const std::string& vin)
{
    const vehicle::VinAnalysis analysis = vehicle::analyseVin(vin);
    CarName name;
    name.vin = QString::fromStdString(vin);
    name.title = analysis.maker.empty()
                     ? name.vin
                     : withYear(QString::fromStdString(analysis.maker), analysis.modelYear.value_or(0));
    return name;
}

CarName fromContent(const QString& vin, const market::ListingContent& content)
{
    CarName name;
    name.vin = vin;
    QString title = QString::fromStdString(content.title);
    if (title.isEmpty()) {
        title = QString::fromStdString(content.make + " " + content.model).trimmed();
    }
    // Many sellers write the year into the title themselves.
    const bool yearSaid = content.year != 0 && title.contains(QString::number(content.year));
    name.title = withYear(title, yearSaid ? 0 : content.year);
    name.body = drawingOf(content.body);
    name.colour = QString::fromStdString(content.colour);
    return name;
}
} // namespace

QString drawingOf(const std::string& body)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 12> kDrawings = {{
        {"hatchback", "hatchback"},
        {"sedan", "saloon"},
        {"saloon", "saloon"},
        {"wagon", "estate"},
        {"estate", "estate"},
        {"suv", "suv"},
        {"coupe", "coupe"},
        {"convertible", "convertible"},
        {"van", "van"},
        {"mpv", "van"},
        {"pickup", "pickup"},
        {"truck", "pickup"},
    }};
    for (const auto& [word, drawing] : kDrawings) {
        if (body == word) {
            return QString::fromLatin1(drawing);
        }
    }
    return {};
}

CarName CarNames::of(const Hash32& vehicleId) const
{
    if (const auto known = m_known.find(vehicleId); known != m_known.end()) {
        return known->second;
    }
    CarName name;
    name.title = QCoreApplication::translate("cars", "Car %1").arg(QString::fromStdString(toHex0x(vehicleId)).left(10));
    return name;
}

void CarNames::need(std::vector<Hash32> vehicleIds)
{
    std::erase_if(vehicleIds, [this](const Hash32& id) { return !m_asked.insert(id).second; });
    if (!vehicleIds.empty()) {
        m_session.gate().start(ask(std::move(vehicleIds)));
    }
}

QCoro::Task<> CarNames::learn(std::vector<Hash32> vehicleIds)
{
    m_asked.insert(vehicleIds.begin(), vehicleIds.end());
    co_await ask(std::move(vehicleIds));
}

std::vector<CarName> CarNames::find(const QString& text) const
{
    std::vector<CarName> found;
    for (const auto& [id, name] : m_known) {
        if (!name.vin.isEmpty() &&
            (name.title.contains(text, Qt::CaseInsensitive) || name.vin.contains(text, Qt::CaseInsensitive))) {
            found.push_back(name);
        }
    }
    std::sort(found.begin(), found.end(), [](const CarName& a, const CarName& b) { return a.vin < b.vin; });
    return found;
}

void CarNames::learn(const Hash32& vehicleId, const QString& vin, const market::ListingContent& content)
{
    m_asked.insert(vehicleId);
    const CarName name = fromContent(vin, content);
    if (!name.title.isEmpty() && !(of(vehicleId) == name)) {
        put(vehicleId, name);
        emit changed();
    }
}

void CarNames::put(const Hash32& vehicleId, CarName name)
{
    m_known[vehicleId] = std::move(name);
}

QCoro::Task<> CarNames::ask(std::vector<Hash32> vehicleIds)
{
    const auto vins = co_await m_session.vehicles().vinsOf(vehicleIds);
    if (vins.ok()) {
        for (const auto& [id, vin] : *vins) {
            put(id, fromVin(vin));
        }
    } else {
        for (const Hash32& id : vehicleIds) {
            m_asked.erase(id); // the node was away: asked again with the next block
        }
    }
    co_await askListings(std::move(vehicleIds));
    if (!m_session.gate().closed()) {
        emit changed();
    }
}

QCoro::Task<> CarNames::askListings(std::vector<Hash32> vehicleIds)
{
    auto listings = co_await m_session.listings().read(std::move(vehicleIds));
    if (!listings.ok()) {
        co_return;
    }
    for (market::Listing& listing : *listings) {
        if (listing.contentDigest.isZero()) {
            continue;
        }
        const auto block = co_await m_session.content().get(listing.contentDigest);
        if (block.ok() && market::attachContent(listing, *block).ok()) {
            put(listing.vehicleId, fromContent(of(listing.vehicleId).vin, *listing.content));
        }
    }
}

} // namespace autochain::desktop
