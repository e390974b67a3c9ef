// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_report.h"

namespace autochain::imports::obd
{

// The time of a log's moments in seconds, by whatever clock it has.
class LogClock
{
public:
    void setSource(TimeSource source) { m_source = source; }
    void dateSeen() { m_hasDate = true; } // its times carry the day
    void restart() { m_started = false; } // the file starts again
    // Sets the sample's time. false: it runs back within a run.
    bool set(Sample& sample);
    bool hasDate() const { return m_hasDate; }
    bool started() const { return m_started; }

private:
    double read(const Sample& sample);

    TimeSource m_source = TimeSource::AssumedOneHertz;
    bool m_hasDate = false;
    bool m_started = false;
    double m_now = 0;
    double m_dayShift = 0;
    double m_runShift = 0;
};

} // namespace autochain::imports::obd
