// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/query_words.h"

#include <algorithm>
#include <array>

namespace autochain::dealer
{
namespace
{
using std::string_view_literals::operator""sv;

constexpr std::array<std::string_view, kFlags> kFlagWords = {
    "rollback", "accidents", "lien", "branded", "recalls",  "stolen", "attention", "problem",
    "clean",    "nodata",    "mine", "onsale",  "deadline", "failed", "wanted",    "unchecked"};
// Fields, then other names of them.
constexpr std::array kFields = {std::pair("status"sv, Column::Status),
                                std::pair("year"sv, Column::Year),
                                std::pair("km"sv, Column::Km),
                                std::pair("make"sv, Column::Make),
                                std::pair("car"sv, Column::Car),
                                std::pair("vin"sv, Column::Vin),
                                std::pair("plate"sv, Column::Plate),
                                std::pair("title"sv, Column::Title),
                                std::pair("liens"sv, Column::Liens),
                                std::pair("odometer"sv, Column::Odometer),
                                std::pair("accidents"sv, Column::Accidents),
                                std::pair("recalls"sv, Column::Recalls),
                                std::pair("theft"sv, Column::Theft),
                                std::pair("cost"sv, Column::Cost),
                                std::pair("ask"sv, Column::Ask),
                                std::pair("lowest"sv, Column::Lowest),
                                std::pair("margin"sv, Column::Margin),
                                std::pair("market"sv, Column::Market),
                                std::pair("days"sv, Column::Days),
                                std::pair("records"sv, Column::Records),
                                std::pair("age"sv, Column::Checked),
                                std::pair("ends"sv, Column::Deadline),
                                std::pair("mark"sv, Column::Marks),
                                std::pair("note"sv, Column::Note),
                                std::pair("stock"sv, Column::Stock),
                                std::pair("price"sv, Column::Ask),
                                std::pair("mileage"sv, Column::Km),
                                std::pair("flag"sv, Column::Marks)};
constexpr std::array<std::string_view, kStatuses> kStatusWords = {
    "deal", "hold", "papers", "listed", "novin", "checking", "noanswer", "new", "unregistered", "ready"};
constexpr std::array<std::string_view, kMarks> kMarkWords = {"hold", "papers", "photos", "work", "watched"};
constexpr std::array<std::string_view, 4> kVerdictWords = {"clean", "attention", "problem", "nodata"};

constexpr auto kFieldWords = [] {
    std::array<std::string_view, kFields.size()> out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = kFields[i].first;
    }
    return out;
}();

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}
} // namespace

std::optional<Flag> flagOf(std::string_view word)
{
    const auto at = std::find(kFlagWords.begin(), kFlagWords.end(), word);
    return at == kFlagWords.end() ? std::nullopt : std::optional(static_cast<Flag>(at - kFlagWords.begin()));
}

std::optional<Column> fieldOf(std::string_view word)
{
    const auto at =
        std::find_if(kFields.begin(), kFields.end(), [&](const auto& field) { return field.first == word; });
    return at == kFields.end() ? std::nullopt : std::optional(at->second);
}

std::span<const std::string_view> choicesOf(Column column)
{
    if (column == Column::Status) {
        return kStatusWords;
    }
    if (column == Column::Marks) {
        return kMarkWords;
    }
    return topicOf(column) ? std::span<const std::string_view>(kVerdictWords) : std::span<const std::string_view>();
}

std::span<const std::string_view> allFlags()
{
    return kFlagWords;
}

std::span<const std::string_view> allFields()
{
    return kFieldWords;
}

std::string nearest(std::string_view word, std::span<const std::string_view> among)
{
    constexpr std::size_t kMostLetters = 32;
    std::size_t best = word.size() > kMostLetters ? 0 : std::min<std::size_t>(3, word.size());
    std::string out;
    for (const std::string_view candidate : among) {
        if (const std::size_t d = best == 0 ? best : distance(word, candidate); d < best) {
            best = d;
            out = candidate;
        }
    }
    return out;
}

} // namespace autochain::dealer
