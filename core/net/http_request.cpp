// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_request.h"

#include <QHostAddress>

namespace autochain::net
{

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isAllowedUrl(const QUrl& url, bool allowPlainHttp)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return false;
    }
    return url.scheme() == QLatin1String("https") ||
           (url.scheme() == QLatin1String("http") && (allowPlainHttp || isLoopback(url)));
}

QNetworkRequest bareRequest(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what came over the wire
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

bool isPassing(int httpStatus)
{
    return httpStatus == 429 || (httpStatus >= 502 && httpStatus <= 504);
}

} // namespace autochain::net
