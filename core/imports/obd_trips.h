// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_report.h"

namespace autochain::imports::obd
{

// Cuts a log into runs of the engine and adds up time and distance. The distance is speed over time: of moments that
// share a tick of the clock (several rows per second, a clock of whole seconds) the mean counts for the time to the
// next tick; of single ones the mean of both ends.
class TripCutter
{
public:
    // A run ends where the engine's own clock falls back, the engine stood for a minute, or nothing came for five.
    static constexpr double kGapS = 30; // longer than this without a row: no distance is claimed for it
    static constexpr double kLongGapS = 300;
    static constexpr double kStandstillS = 60;
    static constexpr std::uint64_t kStandstillRows = 240; // where the clock stands still with the engine
    static constexpr std::size_t kMostTrips = 10'000;

    void add(const Sample& sample, bool clockIsRunTime);
    void restart() { close(); } // the file starts again
    void finish(Report& report);
    double secondsOfTrip() const { return m_open ? m_now - m_startTime : 0; }

private:
    void open(const Sample& sample);
    void close();
    void tick(double nextTime);
    void cover(double speedKmh, double seconds);
    void settleHeld(double nextSpeed);
    double meanSpeed() const { return m_speeds == 0 ? kMissing : m_speedSum / static_cast<double>(m_speeds); }

    bool m_open = false;
    bool m_any = false;
    double m_first = 0; // of the whole log
    double m_now = 0;   // time of the tick that is being filled
    double m_startTime = 0;
    double m_lastOn = 0; // the engine ran last
    std::uint64_t m_offRows = 0;
    double m_lastRunTime = kMissing;
    double m_speedSum = 0; // of the tick
    double m_coolant = kMissing;
    std::uint64_t m_speeds = 0;
    double m_lastSpeed = kMissing; // of the tick before
    double m_heldSpeed = kMissing; // of a tick of one row: its distance waits for the speed of the next
    double m_heldStep = 0;
    Trip m_trip;
    std::vector<Trip> m_trips;
    std::uint64_t m_count = 0;
    double m_durationS = 0;
    double m_distanceM = 0;
    bool m_distanceKnown = false;
};

} // namespace autochain::imports::obd
