// SPDX-License-Identifier: GPL-3.0-or-later
// What can be odd about a line of somebody's file. Nothing is left out silently: each line gives a record, an issue, or
// both.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace autochain::imports
{

enum class Issue {
    // Any table
    EmptyRow,
    TooFewCells,    // value: how many there are; the row is not used where it needs the others
    TooManyCells,   // value: how many there are
    BrokenQuote,    // a quote that is never closed; read as an ordinary sign
    CutOff,         // a line longer than a megabyte, or the last one ends in the middle
    RepeatedHeader, // the header again: files were put one behind the other
    MovedCells,     // the VIN stands in another column than the header says: a comma too many
    // VINs
    NoVin,           // no cell that could be one
    TooShort,        // fewer than 17 characters, and no older numbering fits
    TooLong,         // more than 17
    ForbiddenLetter, // I, O, Q; suggestion: the number with digits in their place
    ForbiddenSign,
    CheckDigit,      // position 9 has to fit and does not; suggestion: the most likely right number
    CheckDigitUnfit, // does not fit, and need not where this car is from; a hint
    BlanksInside,    // blanks, hyphens or dots in the number, which were taken out
    UnknownMaker,    // a hint
    UnknownModel,    // the maker is known, the pattern is not; a hint
    NoModelYear,     // position 10 is no year code although it has to be
    MakeDiffers,     // the row says another make; value: the row's, suggestion: the VIN's
    ModelDiffers,
    ModelYearDiffers,
    DuplicateVin, // value: the line it stood in first
    AnotherVin,   // in another cell of the row; it is not decoded; a hint
    // Logs
    NotANumber,
    OutOfRange,   // beyond what the sensor can say
    TimeRunsBack, // earlier than the line before, and no new engine run
    UnknownColumn,
    UnknownUnit,
    // Records
    MissingField,
    BadDate,
    BadAmount,
    BadOdometer,
    UnknownKind,
    BadShape, // of a JSON value: not what the format says
    BadCode,  // not a trouble code
    DateInFuture,
    Duplicate // the same content is in the history already
};

struct LineIssue {
    std::uint64_t line = 0;     // of the file; 0: of the whole
    std::uint64_t lastLine = 0; // of a run of lines with the same issue
    Issue issue = Issue::EmptyRow;
    std::string field; // column or field it is about; may be empty
    std::string value; // as it stands there, shortened
    std::string suggestion;
};

// Keeps what was odd in bounded memory: equal issues of successive lines become one entry, and past kMostListed entries
// only the counts go on.
class IssueLog
{
public:
    static constexpr std::size_t kMostListed = 50'000;

    void add(LineIssue issue);
    const std::vector<LineIssue>& list() const { return m_list; }
    const std::map<Issue, std::uint64_t>& counts() const { return m_counts; } // in lines
    std::uint64_t unlisted() const { return m_unlisted; }
    bool empty() const { return m_counts.empty(); }

private:
    std::vector<LineIssue> m_list;
    std::map<Issue, std::uint64_t> m_counts;
    std::map<std::pair<Issue, std::string>, std::size_t> m_newest; // where a run may go on
    std::uint64_t m_unlisted = 0;
};

inline constexpr std::size_t kLongestShown = 80;
std::string shown(std::string_view text); // UTF-8, cut at kLongestShown bytes

} // namespace autochain::imports
