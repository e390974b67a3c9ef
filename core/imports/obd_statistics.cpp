// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_statistics.h"

#include <algorithm>

namespace autochain::imports::obd
{
namespace
{
constexpr std::array<double, 12> kPlaceholders = {-1,    255,    999,   9999,  -999,     -9999,
                                                  32767, -32768, 65535, 99999, 16777215, 4294967295.0};
constexpr std::size_t kMostSentinelValues = 8;

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 0.005 + std::abs(b) * 1e-6; // loggers round to two or three decimals
}
} // namespace

Meaning meaningOf(const SignalInfo& info, double value)
{
    if ((info.zeroIsNothing && value == 0) || (info.minusForty && value == -40)) {
        return Meaning::Sentinel;
    }
    if (info.allOnes && isNear(value, *info.allOnes)) {
        return Meaning::Sentinel;
    }
    if (value >= info.least && value <= info.most) {
        return Meaning::Real;
    }
    const bool known =
        std::any_of(kPlaceholders.begin(), kPlaceholders.end(), [&](double one) { return value == one; });
    return known ? Meaning::Sentinel : Meaning::OutOfRange;
}

Accumulator::Accumulator(Signal signal)
{
    const SignalInfo& info = infoOf(signal);
    m_out.signal = signal;
    m_out.min = std::numeric_limits<double>::infinity();
    m_out.max = -m_out.min;
    m_least = info.least;
    m_scale = static_cast<double>(kBins) / (info.most - info.least);
    m_saturation = signal == Signal::WarmUpsSinceCodesCleared ? 255 : std::numeric_limits<double>::infinity();
    m_bins.resize(kBins);
}

void Accumulator::add(double value)
{
    ++m_out.count;
    m_sum += value;
    m_out.min = std::min(m_out.min, value);
    m_out.max = std::max(m_out.max, value);
    m_out.saturated += value >= m_saturation ? 1 : 0;
    const auto bin = static_cast<std::size_t>(std::max(0.0, (value - m_least) * m_scale));
    ++m_bins[std::min(bin, kBins - 1)];
}

void Accumulator::addSentinel(double value)
{
    ++m_out.sentinels;
    for (SentinelCount& one : m_out.sentinelValues) {
        if (one.value == value) {
            ++one.count;
            return;
        }
    }
    if (m_out.sentinelValues.size() < kMostSentinelValues) {
        m_out.sentinelValues.push_back({value, 1});
    }
}

SignalStatistics Accumulator::result() const
{
    SignalStatistics out = m_out;
    if (out.count == 0) {
        out.min = out.max = 0;
        return out;
    }
    out.mean = std::clamp(m_sum / static_cast<double>(out.count), out.min, out.max);
    const auto wanted = (out.count * 95 + 99) / 100; // nearest rank
    std::uint64_t seen = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        seen += m_bins[bin];
        if (seen >= wanted) {
            out.p95 = std::clamp(m_least + (static_cast<double>(bin) + 0.5) / m_scale, out.min, out.max);
            break;
        }
    }
    return out;
}

} // namespace autochain::imports::obd
