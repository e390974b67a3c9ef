// SPDX-License-Identifier: GPL-3.0-or-later
#include "garageviewmodel.h"

#include "base/hex.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <QCoroSignal>

namespace autochain::desktop
{

GarageViewModel::GarageViewModel(PageContext context)
    : PageViewModel(context), m_register(context.session), m_sell(context.session)
{
    connect(&session().carFeed(), &CarFeed::changed, this, &GarageViewModel::show);
    connect(&session().carNames(), &CarNames::changed, this, &GarageViewModel::show);
    connect(&m_register, &RegisterViewModel::registered, this, [this](const QString& vin) {
        toasts().show(tr("%1 has its Credit ID now. The title is yours.").arg(vin));
        navigation().open(QStringLiteral("garage"));
        refresh();
    });
    const auto back = [this](const QString& text) {
        toasts().show(text);
        navigation().open(QStringLiteral("garage"));
        refresh();
    };
    connect(&m_sell, &SellViewModel::published, this,
            [back](const QString& vin) { back(tr("%1 is on the market.").arg(vin)); });
    connect(&m_sell, &SellViewModel::withdrawn, this,
            [back](const QString& vin) { back(tr("%1 is off the market.").arg(vin)); });
    connect(&m_sell, &SellViewModel::priceChanged, this,
            [back](const QString& vin) { back(tr("New price for %1.").arg(vin)); });
}

void GarageViewModel::visit(const QString& rest)
{
    const QString what = rest.section(QLatin1Char('/'), 0, 0);
    m_panel = what == QLatin1String("register") || what == QLatin1String("sell") ? what : QString();
    if (m_panel == QLatin1String("sell")) {
        const auto id = hash32FromHex(rest.section(QLatin1Char('/'), 1).toStdString());
        if (id.ok()) {
            m_sell.begin(*id);
        } else {
            m_panel.clear();
        }
    }
    emit changed();
}

QCoro::Task<Result<>> GarageViewModel::load()
{
    CarFeed& feed = session().carFeed();
    co_await feed.firstReading();
    const Result<> listed = co_await readListings();
    show();
    if (feed.error()) {
        co_return *feed.error();
    }
    co_return listed;
}

QCoro::Task<Result<>> GarageViewModel::readListings()
{
    std::vector<Hash32> ids;
    for (const OwnCar& car : session().carFeed().cars()) {
        ids.push_back(car.vehicle.state.id);
    }
    AC_CO_TRY(const auto listings, co_await session().listings().read(ids));
    m_listings.clear();
    for (const Hash32& id : ids) {
        m_listings.emplace(id, std::nullopt);
    }
    for (const auto& listing : listings) {
        m_listings[listing.vehicleId] = listing;
    }
    co_return Unit{};
}

// Whether a car is listed may change while one is elsewhere: it is asked again before anything is offered.
void GarageViewModel::leave()
{
    if (session().link() == Session::Link::Live) {
        m_listings.clear();
        show();
    }
}

void GarageViewModel::restate()
{
    m_register.followUnit();
    show();
}

void GarageViewModel::show()
{
    m_cars.fill(session(), m_listings);
    emit changed();
}

void GarageViewModel::openCar(const QString& key)
{
    if (const GarageCarRow* row = m_cars.find(key)) {
        navigation().open(QStringLiteral("vehicle/") + (row->vin.isEmpty() ? row->key : row->vin));
    }
}

void GarageViewModel::openDeal(const QString& key)
{
    if (const GarageCarRow* row = m_cars.find(key); row != nullptr && !row->dealRoute.isEmpty()) {
        navigation().open(row->dealRoute);
    }
}

void GarageViewModel::registerCar()
{
    navigation().open(QStringLiteral("garage/register"));
}

void GarageViewModel::sell(const QString& key)
{
    navigation().open(QStringLiteral("garage/sell/") + key);
}

void GarageViewModel::closePanel()
{
    navigation().open(QStringLiteral("garage"));
}

QVector<SearchHit> GarageViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    for (const GarageCarRow& row : m_cars.rows()) {
        if ((row.title + QLatin1Char(' ') + row.vin).contains(text, Qt::CaseInsensitive)) {
            hits.push_back({QStringLiteral("car"), row.title, tr("my car, %1").arg(row.vin),
                            QStringLiteral("vehicle/") + (row.vin.isEmpty() ? row.key : row.vin), 4});
        }
    }
    return hits;
}

} // namespace autochain::desktop
