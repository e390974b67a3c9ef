// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/gateway.h"

#include "net/http_request.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTimer>

namespace autochain::net
{
namespace
{

constexpr qint64 kReadAheadBytes = 1 << 20; // what a gateway may send before somebody wants it

QUrl pathOf(const QUrl& gateway, const Cid& cid, const QString& query)
{
    QUrl url = gateway;
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path + QStringLiteral("/ipfs/") + QString::fromStdString(cidText(cid)));
    url.setQuery(query);
    return url;
}

class HttpCarStream : public CarStream
{
public:
    HttpCarStream(ReplyPointer reply, GatewayLimits limits, std::string shown)
        : m_reply(std::move(reply)), m_limits(limits), m_shown(std::move(shown))
    {
        if (m_reply) {
            m_reply->setReadBufferSize(kReadAheadBytes);
        }
    }

    QCoro::Task<Result<Bytes>> more() override
    {
        if (!m_reply) {
            co_return Error(ContentError::UrlNotAllowed, {m_shown});
        }
        if (!m_since.isValid()) {
            m_since.start();
        }
        if (m_reply->bytesAvailable() == 0 && !m_reply->isFinished()) {
            QTimer wait; // ends with something to read, the end of the answer, or its time
            wait.setSingleShot(true);
            QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &wait, [&wait] { wait.start(0); });
            QObject::connect(m_reply.get(), &QNetworkReply::finished, &wait, [&wait] { wait.start(0); });
            const auto left = m_limits.timeout - std::chrono::milliseconds(m_since.elapsed());
            wait.start(std::max(left, std::chrono::milliseconds(0)));
            co_await wait;
        }
        co_return take();
    }

private:
    Result<Bytes> take()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 404 || status == 410) {
            return Error(ContentError::NotFound, {m_shown});
        }
        if (status != 200 && status != 0) {
            return Error(ContentError::BadAnswer, {m_shown}, "HTTP " + std::to_string(status));
        }
        const QByteArray piece = m_reply->readAll();
        if (piece.isEmpty()) {
            if (!m_reply->isFinished()) {
                return Error(ContentError::TimedOut, {m_shown});
            }
            return m_reply->error() == QNetworkReply::NoError
                       ? Result<Bytes>(Bytes())
                       : Error(ContentError::Unreachable, {m_shown}, m_reply->errorString().toStdString());
        }
        m_sinceBytes += piece.size();
        if (m_sinceBytes >= m_limits.leastPieceBytes) { // fast enough: the clock starts anew with the next wait
            m_sinceBytes = 0;
            m_since.invalidate();
        } else if (!m_reply->isFinished() && m_since.hasExpired(m_limits.timeout.count())) {
            return Error(ContentError::TimedOut, {m_shown}, "it drips");
        }
        return Bytes(piece.begin(), piece.end());
    }

    ReplyPointer m_reply;
    GatewayLimits m_limits;
    std::string m_shown;
    QElapsedTimer m_since;
    qint64 m_sinceBytes = 0;
};

} // namespace

Gateway::Gateway(const std::string& url, GatewayLimits limits)
    : m_shown(url), m_url(QString::fromStdString(url), QUrl::StrictMode), m_allowed(isAllowedUrl(m_url, false)),
      m_limits(limits)
{
    if (isLoopback(m_url)) {
        m_manager.setProxy(QNetworkProxy::NoProxy);
    }
}

QCoro::Task<Result<Bytes>> Gateway::fetch(Cid cid)
{
    if (!m_allowed) {
        co_return Error(ContentError::UrlNotAllowed, {m_shown});
    }
    QNetworkRequest request = bareRequest(pathOf(m_url, cid, QStringLiteral("format=raw")));
    request.setRawHeader("Accept", "application/vnd.ipld.raw");
    const HttpLimits limits{m_limits.timeout, static_cast<qint64>(kMaxAnyBlockBytes)};
    ReplyPointer reply(m_manager.get(request));
    AC_CO_TRY(HttpAnswer answer, co_await readAnswerOf(std::move(reply), limits, m_shown));
    if (answer.status == 404 || answer.status == 410) {
        co_return Error(ContentError::NotFound, {cidText(cid)});
    }
    if (answer.status != 200) {
        co_return Error(ContentError::BadAnswer, {m_shown}, "HTTP " + std::to_string(answer.status));
    }
    co_return std::move(answer.body);
}

std::unique_ptr<CarStream> Gateway::openCar(const Cid& root)
{
    ReplyPointer reply;
    if (m_allowed) {
        QNetworkRequest request = bareRequest(pathOf(m_url, root, QStringLiteral("format=car&dag-scope=all")));
        request.setRawHeader("Accept", "application/vnd.ipld.car; version=1; order=dfs; dups=y");
        reply = ReplyPointer(m_manager.get(request));
    }
    return std::make_unique<HttpCarStream>(std::move(reply), m_limits, m_shown);
}

} // namespace autochain::net
