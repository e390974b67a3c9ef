// SPDX-License-Identifier: GPL-3.0-or-later
// The networks that ethereum/tests names: every fork from the first block on, or from block 5 ("At5") or second 15,000
// ("AtTime15k") on.
#pragma once

#include "chain/chain_rules.h"

#include <optional>

namespace autochain::vectors
{
std::optional<ChainRules> rulesOfNetwork(const std::string& name);
} // namespace autochain::vectors
