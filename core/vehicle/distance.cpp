// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/distance.h"

namespace autochain::vehicle
{

std::optional<std::uint64_t> wholeDistance(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    std::uint64_t out = 0;
    int digits = 0;
    int group = -1; // digits since the last separator
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out = out * 10 + static_cast<std::uint64_t>(c - '0');
            group += group >= 0 ? 1 : 0;
            if (++digits > 9) {
                return std::nullopt;
            }
        } else if ((c == ',' || c == '.' || c == '\'' || c == ' ') && digits > 0 && (group == -1 || group == 3)) {
            group = 0;
        } else {
            return std::nullopt;
        }
    }
    const bool good = digits > 0 && (group == -1 || group == 3) && out <= kMostKm;
    return good ? std::optional(out) : std::nullopt;
}

} // namespace autochain::vehicle
