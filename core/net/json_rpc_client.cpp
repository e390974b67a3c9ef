// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/json_rpc_client.h"

#include "codec/json.h"
#include "net/http_request.h"
#include "net/rpc_answer.h"

#include <QCoroNetworkReply>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace autochain::net
{
namespace
{
struct ReplyGuard { // replies are the manager's to delete, but only in the event loop
    QNetworkReply* reply;
    ~ReplyGuard() { reply->deleteLater(); }
};

QByteArray bodyOf(const RpcCall& rpc, qint64 id)
{
    const QJsonObject object{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                             {QStringLiteral("id"), id},
                             {QStringLiteral("method"), rpc.method},
                             {QStringLiteral("params"), rpc.params}};
    return QByteArray::fromStdString(json::write(object));
}

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request = bareRequest(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}
} // namespace

JsonRpcClient::JsonRpcClient(const std::string& url, bool allowPlainHttp, RpcLimits limits, Transport transport)
    : m_urlText(url), m_url(QString::fromStdString(url), QUrl::StrictMode),
      m_allowed(isAllowedUrl(m_url, allowPlainHttp)), m_limits(limits), m_transport(std::move(transport))
{
    if (isLoopback(m_url)) {
        m_manager.setProxy(QNetworkProxy::NoProxy);
    }
}

QCoro::Task<Result<Bytes>> JsonRpcClient::post(QByteArray question)
{
    if (!m_allowed) {
        co_return Error(ChainError::NodeUnreachable, {m_urlText}, "plain http to another computer, or not a URL");
    }
    if (m_transport) {
        co_return co_await m_transport(question);
    }
    QNetworkReply* reply = m_manager.post(requestFor(m_url), question);
    const ReplyGuard guard{reply};
    bool late = false;
    bool large = false;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, reply, [&late, reply] {
        late = true;
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [this, &large, reply] {
        if (reply->bytesAvailable() > m_limits.maxAnswerBytes) {
            large = true;
            reply->abort();
        }
    });
    timer.start(m_limits.timeout);
    co_await reply;
    timer.stop();

    if (late) {
        co_return Error(ChainError::NodeTimeout, {m_urlText});
    }
    if (large) {
        co_return Error(ChainError::BadAnswer, {m_urlText, "size"});
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const std::string reason = reply->errorString().toStdString();
    if (status == 0 || isPassing(status)) {
        co_return Error(ChainError::NodeUnreachable, {m_urlText}, reason);
    }
    if (status >= 300 && status < 400) {
        co_return Error(ChainError::BadAnswer, {m_urlText, "redirect"});
    }
    if (status == 200 && reply->error() != QNetworkReply::NoError) { // the connection broke in the middle
        co_return Error(ChainError::NodeUnreachable, {m_urlText}, reason);
    }
    const QByteArray body = reply->readAll();
    co_return Bytes(body.begin(), body.end());
}

QCoro::Task<Result<QJsonValue>> JsonRpcClient::call(RpcCall rpc)
{
    const qint64 id = m_nextId++;
    auto body = co_await post(bodyOf(rpc, id));
    if (!body.ok()) {
        co_return body.error();
    }
    auto parsed = json::parse(*body);
    if (!parsed.ok()) {
        co_return Error(ChainError::BadAnswer, {m_urlText, "json"}, parsed.error().detail);
    }
    co_return readAnswer(m_urlText, *parsed, id);
}

QCoro::Task<Result<std::vector<Result<QJsonValue>>>> JsonRpcClient::batch(std::vector<RpcCall> calls)
{
    if (calls.empty()) {
        co_return std::vector<Result<QJsonValue>>();
    }
    const qint64 firstId = m_nextId;
    QByteArray text("[");
    for (const auto& rpc : calls) {
        text += (text.size() > 1 ? "," : "") + bodyOf(rpc, m_nextId++);
    }
    text += ']';
    auto body = co_await post(text);
    if (!body.ok()) {
        co_return body.error();
    }
    co_return readBatch(m_urlText, *body, firstId, calls.size());
}

} // namespace autochain::net
