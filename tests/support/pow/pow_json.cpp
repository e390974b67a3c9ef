// SPDX-License-Identifier: GPL-3.0-or-later
#include "pow_json.h"

#include "codec/transaction.h"
#include "net/rpc_values.h"

namespace autochain::pow
{
namespace
{
using net::hexText;
using net::quantityText;

QString number(std::uint64_t value)
{
    return quantityText(U256(value));
}

QJsonArray logsOf(const Block& block, std::size_t index, std::uint64_t firstLog)
{
    const ReceiptRecord& receipt = block.body->receipts[index];
    QJsonArray out;
    for (std::size_t i = 0; i < receipt.logs.size(); ++i) {
        const ReceiptLog& log = receipt.logs[i];
        QJsonArray topics;
        for (const Hash32& topic : log.topics) {
            topics.append(hexText(topic.view()));
        }
        out.append(QJsonObject{
            {QStringLiteral("address"), hexText(log.address.view())},
            {QStringLiteral("topics"), topics},
            {QStringLiteral("data"), hexText(log.data)},
            {QStringLiteral("blockNumber"), number(block.head.header.number)},
            {QStringLiteral("blockHash"), hexText(block.head.hash.view())},
            {QStringLiteral("transactionHash"), hexText(transactionHash(block.body->transactions[index]).view())},
            {QStringLiteral("transactionIndex"), number(index)},
            {QStringLiteral("logIndex"), number(firstLog + i)},
            {QStringLiteral("removed"), false}});
    }
    return out;
}

std::uint64_t logsBefore(const Block& block, std::size_t index)
{
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < index; ++i) {
        count += block.body->receipts[i].logs.size();
    }
    return count;
}

U256 pricePaid(const Block& block, const Transaction& transaction)
{
    const U256 base = block.head.header.baseFeePerGas.value_or(U256());
    return transaction.type == TxType::DynamicFee
               ? std::min(transaction.maxFeePerGas, base + transaction.maxPriorityFeePerGas)
               : transaction.gasPrice;
}
} // namespace

QJsonObject headerJson(const HashedHeader& hashed)
{
    const Header& header = hashed.header;
    QJsonObject out{{QStringLiteral("hash"), hexText(hashed.hash.view())},
                    {QStringLiteral("parentHash"), hexText(header.parentHash.view())},
                    {QStringLiteral("sha3Uncles"), hexText(header.unclesHash.view())},
                    {QStringLiteral("miner"), hexText(header.beneficiary.view())},
                    {QStringLiteral("stateRoot"), hexText(header.stateRoot.view())},
                    {QStringLiteral("transactionsRoot"), hexText(header.transactionsRoot.view())},
                    {QStringLiteral("receiptsRoot"), hexText(header.receiptsRoot.view())},
                    {QStringLiteral("logsBloom"), hexText(header.logsBloom.view())},
                    {QStringLiteral("difficulty"), quantityText(header.difficulty)},
                    {QStringLiteral("number"), number(header.number)},
                    {QStringLiteral("gasLimit"), number(header.gasLimit)},
                    {QStringLiteral("gasUsed"), number(header.gasUsed)},
                    {QStringLiteral("timestamp"), number(header.timestamp)},
                    {QStringLiteral("extraData"), hexText(header.extraData)},
                    {QStringLiteral("mixHash"), hexText(header.mixHash.view())},
                    {QStringLiteral("nonce"), hexText(header.nonce.view())}};
    if (header.baseFeePerGas) {
        out.insert(QStringLiteral("baseFeePerGas"), quantityText(*header.baseFeePerGas));
    }
    return out;
}

QJsonObject blockJson(const Block& block)
{
    QJsonObject out = headerJson(block.head);
    QJsonArray hashes;
    if (block.body) {
        for (const Bytes& transaction : block.body->transactions) {
            hashes.append(hexText(transactionHash(transaction).view()));
        }
    }
    out.insert(QStringLiteral("transactions"), hashes);
    out.insert(QStringLiteral("uncles"), QJsonArray());
    out.insert(QStringLiteral("totalDifficulty"), quantityText(block.totalDifficulty));
    return out;
}

QJsonObject receiptJson(const Block& block, std::size_t index)
{
    const ReceiptRecord& receipt = block.body->receipts[index];
    const Bytes& encoded = block.body->transactions[index];
    const Transaction transaction = decodeSigned(encoded).value().tx;
    const std::uint64_t before = index == 0 ? 0 : block.body->receipts[index - 1].cumulativeGasUsed;
    return {{QStringLiteral("transactionHash"), hexText(transactionHash(encoded).view())},
            {QStringLiteral("transactionIndex"), number(index)},
            {QStringLiteral("blockHash"), hexText(block.head.hash.view())},
            {QStringLiteral("blockNumber"), number(block.head.header.number)},
            {QStringLiteral("to"), transaction.to ? QJsonValue(hexText(transaction.to->view())) : QJsonValue()},
            {QStringLiteral("contractAddress"), QJsonValue()},
            {QStringLiteral("cumulativeGasUsed"), number(receipt.cumulativeGasUsed)},
            {QStringLiteral("gasUsed"), number(receipt.cumulativeGasUsed - before)},
            {QStringLiteral("effectiveGasPrice"), quantityText(pricePaid(block, transaction))},
            {QStringLiteral("logs"), logsOf(block, index, logsBefore(block, index))},
            {QStringLiteral("logsBloom"), hexText(receipt.logsBloom.view())},
            {QStringLiteral("status"), number(receipt.succeeded ? 1 : 0)},
            {QStringLiteral("type"), number(receipt.type)}};
}

QJsonArray logsJson(const Block& block)
{
    QJsonArray out;
    for (std::size_t i = 0; block.body && i < block.body->receipts.size(); ++i) {
        for (const auto& log : logsOf(block, i, logsBefore(block, i))) {
            out.append(log);
        }
    }
    return out;
}

} // namespace autochain::pow
