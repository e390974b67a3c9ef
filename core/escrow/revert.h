// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "escrow/error.h"

#include <optional>

namespace autochain::escrow
{
// What a revert of the deal book, its module or a Safe's guard means; none: not one of their errors.
std::optional<Error> decodeDealRevert(BytesView revertData);
} // namespace autochain::escrow
