// SPDX-License-Identifier: GPL-3.0-or-later
// Between mnemonic.cpp and mnemonic_report.cpp.
#pragma once

#include "crypto/mnemonic.h"

namespace autochain
{
inline constexpr std::size_t kMaxMnemonicWords = 24;

// The words in NFKD and lower case, with single ASCII spaces between them.
SecretBytes tidyWords(std::string_view words);
// Views into tidy words; at most one more than a phrase can have.
std::vector<std::string_view> splitWords(const SecretBytes& tidy);
bool isWordCount(std::size_t words);
// examineMnemonic without looking for nearest words, which takes most of its time.
MnemonicReport examineLanguages(std::string_view words);
} // namespace autochain
