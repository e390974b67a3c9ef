// SPDX-License-Identifier: GPL-3.0-or-later
// Lies about what transactions did, and about logs and calls, which are hints.
#include "crypto/hash.h"
#include "lies.h"
#include "pow_json.h"

namespace autochain::light::test
{
namespace
{
using pow::PowNode;
using pow::Question;
using pow::Reply;

const QString kReceipt = QStringLiteral("eth_getTransactionReceipt");

Lie inReceipts(std::string name, std::string claim, std::function<void(QJsonObject&)> bend,
               Verdict verdict = Verdict::ShutOut)
{
    return {"receipt-" + std::move(name),
            std::move(claim),
            verdict,
            Topic::Receipt,
            bending({kReceipt},
                    [bend = std::move(bend)](QJsonObject& receipt, const Question&, const Scene&) { bend(receipt); }),
            {},
            false};
}

Lie withField(std::string name, const char* field, const QJsonValue& value, Verdict verdict = Verdict::ShutOut)
{
    return inReceipts(
        std::move(name), "another " + std::string(field),
        [field, value](QJsonObject& receipt) { receipt.insert(QLatin1String(field), value); }, verdict);
}

Lie inFirstLog(std::string name, const char* field, const QJsonValue& value, Verdict verdict = Verdict::ShutOut)
{
    return inReceipts(
        std::move(name), "another log",
        [field, value](QJsonObject& receipt) {
            QJsonArray logs = receipt.value(QLatin1String("logs")).toArray();
            QJsonObject first = logs.at(0).toObject();
            first.insert(QLatin1String(field), value);
            logs[0] = first;
            receipt.insert(QStringLiteral("logs"), logs);
        },
        verdict);
}

Lie answering(std::string name, std::string claim, Verdict verdict, Topic topic, const char* method,
              std::function<QJsonValue(const QJsonValue& honest, const Question&, const Scene&)> answer)
{
    return {std::move(name),
            std::move(claim),
            verdict,
            topic,
            [method, answer = std::move(answer)](PowNode& node, Scene& scene) {
                node.onReply = [method, answer, &scene](const Question& question, const Reply& honest) {
                    return question.method == QLatin1String(method) && honest.errorCode == 0
                               ? Reply{answer(honest.result, question, scene), 0, {}}
                               : honest;
                };
            },
            {},
            false};
}

// What the block's second transaction did, said of every one.
QJsonValue ofAnother(const QJsonValue& honest, const Question& question, const Scene& scene)
{
    if (!honest.isObject()) {
        return honest;
    }
    QJsonObject other = pow::receiptJson(scene.at(kTransactionBlock), 1);
    other.insert(QStringLiteral("transactionHash"), question.params.at(0));
    return other;
}

QJsonValue invented(const QJsonValue& honest, const Question& question, const Scene& scene)
{
    return honest.isNull() ? ofAnother(QJsonObject(), question, scene) : honest;
}

// From a branch that is not the heaviest.
QJsonValue offTheChain(const QJsonValue& honest, const Question&, const Scene& scene)
{
    const pow::Block& there = scene.chain.ancestor(scene.lighter, kForkBlock + 1);
    return honest.isNull() ? QJsonValue(pow::receiptJson(there, 0)) : honest;
}

std::vector<Lie> contentLies()
{
    const QString hash = net::hexText(Hash32::from(Bytes(32, 0x5e)).view());
    return {
        withField("status", "status", QStringLiteral("0x0")),
        withField("status-two", "status", QStringLiteral("0x2")),
        withField("cumulative-gas", "cumulativeGasUsed", QStringLiteral("0x1")),
        withField("gas", "gasUsed", QStringLiteral("0x1"), Verdict::Free),
        withField("price", "effectiveGasPrice", QStringLiteral("0x1"), Verdict::Free),
        withField("contract", "contractAddress", net::hexText(Scene::person(0x66).view()), Verdict::Free),
        withField("type", "type", QStringLiteral("0x0")),
        withField("bloom", "logsBloom", net::hexText(Bytes(256, 0)), Verdict::Free),
        withField("hash", "transactionHash", hash),
        withField("unknown-block", "blockHash", hash, Verdict::Free),
        withField("block-number", "blockNumber", QStringLiteral("0x9"), Verdict::Free),
        withField("no-logs", "logs", QJsonArray()),
        withField("logs-null", "logs", QJsonValue()),
        inReceipts("log-left-out", "one log fewer",
                   [](QJsonObject& receipt) {
                       QJsonArray logs = receipt.value(QLatin1String("logs")).toArray();
                       logs.removeLast();
                       receipt.insert(QStringLiteral("logs"), logs);
                   }),
        inReceipts("log-twice", "one log more",
                   [](QJsonObject& receipt) {
                       QJsonArray logs = receipt.value(QLatin1String("logs")).toArray();
                       logs.append(logs.last());
                       receipt.insert(QStringLiteral("logs"), logs);
                   }),
        inFirstLog("log-data", "data", QStringLiteral("0x010204")),
        inFirstLog("log-address", "address", net::hexText(Scene::person(0x66).view())),
        inFirstLog("log-topics", "topics", QJsonArray{hash}),
        inFirstLog("log-index", "logIndex", QStringLiteral("0x63"), Verdict::Free),
        inFirstLog("log-hash", "transactionHash", hash, Verdict::Free),
    };
}

std::vector<Lie> placeLies()
{
    const Topic receipts = Topic::Receipt;
    return {
        answering("receipt-of-another", "what another transaction did", Verdict::ShutOut, receipts,
                  "eth_getTransactionReceipt", ofAnother),
        answering("receipt-hidden", "not mined yet", Verdict::Free, receipts, "eth_getTransactionReceipt",
                  [](const QJsonValue&, const Question&, const Scene&) { return QJsonValue(); }),
        answering("receipt-invented", "of a transaction nobody mined", Verdict::ShutOut, receipts,
                  "eth_getTransactionReceipt", invented),
        answering("receipt-off-the-chain", "of a block on a lighter branch", Verdict::Free, receipts,
                  "eth_getTransactionReceipt", offTheChain),
        answering("receipt-is-text", "text", Verdict::ShutOut, receipts, "eth_getTransactionReceipt",
                  [](const QJsonValue&, const Question&, const Scene&) { return QStringLiteral("mined"); }),
        answering("block-with-other-transactions", "the block's transactions in another order", Verdict::ShutOut,
                  receipts, "eth_getBlockByHash",
                  [](const QJsonValue& honest, const Question&, const Scene&) {
                      QJsonObject block = honest.toObject();
                      QJsonArray reversed;
                      for (const auto& entry : block.value(QLatin1String("transactions")).toArray()) {
                          reversed.prepend(entry);
                      }
                      block.insert(QStringLiteral("transactions"), reversed);
                      return QJsonValue(block);
                  }),
        answering("block-with-fewer-transactions", "the block's first transaction is left out", Verdict::ShutOut,
                  receipts, "eth_getBlockByHash",
                  [](const QJsonValue& honest, const Question&, const Scene&) {
                      QJsonObject block = honest.toObject();
                      QJsonArray fewer = block.value(QLatin1String("transactions")).toArray();
                      fewer.removeFirst();
                      block.insert(QStringLiteral("transactions"), fewer);
                      return QJsonValue(block);
                  }),
        answering("transaction-of-another", "the bytes of another transaction", Verdict::ShutOut, receipts,
                  "eth_getRawTransactionByBlockHashAndIndex",
                  [](const QJsonValue&, const Question&, const Scene& scene) {
                      return QJsonValue(net::hexText(scene.at(kTransactionBlock).body->transactions.back()));
                  }),
    };
}

std::vector<Lie> hintLies()
{
    const auto hint = [](const char* name, const char* claim, const char* method,
                         std::function<QJsonValue(const QJsonValue&, const Question&, const Scene&)> answer) {
        return answering(name, claim, Verdict::Free, Topic::Hints, method, std::move(answer));
    };
    return {
        hint("logs-hidden", "there are no logs", "eth_getLogs",
             [](const QJsonValue&, const Question&, const Scene&) { return QJsonArray(); }),
        hint("logs-invented", "logs nobody wrote", "eth_getLogs",
             [](const QJsonValue& honest, const Question&, const Scene&) {
                 QJsonArray logs = honest.toArray();
                 QJsonObject log = logs.at(0).toObject();
                 log.insert(QStringLiteral("data"), QStringLiteral("0xdeadbeef"));
                 logs.append(log);
                 return logs;
             }),
        hint("logs-of-others", "logs of another contract", "eth_getLogs",
             [](const QJsonValue& honest, const Question&, const Scene&) {
                 QJsonArray logs = honest.toArray();
                 QJsonObject log = logs.at(0).toObject();
                 log.insert(QStringLiteral("address"), net::hexText(Scene::person(0x66).view()));
                 return QJsonArray{log};
             }),
        hint("call-result", "another result of a call", "eth_call",
             [](const QJsonValue&, const Question&, const Scene&) { return net::hexText(Bytes(32, 0xff)); }),
        hint("balance-of-eth_getBalance", "another balance", "eth_getBalance",
             [](const QJsonValue&, const Question&, const Scene&) { return QStringLiteral("0xffffffffffffffff"); }),
        hint("word-of-eth_getStorageAt", "another word", "eth_getStorageAt",
             [](const QJsonValue&, const Question&, const Scene&) { return net::hexText(Bytes(32, 0x7f)); }),
        hint("nonce-of-eth_getTransactionCount", "another nonce", "eth_getTransactionCount",
             [](const QJsonValue&, const Question&, const Scene&) { return QStringLiteral("0x7fff"); }),
        hint("code-of-eth_getCode", "other code", "eth_getCode",
             [](const QJsonValue&, const Question&, const Scene&) { return QStringLiteral("0x00"); }),
        {"fees-base-fee",
         "another base fee where fees are asked for",
         Verdict::Free,
         Topic::Hints,
         [](PowNode& node, Scene&) {
             node.onAnswer = [](const QByteArray& question, const QByteArray& honest) {
                 const QByteArray field("\"baseFeePerGas\":\"0x");
                 QByteArray out = honest;
                 const bool prices = question.contains("eth_gasPrice") && honest.contains(field);
                 return prices ? out.replace(field, field + "ffffff") : out;
             };
         },
         {},
         false},
        hint("fees-of-everything", "gas at any price", "eth_gasPrice",
             [](const QJsonValue&, const Question&, const Scene&) {
                 return QString(QStringLiteral("0x") + QString(64, QLatin1Char('f')));
             }),
    };
}
} // namespace

std::vector<Lie> receiptLies()
{
    std::vector<Lie> all;
    for (auto group : {contentLies(), placeLies(), hintLies()}) {
        std::move(group.begin(), group.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace autochain::light::test
