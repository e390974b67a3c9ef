// SPDX-License-Identifier: GPL-3.0-or-later
// Reads, verifies and assesses the histories of all cars that are asked for, in the background of whoever runs the
// event loop. What is wanted lies in the store, so a job goes on after a crash where it was. A car whose head is what
// it was costs no request of its own.
#pragma once

#include "dealer/board.h"
#include "dealer/desk.h"
#include "vehicle/vehicle_reader.h"

#include <chrono>

namespace autochain::dealer
{

struct JobPace {
    int inFlight = 4;                            // histories asked for at the same time
    int attempts = 3;                            // then a car counts as failed and is no longer wanted
    std::size_t writeEvery = 24;                 // cars per transaction
    std::chrono::milliseconds firstPause{1'000}; // where nobody answers at all: doubled each time
    std::chrono::milliseconds longestPause{30'000};
};

struct JobState {
    enum class Phase { Idle, Running, Waiting, Paused };
    Phase phase = Phase::Idle;
    std::size_t total = 0;                       // of this run: done, failed and still wanted
    std::size_t done = 0;                        // failed ones too
    std::array<std::size_t, kFailures> failed{}; // of this run, by reason
    std::optional<Error> error;                  // Waiting: who does not answer. Idle: why the job stopped (the store)
    std::size_t failures() const;
};

class HistoryJob
{
public:
    // All must outlive the job and its task.
    HistoryJob(Desk& desk, vehicle::VehicleReader& vehicles, market::ListingReader& listings, ContentPort& content,
               const Clock& clock, JobPace pace = {});

    // Called on the way; may be empty.
    std::function<void(const std::vector<std::uint32_t>& rows)> onRows;
    std::function<void()> onState;
    std::function<bool()> closing; // true: as after stop()

    // Until nothing is wanted, it is paused or stopped. One at a time: another call meanwhile ends at once and the one
    // under way takes what is newly wanted along.
    QCoro::Task<> run();
    void pause();                     // requests under way come to their end; run() goes on later
    Result<> cancel();                // nothing is wanted any more
    void stop() { m_stopped = true; } // for good, at the next turn: the desk is being closed
    bool running() const { return m_running; }
    const JobState& state() const { return m_state; }

private:
    struct Item {
        std::int64_t id = 0;
        vehicle::VehicleSummary summary;
        ListingCheck listing;
    };
    QCoro::Task<Result<>> batch(std::vector<std::uint32_t> rows);
    QCoro::Task<Result<std::vector<Item>>> readItems(std::vector<std::uint32_t> rows);
    QCoro::Task<> work(std::vector<Item>& todo, std::size_t& next);
    QCoro::Task<> place();
    QCoro::Task<> rest(std::chrono::milliseconds time);
    bool settleKnown(const Item& item);
    void settle(const Item& item, const Result<vehicle::Vehicle>& read);
    void fail(std::int64_t id, Failure failure);
    void finish(Desk::Done done);
    void flush();
    std::vector<std::uint32_t> nextRows();
    bool halted() const { return m_stopped || m_paused || m_broken || (closing && closing()); }
    void tell(JobState::Phase phase);

    Desk& m_desk;
    vehicle::VehicleReader& m_vehicles;
    market::ListingReader& m_listings;
    ContentPort& m_content;
    const Clock& m_clock;
    const JobPace m_pace;
    Board m_board;
    JobState m_state;
    std::vector<Desk::Done> m_unwritten;
    Sourced<Unit> m_source;     // of the batch under way
    std::uint32_t m_from = 0;   // the row the next batch begins to look at
    std::size_t m_progress = 0; // cars that came to an end in this batch
    bool m_running = false;
    bool m_paused = false;
    bool m_stopped = false;
    bool m_broken = false; // the store refused
};

} // namespace autochain::dealer
