// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentbytes.h"

namespace autochain::desktop
{

Cid cidOfDocument(const vehicle::Attachment& document)
{
    return {document.isFile ? kCodecDagPb : kCodecRaw, document.digest};
}

QCoro::Task<Result<>> readDocument(ContentStores& stores, vehicle::Attachment document, std::uint64_t maxBytes,
                                   BytesSink sink, ReadProgress progress)
{
    if (!document.isFile) { // one block is checked as a whole by its digest
        auto block = co_await stores.get(document.digest);
        if (!block.ok()) {
            co_return block.error();
        }
        co_return sink(*block);
    }
    ReadLimits limits;
    limits.maxFileBytes = maxBytes;
    const auto read = co_await stores.file(cidOfDocument(document), limits, std::move(sink), std::move(progress));
    if (!read.ok()) {
        co_return read.error();
    }
    co_return Unit{};
}

QCoro::Task<Result<Bytes>> documentBytes(ContentStores& stores, vehicle::Attachment document, std::uint64_t maxBytes)
{
    Bytes bytes;
    const BytesSink sink = [&bytes](BytesView piece) {
        append(bytes, piece);
        return Result<>();
    };
    const Result<> read = co_await readDocument(stores, document, maxBytes, sink);
    if (!read.ok()) {
        co_return read.error();
    }
    Bytes whole = std::move(bytes);
    co_return whole;
}

} // namespace autochain::desktop
