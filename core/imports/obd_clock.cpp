// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_clock.h"

namespace autochain::imports::obd
{
namespace
{
constexpr double kDay = 86400;
}

bool LogClock::set(Sample& sample)
{
    double now = read(sample);
    if (!isThere(now)) {
        now = m_started ? m_now : 0;
    }
    const bool backwards = m_started && now < m_now;
    sample.timeS = now;
    m_now = now;
    m_started = true;
    return !backwards;
}

double LogClock::read(const Sample& sample)
{
    if (m_source == TimeSource::Timestamps) {
        const auto first = [&](Signal a, Signal b, Signal c) {
            return isThere(sample[a]) ? sample[a] : isThere(sample[b]) ? sample[b] : sample[c];
        };
        double now = first(Signal::Time, Signal::TimeMs, Signal::DateTime) + m_dayShift;
        if (isThere(now) && m_started && !m_hasDate && now < m_now - kDay / 2) { // past midnight
            m_dayShift += kDay;
            now += kDay;
        }
        return now;
    }
    if (m_source == TimeSource::EngineRunTime) {
        double now = sample[Signal::EngineRunTime];
        now = isThere(now) ? now + m_runShift : kMissing;
        if (isThere(now) && m_started && now + 1 < m_now) { // the engine was started again
            m_runShift += m_now - now;
            now = m_now;
        }
        return now;
    }
    return m_started ? m_now + 1 : 0;
}

} // namespace autochain::imports::obd
