// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the Ethereum JSON-RPC ("execution-apis") to and from ours. Pure; every failure is BadAnswer with the field.
#pragma once

#include "chain/node_port.h"

#include <QJsonArray>
#include <QJsonObject>

namespace autochain::net
{

struct BlockHead {
    BlockRef ref;
    std::optional<U256> baseFeePerGas;
};

Result<U256> quantityOf(const QJsonValue& value);                              // "0x1f"
Result<std::uint64_t> smallOf(const QJsonObject& object, const char* key);     // a quantity of at most 64 bits
Result<Bytes> dataOf(const QJsonValue& value, std::size_t maxBytes = 4 << 20); // "0x…"
Result<Hash32> hashOf(const QJsonValue& value);
Result<BlockHead> blockOf(const QJsonValue& value);
Result<Log> logOf(const QJsonValue& value);
// The block's time is not in a receipt: zero.
Result<Receipt> receiptOf(const QJsonValue& value);

QString hexText(BytesView bytes);
QString quantityText(const U256& number);
QJsonObject callObject(const CallRequest& request);
QJsonObject filterObject(const LogFilter& filter);

} // namespace autochain::net
