// SPDX-License-Identifier: GPL-3.0-or-later
// What every request over HTTP has in common.
#pragma once

#include <QNetworkRequest>
#include <QUrl>

namespace autochain::net
{

// Is it a URL one may talk to: https, or http to this computer (or anywhere where the person's file says so)?
bool isAllowedUrl(const QUrl& url, bool allowPlainHttp);
bool isLoopback(const QUrl& url);

// HTTP/1.1 without compression, cookies and redirects.
QNetworkRequest bareRequest(const QUrl& url);

// 429 and the gateways' 502 to 504: nobody there for the moment.
bool isPassing(int httpStatus);

} // namespace autochain::net
