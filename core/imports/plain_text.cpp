// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/plain_text.h"

namespace autochain::imports
{

std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            out.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        }
    }
    return out;
}

} // namespace autochain::imports
