// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/wordlist.h"

#include "crypto/unicode.h"
#include "crypto/wordlist_texts.h"

#include <algorithm>
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

struct List {
    std::string text; // NFKD: the Russian and the Turkish list are published in NFC
    std::array<std::string_view, kWordsInList> words;
    std::array<std::uint16_t, kWordsInList> sorted{}; // indexes, by the bytes of their words
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

// A word typed by somebody is part of a secret: its letters stay on the stack and are wiped.
constexpr std::size_t kMaxLetters = 24;
struct Letters {
    std::array<utf8proc_int32_t, kMaxLetters> points{};
    std::size_t count = 0;

    explicit Letters(std::string_view word)
    {
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
        auto left = static_cast<utf8proc_ssize_t>(word.size());
        while (left > 0 && count < kMaxLetters) {
            const utf8proc_ssize_t used = utf8proc_iterate(bytes, left, &points.at(count));
            if (used <= 0) {
                break;
            }
            bytes += used;
            left -= used;
            ++count;
        }
    }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;
    ~Letters() { wipe({reinterpret_cast<std::uint8_t*>(points.data()), sizeof points}); }
};

// How many letters have to be added, taken away, changed or swapped with their neighbour (restricted Damerau distance).
unsigned distance(const Letters& a, const Letters& b)
{
    using Row = std::array<unsigned, kMaxLetters + 1>;
    Row before{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= b.count; ++j) {
        last.at(j) = static_cast<unsigned>(j);
    }
    for (std::size_t i = 1; i <= a.count; ++i) {
        row.at(0) = static_cast<unsigned>(i);
        for (std::size_t j = 1; j <= b.count; ++j) {
            const bool same = a.points.at(i - 1) == b.points.at(j - 1);
            row.at(j) = std::min({last.at(j) + 1, row.at(j - 1) + 1, last.at(j - 1) + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && a.points.at(i - 1) == b.points.at(j - 2) &&
                a.points.at(i - 2) == b.points.at(j - 1)) {
                row.at(j) = std::min(row.at(j), before.at(j - 2) + 1);
            }
        }
        before = last;
        last = row;
    }
    return last.at(b.count);
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
    constexpr unsigned kFarthest = 2;
    const Letters typed(nfkdWord);
    const List& list = listOf(language);
    std::vector<std::pair<unsigned, std::size_t>> found;
    for (std::size_t i = 0; i < kWordsInList; ++i) {
        const Letters word(list.words.at(i));
        const unsigned far = distance(typed, word);
        // A list of one-letter words has no slips of the pen: everything would be near everything.
        if ((far <= kFarthest && far * 2 <= word.count) || sameStart(typed, word)) {
            found.emplace_back(far, i);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i) {
        out.push_back(found.at(i).second);
    }
    return out;
}

} // namespace autochain
