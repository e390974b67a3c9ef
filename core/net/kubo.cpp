// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/kubo.h"

#include "codec/json.h"
#include "net/http_request.h"

#include <QHttpMultiPart>
#include <QJsonObject>
#include <QNetworkProxy>

namespace autochain::net
{
namespace
{

constexpr qint64 kMaxWords = 64 * 1024; // of an answer that is JSON

std::unique_ptr<QHttpMultiPart> formOf(QHttpPart part)
{
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   QStringLiteral("form-data; name=\"file\"; filename=\"block\""));
    part.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    auto form = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    form->append(part);
    return form;
}

QString codecName(std::uint64_t codec)
{
    return codec == kCodecRaw ? QStringLiteral("raw") : QStringLiteral("dag-pb");
}

// Kubo has one status for everything that went wrong, and a sentence.
bool isNotFound(const std::string& message)
{
    return message.find("not found") != std::string::npos || message.find("could not find") != std::string::npos;
}

std::string messageOf(const Bytes& body)
{
    const auto read = json::parse(body);
    return read.ok() ? read->toObject().value(QStringLiteral("Message")).toString().toStdString() : std::string();
}

QString argument(const Cid& cid)
{
    return QStringLiteral("arg=") + QString::fromStdString(cidText(cid));
}

} // namespace

Kubo::Kubo(const std::string& url, KuboLimits limits)
    : m_shown(url), m_url(QString::fromStdString(url), QUrl::StrictMode), m_allowed(isAllowedUrl(m_url, false)),
      m_limits(limits)
{
    if (isLoopback(m_url)) {
        m_manager.setProxy(QNetworkProxy::NoProxy);
    }
}

QCoro::Task<Result<Bytes>> Kubo::ask(QString call, QString query, std::unique_ptr<QHttpMultiPart> body,
                                     HttpLimits limits)
{
    if (!m_allowed) {
        co_return Error(ContentError::UrlNotAllowed, {m_shown});
    }
    QUrl url = m_url;
    url.setPath(QStringLiteral("/api/v0/") + call);
    url.setQuery(query);
    QNetworkRequest request = bareRequest(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("autochain")); // it refuses browsers
    if (!body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    }
    ReplyPointer reply(body ? m_manager.post(request, body.get()) : m_manager.post(request, QByteArray()));
    if (body) {
        body.release()->setParent(reply.get()); // read from as long as the request runs
    }
    AC_CO_TRY(HttpAnswer answer, co_await readAnswerOf(std::move(reply), limits, m_shown));
    if (answer.status == 200) {
        co_return std::move(answer.body);
    }
    const std::string message = messageOf(answer.body);
    if (answer.status == 500 && isNotFound(message)) {
        co_return Error(ContentError::NotFound, {query.mid(4, 64).toStdString()}, message);
    }
    co_return bad("HTTP " + std::to_string(answer.status) + " " + message.substr(0, 200));
}

QCoro::Task<Result<Bytes>> Kubo::fetch(Cid cid)
{
    const HttpLimits limits{m_limits.timeout, static_cast<qint64>(kMaxAnyBlockBytes)};
    co_return co_await ask(QStringLiteral("block/get"), argument(cid), nullptr, limits);
}

QCoro::Task<Result<>> Kubo::keep(Cid cid, Bytes block)
{
    if (cid.codec != kCodecRaw && cid.codec != kCodecDagPb) {
        co_return Error(ContentError::UnknownCodec, {cidText(cid)});
    }
    QHttpPart part;
    part.setBody(QByteArray(reinterpret_cast<const char*>(block.data()), static_cast<qsizetype>(block.size())));
    const QString query =
        QStringLiteral("cid-codec=%1&mhtype=sha2-256&mhlen=32&allow-big-block=true").arg(codecName(cid.codec));
    const HttpLimits limits{m_limits.timeout, kMaxWords};
    auto form = formOf(part);
    AC_CO_TRY(const Bytes body, co_await ask(QStringLiteral("block/put"), query, std::move(form), limits));
    const auto read = json::parse(body);
    if (!read.ok()) {
        co_return bad("no JSON");
    }
    const auto key = parseCid(read->toObject().value(QStringLiteral("Key")).toString().toStdString());
    if (!key.ok() || *key != cid) {
        co_return bad("it calls the block by another name");
    }
    co_return Unit{};
}

QCoro::Task<Result<>> Kubo::pin(Cid cid)
{
    const HttpLimits limits{m_limits.longTimeout, kMaxWords};
    const QString query = argument(cid) + QStringLiteral("&recursive=true");
    AC_CO_TRY([[maybe_unused]] const Bytes body, co_await ask(QStringLiteral("pin/add"), query, nullptr, limits));
    co_return Unit{};
}

QCoro::Task<Result<Cid>> Kubo::add(QIODevice& device)
{
    QHttpPart part;
    part.setBodyDevice(&device);
    const QString query = QStringLiteral("cid-version=1&raw-leaves=true&chunker=size-262144&progress=false&pin=true");
    const HttpLimits limits{m_limits.longTimeout, kMaxWords};
    auto form = formOf(part);
    AC_CO_TRY(const Bytes body, co_await ask(QStringLiteral("add"), query, std::move(form), limits));
    const auto read = json::parse(body);
    if (!read.ok()) {
        co_return bad("no JSON");
    }
    const auto hash = parseCid(read->toObject().value(QStringLiteral("Hash")).toString().toStdString());
    if (!hash.ok()) {
        co_return bad("no CID");
    }
    co_return *hash;
}

} // namespace autochain::net
