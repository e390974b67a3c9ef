// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/unixfs_importer.h"

#include "content/dag_pb.h"
#include "content/hamt_writer.h"
#include "content/safe_name.h"
#include "content/unixfs.h"
#include "content/unixfs_node.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::size_t kShardFromBytes = 262'144; // at and above: Kubo's Internal.UnixFSShardingSizeThreshold

} // namespace

FileImporter::FileImporter(BlockSink sink) : m_sink(std::move(sink)) {}

Result<> FileImporter::add(BytesView more)
{
    while (!more.empty()) {
        if (m_chunk.empty() && more.size() >= kChunkBytes) { // no need to copy it
            AC_CHECK(leaf(more.first(kChunkBytes)));
            more = more.subspan(kChunkBytes);
            continue;
        }
        m_chunk.reserve(kChunkBytes);
        const std::size_t taken = std::min(more.size(), kChunkBytes - m_chunk.size());
        append(m_chunk, more.first(taken));
        more = more.subspan(taken);
        if (m_chunk.size() == kChunkBytes) {
            AC_CHECK(leaf(m_chunk));
            m_chunk.clear();
        }
    }
    return {};
}

Result<> FileImporter::leaf(BytesView chunk)
{
    const Cid cid{kCodecRaw, sha256(chunk)};
    AC_CHECK(m_sink(cid, chunk));
    ++m_blocks;
    return place(0, {cid, chunk.size(), chunk.size()});
}

// A full node is written only when the next part comes: the last one of its level may be the root.
Result<> FileImporter::place(std::size_t level, const Part& part)
{
    if (level == m_levels.size()) {
        m_levels.emplace_back();
    }
    if (m_levels[level].size() == kLinksPerNode) {
        AC_TRY(const Part full, close(level));
        AC_CHECK(place(level + 1, full));
    }
    m_levels[level].push_back(part);
    return {};
}

Result<FileImporter::Part> FileImporter::close(std::size_t level)
{
    dagpb::Node node;
    unixfs::Data data;
    data.hasFileBytes = true;
    for (const Part& part : m_levels[level]) {
        node.links.push_back({part.cid, {}, part.totalBytes});
        data.fileBytes += part.fileBytes;
        data.blockBytes.push_back(part.fileBytes);
    }
    m_levels[level].clear();
    AC_TRY(const Imported made, writeUnixfsNode(std::move(node), data, m_sink));
    ++m_blocks;
    return Part{made.cid, made.fileBytes, made.totalBytes};
}

Result<Imported> FileImporter::finish()
{
    if (!m_chunk.empty() || m_levels.empty()) { // an empty file is the empty leaf
        AC_CHECK(leaf(m_chunk));
        m_chunk.clear();
    }
    for (std::size_t level = 0;; ++level) {
        if (level + 1 == m_levels.size() && m_levels[level].size() == 1) {
            const Part& root = m_levels[level].front();
            return Imported{root.cid, root.fileBytes, root.totalBytes, m_blocks};
        }
        AC_TRY(const Part part, close(level));
        AC_CHECK(place(level + 1, part));
    }
}

Result<Imported> importFolder(std::vector<FolderEntry> entries, const BlockSink& sink)
{
    std::sort(entries.begin(), entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    dagpb::Node node;
    std::uint64_t fileBytes = 0;
    std::uint64_t blocks = 0;
    std::size_t estimate = 0;
    for (const FolderEntry& entry : entries) {
        if (!isSafeName(entry.name)) {
            return Error(ContentError::UnsafeName, {entry.name});
        }
        if (!node.links.empty() && node.links.back().name == entry.name) {
            return Error(ContentError::UnsafeName, {entry.name}, "a name twice");
        }
        estimate += entry.name.size() + cidBytes(entry.what.cid).size();
        fileBytes += entry.what.fileBytes;
        blocks += entry.what.blocks;
        node.links.push_back({entry.what.cid, entry.name, entry.what.totalBytes});
    }
    if (estimate >= kShardFromBytes) {
        return writeHamt(entries, sink);
    }
    unixfs::Data data;
    data.kind = unixfs::Kind::Folder;
    AC_TRY(Imported out, writeUnixfsNode(std::move(node), data, sink));
    out.fileBytes = fileBytes;
    out.blocks += blocks;
    return out;
}

Result<Imported> importSymlink(std::string_view target, const BlockSink& sink)
{
    unixfs::Data data;
    data.kind = unixfs::Kind::Symlink;
    data.bytes = toBytes(target);
    return writeUnixfsNode({}, data, sink);
}

} // namespace autochain
