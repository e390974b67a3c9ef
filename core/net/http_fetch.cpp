// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_fetch.h"

#include "net/http_request.h"

#include <QCoroTimer>
#include <QNetworkProxy>
#include <QTimer>

namespace autochain::net
{
QCoro::Task<Result<HttpAnswer>> readAnswerOf(ReplyPointer reply, HttpLimits limits, std::string shown)
{
    QTimer wait; // ends with the answer or with its time
    wait.setSingleShot(true);
    bool large = false;
    QObject::connect(reply.get(), &QNetworkReply::finished, &wait, [&wait] { wait.start(0); });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &wait, [&] {
        if (reply->bytesAvailable() > limits.maxBytes) {
            large = true;
            wait.start(0);
        }
    });
    if (!reply->isFinished()) {
        wait.start(limits.timeout);
        co_await wait;
    }
    if (large || reply->bytesAvailable() > limits.maxBytes) {
        co_return Error(ContentError::BadAnswer, {shown}, "larger than allowed");
    }
    if (!reply->isFinished()) {
        co_return Error(ContentError::TimedOut, {shown});
    }
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0 || isPassing(answer.status)) {
        co_return Error(ContentError::Unreachable, {shown}, reply->errorString().toStdString());
    }
    if (answer.status >= 300 && answer.status < 400) {
        co_return Error(ContentError::BadAnswer, {shown}, "a redirect");
    }
    if (answer.status == 200 && reply->error() != QNetworkReply::NoError) { // the connection broke in the middle
        co_return Error(ContentError::Unreachable, {shown}, reply->errorString().toStdString());
    }
    const QByteArray body = reply->readAll();
    answer.body.assign(body.begin(), body.end());
    co_return answer;
}

QCoro::Task<Result<Bytes>> fetchBody(std::string url, HttpLimits limits)
{
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    if (!isAllowedUrl(parsed, false)) {
        co_return Error(ContentError::UrlNotAllowed, {url});
    }
    QNetworkAccessManager manager;
    if (isLoopback(parsed)) {
        manager.setProxy(QNetworkProxy::NoProxy);
    }
    ReplyPointer reply(manager.get(bareRequest(parsed)));
    AC_CO_TRY(HttpAnswer answer, co_await readAnswerOf(std::move(reply), limits, url));
    if (answer.status != 200) {
        co_return Error(ContentError::BadAnswer, {url}, "HTTP " + std::to_string(answer.status));
    }
    co_return std::move(answer.body);
}

} // namespace autochain::net
