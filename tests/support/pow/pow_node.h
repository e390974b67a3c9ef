// SPDX-License-Identifier: GPL-3.0-or-later
// An honest node of a simulated chain: JSON-RPC questions in, answers out. Pure but for what it remembers of them.
#pragma once

#include "net/rpc_values.h"
#include "pow_chain.h"

#include <set>

namespace autochain::pow
{

struct Question {
    QString method;
    QJsonArray params;
};

struct Reply {
    QJsonValue result;
    int errorCode = 0; // 0: no error
    QString message;
    static Reply error(int code, const char* text) { return {{}, code, QString::fromLatin1(text)}; }
};

class PowNode
{
public:
    // The chain must outlive the node.
    PowNode(const PowChain& chain, const Hash32& head) : m_chain(&chain) { follow(head); }

    void follow(const Hash32& head); // its best block from now on
    const Block& head() const { return m_chain->block(m_canonical.back()); }
    const PowChain& chain() const { return *m_chain; }
    // Block of its best chain; nullptr: above the head.
    const Block* at(std::uint64_t number) const;

    QByteArray answer(const QByteArray& body); // one question or a batch
    QJsonObject answerOne(const QJsonObject& question);
    Reply reply(const Question& question);

    // What it does not answer as every node does.
    std::set<QString> withoutMethods;                            // "does not exist"
    std::uint64_t stateBlocks = ~std::uint64_t{0};               // older states are pruned
    std::function<Result<Bytes>(const CallRequest&)> onCall;     // none: empty answer
    std::function<Reply(const Question&, const Reply&)> onReply; // the last word on every answer
    std::function<QByteArray(const QByteArray& question, const QByteArray& honest)> onAnswer; // … and on the whole

    // What it was asked and sent.
    std::map<QString, int> asked;
    std::vector<Bytes> sent;

private:
    const Block* blockAt(const QJsonValue& tag) const; // number, "latest", hash, or {"blockHash": …}; nullptr: unknown
    Reply stateReply(const Question& question);
    Reply proofReply(const Question& question, const Block& block) const;
    Reply receiptReply(const QJsonValue& hash) const;
    Reply rawReply(const QJsonArray& params) const;
    Reply logsReply(const QJsonObject& filter) const;
    Reply callReply(const QJsonObject& call) const;
    Reply honestReply(const Question& question);

    const PowChain* m_chain;
    std::vector<Hash32> m_canonical; // from the genesis block on
};

} // namespace autochain::pow
