// SPDX-License-Identifier: GPL-3.0-or-later
#include "garagecarsmodel.h"

#include "base/amount.h"
#include "base/hex.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/homecarsmodel.h"

namespace autochain::desktop
{

namespace
{
QString wholeAuc(const U256& amount)
{
    return (amount % auc(1)).isZero() ? format::money(amount, 0) : format::moneyExact(amount);
}

GarageCarRow rowOf(Session& session, const OwnCar& car, const ListingsAsked& listings)
{
    const vehicle::VehicleSummary& state = car.vehicle.state;
    const CarName name = session.carNames().of(state.id);
    const WorstVerdict worst = worstOf(car.assessment);
    GarageCarRow row;
    row.key = QString::fromStdString(toHex0x(state.id));
    row.title = name.title;
    row.vin = name.vin;
    row.km = format::distance(state.history.odometerKm);
    row.level = format::level(session.shown(car.vehicle.provenance));
    row.block = car.vehicle.block;
    row.body = name.body;
    row.paint = name.colour;
    row.status = worst.status;
    row.fact = worst.fact;
    const auto listing = listings.find(state.id);
    row.asked = listing != listings.end();
    const bool live =
        row.asked && listing->second && market::stateOf(*listing->second, session.now()) == market::ListingState::Live;
    if (!state.dealId.isZero()) {
        row.state = GarageCarsModel::tr("In a deal");
        row.sellReason = GarageCarsModel::tr("This car is in a deal. It can be listed again when the deal is over.");
        row.dealRoute = QStringLiteral("deal/") + QString::fromStdString(toHex0x(state.dealId));
    } else if (!state.lender.isZero()) {
        row.state = GarageCarsModel::tr("Under a lien");
        row.sellReason =
            GarageCarsModel::tr("A lender stands on the title. Pay it off and let the lender release it first.");
    } else if (live) {
        row.listed = true;
        row.price = wholeAuc(listing->second->price);
        row.state = GarageCarsModel::tr("Listed at %1 AUC until %2")
                        .arg(row.price, format::when(listing->second->expiresAt, session.now()));
    } else if (row.asked) {
        row.state = GarageCarsModel::tr("Not for sale");
    } else {
        row.state = GarageCarsModel::tr("Asking the market…");
    }
    return row;
}
} // namespace

void GarageCarsModel::fill(Session& session, const ListingsAsked& listings)
{
    std::vector<GarageCarRow> next;
    for (const OwnCar& car : session.carFeed().cars()) {
        next.push_back(rowOf(session, car, listings));
    }
    setRows(std::move(next));
}

const GarageCarRow* GarageCarsModel::find(const QString& key) const
{
    for (const GarageCarRow& row : rows()) {
        if (row.key == key) {
            return &row;
        }
    }
    return nullptr;
}

QHash<int, QByteArray> GarageCarsModel::roleNames() const
{
    return {{KeyRole, "key"},
            {TitleRole, "title_"},
            {VinRole, "vin"},
            {KmRole, "km"},
            {LevelRole, "level"},
            {BlockRole, "block"},
            {BodyRole, "body"},
            {PaintRole, "paint"},
            {StatusRole, "status"},
            {FactRole, "fact"},
            {StateRole, "state_"},
            {AskedRole, "asked"},
            {ListedRole, "listed"},
            {PriceRole, "price"},
            {SellReasonRole, "sellReason"},
            {DealRouteRole, "dealRoute"}};
}

QVariant GarageCarsModel::value(const GarageCarRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case TitleRole:
        return row.title;
    case VinRole:
        return row.vin;
    case KmRole:
        return row.km;
    case LevelRole:
        return row.level;
    case BlockRole:
        return QVariant::fromValue(row.block);
    case BodyRole:
        return row.body;
    case PaintRole:
        return row.paint;
    case StatusRole:
        return row.status;
    case FactRole:
        return row.fact;
    case StateRole:
        return row.state;
    case AskedRole:
        return row.asked;
    case ListedRole:
        return row.listed;
    case PriceRole:
        return row.price;
    case SellReasonRole:
        return row.sellReason;
    case DealRouteRole:
        return row.dealRoute;
    default:
        return {};
    }
}

} // namespace autochain::desktop
