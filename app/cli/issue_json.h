// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/issue.h"
#include "imports/json_line.h"

#include <QString>

namespace autochain::cli
{

std::string camel(std::string_view enumName); // "CheckDigit" -> "checkDigit"
// {"code", "severity": "error" or "hint", "line", "lastLine", "column", "value", "suggestion", "message"}
void putIssue(imports::JsonLine& json, const imports::LineIssue& issue, bool withLine);
// "rowsWithIssues"-like totals and the list: "issueCounts", "issues", "issuesNotListed".
void putIssues(imports::JsonLine& json, const imports::IssueLog& issues);
bool printLine(std::string_view line); // to standard output; false where nobody reads any more

} // namespace autochain::cli
