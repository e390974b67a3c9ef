// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketrow.h"

#include "base/amount.h"
#include "base/hex.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

namespace autochain::desktop
{

namespace
{
constexpr UnixTime kDay = 86'400;

QString tr(const char* text)
{
    return QCoreApplication::translate("market", text);
}

QString capitalised(const std::string& word)
{
    QString text = QString::fromStdString(word);
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

QString wholeAuc(const U256& amount)
{
    return (amount % auc(1)).isZero() ? format::money(amount, 0) : format::moneyExact(amount);
}

QString againstMarket(const market::MarketPosition& position)
{
    if (!position.percent) {
        return tr("too few cars to compare");
    }
    const QString cars = tr("%1 cars").arg(position.comparable);
    return *position.percent == 0  ? tr("at market, %1").arg(cars)
           : *position.percent > 0 ? tr("%1 % above market, %2").arg(*position.percent).arg(cars)
                                   : tr("%1 % below market, %2").arg(-*position.percent).arg(cars);
}

QString tagOf(const market::Listing& listing, UnixTime now)
{
    if (market::stateOf(listing, now) == market::ListingState::InDeal) {
        return tr("In a deal");
    }
    if (listing.expiresAt - now < kDay) {
        return tr("Ends in %1").arg(format::timeLeft(listing.expiresAt - now));
    }
    return now - listing.listedAt < kDay ? tr("New today") : QString();
}
} // namespace

QString statusWord(vehicle::Status status)
{
    switch (status) {
    case vehicle::Status::Clean:
        return QStringLiteral("clean");
    case vehicle::Status::Attention:
        return QStringLiteral("attention");
    case vehicle::Status::Problem:
        return QStringLiteral("problem");
    case vehicle::Status::NoData:
        break;
    }
    return QStringLiteral("nodata");
}

market::Verdict verdictOf(const vehicle::Assessment& assessment)
{
    const auto finding = [&](vehicle::Topic topic) {
        switch (assessment.of(topic).status) {
        case vehicle::Status::Clean:
            return market::Finding::Clean;
        case vehicle::Status::NoData:
            return market::Finding::NoData;
        default:
            return market::Finding::Attention;
        }
    };
    return {finding(vehicle::Topic::Title), finding(vehicle::Topic::Liens), finding(vehicle::Topic::Odometer),
            finding(vehicle::Topic::Accidents), finding(vehicle::Topic::Recalls)};
}

MarketRow marketRowOf(const MarketCar& car, const Session& session, bool watched)
{
    const market::Listing& listing = car.listing;
    const UnixTime now = session.now();
    MarketRow row;
    row.key = QString::fromStdString(toHex0x(listing.vehicleId));
    row.vin = QString::fromStdString(listing.vin);
    row.km = format::distanceNumber(listing.odometerKm);
    QStringList facts{format::distance(listing.odometerKm)};
    if (listing.content) {
        const market::ListingContent& content = *listing.content;
        row.title = QString::fromStdString(content.title);
        row.year = content.year == 0 ? QString() : QString::number(content.year);
        row.body = drawingOf(content.body);
        row.paint = QString::fromStdString(content.colour);
        row.place = QString::fromStdString(content.place);
        row.photo = content.photoCids.empty() ? QString() : QString::fromStdString(content.photoCids.front());
        facts << capitalised(content.transmission) << row.place;
    }
    if (row.title.isEmpty()) {
        row.title = row.vin.isEmpty() ? row.key.left(10) : row.vin;
    }
    facts.removeAll(QString());
    row.facts = facts.join(QStringLiteral(" · "));
    row.price = wholeAuc(listing.price);
    row.level = format::level(session.shown(listing.provenance));
    row.block = listing.block;
    row.against = againstMarket(listing.position);
    const QString name = session.nameOf(listing.seller);
    row.seller = name.isEmpty() ? format::shortAddress(listing.seller) : name;
    row.listed = format::when(listing.listedAt, now);
    row.ends = format::when(listing.expiresAt, now);
    row.tag = tagOf(listing, now);
    row.watched = watched;
    row.mine = listing.seller == session.me();
    if (car.assessment) {
        row.odometer = statusWord(car.assessment->of(vehicle::Topic::Odometer).status);
        row.accidents = statusWord(car.assessment->of(vehicle::Topic::Accidents).status);
        row.titleStatus = statusWord(car.assessment->of(vehicle::Topic::Title).status);
        row.liens = statusWord(car.assessment->of(vehicle::Topic::Liens).status);
    }
    const QString full = row.year.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.year);
    row.spoken = tr("%1, %2 AUC, %3").arg(full, row.price, row.facts);
    return row;
}

} // namespace autochain::desktop
