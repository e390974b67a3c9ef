// SPDX-License-Identifier: GPL-3.0-or-later
// Deals written into the storage of a simulated chain, word by word as the contracts lay them out.
#pragma once

#include "chain/network_file.h"
#include "escrow/deal.h"
#include "world.h"

namespace autochain::light::test
{

// With addresses for the contracts that hold deals.
NetworkFile dealNetwork(const ChainRules& rules);
// The deal as it is in this view, the car and the Safe that go with it. Its place in the book's list is `index`.
void putDeal(pow::World& world, const NetworkFile& network, const escrow::DealView& deal, std::uint64_t index);

} // namespace autochain::light::test
