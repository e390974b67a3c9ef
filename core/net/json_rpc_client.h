// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-RPC 2.0 over HTTP/1.1 with keep-alive. The other side is hostile: time, size and shape of answers are checked.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "chain/error.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <functional>

namespace autochain::net
{

struct RpcCall {
    QString method;
    QJsonArray params;
};

struct RpcLimits {
    std::chrono::milliseconds timeout{20'000}; // for the whole request, however busily it drips
    qint64 maxAnswerBytes = 16 * 1024 * 1024;
};

// What takes a question to the node and brings the answer's body: HTTP, unless somebody gives another way.
using Transport = std::function<QCoro::Task<Result<Bytes>>(QByteArray question)>;

class JsonRpcClient
{
public:
    explicit JsonRpcClient(const std::string& url, bool allowPlainHttp = false, RpcLimits limits = {},
                           Transport transport = {});

    // Errors: NodeUnreachable (also for a URL that isn't allowed), NodeTimeout, BadAnswer, NodeRefused, Reverted,
    // UnderpricedOrKnown.
    QCoro::Task<Result<QJsonValue>> call(RpcCall rpc);
    // All calls in one HTTP request, answers in their order. The outer error is that of the request as a whole.
    QCoro::Task<Result<std::vector<Result<QJsonValue>>>> batch(std::vector<RpcCall> calls);

    const std::string& url() const { return m_urlText; }

private:
    QCoro::Task<Result<Bytes>> post(QByteArray question);

    std::string m_urlText;
    QUrl m_url;
    bool m_allowed = false;
    RpcLimits m_limits;
    Transport m_transport;
    qint64 m_nextId = 1;
    QNetworkAccessManager m_manager;
};

} // namespace autochain::net
