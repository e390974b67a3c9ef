// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/u256.h"

#include <optional>

namespace autochain
{
// What a transaction does: target, coins and calldata. No target: contract creation.
struct Call {
    std::optional<Address> to;
    U256 value;
    Bytes data;
    bool operator==(const Call&) const = default;
};
} // namespace autochain
