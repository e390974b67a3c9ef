// SPDX-License-Identifier: GPL-3.0-or-later
#include "pow_node.h"

#include "codec/json.h"
#include "codec/transaction.h"
#include "pow_json.h"

#include <algorithm>

namespace autochain::pow
{
namespace
{
using net::hexText;
using net::quantityText;

constexpr int kInvalidParams = -32602; // JSON-RPC 2.0
constexpr int kServerError = -32000;
constexpr int kReverted = 3;

Reply result(const QJsonValue& value)
{
    return {value, 0, {}};
}

QString textOf(const QJsonValue& value)
{
    return value.toString();
}

std::optional<std::uint64_t> numberOf(const QJsonValue& value)
{
    const auto number = net::quantityOf(value);
    return number.ok() && number->fitsU64() ? std::optional(number->toU64()) : std::nullopt;
}

// 32 bytes, or a quantity as some clients write slots.
std::optional<Hash32> slotOf(const QJsonValue& value)
{
    if (const auto hash = net::hashOf(value); hash.ok()) {
        return *hash;
    }
    const auto number = net::quantityOf(value);
    return number.ok() ? std::optional(Hash32::from(number->toBigEndian())) : std::nullopt;
}

std::optional<Address> addressOf(const QJsonValue& value)
{
    const auto bytes = net::dataOf(value);
    return bytes.ok() && bytes->size() == Address::kSize ? std::optional(Address::from(*bytes)) : std::nullopt;
}

bool topicFits(const QJsonValue& wanted, const QJsonValue& topic)
{
    if (wanted.isArray()) {
        return wanted.toArray().contains(topic);
    }
    return wanted.isNull() || wanted == topic;
}

bool logFits(const QJsonObject& filter, const QJsonObject& log)
{
    const QJsonValue address = filter.value(QLatin1String("address"));
    if (!address.isUndefined() && !topicFits(address, log.value(QLatin1String("address")))) {
        return false;
    }
    const QJsonArray wanted = filter.value(QLatin1String("topics")).toArray();
    const QJsonArray topics = log.value(QLatin1String("topics")).toArray();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].isNull() && (i >= topics.size() || !topicFits(wanted[i], topics[i]))) {
            return false;
        }
    }
    return true;
}
} // namespace

void PowNode::follow(const Hash32& head)
{
    m_canonical.clear();
    for (Hash32 hash = head; hash != m_chain->genesisHash(); hash = m_chain->block(hash).parent) {
        m_canonical.push_back(hash);
    }
    m_canonical.push_back(m_chain->genesisHash());
    std::reverse(m_canonical.begin(), m_canonical.end());
}

const Block* PowNode::at(std::uint64_t number) const
{
    return number < m_canonical.size() ? &m_chain->block(m_canonical[static_cast<std::size_t>(number)]) : nullptr;
}

const Block* PowNode::blockAt(const QJsonValue& tag) const
{
    if (tag.isObject()) {
        const QJsonObject object = tag.toObject();
        const QJsonValue hash = object.value(QLatin1String("blockHash"));
        return blockAt(hash.isString() ? hash : object.value(QLatin1String("blockNumber")));
    }
    const QString text = tag.toString(QStringLiteral("latest"));
    if (text == QLatin1String("earliest")) {
        return at(0);
    }
    if (text == QLatin1String("latest") || text == QLatin1String("pending") || text == QLatin1String("safe") ||
        text == QLatin1String("finalized")) {
        return &head();
    }
    if (const auto hash = net::hashOf(tag); hash.ok()) {
        return m_chain->find(*hash);
    }
    const auto number = numberOf(tag);
    return number ? at(*number) : nullptr;
}

Reply PowNode::proofReply(const Question& question, const Block& block) const
{
    const auto address = addressOf(question.params.at(0));
    if (!address || !question.params.at(1).isArray()) {
        return Reply::error(kInvalidParams, "invalid argument");
    }
    const auto nodes = [](const std::vector<Bytes>& proof) {
        QJsonArray out;
        for (const Bytes& node : proof) {
            out.append(hexText(node));
        }
        return out;
    };
    QJsonArray storage;
    for (const auto& key : question.params.at(1).toArray()) {
        const auto slot = slotOf(key);
        if (!slot) {
            return Reply::error(kInvalidParams, "invalid storage key");
        }
        storage.append(QJsonObject{{QStringLiteral("key"), key},
                                   {QStringLiteral("value"), quantityText(block.world->word(*address, *slot))},
                                   {QStringLiteral("proof"), nodes(block.world->slotProof(*address, *slot))}});
    }
    const Account account = block.world->account(*address);
    return result(QJsonObject{{QStringLiteral("address"), hexText(address->view())},
                              {QStringLiteral("accountProof"), nodes(block.world->accountProof(*address))},
                              {QStringLiteral("balance"), quantityText(account.balanceWei)},
                              {QStringLiteral("nonce"), quantityText(U256(account.nonce))},
                              {QStringLiteral("codeHash"), hexText(account.codeHash.view())},
                              {QStringLiteral("storageHash"), hexText(account.storageRoot.view())},
                              {QStringLiteral("storageProof"), storage}});
}

// Methods that read the state at a block, which is their last parameter.
Reply PowNode::stateReply(const Question& question)
{
    const bool hasSlot =
        question.method == QLatin1String("eth_getProof") || question.method == QLatin1String("eth_getStorageAt");
    const Block* const block = blockAt(question.params.at(hasSlot ? 2 : 1));
    const auto address = addressOf(question.params.at(0));
    if (block == nullptr || !address) {
        return Reply::error(kServerError, block == nullptr ? "header not found" : "invalid address");
    }
    if (block->head.header.number + stateBlocks < head().head.header.number && stateBlocks != ~std::uint64_t{0}) {
        return Reply::error(kServerError, "missing trie node");
    }
    if (question.method == QLatin1String("eth_getProof")) {
        return proofReply(question, *block);
    }
    if (hasSlot) {
        const U256 word = block->world->word(*address, slotOf(question.params.at(1)).value_or(Hash32()));
        return result(hexText(word.toBigEndian()));
    }
    const WorldAccount* const account = block->world->find(*address);
    if (question.method == QLatin1String("eth_getCode")) {
        return result(hexText(account == nullptr ? Bytes() : account->code));
    }
    const bool wantsNonce = question.method == QLatin1String("eth_getTransactionCount");
    const U256 number = account == nullptr ? U256() : wantsNonce ? U256(account->nonce) : account->balanceWei;
    return result(quantityText(number));
}

Reply PowNode::receiptReply(const QJsonValue& wanted) const
{
    const auto hash = net::hashOf(wanted);
    for (const Hash32& blockHash : hash.ok() ? m_chain->blocksWith(*hash) : std::vector<Hash32>()) {
        const Block& block = m_chain->block(blockHash);
        const Block* const here = at(block.head.header.number);
        if (here == nullptr || here->head.hash != blockHash) {
            continue; // on another branch
        }
        const auto& all = block.body->transactions;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Bytes& raw) { return transactionHash(raw) == *hash; });
        return result(receiptJson(block, static_cast<std::size_t>(found - all.begin())));
    }
    return result(QJsonValue());
}

Reply PowNode::rawReply(const QJsonArray& params) const
{
    const Block* const block = blockAt(params.at(0));
    const auto index = numberOf(params.at(1));
    if (block == nullptr || !block->body || !index || *index >= block->body->transactions.size()) {
        return result(QJsonValue());
    }
    return result(hexText(block->body->transactions[static_cast<std::size_t>(*index)]));
}

Reply PowNode::logsReply(const QJsonObject& filter) const
{
    const QJsonValue byHash = filter.value(QLatin1String("blockHash"));
    const Block* const first = blockAt(byHash.isString() ? byHash : filter.value(QLatin1String("fromBlock")));
    const Block* const last = blockAt(byHash.isString() ? byHash : filter.value(QLatin1String("toBlock")));
    if (first == nullptr) {
        return result(QJsonArray());
    }
    const std::uint64_t to = last == nullptr ? head().head.header.number : last->head.header.number;
    QJsonArray found;
    for (std::uint64_t number = first->head.header.number; number <= to; ++number) {
        const Block& block = byHash.isString() ? *first : *at(number);
        for (const auto& log : block.body ? logsJson(block) : QJsonArray()) {
            if (logFits(filter, log.toObject())) {
                found.append(log);
            }
        }
    }
    return result(found);
}

Reply PowNode::callReply(const QJsonObject& object) const
{
    CallRequest call;
    call.from = addressOf(object.value(QLatin1String("from")));
    call.to = addressOf(object.value(QLatin1String("to")));
    const auto data = net::dataOf(object.value(QLatin1String("data")));
    call.data = data.ok() ? *data : Bytes();
    const auto value = net::quantityOf(object.value(QLatin1String("value")));
    call.value = value.ok() ? *value : U256();
    const Result<Bytes> got = onCall ? onCall(call) : Result<Bytes>(Bytes());
    return got.ok() ? result(hexText(*got)) : Reply::error(kReverted, "execution reverted");
}

Reply PowNode::honestReply(const Question& question)
{
    const QString& method = question.method;
    const auto is = [&](const char* name) { return method == QLatin1String(name); };
    const auto blockReply = [&](bool whole) {
        const Block* const block = blockAt(question.params.at(0));
        return block == nullptr ? result(QJsonValue()) : result(whole ? blockJson(*block) : headerJson(block->head));
    };
    const U256 base = head().head.header.baseFeePerGas.value_or(U256());
    if (withoutMethods.contains(method)) {
        return Reply::error(-32601, "the method does not exist/is not available");
    }
    if (is("eth_chainId")) {
        return result(quantityText(U256(m_chain->rules().chainId)));
    }
    if (is("eth_blockNumber")) {
        return result(quantityText(U256(head().head.header.number)));
    }
    if (is("eth_getHeaderByNumber") || is("eth_getHeaderByHash")) {
        return blockReply(false);
    }
    if (is("eth_getBlockByNumber") || is("eth_getBlockByHash")) {
        return blockReply(true);
    }
    if (is("eth_getProof") || is("eth_getBalance") || is("eth_getTransactionCount") || is("eth_getCode") ||
        is("eth_getStorageAt")) {
        return stateReply(question);
    }
    if (is("eth_getTransactionReceipt")) {
        return receiptReply(question.params.at(0));
    }
    if (is("eth_getRawTransactionByBlockHashAndIndex")) {
        return rawReply(question.params);
    }
    if (is("eth_getLogs")) {
        return logsReply(question.params.at(0).toObject());
    }
    if (is("eth_call")) {
        return callReply(question.params.at(0).toObject());
    }
    if (is("eth_estimateGas")) {
        return result(QStringLiteral("0x186a0"));
    }
    if (is("eth_gasPrice")) {
        return result(quantityText(base + U256(1'000'000'000)));
    }
    if (is("eth_maxPriorityFeePerGas")) {
        return result(QStringLiteral("0x3b9aca00"));
    }
    if (is("eth_sendRawTransaction")) {
        const auto raw = net::dataOf(question.params.at(0));
        if (!raw.ok() || !decodeSigned(*raw).ok()) {
            return Reply::error(kServerError, "transaction cannot be read");
        }
        sent.push_back(*raw);
        return result(hexText(transactionHash(*raw).view()));
    }
    return Reply::error(-32601, "the method does not exist/is not available");
}

Reply PowNode::reply(const Question& question)
{
    ++asked[question.method];
    const Reply honest = honestReply(question);
    return onReply ? onReply(question, honest) : honest;
}

QJsonObject PowNode::answerOne(const QJsonObject& question)
{
    QJsonObject out{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                    {QStringLiteral("id"), question.value(QLatin1String("id"))}};
    const Reply given =
        reply({textOf(question.value(QLatin1String("method"))), question.value(QLatin1String("params")).toArray()});
    if (given.errorCode != 0) {
        out.insert(QStringLiteral("error"),
                   QJsonObject{{QStringLiteral("code"), given.errorCode}, {QStringLiteral("message"), given.message}});
    } else {
        out.insert(QStringLiteral("result"), given.result);
    }
    return out;
}

QByteArray PowNode::answer(const QByteArray& body)
{
    const auto parsed = json::parse(asBytes({body.constData(), static_cast<std::size_t>(body.size())}));
    QJsonValue out;
    if (parsed.ok() && parsed->isArray()) {
        QJsonArray answers;
        for (const auto& question : parsed->toArray()) {
            answers.append(answerOne(question.toObject()));
        }
        out = answers;
    } else {
        out = answerOne(parsed.ok() ? parsed->toObject() : QJsonObject());
    }
    const QByteArray honest = QByteArray::fromStdString(json::write(out));
    return onAnswer ? onAnswer(body, honest) : honest;
}

} // namespace autochain::pow
