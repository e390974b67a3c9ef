// SPDX-License-Identifier: GPL-3.0-or-later
// The twelve word lists of BIP-39 and its published vectors.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace autochain
{
enum class WordLanguage : std::uint8_t {
    English,
    ChineseSimplified,
    ChineseTraditional,
    Czech,
    French,
    Italian,
    Japanese,
    Korean,
    Portuguese,
    Russian,
    Spanish,
    Turkish
};
inline constexpr std::size_t kWordLanguages = 12;
inline constexpr std::size_t kWordsInList = 2048;
inline constexpr std::size_t kMaxWordBytes = 40; // NFKD; the longest is a Korean one of 33

std::array<WordLanguage, kWordLanguages> allWordLanguages(); // English first
std::string_view languageTag(WordLanguage language);         // BCP 47: "en", "zh-Hans", …
std::optional<WordLanguage> languageOfTag(std::string_view tag);

// Words are in NFKD, lower case, and live as long as the program. Precondition: index < 2048.
std::string_view wordAt(WordLanguage language, std::size_t index);
std::optional<std::size_t> indexOfWord(WordLanguage language, std::string_view nfkdWord);
// Indexes of the words that a slip of the pen makes of `nfkdWord`: the same first four letters, or at most two letters
// added, lost, changed or swapped; nearest first, at most `count`.
std::vector<std::size_t> nearestWords(WordLanguage language, std::string_view nfkdWord, std::size_t count = 3);
} // namespace autochain
