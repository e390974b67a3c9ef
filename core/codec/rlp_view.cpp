// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp_view.h"

namespace autochain
{
namespace
{
constexpr std::uint8_t kString = 0x80;
constexpr std::uint8_t kList = 0xc0;
constexpr std::size_t kShortMax = 55;

// The length in the `count` bytes behind the first one; none unless only this form can hold it.
std::optional<std::size_t> longLength(BytesView bytes, std::size_t count)
{
    if (bytes.size() < 1 + count || count > sizeof(std::uint64_t) || bytes[1] == 0) {
        return std::nullopt;
    }
    std::uint64_t length = 0;
    for (const std::uint8_t digit : bytes.subspan(1, count)) {
        length = length << 8 | digit;
    }
    return length > kShortMax ? std::optional<std::size_t>(length) : std::nullopt;
}
} // namespace

std::optional<RlpView> takeRlpItem(BytesView& bytes)
{
    if (bytes.empty()) {
        return std::nullopt;
    }
    const std::uint8_t first = bytes.front();
    std::size_t start = 1;
    std::size_t length = 1;
    if (first < kString) {
        start = 0;
    } else {
        length = static_cast<std::size_t>(first - (first < kList ? kString : kList));
        if (length > kShortMax) {
            const std::size_t digits = length - kShortMax;
            const auto said = longLength(bytes, digits);
            if (!said) {
                return std::nullopt;
            }
            length = *said;
            start += digits;
        }
    }
    if (length > bytes.size() - start) {
        return std::nullopt;
    }
    const bool hidesByte = first == kString + 1 && bytes[1] < kString; // a byte below 0x80 is its own encoding
    if (hidesByte) {
        return std::nullopt;
    }
    const RlpView item{first >= kList, bytes.subspan(start, length), bytes.first(start + length)};
    bytes = bytes.subspan(start + length);
    return item;
}

std::optional<RlpView> readRlp(BytesView bytes)
{
    const auto item = takeRlp(bytes);
    return bytes.empty() ? item : std::nullopt;
}

std::optional<BytesView> takeRlpString(BytesView& bytes)
{
    const auto item = takeRlp(bytes);
    if (!item || item->isList) {
        return std::nullopt;
    }
    return item->payload;
}

std::optional<BytesView> takeRlpFixed(BytesView& bytes, std::size_t size)
{
    const auto string = takeRlpString(bytes);
    return string && string->size() == size ? string : std::nullopt;
}

std::optional<U256> takeRlpU256(BytesView& bytes)
{
    const auto digits = takeRlpString(bytes);
    if (!digits || digits->size() > 32 || (!digits->empty() && digits->front() == 0)) {
        return std::nullopt;
    }
    return U256::fromBigEndian(*digits);
}

std::optional<std::uint64_t> takeRlpU64(BytesView& bytes)
{
    const auto number = takeRlpU256(bytes);
    return number && number->fitsU64() ? std::optional(number->toU64()) : std::nullopt;
}

} // namespace autochain
