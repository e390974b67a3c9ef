// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one body, over HTTP/1.1: capped in bytes and time, no redirects, no cookies, nothing kept.
#pragma once

#include "base/bytes.h"
#include "content/error.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

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

// Ends the request and deletes the reply, in the event loop as replies want it. The manager may be gone before, and its
// replies with it: a coroutine's parameters live until after its caller has gone on.
class ReplyPointer
{
public:
    explicit ReplyPointer(QNetworkReply* reply = nullptr) : m_reply(reply) {}
    ReplyPointer(ReplyPointer&& other) noexcept : m_reply(std::exchange(other.m_reply, nullptr)) {}
    ReplyPointer& operator=(ReplyPointer&& other) noexcept
    {
        std::swap(m_reply, other.m_reply);
        return *this;
    }
    ~ReplyPointer()
    {
        if (m_reply) {
            m_reply->abort();
            m_reply->deleteLater();
        }
    }
    ReplyPointer(const ReplyPointer&) = delete;
    ReplyPointer& operator=(const ReplyPointer&) = delete;

    QNetworkReply* get() const { return m_reply; }
    QNetworkReply* operator->() const { return m_reply; }
    explicit operator bool() const { return m_reply; }

private:
    QPointer<QNetworkReply> m_reply;
};

// Waits for the body. Errors: Unreachable, TimedOut, BadAnswer (larger than allowed, a redirect), all with the URL
// `shown`. Any other status is an answer.
QCoro::Task<Result<HttpAnswer>> readAnswerOf(ReplyPointer reply, HttpLimits limits, std::string shown);

// The body of one GET from an address a person typed: https, or http to this computer. Errors: UrlNotAllowed,
// BadAnswer (any other status than 200, too), Unreachable, TimedOut.
QCoro::Task<Result<Bytes>> fetchBody(std::string url, HttpLimits limits);

} // namespace autochain::net
