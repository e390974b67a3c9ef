// SPDX-License-Identifier: GPL-3.0-or-later
#include "vpic/key_match.h"

namespace autochain::vpic
{
namespace
{
// Of "[…]" without its brackets.
bool isInSet(std::string_view set, char c)
{
    for (std::size_t i = 0; i < set.size(); ++i) {
        const bool isRange = i + 2 < set.size() && set[i + 1] == '-';
        if (isRange ? set[i] <= c && c <= set[i + 2] : set[i] == c) {
            return true;
        }
        i += isRange ? 2 : 0;
    }
    return false;
}
} // namespace

std::optional<int> matchKey(std::string_view key, std::string_view text)
{
    int fixed = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < key.size(); ++i, ++at) {
        if (at >= text.size()) {
            return std::nullopt;
        }
        const char want = key[i];
        if (want == '*') {
            continue;
        }
        if (want == '[') {
            const std::size_t end = key.find(']', i);
            if (end == std::string_view::npos || !isInSet(key.substr(i + 1, end - i - 1), text[at])) {
                return std::nullopt;
            }
            i = end;
        } else if (want == '#' ? text[at] < '0' || text[at] > '9' : want != text[at]) {
            return std::nullopt;
        }
        fixed += want == '|' ? 0 : 1;
    }
    return fixed;
}

} // namespace autochain::vpic
