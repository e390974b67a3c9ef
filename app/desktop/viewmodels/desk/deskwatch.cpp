// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/deskwatch.h"

#include "base/hex.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/toasts.h"

namespace autochain::desktop
{
namespace
{
constexpr auto kFeed = "desk.deadline";

// The reminders of the suite: 3 days, 1 day, 3 hours before. The nearest that applies; 0: none yet.
std::int64_t reminderOf(std::int64_t secondsLeft)
{
    constexpr std::int64_t kHour = 3'600;
    for (const std::int64_t hours : {3, 24, 72}) {
        if (secondsLeft > 0 && secondsLeft <= hours * kHour) {
            return hours;
        }
    }
    return 0;
}
} // namespace

DeskWatch::DeskWatch(Session& session, DeskStock& stock, Toasts& toasts, QObject* parent)
    : QObject(parent), m_session(session), m_stock(stock), m_toasts(toasts)
{
    connect(&session, &Session::headChanged, this, [this] {
        if (m_session.practice() || !m_last.isValid() || m_last.elapsed() > kEveryMs) {
            look();
        }
    });
}

void DeskWatch::look()
{
    if (!m_running && !m_session.gate().closed()) {
        m_last.start();
        m_session.gate().start(run());
    }
}

QCoro::Task<> DeskWatch::run()
{
    m_running = true;
    const Result<> read = co_await readWatched(); // a node that is away is told by the shell; the next block asks again
    if (read.ok()) {
        tellDeadlines();
    }
    m_running = false;
}

QString DeskWatch::nameOf(const Hash32& vehicleId) const
{
    const auto row = m_stock.table().byVehicle(vehicleId);
    const std::string name = row ? m_stock.table().at(*row).name : std::string();
    return name.empty() ? m_session.carNames().of(vehicleId).title : QString::fromStdString(name);
}

void DeskWatch::tell(const QString& text, const QString& route)
{
    m_toasts.show(text);
    emit told(text, route);
}

// By its VIN where the stock has it; the page takes the car's number as well.
QString DeskWatch::routeOf(const Hash32& vehicleId) const
{
    const auto row = m_stock.table().byVehicle(vehicleId);
    const std::string name = row ? m_stock.table().at(*row).own.vin : toHex0x(vehicleId);
    return QStringLiteral("vehicle/") + QString::fromStdString(name);
}

QCoro::Task<Result<>> DeskWatch::readWatched()
{
    AC_CO_TRY(std::vector<store::Watched> watched, m_session.watchList().all());
    if (watched.empty()) {
        co_return Unit{};
    }
    std::vector<Hash32> ids;
    for (const store::Watched& car : watched) {
        ids.push_back(car.vehicleId);
    }
    AC_CO_TRY(const auto summaries, co_await m_session.vehicles().readSummaries(ids));
    AC_CO_TRY(const std::vector<market::Listing> listings, co_await m_session.listings().read(ids));
    std::vector<std::uint32_t> stale;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        store::Watched& car = watched[i];
        const auto listing = std::find_if(listings.begin(), listings.end(),
                                          [&](const market::Listing& l) { return l.vehicleId == car.vehicleId; });
        const U256 price = listing == listings.end() ? U256() : listing->price;
        const std::uint64_t records = summaries.value[i].history.count;
        if (records == car.seenHistoryCount && price == car.seenPrice) {
            continue;
        }
        if (records > car.seenHistoryCount && car.seenHistoryCount > 0) {
            tell(tr("%Ln new record(s) on %1", nullptr, static_cast<int>(records - car.seenHistoryCount))
                     .arg(nameOf(car.vehicleId)),
                 routeOf(car.vehicleId));
        }
        if (price != car.seenPrice && !price.isZero() && !car.seenPrice.isZero()) {
            tell(tr("%1 costs %2 AUC now, before %3")
                     .arg(nameOf(car.vehicleId), format::money(price, 0), format::money(car.seenPrice, 0)),
                 routeOf(car.vehicleId));
        }
        car.seenHistoryCount = records;
        car.seenPrice = price;
        AC_CO_CHECK(m_session.watchList().put(car));
        if (const auto row = m_stock.table().byVehicle(car.vehicleId)) {
            stale.push_back(*row);
        }
    }
    if (!stale.empty()) {
        m_stock.check(stale);
    }
    co_return Unit{};
}

void DeskWatch::tellDeadlines()
{
    const UnixTime now = m_session.now();
    for (const dealer::Car& car : m_stock.table().cars()) {
        const bool concerns = car.has(dealer::Mark::Watched) || dealer::heldBy(car, m_session.me());
        const UnixTime at = concerns ? dealer::deadlineOf(car, now) : 0;
        const std::int64_t hours = at == 0 ? 0 : reminderOf(at - now);
        if (hours == 0) {
            continue;
        }
        const std::string key = toHex0x(car.vehicleId) + ":" + std::to_string(at) + ":" + std::to_string(hours);
        const auto seen = m_session.seenEvents().isSeen(kFeed, key);
        if (seen.ok() && !*seen && m_session.seenEvents().markSeen(kFeed, key, now).ok()) {
            tell(car.dealDeadline == at ? tr("The deal over %1 has a deadline in %2")
                                              .arg(QString::fromStdString(car.name), format::timeLeft(at - now))
                                        : tr("The listing of %1 ends in %2")
                                              .arg(QString::fromStdString(car.name), format::timeLeft(at - now)),
                 routeOf(car.vehicleId));
        }
    }
}

} // namespace autochain::desktop
