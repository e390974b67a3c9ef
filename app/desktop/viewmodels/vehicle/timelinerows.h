// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a timeline: newest first, corrections and statements beside what they speak of, stretches in which
// nobody recorded anything as rows of their own. Numbers only; words are made for the rows in view (timelinemodel.h).
#pragma once

#include "recordwords.h"

#include <span>
#include <vector>

namespace autochain::desktop
{

struct TimelineRow {
    enum Shape : std::uint8_t {
        Entry,  // `record`
        Beside, // `record` (a correction or statement) under `other`, of which it speaks
        Gap     // nothing between `record` (the older one) and `other`
    };
    Shape shape = Entry;
    std::uint32_t record = 0; // position in the records
    std::uint32_t other = 0;
    bool operator==(const TimelineRow&) const = default;
};

// Who speaks of whom: positions of corrections and statements by the position they point at; a record points only at
// older ones. [i] lists those that speak of record i, oldest first.
class RecordLinks
{
public:
    RecordLinks() = default;
    explicit RecordLinks(std::span<const vehicle::Record> records);
    std::span<const std::uint32_t> speakingOf(std::uint32_t record) const;
    bool withdrawn(std::uint32_t record) const { return record < m_withdrawn.size() && m_withdrawn[record]; }

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pairs; // target, speaker; sorted
    std::vector<std::uint32_t> m_speakers;                        // in the order of m_pairs
    std::vector<bool> m_withdrawn;
};

// `matches`: position -> shown at all. Gaps lie between shown records: of any kind (group All) or of the group's own;
// none where a text is searched for (`gaps` false). A gap is longer than vehicle::kGapMonths.
std::vector<TimelineRow> timelineRows(std::span<const vehicle::Record> records, const RecordLinks& links,
                                      const std::function<bool(std::uint32_t)>& matches, bool gaps);
int gapMonths(UnixTime older, UnixTime newer); // rounded

} // namespace autochain::desktop
