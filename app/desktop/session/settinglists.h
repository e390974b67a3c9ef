// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of texts in the settings, each as a JSON array.
#pragma once

#include "store/settings.h"

#include <string>
#include <vector>

namespace autochain::desktop
{
// At most `most` of them; what is no text is passed over, what cannot be read is empty.
std::vector<std::string> textsIn(store::Settings& settings, const char* key, std::size_t most);
Result<> keepTexts(store::Settings& settings, const char* key, const std::vector<std::string>& texts);
} // namespace autochain::desktop
