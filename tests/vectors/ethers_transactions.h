// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check.h"

namespace autochain::vectors
{
// One entry of transactions.json or typed-transactions.json of @ethersproject/testcases, version 5 or 6; anything else
// is passed over.
void checkEthersTransaction(const QJsonObject& item, Report& report);
} // namespace autochain::vectors
