// SPDX-License-Identifier: GPL-3.0-or-later
// The line above the table: `status:listed,ready year:2017..2019 km:<100000 rollback -accidents "civic"`. Every part
// must hold; commas within a part are "or"; a minus in front turns a part round. docs/dealer-desk.md lists the words.
#pragma once

#include "dealer/columns.h"

#include <variant>

namespace autochain::dealer
{

// Words that stand alone.
enum class Flag : std::uint8_t {
    Rollback,  // the odometer was turned back
    Accidents, // at least one is recorded
    Lien,      // a lender stands on the title
    Branded,   // branded, total loss or scrapped
    Recalls,   // at least one is open
    Stolen,    // reported, not recovered
    Attention, // at least one topic needs attention or is a problem
    Problem,   // at least one topic is a problem
    Clean,     // nothing of title, liens, odometer, accidents and recalls is other than clean
    NoData,    // at least one of these five has no data
    Mine,      // the title is held by the account in use
    Listed,    // on the board
    Deadline,  // something ends within a day
    Failed,    // the last check did not come to its end
    Wanted,    // waits to be checked
    Unchecked  // never read
};
inline constexpr int kFlags = 16;

struct NumberRange { // inclusive
    std::optional<std::int64_t> from, to;
};
struct MoneyRange { // inclusive
    std::optional<U256> from, to;
};

struct Term {
    bool negated = false;
    std::optional<Flag> flag;         // a word alone
    std::optional<Column> column;     // a field; neither: any text
    std::vector<NumberRange> numbers; // any of them, of columns of numbers
    std::vector<MoneyRange> moneys;
    std::uint64_t choices = 0;      // bit per CarStatus, Mark or vehicle::Status, of columns that have a list of values
    std::vector<std::string> texts; // folded; any of them occurs
};

struct Query {
    std::vector<Term> terms; // all must hold; none: every car
};

enum class QueryIssue {
    TooLong,       // more than kMaxQueryBytes, or more than kMaxTerms parts
    UnclosedQuote, // a quote that never ends
    UnknownField,  // before a colon stands no field; `suggestion`: the nearest
    UnknownValue,  // not one of the field's values; `suggestion`: the nearest
    NotANumber,
    EmptyRange,   // from is above to
    MissingValue, // nothing behind the colon, or between two commas
    MissingWord   // a minus alone
};
struct QueryProblem {
    QueryIssue issue = QueryIssue::TooLong;
    std::size_t at = 0;   // byte in the text
    std::size_t size = 0; // bytes that are meant
    std::string suggestion;
    bool operator==(const QueryProblem&) const = default;
};

inline constexpr std::size_t kMaxQueryBytes = 2'048;
inline constexpr std::size_t kMaxTerms = 64;

std::variant<Query, QueryProblem> parseQuery(std::string_view text);

// What a match may depend on beside the car.
struct QueryContext {
    UnixTime now = 0;
    Address me;
};
bool matches(const Car& car, const Query& query, const QueryContext& context);

struct Completion {
    std::size_t from = 0; // bytes [from, from + size) are replaced by `text`
    std::size_t size = 0;
    std::string text;
};
// For what stands before the cursor: fields, words, values. At most 12, in the order of the language's tables.
std::vector<Completion> completeQuery(std::string_view text, std::size_t cursor);

} // namespace autochain::dealer
