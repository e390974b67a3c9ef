// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.h"

namespace autochain::cli
{
// First line of a descriptor, at most 1,024 bytes, without its end. Does not close it.
SecretBytes readLine(int descriptor);
} // namespace autochain::cli
