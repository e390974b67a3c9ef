// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp.h"

#include <algorithm>
#include <array>
#include <bit>

namespace autochain::rlp
{
namespace
{

constexpr std::uint8_t kString = 0x80;
constexpr std::uint8_t kList = 0xc0;
constexpr std::size_t kShortMax = 55; // longer payloads have their length in bytes of its own

std::size_t headerSize(std::size_t length)
{
    return length <= kShortMax ? 1 : 1 + static_cast<std::size_t>(std::bit_width(length) + 7) / 8;
}

std::uint8_t* writeHeader(std::uint8_t* at, std::uint8_t base, std::size_t length)
{
    if (length <= kShortMax) {
        *at++ = static_cast<std::uint8_t>(base + length);
        return at;
    }
    const std::size_t digits = headerSize(length) - 1;
    *at++ = static_cast<std::uint8_t>(base + kShortMax + digits);
    for (std::size_t i = digits; i-- > 0;) {
        *at++ = static_cast<std::uint8_t>(length >> (8 * i));
    }
    return at;
}

void appendHeader(Bytes& out, std::uint8_t base, std::size_t length)
{
    std::array<std::uint8_t, 1 + sizeof length> header;
    std::uint8_t* const end = writeHeader(header.data(), base, length);
    out.insert(out.end(), header.data(), end);
}

std::size_t payloadSize(const Item& item);

std::size_t encodedSize(const Item& item)
{
    if (!item.isList && item.data.size() == 1 && item.data.front() < kString) {
        return 1;
    }
    const std::size_t payload = payloadSize(item);
    return headerSize(payload) + payload;
}

std::size_t payloadSize(const Item& item)
{
    if (!item.isList) {
        return item.data.size();
    }
    std::size_t sum = 0;
    for (const Item& child : item.items) {
        sum += encodedSize(child);
    }
    return sum;
}

// Writes encodedSize(item) bytes and returns where they end.
std::uint8_t* writeItem(std::uint8_t* at, const Item& item)
{
    if (item.isList) {
        at = writeHeader(at, kList, payloadSize(item));
        for (const Item& child : item.items) {
            at = writeItem(at, child);
        }
        return at;
    }
    if (item.data.size() != 1 || item.data.front() >= kString) {
        at = writeHeader(at, kString, item.data.size());
    }
    return std::copy(item.data.begin(), item.data.end(), at);
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
    Bytes out(encodedSize(item));
    writeItem(out.data(), item);
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
