// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/issue.h"

#include "imports/byte_source.h"

namespace autochain::imports
{

void IssueLog::add(LineIssue issue)
{
    ++m_counts[issue.issue];
    issue.lastLine = issue.line;
    const auto key = std::pair(issue.issue, issue.field);
    const auto newest = m_newest.find(key);
    if (newest != m_newest.end()) {
        LineIssue& before = m_list[newest->second];
        if (before.lastLine + 1 == issue.line && before.value == issue.value) {
            before.lastLine = issue.line;
            return;
        }
    }
    if (m_list.size() == kMostListed) {
        ++m_unlisted;
        return;
    }
    m_newest[key] = m_list.size();
    m_list.push_back(std::move(issue));
}

std::string shown(std::string_view text)
{
    if (text.size() <= kLongestShown) {
        return toUtf8(text);
    }
    std::size_t end = kLongestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) { // not in the middle of a character
        --end;
    }
    return toUtf8(text.substr(0, end)) + "…";
}

} // namespace autochain::imports
