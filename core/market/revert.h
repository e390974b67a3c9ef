// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "market/error.h"

#include <optional>

namespace autochain::market
{
// What a revert of the listing board means; none: not one of its errors.
std::optional<Error> decodeBoardRevert(BytesView revertData);
} // namespace autochain::market
