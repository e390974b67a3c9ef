// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicleviewmodel.h"

#include "base/amount.h"
#include "base/hex.h"
#include "bodymap.h"
#include "compareviewmodel.h"
#include "crypto/address.h"
#include "obdcharts.h"
#include "odometerpoints.h"
#include "session/carnames.h"
#include "valueband.h"
#include "vehicle/vin.h"
#include "vehiclecards.h"
#include "vehiclefacts.h"
#include "verdictwords.h"
#include "viewmodels/base/distance.h"
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

VehicleViewModel::VehicleViewModel(PageContext context)
    : PageViewModel(context), m_history(session()), m_similarCars(session()), m_documents(session()),
      m_photos(session()), m_form(session()), m_grants(session()), m_report(session())
{
    connect(&session().carNames(), &CarNames::changed, this, &VehicleViewModel::show);
    connect(&m_documents, &DocumentsModel::fetched, &m_photos, &PhotosModel::lookAgainFor);
    connect(&m_history, &CarHistory::recordsCame, this, [this] {
        if (m_history.vehicle()->state.id == m_id) {
            showRecords();
            show();
        }
    });
    connect(&m_history, &CarHistory::contentsCame, this, [this](int from, int until) {
        m_records.contentsCame(static_cast<std::size_t>(from), static_cast<std::size_t>(until));
        emit progressed();
    });
    connect(&m_history, &CarHistory::studied, this, [this] {
        if (m_history.vehicle()->state.id == m_id) {
            showRecords();
            showStudy();
            show();
            m_grants.setCar(*m_history.vehicle());
        }
    });
    m_report.discloseWith([this] { return m_grants.disclose(); });
    connect(&m_grants, &GrantsViewModel::changed, this, [this] { m_report.setPrivateParts(m_grants.openedCount()); });
    connect(&m_form, &RecordFormViewModel::recorded, this,
            [this] { toasts().show(tr("Recorded. Nobody can take it out of the history again.")); });
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
    m_unknown = false; // not asked yet
    m_records.clear();
    m_history.forget();
    m_form.clear();
    m_grants.clear();
    m_listing.reset();
    m_similar.reset();
    m_sessionShown = 0;
    m_verdicts.clear();
    emit changed();
    refresh();
}

QCoro::Task<Result<>> VehicleViewModel::load()
{
    if (m_id.isZero()) {
        co_return Unit{};
    }
    const Hash32 id = m_id;
    const Result<> read = co_await m_history.read(id);
    if (id != m_id) {
        m_records.clear();
        m_photos.show({}, {}, nullptr);
        m_history.forget(); // of the car left behind
        co_return Unit{};
    }
    if (!read.ok()) {
        if (read.error().is(VehicleError::UnknownVehicle)) {
            m_unknown = true;
            m_records.clear();
            m_photos.show({}, {}, nullptr);
            m_history.forget();
            emit changed();
            co_return Unit{}; // the page says so itself
        }
        co_return read.error();
    }
    const std::vector<Hash32> ids(1, id);
    auto listings = co_await session().listings().read(ids);
    m_listing.reset();
    if (listings.ok() && !listings->empty()) {
        market::Listing listing = std::move(listings->front());
        if (!listing.contentDigest.isZero()) {
            const auto block = co_await session().content().get(listing.contentDigest);
            if (block.ok() && market::attachContent(listing, *block).ok() && listing.content && found()) {
                session().carNames().learn(id, QString::fromStdString(m_history.vehicle()->vin.value_or("")),
                                           *listing.content);
            }
        }
        m_listing = std::move(listing);
    }
    if (id == m_id) {
        session().carNames().need({id});
        show();
        if (studied()) { // grants change without the history; before that, what it is made of is still coming
            m_grants.setCar(*m_history.vehicle());
            m_form.privatePart()->refresh();
        }
        start(readSimilar());
    }
    co_return Unit{};
}

QCoro::Task<> VehicleViewModel::readSimilar()
{
    if (!found()) {
        co_return;
    }
    const Hash32 id = m_id;
    const auto analysis = vehicle::analyseVin(m_history.vehicle()->vin.value_or(""));
    const std::uint32_t km = m_history.vehicle()->state.history.odometerKm;
    auto similar = co_await m_similarCars.find(id, analysis.modelYear.value_or(0), km);
    if (id == m_id) {
        m_similar = similar.ok() ? std::move(*similar) : Similar();
        showStudy();
        show();
    }
}

void VehicleViewModel::restate()
{
    if (found()) {
        m_history.studyAgain();
        show();
    }
}

Provenance VehicleViewModel::provenance() const
{
    return session().shown(m_history.vehicle()->provenance);
}

RecordPeople VehicleViewModel::people() const
{
    return {[this](const Address& who) { return session().nameOf(who); }};
}

QString VehicleViewModel::vin() const
{
    return found() && m_history.vehicle()->vin ? QString::fromStdString(*m_history.vehicle()->vin) : QString();
}

QString VehicleViewModel::readingText() const
{
    return !found() || studied()
               ? QString()
               : tr("%1 of %2 records read")
                     .arg(format::count(m_history.contentsAsked()), format::count(m_history.vehicle()->records.size()));
}

void VehicleViewModel::show()
{
    if (!found()) {
        return;
    }
    const vehicle::Vehicle& car = *m_history.vehicle();
    const CarName name = session().carNames().of(m_id);
    m_title = name.title;
    m_body = name.body;
    m_paint = name.colour;
    m_report.setCar(m_id, m_body, m_paint);
    m_level = format::level(provenance());
    m_owner = QString::fromStdString(checksumAddress(car.state.holder));
    m_ownerName = session().nameOf(car.state.holder);
    m_mine = car.state.holder == session().me();
    m_facts = vinFacts(vehicle::analyseVin(car.vin.value_or("")));
    const auto watched = session().watchList().find(m_id);
    m_watched = watched.ok() && watched->has_value();
    showMarket(session().now());
    emit changed();
    emit progressed();
}

// What needs no content: rows, owners, liens.
void VehicleViewModel::showRecords()
{
    const vehicle::Vehicle& car = *m_history.vehicle();
    TimelineSource source{&car.records, people(), provenance(), {}, {}};
    if (const CarStudy* study = m_history.study()) {
        for (const auto& step : study->assessment.odometer.rollbacks) {
            source.lower.insert(step.toIndex);
        }
        for (const auto& rate : study->assessment.odometer.impossibleRates) {
            source.impossible.insert(rate.toIndex);
        }
    }
    m_records.show(std::move(source));
    m_owners = ownerSpans(car.owners, session().now());
    m_recordsLine = tr("%n record(s), one head, block %1", nullptr, recordCount()).arg(format::count(car.block.number));
    m_historyProblem.clear();
    if (car.historyCheck == vehicle::HistoryCheck::Incomplete && car.state.history.count > 0) {
        m_historyProblem = tr("The chain counts %1 records; this node gave fewer. None is shown until all are here.")
                               .arg(car.state.history.count);
    } else if (car.historyCheck == vehicle::HistoryCheck::Mismatch) {
        m_historyProblem =
            tr("The records this node gave do not fit the head on the chain. Something was altered, so none is shown.");
    }
}

void VehicleViewModel::showStudy()
{
    const CarStudy* study = m_history.study();
    if (study == nullptr) {
        return;
    }
    const vehicle::Vehicle& car = *m_history.vehicle();
    const UnixTime now = session().now();
    const vehicle::OdometerAnalysis& odometer = study->assessment.odometer;
    m_verdicts = verdictStrip(study->assessment);
    m_coverage = coverageGrid(study->coverage);
    m_chart = odometerChart(odometer, now);
    m_readings = odometerTable(odometer);
    m_rolledBack = odometer.rolledBack();
    m_chartNote = m_rolledBack ? tr("Likely true distance today: about %1, not %2.")
                                     .arg(format::distance(odometer.likelyTrueKm), format::distance(odometer.lastKm))
                               : QString();
    m_accidents = bodyMap(car.records, provenance());
    const vehicle::Verdict& accidents = study->assessment.of(vehicle::Topic::Accidents);
    m_accidentsVerdict = {{QStringLiteral("status"), statusKey(accidents.status)},
                          {QStringLiteral("text"), verdictText(accidents)}};
    m_liens = lienRows(car, people(), provenance());
    m_recalls = recallRows(car.records, provenance());
    const vehicle::Verdict& recalls = study->assessment.of(vehicle::Topic::Recalls);
    m_recallsLooked = recalls.status != vehicle::Status::NoData;
    m_recallsNothing = verdictText(recalls);
    m_brands = brandRows(car.records, provenance());
    m_uses = useRows(car.records, provenance());
    m_codes = troubleCodes(car.records);
    m_sessions = obdSessions(car.records);
    setSessionShown(m_sessionShown);
    m_score =
        scoreWords(study->score, study->assessment, m_similar ? m_similar->scores : std::vector<vehicle::Score>());
    m_documents.show(car.records, people());
    m_form.show(car);
}

void VehicleViewModel::setSessionShown(int index)
{
    m_sessionShown = std::clamp(index, 0, std::max(0, static_cast<int>(m_sessions.size()) - 1));
    m_obd.clear();
    if (!m_sessions.isEmpty()) {
        const int record = m_sessions[m_sessionShown].toMap().value(QStringLiteral("record")).toInt();
        m_obd = obdCharts(m_history.vehicle()->records[static_cast<std::size_t>(record)]);
    }
    emit changed();
}

// While a history is being read again the pictures of the last reading stay.
void VehicleViewModel::showPhotos()
{
    if (!studied() && m_photos.count() > 0) {
        return;
    }
    const bool listed = m_listing && m_listing->content;
    const std::vector<vehicle::Record>& records = m_history.vehicle()->records;
    m_photos.show(studied() ? std::span(records) : std::span<const vehicle::Record>(), people(),
                  listed ? &*m_listing->content : nullptr);
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
    showPhotos();
    m_value = m_similar ? valueBand(*m_similar, live ? m_listing->price : U256(), m_rolledBack) : QVariantMap();
    const vehicle::VehicleSummary& state = m_history.vehicle()->state;
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

void VehicleViewModel::makeOffer()
{
    if (m_offerReason.isEmpty() && found()) {
        navigation().open(QStringLiteral("offer/") + QString::fromStdString(toHex0x(m_id)));
    }
}

void VehicleViewModel::toggleWatch()
{
    if (!found()) {
        return;
    }
    const U256 price = m_listing ? m_listing->price : U256();
    const std::uint64_t count = m_history.vehicle()->state.history.count;
    const bool done = m_watched ? session().watchList().remove(m_id).ok()
                                : session().watchList().put({m_id, session().now(), price, count, {}}).ok();
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
    if (found() && !m_history.vehicle()->state.dealId.isZero()) {
        navigation().open(QStringLiteral("deal/") + QString::fromStdString(toHex0x(m_history.vehicle()->state.dealId)));
    }
}

void VehicleViewModel::compare()
{
    if (auto* page = navigation().find<CompareViewModel>(); page != nullptr && found()) {
        page->add(m_id);
        navigation().open(QStringLiteral("compare"));
    }
}

} // namespace autochain::desktop
