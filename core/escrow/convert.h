// SPDX-License-Identifier: GPL-3.0-or-later
// Between the domain's values and the contracts' generated structs.
#pragma once

#include "contracts/generated/deal_book_types.h"
#include "escrow/deal.h"

namespace autochain::escrow
{

contracts::dealBook::Terms toContract(const Terms& terms);
contracts::dealBook::Settlement toContract(const Settlement& settlement);
Terms fromContract(const contracts::dealBook::Terms& terms);
Settlement fromContract(const contracts::dealBook::Settlement& settlement);
Deal fromContract(const contracts::dealBook::Deal& deal);

} // namespace autochain::escrow
