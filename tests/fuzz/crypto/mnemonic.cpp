// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery phrases as people type or paste them.
#include "crypto/mnemonic.h"
#include "crypto/unicode.h"
#include "fuzz.h"

#include <algorithm>

using namespace autochain;

namespace
{

void agree(const MnemonicReport& report, std::string_view text)
{
    std::vector<WordLanguage> languages = report.knowing;
    languages.push_back(report.closest);
    for (const WordLanguage language : languages) {
        const bool fits = std::find(report.fitting.begin(), report.fitting.end(), language) != report.fitting.end();
        const auto entropy = entropyFromMnemonic(text, language);
        fuzz::require(entropy.ok() == fits, "the report says in which languages the words fit");
        if (entropy.ok()) {
            const auto words = mnemonicFromEntropy(entropy->view(), language);
            fuzz::require(words.ok(), "entropy has words");
            const auto again = entropyFromMnemonic(textOf(*words), language);
            fuzz::require(again.ok() && textOf(*again) == textOf(*entropy), "words read back");
        }
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const MnemonicReport report = examineMnemonic(text);
    agree(report, text);
    fuzz::require(entropyFromMnemonic(text).ok() == !report.fitting.empty(), "some language or none");
    for (const auto& unknown : report.unknown) {
        fuzz::require(unknown.position >= 1 && unknown.position <= report.words, "an unknown word is one of the words");
        fuzz::require(std::all_of(unknown.nearest.begin(), unknown.nearest.end(),
                                  [](std::size_t index) { return index < kWordsInList; }),
                      "a suggestion is in the list");
    }
    if (const auto normal = nfkd(text); normal) {
        const auto again = nfkd(textOf(*normal));
        fuzz::require(again && textOf(*again) == textOf(*normal), "NFKD of NFKD is itself");
    }
    return 0;
}
