// SPDX-License-Identifier: GPL-3.0-or-later
// What fixtures/make.py had a real Kubo make, and blocks in memory to play with.
#pragma once

#include "content/block_source.h"
#include "content/car.h"
#include "content/dag_pb.h"
#include "content/unixfs.h"
#include "content/unixfs_importer.h"
#include "crypto/hash.h"

#include <QFile>

#include <map>
#include <openssl/evp.h>

namespace autochain
{

// The first bytes of SHAKE-128 of "autochain content".
inline Bytes someContent(std::size_t size)
{
    constexpr std::string_view kSeed = "autochain content";
    Bytes out(size);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_shake128(), nullptr);
    EVP_DigestUpdate(context, kSeed.data(), kSeed.size());
    if (size > 0) {
        EVP_DigestFinalXOF(context, out.data(), size);
    }
    EVP_MD_CTX_free(context);
    return out;
}

inline QString fixture(const char* name)
{
    return QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/content/fixtures/") + QLatin1String(name);
}

struct KuboCid {
    std::string cid;
    std::uint64_t bytes = 0;
};
inline std::map<std::string, KuboCid> kuboCids()
{
    std::map<std::string, KuboCid> out;
    QFile file(fixture("cids.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return out;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto parts = line.split('\t');
        if (parts.size() == 3) {
            out[parts[0].toStdString()] = {parts[1].toStdString(), parts[2].toULongLong()};
        }
    }
    return out;
}

class MemoryBlocks : public BlockSource
{
public:
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override
    {
        ++fetched;
        const auto found = blocks.find(cid);
        if (found == blocks.end()) {
            co_return Error(ContentError::NotFound, {cidText(cid)});
        }
        Bytes copy = found->second; // QCoro 0.8 moves out of whatever is returned
        co_return copy;
    }

    Cid put(std::uint64_t codec, Bytes block)
    {
        const Cid cid{codec, sha256(block)};
        blocks[cid] = std::move(block);
        return cid;
    }
    Cid putNode(const dagpb::Node& node) { return put(kCodecDagPb, dagpb::encode(node)); }
    BlockSink sink()
    {
        return [this](const Cid& cid, BytesView block) {
            blocks[cid] = toBytes(block);
            return Result<>();
        };
    }
    // The root of a fixture, with all its blocks.
    Cid load(const char* car)
    {
        QFile file(fixture(car));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const QByteArray bytes = file.readAll();
        CarReader reader;
        reader.feed(asBytes(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        while (true) {
            auto block = reader.next();
            if (!block.ok() || !*block) {
                return reader.isWhole() && reader.roots().size() == 1 ? reader.roots().front() : Cid();
            }
            blocks[(*block)->cid] = std::move((*block)->bytes);
        }
    }

    std::map<Cid, Bytes> blocks;
    int fetched = 0;
};

// A node of a file over these children, with the sizes given for them.
inline dagpb::Node fileNode(const std::vector<std::pair<Cid, std::uint64_t>>& children)
{
    dagpb::Node node;
    unixfs::Data data;
    data.hasFileBytes = true;
    for (const auto& [cid, size] : children) {
        node.links.push_back({cid, {}, size});
        data.blockBytes.push_back(size);
        data.fileBytes += size;
    }
    node.data = unixfs::encode(data);
    return node;
}

} // namespace autochain
