// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_trips.h"

#include <algorithm>

namespace autochain::imports::obd
{
namespace
{
constexpr double kKmhToMs = 1 / 3.6;
constexpr double kCold = 60;      // °C
constexpr double kStanding = 0.5; // km/h
} // namespace

void TripCutter::open(const Sample& sample)
{
    m_open = true;
    m_trip = Trip();
    m_trip.firstLine = sample.line;
    m_trip.startS = sample.timeS - m_first;
    m_startTime = m_now = m_lastOn = sample.timeS;
    m_offRows = 0;
    m_speedSum = 0;
    m_speeds = 0;
    m_lastSpeed = m_heldSpeed = kMissing;
    m_coolant = kMissing;
}

void TripCutter::close()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    settleHeld(meanSpeed());
    m_trip.durationS = m_lastOn - m_startTime;
    m_durationS += m_trip.durationS;
    m_distanceM += m_trip.distanceM;
    m_distanceKnown = m_distanceKnown || m_trip.distanceKnown;
    ++m_count;
    if (m_trips.size() < kMostTrips) {
        m_trips.push_back(m_trip);
    }
}

void TripCutter::cover(double speedKmh, double seconds)
{
    m_trip.distanceM += speedKmh * kKmhToMs * seconds;
    m_trip.distanceKnown = true;
}

void TripCutter::settleHeld(double nextSpeed)
{
    if (isThere(m_heldSpeed)) {
        cover(isThere(nextSpeed) ? (m_heldSpeed + nextSpeed) / 2 : m_heldSpeed, m_heldStep);
        m_heldSpeed = kMissing;
    }
}

// The clock goes on: what the rows of this tick said holds until `nextTime`.
void TripCutter::tick(double nextTime)
{
    const double step = nextTime - m_now;
    const double speed = meanSpeed();
    settleHeld(speed);
    if (step > kGapS) {
        m_trip.gapS += step;
    } else if (m_speeds == 1) {
        m_heldSpeed = speed;
        m_heldStep = step;
    } else if (m_speeds > 1) {
        cover(speed, step);
    } else if (isThere(m_lastSpeed)) {
        cover(m_lastSpeed, step); // cells were empty: the speed before goes on
    }
    const bool isIdle = isThere(speed) && speed < kStanding && step <= kGapS;
    m_trip.idleS += isIdle ? step : 0;
    if (isThere(m_coolant) && m_coolant < kCold && step <= kGapS) {
        m_trip.coldS += step;
    }
    m_lastSpeed = isThere(speed) ? speed : m_lastSpeed;
    m_now = nextTime;
    m_speedSum = 0;
    m_speeds = 0;
}

void TripCutter::add(const Sample& sample, bool clockIsRunTime)
{
    if (!m_any) {
        m_any = true;
        m_first = sample.timeS;
    }
    const double runTime = sample[Signal::EngineRunTime];
    const bool fellBack = isThere(runTime) && isThere(m_lastRunTime) && runTime + 1 < m_lastRunTime;
    const bool silent = m_open && sample.timeS - m_now >= kLongGapS;
    const bool backwards = m_open && sample.timeS < m_now && (clockIsRunTime || m_now - sample.timeS > kGapS);
    if (fellBack || silent || backwards) {
        close();
    }
    m_lastRunTime = isThere(runTime) ? runTime : m_lastRunTime;
    if (!m_open) {
        if (!sample.engineOn) {
            return;
        }
        open(sample);
    }
    if (sample.timeS > m_now) {
        tick(sample.timeS);
    }
    if (const double speed = sample[Signal::VehicleSpeed]; isThere(speed)) {
        m_speedSum += speed;
        ++m_speeds;
        m_trip.maxSpeedKmh = std::max(m_trip.maxSpeedKmh, speed);
    }
    m_coolant = isThere(sample[Signal::CoolantTemperature]) ? sample[Signal::CoolantTemperature] : m_coolant;
    m_offRows = sample.engineOn ? 0 : m_offRows + 1;
    if (sample.engineOn) {
        m_lastOn = std::max(m_lastOn, sample.timeS); // stamps may go back a little
        m_trip.lastLine = sample.line;
    } else if (sample.timeS - m_lastOn >= kStandstillS || m_offRows >= kStandstillRows) {
        close();
        return;
    }
    ++m_trip.rows;
}

void TripCutter::finish(Report& report)
{
    close();
    report.trips = std::move(m_trips);
    report.tripCount = m_count;
    report.durationS = m_durationS;
    report.distanceM = m_distanceM;
    report.distanceKnown = m_distanceKnown;
}

} // namespace autochain::imports::obd
