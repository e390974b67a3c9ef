// SPDX-License-Identifier: GPL-3.0-or-later
#include "compareviewmodel.h"

#include "base/hex.h"
#include "comparerows.h"
#include "session/carnames.h"
#include "vehicle/vin.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"

#include <algorithm>

namespace autochain::desktop
{

struct CompareViewModel::Column {
    Column(Session& session, const Hash32& of) : id(of), history(session) {}
    Hash32 id;
    QString typed; // the VIN it was asked for by; empty: by its id
    CarHistory history;
    std::optional<market::Listing> listing;
    std::optional<Similar> similar;
    bool unknown = false; // not registered on this network
};

CompareViewModel::CompareViewModel(PageContext context) : PageViewModel(context), m_similarCars(session())
{
    connect(&session().carNames(), &CarNames::changed, this, &CompareViewModel::show);
}

CompareViewModel::~CompareViewModel() = default;

QStringList CompareViewModel::keys() const
{
    QStringList out;
    for (const auto& column : m_columns) {
        out << QString::fromStdString(toHex0x(column->id));
    }
    return out;
}

void CompareViewModel::visit(const QString& rest)
{
    if (rest.isEmpty() || rest == place()) {
        return;
    }
    m_columns.clear();
    for (const QString& part : rest.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto id = hash32FromHex(part.toStdString());
        add(id.ok() ? *id : vehicle::vehicleIdOf(vehicle::normaliseVin(part.toStdString())));
    }
    show();
    refresh();
}

CompareViewModel::Column* CompareViewModel::find(const Hash32& id) const
{
    const auto at = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& c) { return c->id == id; });
    return at == m_columns.end() ? nullptr : at->get();
}

bool CompareViewModel::add(const Hash32& id)
{
    m_problem.clear();
    if (find(id) != nullptr) {
        return true;
    }
    if (full()) {
        m_problem = tr("Four cars are beside each other already. Take one out first.");
        emit changed();
        return false;
    }
    m_columns.push_back(std::make_shared<Column>(session(), id));
    connect(&m_columns.back()->history, &CarHistory::studied, this, &CompareViewModel::show);
    show();
    refresh();
    return true;
}

void CompareViewModel::addTyped(const QString& text)
{
    const auto asId = hash32FromHex(text.toStdString());
    const std::string vin = vehicle::normaliseVin(text.toStdString());
    if (!asId.ok() && !vehicle::isWellFormedVin(vin)) {
        m_problem = tr("A VIN has 17 letters and digits, never I, O or Q.");
        emit changed();
        return;
    }
    const Hash32 id = asId.ok() ? *asId : vehicle::vehicleIdOf(vin);
    if (add(id) && !asId.ok()) {
        find(id)->typed = QString::fromStdString(vin);
        show();
    }
}

void CompareViewModel::remove(const QString& key)
{
    m_problem.clear();
    std::erase_if(m_columns, [&](const auto& c) { return QString::fromStdString(toHex0x(c->id)) == key; });
    start(readOthers());
    show();
}

void CompareViewModel::openCar(const QString& key)
{
    navigation().open(QStringLiteral("vehicle/") + key);
}

void CompareViewModel::setOnlyDifferences(bool on)
{
    m_onlyDifferences = on;
    emit changed();
}

bool CompareViewModel::settled() const
{
    return loaded() && std::all_of(m_columns.begin(), m_columns.end(), [](const auto& column) {
               return column->unknown || column->history.study() != nullptr;
           });
}

QCoro::Task<Result<>> CompareViewModel::load()
{
    std::vector<Hash32> ids;
    for (const auto& column : m_columns) {
        ids.push_back(column->id);
    }
    session().carNames().need(ids);
    for (const Hash32& id : ids) {
        AC_CO_CHECK(co_await readColumn(id));
        show();
    }
    start(readOthers());
    co_return Unit{};
}

QCoro::Task<Result<>> CompareViewModel::readColumn(Hash32 id)
{
    const auto at = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& c) { return c->id == id; });
    if (at == m_columns.end()) {
        co_return Unit{};
    }
    const std::shared_ptr<Column> column = *at; // it may be taken out meanwhile
    const Result<> read = co_await column->history.read(id);
    column->unknown = !read.ok() && read.error().is(VehicleError::UnknownVehicle);
    if (!read.ok()) {
        co_return column->unknown ? Result<>() : read;
    }
    const std::vector<Hash32> one(1, id);
    auto listings = co_await session().listings().read(one);
    column->listing.reset();
    if (listings.ok() && !listings->empty() &&
        market::stateOf(listings->front(), session().now()) == market::ListingState::Live) {
        column->listing = std::move(listings->front());
    }
    const auto analysis = vehicle::analyseVin(column->history.vehicle()->vin.value_or(""));
    const std::uint32_t km = column->history.vehicle()->state.history.odometerKm;
    auto similar = co_await m_similarCars.find(id, analysis.modelYear.value_or(0), km);
    if (similar.ok()) {
        column->similar = std::move(*similar);
    }
    co_return Unit{};
}

QCoro::Task<> CompareViewModel::readOthers()
{
    const auto listings = co_await session().listings().all();
    QVariantList others;
    std::vector<Hash32> ids;
    for (std::size_t i = 0; listings.ok() && i < listings->size(); ++i) {
        const Hash32& id = (*listings)[i].vehicleId;
        if (find(id) == nullptr) {
            ids.push_back(id);
            others << QVariantMap{{QStringLiteral("text"), session().carNames().of(id).title},
                                  {QStringLiteral("key"), QString::fromStdString(toHex0x(id))}};
        }
    }
    std::sort(others.begin(), others.end(), [](const QVariant& a, const QVariant& b) {
        return a.toMap().value(QStringLiteral("text")).toString() < b.toMap().value(QStringLiteral("text")).toString();
    });
    m_others = others;
    session().carNames().need(std::move(ids));
    emit changed();
}

void CompareViewModel::restate()
{
    for (const auto& column : m_columns) {
        column->history.studyAgain();
    }
    show();
}

QVariantList CompareViewModel::rows() const
{
    if (!m_onlyDifferences) {
        return m_rows;
    }
    QVariantList out;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(out),
                 [](const QVariant& row) { return row.toMap().value(QStringLiteral("differs")).toBool(); });
    return out;
}

void CompareViewModel::show()
{
    std::vector<ComparedCar> compared;
    m_carRows.clear();
    for (const auto& column : m_columns) {
        const vehicle::Vehicle* car = column->history.vehicle();
        compared.push_back({car, column->history.study(), column->listing, column->similar, column->unknown});
        const CarName name = session().carNames().of(column->id);
        m_carRows << QVariantMap{
            {QStringLiteral("key"), QString::fromStdString(toHex0x(column->id))},
            {QStringLiteral("title"), column->unknown && !column->typed.isEmpty() ? column->typed : name.title},
            {QStringLiteral("vin"), car != nullptr && car->vin ? QString::fromStdString(*car->vin) : name.vin},
            {QStringLiteral("body"), name.body},
            {QStringLiteral("paint"), name.colour},
            {QStringLiteral("unknown"), column->unknown},
            {QStringLiteral("level"), car == nullptr ? QString() : format::level(session().shown(car->provenance))}};
    }
    m_rows = compareRows(compared);
    emit changed();
}

} // namespace autochain::desktop
