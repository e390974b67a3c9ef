// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketviewmodel.h"

#include "base/hex.h"
#include "messages/error_text.h"
#include "session/carnames.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <QCoreApplication>

#include <array>

namespace autochain::desktop
{

namespace
{
struct SortChoice {
    const char* words;
    market::Sort sort;
};
constexpr std::array kSorts = {
    SortChoice{QT_TRANSLATE_NOOP("market", "Newest first"), {market::SortKey::Listed, true}},
    SortChoice{QT_TRANSLATE_NOOP("market", "Cheapest first"), {market::SortKey::Price, false}},
    SortChoice{QT_TRANSLATE_NOOP("market", "Dearest first"), {market::SortKey::Price, true}},
    SortChoice{QT_TRANSLATE_NOOP("market", "Least driven first"), {market::SortKey::Km, false}},
    SortChoice{QT_TRANSLATE_NOOP("market", "Youngest first"), {market::SortKey::Year, true}},
    SortChoice{QT_TRANSLATE_NOOP("market", "Ends soonest"), {market::SortKey::Ends, false}},
};
struct Column {
    const char* name;
    market::SortKey key;
};
constexpr std::array kColumns = {
    Column{"title", market::SortKey::Title}, Column{"year", market::SortKey::Year},
    Column{"km", market::SortKey::Km},       Column{"price", market::SortKey::Price},
    Column{"place", market::SortKey::Place}, Column{"listed", market::SortKey::Listed},
    Column{"ends", market::SortKey::Ends},   Column{"against", market::SortKey::AgainstMarket},
};
} // namespace

MarketViewModel::MarketViewModel(PageContext context)
    : PageViewModel(context), m_reader(context.session), m_model(context.session)
{
    const auto kept = session().settings().get("market.asTable");
    m_asTable = kept.ok() && kept->value_or("") == "1";
    connect(&session(), &Session::namesChanged, this, &MarketViewModel::show);
}

QCoro::Task<Result<>> MarketViewModel::load()
{
    AC_CO_CHECK(co_await m_reader.readBoard());
    reloadWatched();
    show();
    start(readHistories());
    co_return Unit{};
}

QCoro::Task<> MarketViewModel::readHistories()
{
    m_histories = true;
    emit changed();
    co_await m_reader.readHistories([this] { show(); });
    m_histories = false;
    emit changed();
}

void MarketViewModel::show()
{
    std::vector<market::Listing> listings;
    for (const MarketCar& car : m_reader.cars()) {
        listings.push_back(car.listing);
    }
    std::vector<MarketRow> rows;
    for (const std::size_t index : market::select(listings, m_filter, m_sort, session().now())) {
        const MarketCar& car = m_reader.cars()[index];
        const bool watched = m_watched.contains(car.listing.vehicleId);
        if (!m_watchedOnly || watched) {
            rows.push_back(marketRowOf(car, session(), watched));
        }
    }
    m_model.setRows(std::move(rows));
    emit changed();
}

void MarketViewModel::reloadWatched()
{
    m_watched.clear();
    const auto all = session().watchList().all();
    if (all.ok()) {
        for (const auto& watched : *all) {
            m_watched.insert(watched.vehicleId);
        }
    }
}

void MarketViewModel::setText(const QString& text)
{
    m_filter.text = text.trimmed().toStdString();
    show();
}

void MarketViewModel::setMaxPrice(const QString& typed)
{
    m_maxPrice = typed;
    m_maxPriceError.clear();
    m_filter.maxPrice.reset();
    if (!typed.trimmed().isEmpty()) {
        const auto amount = format::parseMoney(typed);
        if (amount.ok()) {
            m_filter.maxPrice = *amount;
        } else {
            m_maxPriceError = messages::describe(amount.error()).cause;
        }
    }
    show();
}

void MarketViewModel::setMinYear(int year)
{
    m_filter.minYear = year > 0 ? std::optional(year) : std::nullopt;
    show();
}

QStringList MarketViewModel::bodies() const
{
    QStringList list;
    for (const auto& body : m_filter.bodies) {
        list << QString::fromStdString(body);
    }
    return list;
}

void MarketViewModel::setBodies(const QStringList& bodies)
{
    m_filter.bodies.clear();
    for (const QString& body : bodies) {
        m_filter.bodies.insert(body.toLower().toStdString());
    }
    show();
}

void MarketViewModel::setNoProblems(bool on)
{
    m_filter.noAttention = on;
    show();
}

void MarketViewModel::setWatchedOnly(bool on)
{
    m_watchedOnly = on;
    show();
}

QVariantList MarketViewModel::chips() const
{
    QVariantList chips;
    const auto add = [&](const char* key, const QString& text) {
        chips << QVariantMap{{QStringLiteral("key"), QLatin1String(key)}, {QStringLiteral("text"), text}};
    };
    if (m_filter.maxPrice) {
        add("price", tr("Up to %1 AUC").arg(format::money(*m_filter.maxPrice, 0)));
    }
    if (m_filter.minYear) {
        add("year", tr("%1 or newer").arg(*m_filter.minYear));
    }
    if (!m_filter.bodies.empty()) {
        add("bodies", tr("%n body types", nullptr, static_cast<int>(m_filter.bodies.size())));
    }
    if (m_filter.noAttention) {
        add("problems", tr("No problems"));
    }
    if (m_watchedOnly) {
        add("watched", tr("Watched"));
    }
    return chips;
}

QStringList MarketViewModel::allBodies() const
{
    std::set<std::string> found;
    for (const MarketCar& car : m_reader.cars()) {
        if (car.listing.content && !car.listing.content->body.empty()) {
            found.insert(car.listing.content->body);
        }
    }
    QStringList list;
    for (const auto& body : found) {
        list << QString::fromStdString(body);
    }
    return list;
}

QStringList MarketViewModel::sorts() const
{
    QStringList list;
    for (const SortChoice& choice : kSorts) {
        list << QCoreApplication::translate("market", choice.words);
    }
    return list;
}

int MarketViewModel::sort() const
{
    for (std::size_t i = 0; i < kSorts.size(); ++i) {
        if (kSorts[i].sort.key == m_sort.key && kSorts[i].sort.descending == m_sort.descending) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void MarketViewModel::setSort(int index)
{
    if (index >= 0 && index < static_cast<int>(kSorts.size())) {
        m_sort = kSorts[static_cast<std::size_t>(index)].sort;
        show();
    }
}

QString MarketViewModel::sortColumn() const
{
    for (const Column& column : kColumns) {
        if (column.key == m_sort.key) {
            return QLatin1String(column.name);
        }
    }
    return {};
}

void MarketViewModel::sortBy(const QString& name)
{
    for (const Column& column : kColumns) {
        if (name == QLatin1String(column.name)) {
            m_sort.descending = m_sort.key == column.key && !m_sort.descending;
            m_sort.key = column.key;
            show();
        }
    }
}

void MarketViewModel::visit(const QString& rest)
{
    if (!rest.isEmpty()) {
        setAsTable(rest == QLatin1String("table"));
    }
}

void MarketViewModel::setAsTable(bool table)
{
    m_asTable = table;
    // Only a convenience: where it cannot be kept, the page opens as cards next time.
    (void)session().settings().set("market.asTable", table ? "1" : "0");
    emit changed();
}

void MarketViewModel::removeChip(const QString& key)
{
    if (key == QLatin1String("price")) {
        setMaxPrice({});
    } else if (key == QLatin1String("year")) {
        setMinYear(0);
    } else if (key == QLatin1String("bodies")) {
        setBodies({});
    } else if (key == QLatin1String("problems")) {
        setNoProblems(false);
    } else if (key == QLatin1String("watched")) {
        setWatchedOnly(false);
    }
}

void MarketViewModel::clearFilters()
{
    m_filter = {};
    m_maxPrice.clear();
    m_maxPriceError.clear();
    m_watchedOnly = false;
    show();
}

void MarketViewModel::open(const QString& key)
{
    for (const MarketRow& row : m_model.rows()) {
        if (row.key == key) {
            navigation().open(QStringLiteral("vehicle/") + (row.vin.isEmpty() ? row.key : row.vin));
            return;
        }
    }
}

void MarketViewModel::toggleWatch(const QString& key)
{
    const auto id = hash32FromHex(key.toStdString());
    if (!id.ok()) {
        return;
    }
    if (m_watched.contains(*id)) {
        if (session().watchList().remove(*id).ok()) {
            toasts().show(tr("No longer watched."));
        }
    } else {
        for (const MarketCar& car : m_reader.cars()) {
            if (car.listing.vehicleId == *id &&
                session()
                    .watchList()
                    .put({*id, session().now(), car.listing.price, car.listing.historyCount, {}})
                    .ok()) {
                toasts().show(tr("Watched. Home tells you when its price or history changes."));
            }
        }
    }
    reloadWatched();
    show();
}

void MarketViewModel::sell()
{
    navigation().open(QStringLiteral("garage"));
}

QVector<SearchHit> MarketViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    for (const MarketCar& car : m_reader.cars()) {
        const MarketRow row = marketRowOf(car, session(), false);
        if ((row.title + QLatin1Char(' ') + row.vin + QLatin1Char(' ') + row.place)
                .contains(text, Qt::CaseInsensitive)) {
            hits.push_back({QStringLiteral("car"),
                            row.year.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.year), row.vin,
                            QStringLiteral("vehicle/") + (row.vin.isEmpty() ? row.key : row.vin), 2});
        }
    }
    return hits;
}

} // namespace autochain::desktop
