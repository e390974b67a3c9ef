// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt as a node gives it (eth_getTransactionReceipt), in the form that its block's receipts root commits to.
// Pure.
#pragma once

#include "base/result.h"
#include "chain/receipt.h"

#include <QJsonValue>

namespace autochain::net
{

// BadJson with the field. Whether it is true shows when encodeReceipt of all of a block gives the root.
Result<ReceiptRecord> receiptRecordOf(const QJsonValue& answer);

} // namespace autochain::net
