// SPDX-License-Identifier: GPL-3.0-or-later
// A Kubo node by its RPC (docs.ipfs.tech/reference/kubo/rpc, /api/v0): blocks put and got, kept (pinned), whole files
// added. The node is not believed: what it says a block or file is called must be what was worked out here.
#pragma once

#include "content/block_source.h"
#include "net/http_fetch.h"

#include <memory>

class QIODevice;

namespace autochain::net
{

struct KuboLimits {
    std::chrono::milliseconds timeout{20'000};        // for a block
    std::chrono::milliseconds longTimeout{3'600'000}; // for a pin or a whole file
};

class Kubo : public BlockStore
{
public:
    // "http://127.0.0.1:5001". UrlNotAllowed at the first use where it is neither https nor http to this computer.
    explicit Kubo(const std::string& url, KuboLimits limits = {});

    QCoro::Task<Result<Bytes>> fetch(Cid cid) override; // not checked
    QCoro::Task<Result<>> keep(Cid cid, Bytes block) override;
    // Keeps all that lies below, from being collected too. NotFound where the node lacks a block of it.
    QCoro::Task<Result<>> pin(Cid cid);
    // The rest of an open device as a file, chunked by the node as FileImporter does it, and pinned; gives what the
    // node calls it. The device must outlive the call.
    QCoro::Task<Result<Cid>> add(QIODevice& device);

private:
    QCoro::Task<Result<Bytes>> ask(QString call, QString query, std::unique_ptr<QHttpMultiPart> body,
                                   HttpLimits limits);
    Error bad(const std::string& why) const { return Error(ContentError::BadAnswer, {m_shown}, why); }

    std::string m_shown;
    QUrl m_url;
    bool m_allowed = false;
    KuboLimits m_limits;
    QNetworkAccessManager m_manager;
};

} // namespace autochain::net
