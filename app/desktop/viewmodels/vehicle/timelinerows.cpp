// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinerows.h"

#include "vehicle/assess.h"
#include "vehicle/odometer.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
constexpr UnixTime kMonth = 2'629'746; // a twelfth of the Gregorian year
} // namespace

RecordLinks::RecordLinks(std::span<const vehicle::Record> records) : m_withdrawn(vehicle::supersededRecords(records))
{
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        const auto& target = records[i].content.corrects;
        if (groupOf(records[i].kind) == RecordGroup::Words && target && *target < i) {
            m_pairs.emplace_back(static_cast<std::uint32_t>(*target), i);
        }
    }
    std::sort(m_pairs.begin(), m_pairs.end());
    m_speakers.reserve(m_pairs.size());
    for (const auto& [target, speaker] : m_pairs) {
        m_speakers.push_back(speaker);
    }
}

std::span<const std::uint32_t> RecordLinks::speakingOf(std::uint32_t record) const
{
    const auto first = std::lower_bound(m_pairs.begin(), m_pairs.end(), std::pair(record, std::uint32_t{0}));
    const auto last = std::lower_bound(first, m_pairs.end(), std::pair(record + 1, std::uint32_t{0}));
    return std::span(m_speakers)
        .subspan(static_cast<std::size_t>(first - m_pairs.begin()), static_cast<std::size_t>(last - first));
}

int gapMonths(UnixTime older, UnixTime newer)
{
    return static_cast<int>((newer - older + kMonth / 2) / kMonth);
}

std::vector<TimelineRow> timelineRows(std::span<const vehicle::Record> records, const RecordLinks& links,
                                      const std::function<bool(std::uint32_t)>& matches, bool gaps)
{
    std::vector<TimelineRow> rows;
    rows.reserve(records.size() + 16);
    std::optional<std::uint32_t> newer;
    for (std::uint32_t i = static_cast<std::uint32_t>(records.size()); i-- > 0;) {
        if (!matches(i)) {
            continue;
        }
        if (gaps && newer && records[*newer].time - records[i].time > vehicle::kGapMonths * kMonth) {
            rows.push_back({TimelineRow::Gap, i, *newer});
        }
        newer = i;
        rows.push_back({TimelineRow::Entry, i, 0});
        for (const std::uint32_t speaker : links.speakingOf(i)) {
            rows.push_back({TimelineRow::Beside, speaker, i});
        }
    }
    return rows;
}

} // namespace autochain::desktop
