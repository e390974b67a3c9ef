// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_report.h"

namespace autochain::imports::obd
{

enum class Meaning { Real, Sentinel, OutOfRange };
// What a number of this parameter is: a measurement, one of the numbers that stand for "not known" (all-ones bytes, -40
// °C of an open sensor, -1, 255, 65535 and the like where the parameter cannot have them, zero where it cannot be), or
// impossible.
Meaning meaningOf(const SignalInfo& info, double value);

// Running statistics of one signal in bounded memory.
class Accumulator
{
public:
    explicit Accumulator(Signal signal);
    void add(double value);
    void addMissing() { ++m_out.missing; }
    void addSentinel(double value);
    void addStale() { ++m_out.stale; }
    SignalStatistics result() const;
    Signal signal() const { return m_out.signal; }

private:
    static constexpr std::size_t kBins = 4096;
    SignalStatistics m_out;
    double m_least = 0;
    double m_scale = 0; // bins per unit
    double m_sum = 0;
    double m_saturation = 0;
    std::vector<std::uint64_t> m_bins;
};

} // namespace autochain::imports::obd
