// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/history_job.h"

#include "dealer/record_codec.h"

#include <QCoroTimer>

#include <algorithm>
#include <numeric>

namespace autochain::dealer
{
namespace
{
using vehicle::HistoryCheck;

vehicle::TitleState titleOf(const vehicle::VehicleSummary& summary)
{
    return {!summary.dealId.isZero(), !summary.lender.isZero()};
}

Failure failureOf(const Error& error)
{
    const bool silent = error.is(ChainError::NodeUnreachable) || error.is(ChainError::NodeTimeout);
    return silent ? Failure::NoAnswer : Failure::Refused;
}
} // namespace

std::size_t JobState::failures() const
{
    return std::accumulate(failed.begin(), failed.end(), std::size_t{0});
}

HistoryJob::HistoryJob(Desk& desk, vehicle::VehicleReader& vehicles, market::ListingReader& listings,
                       ContentPort& content, const Clock& clock, JobPace pace)
    : m_desk(desk), m_vehicles(vehicles), m_listings(listings), m_content(content), m_clock(clock), m_pace(pace)
{
}

void HistoryJob::tell(JobState::Phase phase)
{
    m_state.phase = phase;
    m_state.total = m_state.done + m_desk.wanted();
    if (onState) {
        onState();
    }
}

void HistoryJob::pause()
{
    m_paused = true;
    if (!m_running) {
        tell(JobState::Phase::Paused);
    }
}

Result<> HistoryJob::cancel()
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_desk.table().size(); ++row) {
        if (m_desk.table().at(row).wanted()) {
            rows.push_back(row);
        }
    }
    AC_CHECK(m_desk.want(rows, 0));
    if (onRows) {
        onRows(rows);
    }
    tell(m_running ? m_state.phase : JobState::Phase::Idle);
    return {};
}

// Those that failed less often first: one that never answers does not keep the others waiting.
// Looks on from where the last batch ended, so that a run looks at each car a few times, not once per batch.
std::vector<std::uint32_t> HistoryJob::nextRows()
{
    std::vector<std::uint32_t> out;
    const Table& table = m_desk.table();
    const auto size = static_cast<std::uint32_t>(table.size());
    const std::uint32_t from = m_from < size ? m_from : 0;
    for (int attempts = 0; attempts < m_pace.attempts && out.empty(); ++attempts) {
        for (std::uint32_t i = 0; i < size && out.size() < vehicle::VehicleReader::kSummaryBatch; ++i) {
            const std::uint32_t row = from + i < size ? from + i : from + i - size;
            const store::StockRow& own = table.at(row).own;
            if (own.wantedAt != 0 && own.attempts == attempts) {
                out.push_back(row);
            }
        }
    }
    m_from = out.empty() ? 0 : out.back() + 1;
    return out;
}

QCoro::Task<> HistoryJob::run()
{
    m_paused = false;
    if (m_running || m_stopped) {
        co_return;
    }
    m_running = true;
    m_broken = false;
    m_state = {};
    m_from = 0;
    std::chrono::milliseconds wait = m_pace.firstPause;
    while (!halted()) {
        std::vector<std::uint32_t> rows = nextRows();
        if (rows.empty()) {
            break;
        }
        tell(JobState::Phase::Running);
        m_progress = 0;
        const Result<> done = co_await batch(std::move(rows));
        flush();
        const bool nobody = !done.ok() || m_progress == 0;
        if (nobody && !halted()) {
            m_state.error = done.ok() ? std::nullopt : std::optional(done.error());
            tell(JobState::Phase::Waiting);
            co_await rest(wait);
            wait = std::min(wait * 2, m_pace.longestPause);
        } else if (!nobody) {
            m_state.error.reset();
            wait = m_pace.firstPause;
        }
    }
    if (!halted() && m_state.done > 0) {
        co_await place();
    }
    m_running = false;
    tell(m_paused ? JobState::Phase::Paused : JobState::Phase::Idle);
}

QCoro::Task<> HistoryJob::rest(std::chrono::milliseconds time)
{
    // In small steps: who pauses or closes does not wait for it.
    constexpr std::chrono::milliseconds kStep{50};
    while (time.count() > 0 && !halted()) {
        co_await QCoro::sleepFor(std::min(time, kStep));
        time -= kStep;
    }
}

QCoro::Task<Result<std::vector<HistoryJob::Item>>> HistoryJob::readItems(std::vector<std::uint32_t> rows)
{
    std::vector<Hash32> ids;
    std::vector<Item> out;
    for (const std::uint32_t row : rows) {
        ids.push_back(m_desk.table().at(row).vehicleId);
        out.emplace_back().id = m_desk.table().at(row).own.id;
    }
    AC_CO_TRY(auto summaries, co_await m_vehicles.readSummaries(ids));
    AC_CO_TRY(std::vector<market::Listing> listings, co_await m_listings.read(ids));
    m_source.provenance = summaries.provenance;
    m_source.block = summaries.block;
    std::unordered_map<Hash32, ListingCheck> byCar;
    for (market::Listing& listing : listings) {
        co_await m_board.describe(listing, m_content);
        putListing(byCar[listing.vehicleId], listing);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].summary = summaries.value[i];
        if (const auto listing = byCar.find(ids[i]); listing != byCar.end()) {
            out[i].listing = std::move(listing->second);
        }
    }
    co_return out;
}

QCoro::Task<Result<>> HistoryJob::batch(std::vector<std::uint32_t> rows)
{
    AC_CO_TRY(std::vector<Item> items, co_await readItems(std::move(rows)));
    std::vector<Item> todo;
    for (Item& item : items) {
        if (!settleKnown(item)) {
            todo.push_back(std::move(item));
        }
    }
    std::size_t next = 0;
    std::vector<QCoro::Task<>> workers;
    for (int i = 0; i < m_pace.inFlight; ++i) {
        workers.push_back(work(todo, next));
    }
    for (std::size_t i = 0; i < workers.size(); ++i) {
        co_await workers[i];
    }
    co_return Unit{};
}

QCoro::Task<> HistoryJob::work(std::vector<Item>& todo, std::size_t& next)
{
    while (next < todo.size() && !halted()) {
        const Item& item = todo[next++];
        const Result<vehicle::Vehicle> read = co_await m_vehicles.readVehicle(item.summary.id);
        settle(item, read);
    }
}

// Not registered, or no record since it was last read: nothing more has to be asked.
bool HistoryJob::settleKnown(const Item& item)
{
    const auto row = m_desk.table().byId(item.id);
    if (!row) {
        return true;
    }
    Desk::Done done;
    done.id = item.id;
    done.check.emplace();
    if (!item.summary.registered()) {
        putState(*done.check, item.summary, m_source.provenance, m_source.block);
        finish(std::move(done));
        return true;
    }
    const Car& car = m_desk.table().at(*row);
    if (!car.check || car.check->head != item.summary.history.head ||
        car.check->records != item.summary.history.count) {
        return false;
    }
    const auto records = m_desk.records(car);
    if (!records) {
        return false;
    }
    putState(*done.check, item.summary, m_source.provenance, m_source.block);
    done.check->head = item.summary.history.head;
    done.check->listing = item.listing;
    done.check->topics = topicsOf(vehicle::assess(*records, titleOf(item.summary), m_source.provenance, m_clock.now()));
    finish(std::move(done));
    return true;
}

void HistoryJob::settle(const Item& item, const Result<vehicle::Vehicle>& read)
{
    if (!read.ok()) {
        fail(item.id, failureOf(read.error()));
        return;
    }
    if (read->historyCheck != HistoryCheck::Verified) {
        fail(item.id, read->historyCheck == HistoryCheck::Incomplete ? Failure::Incomplete : Failure::Mismatch);
        return;
    }
    Desk::Done done;
    done.id = item.id;
    done.check.emplace();
    putState(*done.check, read->state, read->provenance, read->block);
    done.check->head = read->state.history.head;
    done.check->listing = item.listing;
    done.check->topics =
        topicsOf(vehicle::assess(read->records, titleOf(read->state), read->provenance, m_clock.now()));
    done.records = packHistory(read->records);
    finish(std::move(done));
}

void HistoryJob::fail(std::int64_t id, Failure failure)
{
    const auto row = m_desk.table().byId(id);
    if (!row) {
        return;
    }
    Desk::Done done;
    done.id = id;
    done.failure = failure;
    done.attempts = m_desk.table().at(*row).own.attempts + 1;
    done.finished = done.attempts >= m_pace.attempts;
    if (done.finished) {
        ++m_state.failed[static_cast<std::size_t>(failure)];
        finish(std::move(done));
    } else {
        m_unwritten.push_back(std::move(done));
    }
}

void HistoryJob::finish(Desk::Done done)
{
    m_unwritten.push_back(std::move(done));
    ++m_state.done;
    ++m_progress;
    if (m_unwritten.size() >= m_pace.writeEvery) {
        flush();
    }
}

void HistoryJob::flush()
{
    if (m_unwritten.empty()) {
        return;
    }
    const std::vector<Desk::Done> done = std::exchange(m_unwritten, {});
    const auto rows = m_desk.put(done, m_clock.now());
    if (!rows.ok()) {
        m_state.error = rows.error(); // nothing of these was kept: they are still wanted
        m_state.done -= std::min(m_state.done, done.size());
        m_broken = true;
        return;
    }
    if (onRows) {
        onRows(*rows);
    }
    tell(JobState::Phase::Running);
}

// At the end, once: what the prices are compared with. Without a board the marks stay away.
QCoro::Task<> HistoryJob::place()
{
    const Result<> read = co_await m_board.read(m_listings, m_content);
    if (!read.ok() || m_stopped) {
        co_return;
    }
    std::vector<Desk::Done> placed;
    for (const Car& car : m_desk.table().cars()) {
        if (!car.check || car.check->listing.price.isZero()) {
            continue;
        }
        Desk::Done done;
        done.id = car.own.id;
        done.check = car.check;
        done.failure = car.failure();
        done.attempts = car.own.attempts;
        done.finished = !car.wanted();
        done.read = false;
        putPosition(done.check->listing, m_board.positionOf(car.vehicleId, *car.check));
        if (done.check != car.check) {
            placed.push_back(std::move(done));
        }
    }
    const auto rows = m_desk.put(placed, m_clock.now());
    if (rows.ok() && onRows) {
        onRows(*rows);
    }
}

} // namespace autochain::dealer
