// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions a mechanic would want to know of, each with the rows that show it.
#pragma once

#include "imports/obd_report.h"

#include <memory>

namespace autochain::imports::obd
{

// The limits, in the signals' units. Sources: SAE J1979 for what is measured; what is normal as workshop literature has
// it (12 V systems charge with 13-15 V; fuel trims beyond 10 % ask for a look, beyond 20 % light the lamp on most
// cars).
struct Limits {
    double hotCoolant = 112, veryHotCoolant = 120;
    double trim = 10, badTrim = 20;
    double lowVolts = 12.8, veryLowVolts = 11.8, highVolts = 15.2;
    double hotCatalyst = 950;
    double idleRoughnessRpm = 40; // mean change from row to row
    double coldCoolant = 60, warmCoolant = 70, warmAfterS = 900;
    double clearedMinutes = 120, clearedKm = 100;
};

class FlagFinder
{
public:
    explicit FlagFinder(Limits limits = {});
    ~FlagFinder();
    void add(const Sample& sample, double secondsOfTrip);
    void restart(); // rows before and behind do not belong together
    std::vector<Flag> finish();

private:
    class Watch;
    class Idle;
    void addCounters(const Sample& sample);

    Limits m_limits;
    std::vector<Watch> m_watches;
    std::unique_ptr<Idle> m_idle;
    std::vector<Flag> m_notes; // of counters: once is enough
};

} // namespace autochain::imports::obd
