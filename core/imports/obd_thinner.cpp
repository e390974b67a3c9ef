// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_thinner.h"

#include <algorithm>

namespace autochain::imports::obd
{

void Thinner::add(const Sample& sample, double firstTime)
{
    if (m_seen++ % m_stride != 0) {
        return;
    }
    if (m_out.timeS.size() == 2 * Series::kPoints) {
        halve();
        if ((m_seen - 1) % m_stride != 0) {
            return;
        }
    }
    std::array<float, kSignals> values{};
    std::transform(sample.values.begin(), sample.values.end(), values.begin(),
                   [](double value) { return static_cast<float>(value); });
    m_out.timeS.push_back(sample.timeS - firstTime);
    m_out.values.push_back(values);
}

Series Thinner::finish()
{
    while (m_out.timeS.size() > Series::kPoints) {
        halve();
    }
    return std::move(m_out);
}

void Thinner::halve()
{
    const std::size_t half = (m_out.timeS.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) {
        m_out.timeS[i] = m_out.timeS[2 * i];
        m_out.values[i] = m_out.values[2 * i];
    }
    m_out.timeS.resize(half);
    m_out.values.resize(half);
    m_stride *= 2;
}

} // namespace autochain::imports::obd
