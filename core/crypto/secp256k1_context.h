// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <secp256k1.h>

namespace autochain
{
// One context for the process, blinded against side channels when it is made; only read afterwards, so any thread may
// use it.
const secp256k1_context* secp256k1Context();
} // namespace autochain
