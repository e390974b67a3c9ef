// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vin_issues.h"

#include "imports/csv_reader.h"
#include "imports/plain_text.h"

namespace autochain::imports
{
using vehicle::VinProblem;
using vpic::NumberRule;

bool isHint(Issue issue)
{
    switch (issue) {
    case Issue::UnknownMaker:
    case Issue::UnknownModel:
    case Issue::CheckDigitUnfit:
    case Issue::BlanksInside:
    case Issue::DuplicateVin:
    case Issue::AnotherVin:
    case Issue::MovedCells:
        return true;
    default:
        return false;
    }
}

std::vector<LineIssue> vinIssues(const vpic::DecodedVin& decoded, std::string_view input, std::uint64_t line)
{
    std::vector<LineIssue> out;
    const auto note = [&](Issue issue, std::string value, std::string suggestion = {}) {
        out.push_back({line, line, issue, {}, std::move(value), std::move(suggestion)});
    };
    const std::string whole = decoded.suggestion.value_or(std::string());
    if (decoded.rule == NumberRule::ChassisNumber) {
        return out;
    }
    if (plain(input).size() < trimmed(input).size() && decoded.analysis.normalised.size() < trimmed(input).size()) {
        note(Issue::BlanksInside, shown(input), decoded.analysis.normalised);
    }
    for (const vehicle::VinIssue& issue : decoded.analysis.problems) {
        const std::string at = issue.position == 0 ? std::string() : std::to_string(issue.position);
        switch (issue.problem) {
        case VinProblem::Empty:
            note(Issue::NoVin, {});
            break;
        case VinProblem::TooShort:
        case VinProblem::TooLong:
            note(issue.problem == VinProblem::TooShort ? Issue::TooShort : Issue::TooLong,
                 std::to_string(decoded.analysis.normalised.size()));
            break;
        case VinProblem::ForbiddenLetter:
            note(Issue::ForbiddenLetter, std::string(1, issue.found) + " at " + at, whole);
            break;
        case VinProblem::ForbiddenSign:
            if ((static_cast<unsigned char>(issue.found) & 0xC0U) != 0x80) { // once per character
                note(Issue::ForbiddenSign, at);
            }
            break;
        case VinProblem::CheckDigit:
            note(Issue::CheckDigit, std::string(1, issue.found) + ", not " + issue.suggestion, whole);
            break;
        case VinProblem::NoModelYear:
            note(Issue::NoModelYear, std::string(1, issue.found));
            break;
        case VinProblem::UnknownMaker:
            break; // the program's own short list; the larger one decides below
        }
    }
    if (!decoded.analysis.wellFormed) {
        return out;
    }
    const char check = decoded.analysis.checkFound;
    const bool carriesDigit = (check >= '0' && check <= '9') || check == 'X';
    if (!decoded.makerKnown && decoded.analysis.maker.empty()) {
        note(Issue::UnknownMaker, decoded.analysis.wmi);
    } else if (!decoded.patternsFit && decoded.makerKnown && decoded.analysis.checkRequired) {
        note(Issue::UnknownModel, decoded.analysis.vds);
    }
    // Also a wrong sign among the first three shows here: it makes a car for North America one of elsewhere.
    if (!decoded.analysis.checkRequired && !decoded.analysis.checkFits && carriesDigit) {
        note(Issue::CheckDigitUnfit, std::string(1, check) + ", not " + decoded.analysis.checkExpected);
    }
    return out;
}

} // namespace autochain::imports
