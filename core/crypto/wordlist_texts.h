// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace autochain::wordlists
{
// A word a line, as published.
extern const std::string_view kChineseSimplified;
extern const std::string_view kChineseTraditional;
extern const std::string_view kCzech;
extern const std::string_view kEnglish;
extern const std::string_view kFrench;
extern const std::string_view kItalian;
extern const std::string_view kJapanese;
extern const std::string_view kKorean;
extern const std::string_view kPortuguese;
extern const std::string_view kRussian;
extern const std::string_view kSpanish;
extern const std::string_view kTurkish;
} // namespace autochain::wordlists
