// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

namespace autochain
{
// May a file in a folder be called this? 1 to 255 bytes of UTF-8; not "." or "..", no "/", no NUL: a name can then
// name nothing outside of its folder.
bool isSafeName(std::string_view name);
} // namespace autochain
