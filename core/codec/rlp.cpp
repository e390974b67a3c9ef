// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp.h"

namespace autochain::rlp
{
namespace
{

constexpr std::uint8_t kString = 0x80;
constexpr std::uint8_t kList = 0xc0;
constexpr std::size_t kShortMax = 55; // longer payloads have their length in bytes of its own

void appendHeader(Bytes& out, std::uint8_t base, std::size_t length)
{
    if (length <= kShortMax) {
        out.push_back(static_cast<std::uint8_t>(base + length));
        return;
    }
    const Bytes digits = U256(length).toBigEndianTrimmed();
    out.push_back(static_cast<std::uint8_t>(base + kShortMax + digits.size()));
    append(out, digits);
}

void appendItem(Bytes& out, const Item& item)
{
    if (!item.isList) {
        appendString(out, item.data);
        return;
    }
    Bytes payload;
    for (const Item& child : item.items) {
        appendItem(payload, child);
    }
    appendHeader(out, kList, payload.size());
    append(out, payload);
}

struct Header {
    bool isList = false;
    std::size_t start = 0; // of the payload
    std::size_t length = 0;
};

// The length that follows a first byte of 0xb8…0xbf or 0xf8…0xff, `count` bytes, big endian.
Result<std::size_t> longLength(BytesView bytes, std::size_t count)
{
    if (bytes.size() < 1 + count) {
        return CodecError::TooShort;
    }
    const BytesView digits = bytes.subspan(1, count);
    const std::uint64_t length = U256::fromBigEndian(digits).toU64();
    if (digits.front() == 0 || length <= kShortMax) {
        return CodecError::NotCanonical;
    }
    return static_cast<std::size_t>(length);
}

// Precondition: bytes is not empty. The payload lies inside of bytes.
Result<Header> readHeader(BytesView bytes)
{
    const std::uint8_t first = bytes.front();
    if (first < kString) {
        return Header{false, 0, 1};
    }
    const bool isList = first >= kList;
    const std::size_t code = static_cast<std::size_t>(first - (isList ? kList : kString));
    Header header{isList, 1, code};
    if (code > kShortMax) {
        AC_TRY(header.length, longLength(bytes, code - kShortMax));
        header.start += code - kShortMax;
    }
    if (header.length > bytes.size() - header.start) {
        return CodecError::TooShort;
    }
    if (!isList && header.start == 1 && header.length == 1 && bytes[1] < kString) {
        return CodecError::NotCanonical; // a byte below 0x80 is its own encoding
    }
    return header;
}

// Reads one item from the front and moves `bytes` behind it. `budget`: how many more items may follow.
Result<Item> readItem(BytesView& bytes, int depth, std::size_t& budget)
{
    if (bytes.empty()) {
        return CodecError::TooShort;
    }
    if (depth > kMaxDepth) {
        return CodecError::TooDeep;
    }
    if (budget-- == 0) {
        return CodecError::TooLarge;
    }
    AC_TRY(const Header header, readHeader(bytes));
    BytesView payload = bytes.subspan(header.start, header.length);
    bytes = bytes.subspan(header.start + header.length);
    Item item;
    item.isList = header.isList;
    if (!item.isList) {
        item.data = toBytes(payload);
        return item;
    }
    while (!payload.empty()) {
        AC_TRY(Item child, readItem(payload, depth + 1, budget));
        item.items.push_back(std::move(child));
    }
    return item;
}

} // namespace

Bytes encode(const Item& item)
{
    Bytes out;
    appendItem(out, item);
    return out;
}

Result<Item> decode(BytesView bytes)
{
    if (bytes.size() > kMaxBytes) {
        return CodecError::TooLarge;
    }
    std::size_t budget = kMaxItems;
    AC_TRY(Item item, readItem(bytes, 1, budget));
    if (!bytes.empty()) {
        return CodecError::TrailingBytes;
    }
    return item;
}

void appendString(Bytes& out, BytesView string)
{
    if (string.size() != 1 || string.front() >= kString) {
        appendHeader(out, kString, string.size());
    }
    append(out, string);
}

void appendUint(Bytes& out, const U256& value)
{
    appendString(out, value.toBigEndianTrimmed());
}

Bytes list(BytesView payload)
{
    Bytes out;
    out.reserve(payload.size() + 9);
    appendHeader(out, kList, payload.size());
    append(out, payload);
    return out;
}

} // namespace autochain::rlp
