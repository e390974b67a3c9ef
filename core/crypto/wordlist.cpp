// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/wordlist.h"

#include "crypto/unicode.h"
#include "crypto/wordlist_texts.h"

#include <algorithm>
#include <bit>
#include <mutex>
#include <string>
#include <utf8proc.h>

namespace autochain
{
namespace
{

struct Language {
    std::string_view tag;
    const std::string_view* text;
};

// In the order of WordLanguage.
constexpr std::array<Language, kWordLanguages> kLanguages{{{"en", &wordlists::kEnglish},
                                                           {"zh-Hans", &wordlists::kChineseSimplified},
                                                           {"zh-Hant", &wordlists::kChineseTraditional},
                                                           {"cs", &wordlists::kCzech},
                                                           {"fr", &wordlists::kFrench},
                                                           {"it", &wordlists::kItalian},
                                                           {"ja", &wordlists::kJapanese},
                                                           {"ko", &wordlists::kKorean},
                                                           {"pt", &wordlists::kPortuguese},
                                                           {"ru", &wordlists::kRussian},
                                                           {"es", &wordlists::kSpanish},
                                                           {"tr", &wordlists::kTurkish}}};

// The letters of a word, so far as they matter for telling words apart.
struct Letters {
    static constexpr std::size_t kMost = 24;
    std::array<utf8proc_int32_t, kMost> points{};
    std::size_t count = 0;
    std::uint64_t kinds = 0; // which letters there are, folded into 64 bits

    Letters() = default;
    explicit Letters(std::string_view word)
    {
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
        auto left = static_cast<utf8proc_ssize_t>(word.size());
        while (left > 0 && count < kMost) {
            const utf8proc_ssize_t used = utf8proc_iterate(bytes, left, &points[count]);
            if (used <= 0) {
                break;
            }
            kinds |= std::uint64_t{1} << (static_cast<std::uint32_t>(points[count]) % 64);
            bytes += used;
            left -= used;
            ++count;
        }
    }
};

struct List {
    std::string text; // NFKD: the Russian and the Turkish list are published in NFC
    std::array<std::string_view, kWordsInList> words;
    std::array<std::uint16_t, kWordsInList> sorted{}; // indexes, by the bytes of their words
    std::vector<Letters> letters;                     // of the words
};

// In place: the views point into the text.
void fill(List& list, std::string_view published)
{
    const auto normal = nfkd(published);
    list.text = normal ? std::string(textOf(*normal)) : std::string();
    std::string_view rest = list.text;
    for (std::string_view& word : list.words) {
        word = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    for (std::size_t i = 0; i < kWordsInList; ++i) {
        list.sorted.at(i) = static_cast<std::uint16_t>(i);
    }
    std::sort(list.sorted.begin(), list.sorted.end(),
              [&](std::uint16_t a, std::uint16_t b) { return list.words.at(a) < list.words.at(b); });
    for (const std::string_view word : list.words) {
        list.letters.emplace_back(word);
    }
}

// Read on first use: nobody needs twelve of them. They are only read afterwards, so any thread may.
const List& listOf(WordLanguage language)
{
    static std::array<std::once_flag, kWordLanguages> filled;
    static std::array<List, kWordLanguages> lists;
    const auto at = static_cast<std::size_t>(language);
    List& list = lists.at(at);
    std::call_once(filled.at(at), [&] { fill(list, *kLanguages.at(at).text); });
    return list;
}

constexpr std::size_t kFarthest = 2;

// How many letters have to be added, taken away, changed or swapped with their neighbour (restricted Damerau distance).
// kFarthest + 1 where it is more: lengths and letters mostly say so already, a change makes and takes one kind at most.
std::size_t distance(const Letters& a, const Letters& b)
{
    if (a.count > b.count + kFarthest || b.count > a.count + kFarthest ||
        static_cast<std::size_t>(std::popcount(a.kinds ^ b.kinds)) > 2 * kFarthest) {
        return kFarthest + 1;
    }
    std::array<std::array<std::size_t, Letters::kMost + 1>, 3> rows{}; // the last two and this one, in turn
    for (std::size_t j = 0; j <= b.count; ++j) {
        rows[0][j] = j;
    }
    for (std::size_t i = 1; i <= a.count; ++i) {
        const auto& last = rows[(i - 1) % 3];
        auto& row = rows[i % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.count; ++j) {
            const std::size_t changed = a.points[i - 1] == b.points[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
            if (i > 1 && j > 1 && a.points[i - 1] == b.points[j - 2] && a.points[i - 2] == b.points[j - 1]) {
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }
    }
    return std::min(rows[a.count % 3][b.count], kFarthest + 1);
}

bool sameStart(const Letters& a, const Letters& b)
{
    constexpr std::size_t kTelling = 4; // BIP-39: four letters tell the words of a list apart
    return a.count >= kTelling && b.count >= kTelling &&
           std::equal(a.points.begin(), a.points.begin() + kTelling, b.points.begin());
}

} // namespace

std::array<WordLanguage, kWordLanguages> allWordLanguages()
{
    std::array<WordLanguage, kWordLanguages> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out.at(i) = static_cast<WordLanguage>(i);
    }
    return out;
}

std::string_view languageTag(WordLanguage language)
{
    return kLanguages.at(static_cast<std::size_t>(language)).tag;
}

std::optional<WordLanguage> languageOfTag(std::string_view tag)
{
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        if (kLanguages.at(i).tag == tag) {
            return static_cast<WordLanguage>(i);
        }
    }
    return std::nullopt;
}

std::string_view wordAt(WordLanguage language, std::size_t index)
{
    return listOf(language).words.at(index);
}

std::optional<std::size_t> indexOfWord(WordLanguage language, std::string_view nfkdWord)
{
    const List& list = listOf(language);
    const auto* const found =
        std::lower_bound(list.sorted.begin(), list.sorted.end(), nfkdWord,
                         [&](std::uint16_t index, std::string_view word) { return list.words.at(index) < word; });
    if (found == list.sorted.end() || list.words.at(*found) != nfkdWord) {
        return std::nullopt;
    }
    return *found;
}

std::vector<std::size_t> nearestWords(WordLanguage language, std::string_view nfkdWord, std::size_t count)
{
    Letters typed(nfkdWord);
    const List& list = listOf(language);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < kWordsInList; ++i) {
        const Letters& word = list.letters[i];
        const std::size_t far = distance(typed, word);
        // Words of one or two letters have no slips of the pen: everything would be near everything.
        if ((far <= kFarthest && far * 2 <= word.count) || sameStart(typed, word)) {
            found.emplace_back(far, i);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i) {
        out.push_back(found[i].second);
    }
    wipe({reinterpret_cast<std::uint8_t*>(&typed), sizeof typed}); // part of a secret
    return out;
}

} // namespace autochain
