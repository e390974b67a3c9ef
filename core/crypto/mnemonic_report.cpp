// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/mnemonic_words.h"

#include <algorithm>

namespace autochain
{
namespace
{

using Words = std::vector<std::string_view>;

std::size_t knownIn(WordLanguage language, const Words& words)
{
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](std::string_view word) { return indexOfWord(language, word).has_value(); }));
}

std::vector<MnemonicReport::Unknown> unknownIn(WordLanguage language, const Words& words)
{
    std::vector<MnemonicReport::Unknown> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!indexOfWord(language, words.at(i))) {
            out.push_back({i + 1, nearestWords(language, words.at(i))});
        }
    }
    return out;
}

} // namespace

MnemonicReport examineLanguages(std::string_view words)
{
    const SecretBytes tidy = tidyWords(words);
    const Words split = splitWords(tidy);
    MnemonicReport out;
    out.words = split.size();
    out.countFits = isWordCount(split.size());
    std::size_t most = 0;
    for (const WordLanguage language : allWordLanguages()) {
        const std::size_t known = knownIn(language, split);
        if (known > most) {
            most = known;
            out.closest = language;
        }
        if (known == split.size() && !split.empty()) {
            out.knowing.push_back(language);
        }
        if (known == split.size() && out.countFits && entropyFromMnemonic(words, language).ok()) {
            out.fitting.push_back(language);
        }
    }
    if (!out.fitting.empty()) {
        out.closest = out.fitting.front();
    }
    return out;
}

MnemonicReport examineMnemonic(std::string_view words)
{
    MnemonicReport out = examineLanguages(words);
    const SecretBytes tidy = tidyWords(words);
    out.unknown = unknownIn(out.closest, splitWords(tidy));
    return out;
}

} // namespace autochain
