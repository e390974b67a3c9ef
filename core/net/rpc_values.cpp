// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_values.h"

#include "base/hex.h"
#include "codec/json.h"

namespace autochain::net
{
namespace
{
constexpr int kMaxTopics = 4;
constexpr int kMaxLogs = 100'000;
} // namespace

Result<std::uint64_t> smallOf(const QJsonObject& object, const char* key)
{
    AC_TRY(const U256 number, json::quantity(object, key));
    if (!number.fitsU64()) {
        return Error(CodecError::BadJson, {key});
    }
    return number.toU64();
}

Result<U256> quantityOf(const QJsonValue& value)
{
    return U256::fromHexQuantity(value.toString().toStdString());
}

Result<Bytes> dataOf(const QJsonValue& value, std::size_t maxBytes)
{
    const QString text = value.toString();
    if (!text.startsWith(QLatin1String("0x")) || static_cast<std::size_t>(text.size()) > 2 + 2 * maxBytes) {
        return Error(CodecError::BadJson, {"data"});
    }
    return fromHex(text.toStdString());
}

Result<Hash32> hashOf(const QJsonValue& value)
{
    return hash32FromHex(value.toString().toStdString());
}

Result<BlockHead> blockOf(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    BlockHead head;
    AC_TRY(head.ref.number, smallOf(object, "number"));
    AC_TRY(head.ref.hash, json::hash32(object, "hash"));
    AC_TRY(const std::uint64_t time, smallOf(object, "timestamp"));
    head.ref.time = static_cast<std::int64_t>(time);
    if (object.contains(QLatin1String("baseFeePerGas"))) {
        AC_TRY(head.baseFeePerGas, json::quantity(object, "baseFeePerGas"));
    }
    return head;
}

Result<Log> logOf(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    Log log;
    AC_TRY(log.address, json::address(object, "address"));
    AC_TRY(const QJsonArray topics, json::array(object, "topics", kMaxTopics));
    for (const auto& topic : topics) {
        AC_TRY(const Hash32 hash, hashOf(topic));
        log.topics.push_back(hash);
    }
    AC_TRY(log.data, json::hexData(object, "data"));
    AC_TRY(log.blockNumber, smallOf(object, "blockNumber"));
    AC_TRY(const std::uint64_t index, smallOf(object, "logIndex"));
    log.logIndex = static_cast<std::uint32_t>(index);
    AC_TRY(log.transactionHash, json::hash32(object, "transactionHash"));
    return log;
}

Result<Receipt> receiptOf(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    Receipt receipt;
    AC_TRY(receipt.transactionHash, json::hash32(object, "transactionHash"));
    AC_TRY(receipt.block.number, smallOf(object, "blockNumber"));
    AC_TRY(receipt.block.hash, json::hash32(object, "blockHash"));
    AC_TRY(const std::uint64_t status, smallOf(object, "status"));
    receipt.succeeded = status == 1;
    AC_TRY(receipt.gasUsed, smallOf(object, "gasUsed"));
    if (object.contains(QLatin1String("effectiveGasPrice"))) { // nodes before London leave it out
        AC_TRY(receipt.effectiveGasPrice, json::quantity(object, "effectiveGasPrice"));
    }
    if (object.value(QLatin1String("contractAddress")).isString()) {
        AC_TRY(receipt.contractAddress, json::address(object, "contractAddress"));
    }
    AC_TRY(const QJsonArray logs, json::array(object, "logs", kMaxLogs));
    for (const auto& entry : logs) {
        AC_TRY(Log log, logOf(entry));
        receipt.logs.push_back(std::move(log));
    }
    return receipt;
}

QString hexText(BytesView bytes)
{
    return json::qs(toHex0x(bytes));
}

QString quantityText(const U256& number)
{
    return json::qs(number.toHexQuantity());
}

QJsonObject callObject(const CallRequest& request)
{
    QJsonObject object{{QStringLiteral("data"), hexText(request.data)}};
    if (request.from) {
        object.insert(QStringLiteral("from"), hexText(request.from->view()));
    }
    if (request.to) {
        object.insert(QStringLiteral("to"), hexText(request.to->view()));
    }
    if (!request.value.isZero()) {
        object.insert(QStringLiteral("value"), quantityText(request.value));
    }
    return object;
}

QJsonObject filterObject(const LogFilter& filter)
{
    QJsonArray topics;
    for (const auto& topic : filter.topics) {
        topics.append(topic ? QJsonValue(hexText(topic->view())) : QJsonValue());
    }
    return {{QStringLiteral("address"), hexText(filter.address.view())},
            {QStringLiteral("topics"), topics},
            {QStringLiteral("fromBlock"), quantityText(U256(filter.fromBlock))},
            {QStringLiteral("toBlock"), quantityText(U256(filter.toBlock))}};
}

} // namespace autochain::net
