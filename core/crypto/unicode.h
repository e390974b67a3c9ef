// SPDX-License-Identifier: GPL-3.0-or-later
// Unicode normalisation of secrets: nothing of them passes through memory that is not wiped.
#pragma once

#include "base/secret_bytes.h"

#include <optional>
#include <string_view>

namespace autochain
{
// Compatibility decomposition (Unicode NFKD) of UTF-8. With `lowerCase`, every letter is brought to lower case first.
// None when the text is not UTF-8 or longer than 1 MiB.
std::optional<SecretBytes> nfkd(std::string_view utf8, bool lowerCase = false);

inline std::string_view textOf(const SecretBytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
} // namespace autochain
