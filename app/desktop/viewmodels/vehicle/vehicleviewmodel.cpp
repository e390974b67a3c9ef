// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicleviewmodel.h"

#include "base/amount.h"
#include "base/hex.h"
#include "crypto/address.h"
#include "odometerpoints.h"
#include "session/carnames.h"
#include "vehicle/vin.h"
#include "vehiclefacts.h"
#include "verdictwords.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
QString wholeAuc(const U256& amount)
{
    return (amount % auc(1)).isZero() ? format::money(amount, 0) : format::moneyExact(amount);
}
} // namespace

VehicleViewModel::VehicleViewModel(PageContext context) : PageViewModel(context), m_grants(context.session)
{
    connect(&session().carNames(), &CarNames::changed, this, [this] { show(); });
}

void VehicleViewModel::visit(const QString& rest)
{
    const auto asId = hash32FromHex(rest.toStdString());
    const Hash32 next = asId.ok() ? *asId : vehicle::vehicleIdOf(vehicle::normaliseVin(rest.toStdString()));
    if (next == m_id || rest.isEmpty()) {
        return;
    }
    m_id = next;
    m_asked = rest;
    m_vehicle.reset();
    m_listing.reset();
    m_grants.clear();
    m_recordFilter = 0;
    emit changed();
    refresh();
}

QCoro::Task<Result<>> VehicleViewModel::load()
{
    if (m_id.isZero()) {
        co_return Unit{};
    }
    const Hash32 id = m_id;
    auto read = co_await session().vehicles().readVehicle(id);
    if (id != m_id) {
        co_return Unit{};
    }
    if (!read.ok()) {
        if (read.error().is(VehicleError::UnknownVehicle)) {
            m_vehicle.reset();
            emit changed();
            co_return Unit{}; // the page says so itself
        }
        co_return read.error();
    }
    m_vehicle = std::move(*read);
    m_grants.setCar(*m_vehicle);
    const std::vector<Hash32> ids(1, id);
    auto listings = co_await session().listings().read(ids);
    m_listing.reset();
    if (listings.ok() && !listings->empty()) {
        market::Listing listing = std::move(listings->front());
        if (!listing.contentDigest.isZero()) {
            const auto block = co_await session().content().get(listing.contentDigest);
            if (block.ok() && market::attachContent(listing, *block).ok() && listing.content) {
                session().carNames().learn(id, QString::fromStdString(m_vehicle->vin.value_or("")), *listing.content);
            }
        }
        m_listing = std::move(listing);
    }
    if (id == m_id) {
        session().carNames().need({id});
        show();
    }
    co_return Unit{};
}

QString VehicleViewModel::vin() const
{
    return m_vehicle && m_vehicle->vin ? QString::fromStdString(*m_vehicle->vin) : QString();
}

void VehicleViewModel::show()
{
    if (!m_vehicle) {
        return;
    }
    const UnixTime now = session().now();
    const CarName name = session().carNames().of(m_id);
    m_title = name.title;
    m_body = name.body;
    m_paint = name.colour;
    m_level = format::level(session().shown(m_vehicle->provenance));
    const Address holder = m_vehicle->state.holder;
    m_owner = QString::fromStdString(checksumAddress(holder));
    m_ownerName = session().nameOf(holder);
    m_mine = holder == session().me();
    m_facts = vinFacts(vehicle::analyseVin(m_vehicle->vin.value_or("")));
    const auto watched = session().watchList().find(m_id);
    m_watched = watched.ok() && watched->has_value();
    showHistory(now);
    showMarket(now);
    emit changed();
}

void VehicleViewModel::showHistory(UnixTime now)
{
    const vehicle::TitleState title{!m_vehicle->state.dealId.isZero(), !m_vehicle->state.lender.isZero()};
    m_assessment = vehicle::assess(m_vehicle->records, title, session().shown(m_vehicle->provenance), now);
    m_verdicts = verdictStrip(m_assessment);
    m_recordsLine =
        tr("%n record(s), one head, block %1", nullptr, recordCount()).arg(format::count(m_vehicle->block.number));
    m_historyProblem.clear();
    if (m_vehicle->historyCheck == vehicle::HistoryCheck::Incomplete && m_vehicle->state.history.count > 0) {
        m_historyProblem = tr("The chain counts %1 records; this node gave fewer. None is shown until all are here.")
                               .arg(m_vehicle->state.history.count);
    } else if (m_vehicle->historyCheck == vehicle::HistoryCheck::Mismatch) {
        m_historyProblem =
            tr("The records this node gave do not fit the head on the chain. Something was altered, so none is shown.");
    }
    std::vector<std::uint64_t> lower;
    for (const auto& reading : m_assessment.odometer.readings) {
        if (reading.lower) {
            lower.push_back(reading.index);
        }
    }
    auto rows = recordRows(
        *m_vehicle, lower, [this](const Address& who) { return session().nameOf(who); },
        session().shown(m_vehicle->provenance));
    if (m_recordFilter != 0) {
        std::erase_if(rows, [this](const RecordRow& row) { return row.gap || row.group != m_recordFilter; });
    }
    m_records.setRows(std::move(rows));
    m_owners = ownerSpans(m_vehicle->owners, now);
    m_coverage = coverageGrid(vehicle::coverageOf(m_vehicle->records, now));
    m_chart = odometerChart(m_assessment.odometer, now);
    m_rolledBack = m_assessment.odometer.rolledBack();
    m_chartNote = m_rolledBack ? tr("Likely true distance today: about %1 km, not %2.")
                                     .arg(format::count(m_assessment.odometer.likelyTrueKm),
                                          format::count(m_assessment.odometer.lastKm))
                               : QString();
}

void VehicleViewModel::showMarket(UnixTime now)
{
    m_price.clear();
    m_place.clear();
    m_description.clear();
    m_tag.clear();
    const bool live = m_listing && market::stateOf(*m_listing, now) == market::ListingState::Live;
    if (m_listing && m_listing->content) {
        m_place = QString::fromStdString(m_listing->content->place);
        m_description = QString::fromStdString(m_listing->content->description);
    }
    if (live) {
        m_price = wholeAuc(m_listing->price);
        m_tag = tr("for sale");
    }
    const vehicle::VehicleSummary& state = m_vehicle->state;
    m_offerReason.clear();
    if (m_mine) {
        m_offerReason = tr("This is your own car.");
    } else if (!state.dealId.isZero()) {
        m_tag = tr("in a deal");
        m_offerReason = tr("This car is in a deal. It can be bought again when that ends without a sale.");
    } else if (!state.lender.isZero()) {
        m_tag = tr("under a lien");
        m_offerReason = tr("A lender stands on the title. It can be bought once the lender releases it.");
    } else if (!live) {
        m_offerReason = tr("Its holder does not offer it. Watch it to hear when that changes.");
    }
}

void VehicleViewModel::setRecordFilter(int filter)
{
    m_recordFilter = filter;
    show();
}

void VehicleViewModel::makeOffer()
{
    if (m_offerReason.isEmpty() && m_vehicle) {
        navigation().open(QStringLiteral("offer/") + QString::fromStdString(toHex0x(m_id)));
    }
}

void VehicleViewModel::toggleWatch()
{
    if (!m_vehicle) {
        return;
    }
    const U256 price = m_listing ? m_listing->price : U256();
    const bool done =
        m_watched ? session().watchList().remove(m_id).ok()
                  : session().watchList().put({m_id, session().now(), price, m_vehicle->state.history.count, {}}).ok();
    if (done) {
        toasts().show(m_watched ? tr("No longer watched.")
                                : tr("Watched. Home tells you when its price or history changes."));
    }
    show();
}

void VehicleViewModel::openGarage()
{
    navigation().open(QStringLiteral("garage"));
}

void VehicleViewModel::openDeal()
{
    if (m_vehicle && !m_vehicle->state.dealId.isZero()) {
        navigation().open(QStringLiteral("deal/") + QString::fromStdString(toHex0x(m_vehicle->state.dealId)));
    }
}

} // namespace autochain::desktop
