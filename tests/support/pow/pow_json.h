// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks, receipts and logs as an honest node writes them in JSON (execution-apis; go-ethereum's internal/ethapi).
#pragma once

#include "pow_chain.h"

#include <QJsonArray>
#include <QJsonObject>

namespace autochain::pow
{

QJsonObject headerJson(const HashedHeader& header);
QJsonObject blockJson(const Block& block); // with the hashes of its transactions
// Precondition: the block has that many transactions.
QJsonObject receiptJson(const Block& block, std::size_t index);
QJsonArray logsJson(const Block& block); // of all its receipts

} // namespace autochain::pow
