// SPDX-License-Identifier: GPL-3.0-or-later
// The files of core/signing/descriptors, put into the library by CMake.
#pragma once

#include <span>
#include <string_view>

namespace autochain::signing
{
std::span<const std::string_view> descriptorFiles();
} // namespace autochain::signing
