// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_report.h"

namespace autochain::imports::obd
{

// Thins a log of any length evenly: when the room is full every second moment goes, and only every 2^n-th comes in.
class Thinner
{
public:
    void add(const Sample& sample, double firstTime);
    Series finish();

private:
    void halve();

    Series m_out;
    std::uint64_t m_seen = 0;
    std::uint64_t m_stride = 1;
};

} // namespace autochain::imports::obd
