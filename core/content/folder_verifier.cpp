// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_verifier.h"

#include "content/block_source.h"
#include "content/dag_pb.h"
#include "content/safe_name.h"
#include "content/unixfs.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::uint64_t kMurmur3 =
    0x22; // multihash murmur3-x64-64: what places a name; names are looked up by the list
constexpr std::uint64_t kMaxFanout = 1'024;

struct Read {
    dagpb::Node node;
    unixfs::Data data;
};

Error bad(const Cid& cid, const std::string& why)
{
    return Error(ContentError::BadBlock, {cidText(cid)}, why);
}

Result<Read> readNode(const Cid& cid, BytesView block)
{
    if (cid.codec != kCodecDagPb) {
        return Error(ContentError::UnknownCodec, {cidText(cid)}, "codec " + std::to_string(cid.codec));
    }
    auto node = dagpb::decode(block);
    if (!node.ok()) {
        return bad(cid, node.error().detail);
    }
    auto data = unixfs::decode(node->data);
    if (!data.ok()) {
        return bad(cid, data.error().detail);
    }
    return Read{std::move(*node), std::move(*data)};
}

// Names in a shard start with their place, as many hexadecimal digits as the last place has.
std::size_t digitsOf(std::uint64_t fanout)
{
    std::size_t digits = 1;
    for (std::uint64_t last = fanout - 1; last >= 16; last /= 16) {
        ++digits;
    }
    return digits;
}

std::optional<std::uint64_t> placeOf(std::string_view digits)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::uint64_t place = 0;
    for (const char c : digits) {
        const std::size_t digit = kHex.find(c);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        place = place * 16 + digit;
    }
    return place;
}

// The node's bits, one per place taken, the last byte for the lowest places.
bool hasBit(const Bytes& bits, std::uint64_t place)
{
    const std::uint64_t fromEnd = place / 8;
    return fromEnd < bits.size() && (bits[bits.size() - 1 - fromEnd] >> (place % 8) & 1) != 0;
}

std::size_t bitsSet(const Bytes& bits)
{
    std::size_t count = 0;
    for (const std::uint8_t byte : bits) {
        count += static_cast<std::size_t>(__builtin_popcount(byte));
    }
    return count;
}

// nullptr: in order, every link in a place of its own that the bits know.
const char* problemOf(const Read& shard, std::size_t digits)
{
    const std::uint64_t fanout = shard.data.fanout;
    if (shard.data.hashType != kMurmur3 || fanout < 8 || fanout > kMaxFanout || (fanout & (fanout - 1)) != 0) {
        return "a HAMT of another hash or size";
    }
    if (bitsSet(shard.data.bytes) != shard.node.links.size()) {
        return "a HAMT with other places than its bits say";
    }
    std::optional<std::uint64_t> last;
    for (const dagpb::Link& link : shard.node.links) {
        const auto place = link.name.size() < digits ? std::nullopt : placeOf(link.name.substr(0, digits));
        if (!place || *place >= fanout || (last && *place <= *last) || !hasBit(shard.data.bytes, *place)) {
            return "a HAMT with a link out of place";
        }
        last = place;
    }
    return nullptr;
}

} // namespace

Result<Inspected> inspect(const Cid& cid, BytesView block)
{
    if (cid.codec == kCodecRaw) {
        return Inspected{NodeKind::File, block.size(), {}};
    }
    AC_TRY(const Read read, readNode(cid, block));
    switch (read.data.kind) {
    case unixfs::Kind::Folder:
        return Inspected{NodeKind::Folder, 0, {}};
    case unixfs::Kind::HamtShard:
        return Inspected{NodeKind::HamtFolder, 0, {}};
    case unixfs::Kind::Symlink:
        return Inspected{NodeKind::Symlink, 0, {read.data.bytes.begin(), read.data.bytes.end()}};
    case unixfs::Kind::File:
    case unixfs::Kind::Raw:
        return Inspected{NodeKind::File, read.data.hasFileBytes ? read.data.fileBytes : read.data.bytes.size(), {}};
    case unixfs::Kind::Metadata:
        break;
    }
    return Error(ContentError::UnknownCodec, {cidText(cid)}, "UnixFS metadata");
}

FolderVerifier::FolderVerifier(const Cid& root, ReadLimits limits) : m_root(root), m_limits(limits)
{
    m_waiting.push_back({root, 1});
}

Result<> FolderVerifier::give(BytesView block)
{
    const Waiting now = m_waiting.back();
    AC_CHECK(checkBlock(now.cid, block));
    AC_TRY(const Read read, readNode(now.cid, block));
    const bool isShard = read.data.kind == unixfs::Kind::HamtShard;
    if (!isShard && (read.data.kind != unixfs::Kind::Folder || now.depth > 1)) {
        return now.depth > 1 ? bad(now.cid, "no HAMT below a HAMT")
                             : Error(ContentError::NotAFolder, {cidText(now.cid)});
    }
    m_waiting.pop_back();
    if (!isShard) {
        for (const dagpb::Link& link : read.node.links) {
            AC_CHECK(takeName(now.cid, link.name, link.cid));
        }
        return finish();
    }
    const std::size_t digits = digitsOf(std::max<std::uint64_t>(read.data.fanout, 1));
    if (const char* problem = problemOf(read, digits); problem != nullptr) {
        return bad(now.cid, problem);
    }
    if (m_fanout != 0 && m_fanout != read.data.fanout) {
        return bad(now.cid, "a HAMT of two sizes");
    }
    m_fanout = read.data.fanout;
    if (now.depth > m_limits.maxDepth) {
        return Error(ContentError::TooDeep, {cidText(now.cid), std::to_string(m_limits.maxDepth)});
    }
    if (++m_shards > m_limits.maxEntries) {
        return Error(ContentError::TooManyEntries, {cidText(m_root), std::to_string(m_limits.maxEntries)});
    }
    for (auto link = read.node.links.rbegin(); link != read.node.links.rend(); ++link) { // the first one on top
        if (link->name.size() == digits) {
            m_waiting.push_back({link->cid, now.depth + 1});
        } else {
            AC_CHECK(takeName(now.cid, link->name.substr(digits), link->cid));
        }
    }
    return m_waiting.empty() ? finish() : Result<>();
}

Result<> FolderVerifier::takeName(const Cid& folder, std::string name, const Cid& cid)
{
    if (m_entries.size() == m_limits.maxEntries) {
        return Error(ContentError::TooManyEntries, {cidText(m_root), std::to_string(m_limits.maxEntries)});
    }
    if (!isSafeName(name)) {
        return Error(ContentError::UnsafeName, {cidText(folder)});
    }
    m_entries.push_back({std::move(name), cid});
    return {};
}

Result<> FolderVerifier::finish()
{
    const auto byName = [](const FolderEntryFound& a, const FolderEntryFound& b) { return a.name < b.name; };
    const auto sameName = [](const FolderEntryFound& a, const FolderEntryFound& b) { return a.name == b.name; };
    std::sort(m_entries.begin(), m_entries.end(), byName);
    if (std::adjacent_find(m_entries.begin(), m_entries.end(), sameName) != m_entries.end()) {
        return Error(ContentError::UnsafeName, {cidText(m_root)}, "a name twice");
    }
    return {};
}

} // namespace autochain
