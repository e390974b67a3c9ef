// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one body, over HTTP/1.1: capped in bytes and time, no redirects, no cookies, nothing kept.
#pragma once

#include "base/bytes.h"
#include "content/error.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QHttpMultiPart;

namespace autochain::net
{

struct HttpLimits {
    std::chrono::milliseconds timeout{20'000}; // for the whole request, however busily it drips
    qint64 maxBytes = 0;
};

struct HttpAnswer {
    int status = 0;
    Bytes body;
};

struct ReplyDelete { // replies are the manager's to delete, but only in the event loop
    void operator()(QNetworkReply* reply) const
    {
        reply->abort();
        reply->deleteLater();
    }
};
using ReplyPointer = std::unique_ptr<QNetworkReply, ReplyDelete>;

QNetworkRequest bareRequest(const QUrl& url);

// Waits for the body. Errors: Unreachable, TimedOut, BadAnswer (larger than allowed, a redirect), all with the URL
// `shown`. Any other status is an answer.
QCoro::Task<Result<HttpAnswer>> readAnswerOf(ReplyPointer reply, HttpLimits limits, std::string shown);

} // namespace autochain::net
