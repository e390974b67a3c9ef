// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time as files write them.
#pragma once

#include "base/clock.h"

#include <optional>
#include <string_view>

namespace autochain::imports
{

enum class DateOrder { DayFirst, MonthFirst };

struct TimeText {
    double seconds = 0; // unix, or of the day where no date is given
    bool hasDate = false;
};

// "2021-03-04 12:00:01.123", "2021-03-04T12:00:01Z", "2013.11.03 09:33:08", "04-Mar-2016 12:00:01.123", "Fri Mar 04
// 12:00:01 GMT 2016", "04/03/2016 12:00", "12:00:01.5". Without a zone: UTC.
std::optional<TimeText> readTime(std::string_view text, DateOrder order = DateOrder::DayFirst);
// A date alone or with a time; midnight UTC where there is none. Between 1900 and 2199.
std::optional<UnixTime> readDate(std::string_view text, DateOrder order = DateOrder::DayFirst);
// Days since 1970-01-01; none where there is no such day.
std::optional<std::int64_t> daysOf(int year, int month, int day);

} // namespace autochain::imports
