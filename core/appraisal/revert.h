// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/error.h"
#include "base/bytes.h"

#include <optional>

namespace autochain::appraisal
{
// What a revert of the appraisal desk means; none: not one of its errors.
std::optional<Error> decodeDeskRevert(BytesView revertData);
} // namespace autochain::appraisal
