// SPDX-License-Identifier: GPL-3.0-or-later
// Damage to an answer on its way: bytes that flip, parts that go missing or come twice, hex digits and fields of the
// JSON that change places. The same seed does the same everywhere.
#pragma once

#include "base/bytes.h"

#include <random>

namespace autochain::light::test
{

Bytes mutated(Bytes answer, std::mt19937_64& random);

} // namespace autochain::light::test
