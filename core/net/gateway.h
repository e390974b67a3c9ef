// SPDX-License-Identifier: GPL-3.0-or-later
// A trustless gateway (specs.ipfs.tech/http-gateways/trustless-gateway): blocks one by one, or a CAR of all that lies
// below a CID. The gateway is told what is wanted and may say what it likes: nothing it gives is checked here.
#pragma once

#include "content/block_source.h"
#include "net/http_fetch.h"

namespace autochain::net
{

struct GatewayLimits {
    std::chrono::milliseconds timeout{20'000}; // for a block; in a CAR, for each piece of leastPieceBytes
    qint64 leastPieceBytes = 64 * 1024;        // a CAR has to be that fast, or it is TimedOut
};

class Gateway : public CarSource
{
public:
    // `url` without /ipfs: "https://gateway.example". UrlNotAllowed at the first use where it is neither https nor http
    // to this computer.
    explicit Gateway(const std::string& url, GatewayLimits limits = {});

    QCoro::Task<Result<Bytes>> fetch(Cid cid) override;
    std::unique_ptr<CarStream> openCar(const Cid& root) override;
    std::string name() const override { return m_shown; }

private:
    std::string m_shown;
    QUrl m_url;
    bool m_allowed = false;
    GatewayLimits m_limits;
    QNetworkAccessManager m_manager;
};

} // namespace autochain::net
