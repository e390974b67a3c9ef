// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/query.h"

#include "base/amount.h"
#include "dealer/query_words.h"
#include "market/filter.h"

#include <algorithm>
#include <charconv>

namespace autochain::dealer
{
namespace
{
constexpr std::size_t kMostCompletions = 12;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// A piece of the text that knows where it stands.
struct Piece {
    std::string_view text;
    std::size_t at = 0;
    Piece part(std::size_t from, std::size_t size = std::string_view::npos) const
    {
        return {text.substr(from, size), at + from};
    }
};

QueryProblem problem(QueryIssue issue, const Piece& piece, std::string suggestion = {})
{
    return {issue, piece.at, piece.text.size(), std::move(suggestion)};
}

// Blanks part, but not within quotes.
std::variant<std::vector<Piece>, QueryProblem> split(std::string_view text)
{
    std::vector<Piece> out;
    std::size_t start = 0;
    std::size_t quote = std::string_view::npos;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool quoted = quote != std::string_view::npos;
        if (i < text.size() && text[i] == '"') {
            quote = quoted ? std::string_view::npos : i;
        } else if (i == text.size() || (isSpace(text[i]) && !quoted)) {
            if (i > start) {
                out.push_back({text.substr(start, i - start), start});
            }
            start = i + 1;
        }
    }
    if (quote != std::string_view::npos) {
        return QueryProblem{QueryIssue::UnclosedQuote, quote, text.size() - quote, {}};
    }
    return out;
}

// Commas part, but not within quotes.
std::vector<Piece> alternatives(const Piece& piece)
{
    std::vector<Piece> out;
    std::size_t start = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= piece.text.size(); ++i) {
        if (i == piece.text.size() || (piece.text[i] == ',' && !quoted)) {
            out.push_back(piece.part(start, i - start));
            start = i + 1;
        } else if (piece.text[i] == '"') {
            quoted = !quoted;
        }
    }
    return out;
}

std::string unquoted(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != '"'; });
    return out;
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    constexpr std::int64_t kMost = 1'000'000'000'000;
    const bool good = error == std::errc() && end == text.data() + text.size() && out < kMost && out > -kMost;
    return good ? std::optional(out) : std::nullopt;
}

std::optional<U256> moneyOf(std::string_view text)
{
    const auto amount = parseAmount(text);
    return amount.ok() ? std::optional(*amount) : std::nullopt;
}

std::optional<std::int64_t> before(std::int64_t value)
{
    return value - 1;
}
std::optional<std::int64_t> after(std::int64_t value)
{
    return value + 1;
}
std::optional<U256> before(const U256& value)
{
    return value.isZero() ? std::nullopt : std::optional(value - U256(1));
}
std::optional<U256> after(const U256& value)
{
    return value + U256(1);
}

// "2017", "2017..2019", "..2019", "2017..", "<3", "<=3", ">3", ">=3", "=3". `read`: text to value.
template <typename Range, typename Read>
std::variant<Range, QueryProblem> rangeOf(const Piece& piece, Read read)
{
    Range out;
    std::optional<QueryProblem> wrong;
    const auto value = [&](const Piece& part) {
        const auto found = read(part.text);
        if (!found && !wrong) {
            wrong =
                part.text.empty() ? problem(QueryIssue::MissingValue, piece) : problem(QueryIssue::NotANumber, part);
        }
        return found;
    };
    const std::string_view text = piece.text;
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        const Piece first = piece.part(0, dots);
        const Piece last = piece.part(dots + 2);
        out.from = first.text.empty() && !last.text.empty() ? std::nullopt : value(first);
        out.to = last.text.empty() && !first.text.empty() ? std::nullopt : value(last);
        if (!wrong && out.from && out.to && *out.from > *out.to) {
            wrong = problem(QueryIssue::EmptyRange, piece);
        }
    } else if (text.starts_with("<=")) {
        out.to = value(piece.part(2));
    } else if (text.starts_with(">=")) {
        out.from = value(piece.part(2));
    } else if (text.starts_with('<')) {
        const auto limit = value(piece.part(1));
        out.to = limit ? before(*limit) : limit;
        if (limit && !out.to) {
            wrong = problem(QueryIssue::EmptyRange, piece); // below zero there is no money
        }
    } else if (text.starts_with('>')) {
        const auto limit = value(piece.part(1));
        out.from = limit ? after(*limit) : limit;
    } else {
        out.from = out.to = value(piece.part(text.starts_with('=') ? 1 : 0));
    }
    if (wrong) {
        return *wrong;
    }
    return out;
}

std::optional<QueryProblem> addChoice(Term& term, const Piece& piece)
{
    const auto choices = choicesOf(*term.column);
    const std::string word = lower(unquoted(piece.text));
    const auto at = std::find(choices.begin(), choices.end(), word);
    if (at == choices.end()) {
        return problem(QueryIssue::UnknownValue, piece, nearest(word, choices));
    }
    term.choices |= std::uint64_t{1} << (at - choices.begin());
    return std::nullopt;
}

std::optional<QueryProblem> addValue(Term& term, const Piece& piece)
{
    if (piece.text.empty() || piece.text == "\"\"") {
        return problem(QueryIssue::MissingValue, piece);
    }
    if (!choicesOf(*term.column).empty()) {
        return addChoice(term, piece);
    }
    if (kindOf(*term.column) == Kind::Text) {
        term.texts.push_back(market::foldText(unquoted(piece.text)));
        return std::nullopt;
    }
    if (kindOf(*term.column) == Kind::Money) {
        const auto range = rangeOf<MoneyRange>(piece, moneyOf);
        if (const auto* wrong = std::get_if<QueryProblem>(&range)) {
            return *wrong;
        }
        term.moneys.push_back(std::get<MoneyRange>(range));
        return std::nullopt;
    }
    const auto range = rangeOf<NumberRange>(piece, numberOf);
    if (const auto* wrong = std::get_if<QueryProblem>(&range)) {
        return *wrong;
    }
    term.numbers.push_back(std::get<NumberRange>(range));
    return std::nullopt;
}

// Where the field's name ends: at a colon, or at a sign of comparison that follows a known field.
std::size_t fieldEnd(std::string_view text)
{
    const std::size_t at = text.find_first_of(":<>=\"");
    if (at == std::string_view::npos || text[at] == '"' || at == 0) {
        return std::string_view::npos;
    }
    return text[at] == ':' || fieldOf(lower(text.substr(0, at))) ? at : std::string_view::npos;
}

std::variant<Term, QueryProblem> termOf(Piece piece)
{
    Term out;
    if (piece.text.starts_with('-')) {
        out.negated = true;
        if (piece.text.size() == 1) {
            return problem(QueryIssue::MissingWord, piece);
        }
        piece = piece.part(1);
    }
    const std::size_t end = fieldEnd(piece.text);
    if (end == std::string_view::npos) {
        const std::string word = lower(piece.text);
        out.flag = flagOf(word);
        if (!out.flag) {
            out.texts.push_back(market::foldText(unquoted(piece.text)));
        }
        return out;
    }
    const std::string name = lower(piece.text.substr(0, end));
    out.column = fieldOf(name);
    if (!out.column) {
        return problem(QueryIssue::UnknownField, piece.part(0, end), nearest(name, allFields()));
    }
    const Piece values = piece.part(piece.text[end] == ':' ? end + 1 : end);
    if (values.text.empty()) {
        return problem(QueryIssue::MissingValue, piece);
    }
    for (const Piece& value : alternatives(values)) {
        if (auto wrong = addValue(out, value)) {
            return *wrong;
        }
    }
    return out;
}
} // namespace

std::variant<Query, QueryProblem> parseQuery(std::string_view text)
{
    if (text.size() > kMaxQueryBytes) {
        return QueryProblem{QueryIssue::TooLong, kMaxQueryBytes, text.size() - kMaxQueryBytes, {}};
    }
    const auto pieces = split(text);
    if (const auto* wrong = std::get_if<QueryProblem>(&pieces)) {
        return *wrong;
    }
    Query out;
    for (const Piece& piece : std::get<std::vector<Piece>>(pieces)) {
        if (out.terms.size() == kMaxTerms) {
            return problem(QueryIssue::TooLong, piece);
        }
        auto term = termOf(piece);
        if (const auto* wrong = std::get_if<QueryProblem>(&term)) {
            return *wrong;
        }
        out.terms.push_back(std::get<Term>(std::move(term)));
    }
    return out;
}

std::vector<Completion> completeQuery(std::string_view text, std::size_t cursor)
{
    cursor = std::min(cursor, text.size());
    std::size_t start = cursor;
    while (start > 0 && !isSpace(text[start - 1])) {
        --start;
    }
    std::string_view word = text.substr(start, cursor - start);
    if (word.starts_with('-')) {
        word.remove_prefix(1);
    }
    std::vector<Completion> out;
    const auto offer = [&](std::string_view begun, std::string_view candidate, const char* behind) {
        const std::string typed = lower(begun);
        if (candidate.starts_with(typed) && candidate.size() > typed.size() && out.size() < kMostCompletions) {
            out.push_back({cursor - begun.size(), begun.size(), std::string(candidate) + behind});
        }
    };
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) {
        for (const std::string_view field : allFields()) {
            offer(word, field, ":");
        }
        for (const std::string_view flag : allFlags()) {
            offer(word, flag, "");
        }
        return out;
    }
    if (const auto column = fieldOf(lower(word.substr(0, colon)))) {
        const std::size_t comma = word.rfind(',');
        const std::size_t from = comma == std::string_view::npos ? colon + 1 : comma + 1;
        for (const std::string_view choice : choicesOf(*column)) {
            offer(word.substr(from), choice, "");
        }
    }
    return out;
}

} // namespace autochain::dealer
