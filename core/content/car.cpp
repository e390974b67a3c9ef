// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/car.h"

#include "codec/varint.h"
#include "content/block_source.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::size_t kMostCidBytes = 64;

Error bad(const char* why)
{
    return Error(ContentError::BadAnswer, {""}, why);
}

// The head of one DAG-CBOR item of the major type, shortest form only; nothing where something else stands there.
std::optional<std::uint64_t> takeHead(BytesView& from, unsigned major)
{
    if (from.empty() || from[0] >> 5 != major) {
        return std::nullopt;
    }
    const unsigned low = from[0] & 31;
    if (low < 24) {
        from = from.subspan(1);
        return low;
    }
    if (low == 24 && from.size() >= 2 && from[1] >= 24) {
        const std::uint64_t value = from[1];
        from = from.subspan(2);
        return value;
    }
    return std::nullopt; // longer ones: nothing in a header is that large
}

bool takeText(BytesView& from, std::string_view text)
{
    const auto length = takeHead(from, 3);
    if (length != text.size() || from.size() < text.size() ||
        !std::equal(text.begin(), text.end(), from.begin(),
                    [](char a, std::uint8_t b) { return a == static_cast<char>(b); })) {
        return false;
    }
    from = from.subspan(text.size());
    return true;
}

// Tag 42 over bytes: a zero and the CID.
std::optional<Cid> takeLink(BytesView& from)
{
    constexpr std::uint64_t kLinkTag = 42;
    if (takeHead(from, 6) != kLinkTag) {
        return std::nullopt;
    }
    const auto length = takeHead(from, 2);
    if (!length || *length == 0 || *length > from.size() || from[0] != 0) {
        return std::nullopt;
    }
    BytesView bytes = from.subspan(1, static_cast<std::size_t>(*length) - 1);
    from = from.subspan(static_cast<std::size_t>(*length));
    const auto cid = takeCid(bytes);
    return cid.ok() && bytes.empty() ? std::optional<Cid>(*cid) : std::nullopt;
}

// {"roots": [CID…], "version": 1}
std::optional<std::vector<Cid>> readHeader(BytesView from)
{
    if (takeHead(from, 5) != 2U || !takeText(from, "roots")) {
        return std::nullopt;
    }
    const auto count = takeHead(from, 4);
    if (!count || *count > kMaxCarRoots) {
        return std::nullopt;
    }
    std::vector<Cid> roots;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto cid = takeLink(from);
        if (!cid) {
            return std::nullopt;
        }
        roots.push_back(*cid);
    }
    return takeText(from, "version") && takeHead(from, 0) == 1U && from.empty() ? std::optional(roots) : std::nullopt;
}

} // namespace

Result<std::optional<BytesView>> CarReader::section(std::size_t most)
{
    BytesView rest = BytesView(m_buffer).subspan(m_at);
    const std::size_t before = rest.size();
    const auto length = varint::take(rest);
    if (!length) {
        const bool cutOff = before < static_cast<std::size_t>(varint::kMaxBytes) &&
                            std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte >= 0x80; });
        return cutOff ? std::optional<BytesView>() : Result<std::optional<BytesView>>(bad("a length that is none"));
    }
    if (*length == 0 || *length > most) {
        return bad("a part that is empty or too large");
    }
    if (*length > rest.size()) {
        return std::optional<BytesView>();
    }
    m_at += before - rest.size() + static_cast<std::size_t>(*length);
    return std::optional(rest.first(static_cast<std::size_t>(*length)));
}

Result<std::optional<CarBlock>> CarReader::next()
{
    if (!m_hasHeader) {
        AC_TRY(const auto header, section(kMaxCarHeaderBytes));
        if (!header) {
            return std::optional<CarBlock>();
        }
        auto roots = readHeader(*header);
        if (!roots) {
            return bad("no CAR of version 1");
        }
        m_roots = std::move(*roots);
        m_hasHeader = true;
    }
    AC_TRY(const auto part, section(kMaxAnyBlockBytes + kMostCidBytes));
    if (!part) {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at));
        m_at = 0;
        return std::optional<CarBlock>();
    }
    BytesView rest = *part;
    const auto cid = takeCid(rest);
    if (!cid.ok()) {
        return bad("a block without a CID of sha2-256");
    }
    return std::optional(CarBlock{*cid, toBytes(rest)});
}

Bytes carHeader(const std::vector<Cid>& roots) // precondition: fewer than 24
{
    Bytes header{0xa2, 0x65, 'r', 'o', 'o', 't', 's', static_cast<std::uint8_t>(0x80 | roots.size())};
    for (const Cid& root : roots) {
        const Bytes cid = cidBytes(root);
        append(header, Bytes{0xd8, 42, 0x58, static_cast<std::uint8_t>(cid.size() + 1), 0});
        append(header, cid);
    }
    append(header, Bytes{0x67, 'v', 'e', 'r', 's', 'i', 'o', 'n', 1});
    Bytes out;
    varint::put(out, header.size());
    append(out, header);
    return out;
}

void putCarBlock(Bytes& to, const Cid& cid, BytesView block)
{
    const Bytes name = cidBytes(cid);
    varint::put(to, name.size() + block.size());
    append(to, name);
    append(to, block);
}

} // namespace autochain
