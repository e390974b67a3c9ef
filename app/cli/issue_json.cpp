// SPDX-License-Identifier: GPL-3.0-or-later
#include "issue_json.h"

#include "imports/vin_issues.h"
#include "messages/enum_names.h"
#include "messages/import_text.h"

#include <cstdio>

namespace autochain::cli
{

std::string camel(std::string_view enumName)
{
    std::string out(enumName);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') {
        out[0] = static_cast<char>(out[0] - 'A' + 'a');
    }
    return out;
}

void putIssue(imports::JsonLine& json, const imports::LineIssue& issue, bool withLine)
{
    json.open();
    json.key("code").text(camel(messages::enumName(issue.issue)));
    json.key("severity").text(imports::isHint(issue.issue) ? "hint" : "error");
    if (withLine && issue.line != 0) {
        json.key("line").integer(static_cast<std::int64_t>(issue.line));
        if (issue.lastLine > issue.line) {
            json.key("lastLine").integer(static_cast<std::int64_t>(issue.lastLine));
        }
    }
    json.put("column", issue.field);
    json.put("value", issue.value);
    json.put("suggestion", issue.suggestion);
    json.key("message").text(messages::text(issue.issue).toStdString());
    json.close();
}

void putIssues(imports::JsonLine& json, const imports::IssueLog& issues)
{
    json.key("issueCounts").open();
    for (const auto& [issue, count] : issues.counts()) {
        json.key(camel(messages::enumName(issue))).integer(static_cast<std::int64_t>(count));
    }
    json.close();
    json.key("issues").openList();
    for (const imports::LineIssue& issue : issues.list()) {
        putIssue(json, issue, true);
    }
    json.closeList();
    json.key("issuesNotListed").integer(static_cast<std::int64_t>(issues.unlisted()));
}

bool printLine(std::string_view line)
{
    const std::string whole = std::string(line) + '\n';
    return std::fwrite(whole.data(), 1, whole.size(), stdout) == whole.size();
}

} // namespace autochain::cli
