// SPDX-License-Identifier: GPL-3.0-or-later
#include "lies.h"

#include "chain/error.h"

#include <algorithm>

namespace autochain::light::test
{
namespace
{
// As JsonRpcClient takes what the wire gives.
Result<Bytes> received(const pow::WireAnswer& answer)
{
    using Manner = pow::WireAnswer::Manner;
    if (answer.manner == Manner::Nothing || answer.manner == Manner::Drip) {
        return Error(ChainError::NodeTimeout, {"node"});
    }
    const int status = answer.status.left(3).toInt();
    if (answer.manner == Manner::CutOff || status == 429 || (status >= 502 && status <= 504)) {
        return Error(ChainError::NodeUnreachable, {"node"});
    }
    if (status >= 300 && status < 400) {
        return Error(ChainError::BadAnswer, {"node", "redirect"});
    }
    return Bytes(answer.body.begin(), answer.body.end());
}
} // namespace

std::vector<Lie> allLies()
{
    std::vector<Lie> all;
    for (auto group : {headerLies(), proofLies(), receiptLies(), jsonLies(), wireLies()}) {
        std::move(group.begin(), group.end(), std::back_inserter(all));
    }
    return all;
}

std::function<void(pow::PowNode&, Scene&)> bending(std::vector<QString> methods, Bend bend)
{
    return [methods = std::move(methods), bend = std::move(bend)](pow::PowNode& node, Scene& scene) {
        node.onReply = [methods, bend, &scene](const pow::Question& question, const pow::Reply& honest) {
            pow::Reply out = honest;
            const bool meant = std::find(methods.begin(), methods.end(), question.method) != methods.end();
            if (meant && honest.errorCode == 0 && honest.result.isObject()) {
                QJsonObject object = honest.result.toObject();
                bend(object, question, scene);
                out.result = object;
            }
            return out;
        };
    };
}

QJsonArray hexNodes(const std::vector<Bytes>& nodes)
{
    QJsonArray out;
    for (const Bytes& node : nodes) {
        out.append(net::hexText(node));
    }
    return out;
}

LyingNode::LyingNode(Scene& scene, Lie lie) : m_lie(std::move(lie)), m_node(scene.chain, scene.head)
{
    if (m_lie.tell) {
        m_lie.tell(m_node, scene);
    }
    if (m_node.onReply) {
        m_bends = true;
        m_node.onReply = [this, bend = m_node.onReply](const pow::Question& question, const pow::Reply& honest) {
            pow::Reply reply = bend(question, honest);
            m_told = m_told || reply.result != honest.result || reply.errorCode != honest.errorCode;
            return reply;
        };
    }
}

pow::WireAnswer LyingNode::overHttp(const QByteArray& question)
{
    QByteArray honest = m_node.answer(question);
    return m_lie.wire ? m_lie.wire(std::move(honest)) : pow::WireAnswer{std::move(honest)};
}

bool LyingNode::hasLied() const
{
    if (m_bends) {
        return m_told;
    }
    const auto asked = [this](const char* method) { return m_node.asked.contains(QLatin1String(method)); };
    switch (m_lie.topic) {
    case Topic::Heads:
        return asked("eth_chainId");
    case Topic::Storage:
    case Topic::Account:
        return asked("eth_getProof");
    case Topic::Receipt:
        return asked("eth_getTransactionReceipt");
    case Topic::Hints:
        return false;
    }
    return false;
}

Result<Bytes> LyingNode::exchange(const QByteArray& question)
{
    return received(overHttp(question));
}

} // namespace autochain::light::test
