// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/https_get.h"

#include <QCoroNetworkReply>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace autochain::net
{
namespace
{
struct ManagerGuard { // with its reply; only in the event loop, where no signal of theirs is under way
    QNetworkAccessManager* manager;
    ~ManagerGuard() { manager->deleteLater(); }
};

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json, text/csv;q=0.9, */*;q=0.5");
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what came over the wire
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}
} // namespace

QCoro::Task<Result<Bytes>> httpsGet(std::string urlText, RpcLimits limits)
{
    const QUrl url(QString::fromStdString(urlText), QUrl::StrictMode);
    if (!isAllowedUrl(url, false)) {
        co_return Error(ChainError::NodeUnreachable, {urlText}, "plain http to another computer, or not a URL");
    }
    auto* const manager = new QNetworkAccessManager;
    const ManagerGuard guard{manager};
    if (isLoopback(url)) {
        manager->setProxy(QNetworkProxy::NoProxy);
    }
    QNetworkReply* const reply = manager->get(requestFor(url));
    bool late = false;
    bool large = false;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, reply, [&late, reply] {
        late = true;
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [&large, reply, limits] {
        if (reply->bytesAvailable() > limits.maxAnswerBytes) {
            large = true;
            reply->abort();
        }
    });
    timer.start(limits.timeout);
    co_await reply;
    timer.stop();
    if (late) {
        co_return Error(ChainError::NodeTimeout, {urlText});
    }
    if (large) {
        co_return Error(ChainError::BadAnswer, {urlText, "size"});
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || (status == 200 && reply->error() != QNetworkReply::NoError)) {
        co_return Error(ChainError::NodeUnreachable, {urlText}, reply->errorString().toStdString());
    }
    if (status != 200) {
        co_return Error(ChainError::BadAnswer, {urlText, "status " + std::to_string(status)});
    }
    const QByteArray body = reply->readAll();
    co_return Bytes(body.begin(), body.end());
}

} // namespace autochain::net
