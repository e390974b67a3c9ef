// SPDX-License-Identifier: GPL-3.0-or-later
// Byte strings and the fixed sizes the field uses.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace autochain
{

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

template <std::size_t N, typename Tag>
struct FixedBytes {
    std::array<std::uint8_t, N> bytes{};

    static constexpr std::size_t kSize = N;
    // Precondition: view.size() == N; shorter or longer input gives zero-filled or cut bytes, so check first.
    static FixedBytes from(BytesView view)
    {
        FixedBytes out;
        std::memcpy(out.bytes.data(), view.data(), view.size() < N ? view.size() : N);
        return out;
    }
    BytesView view() const { return bytes; }
    bool isZero() const
    {
        for (auto b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
    auto operator<=>(const FixedBytes&) const = default;
    bool operator==(const FixedBytes&) const = default;
};

struct Hash32Tag;
struct AddressTag;
using Hash32 = FixedBytes<32, Hash32Tag>;   // keccak256, sha2-256, block and transaction hashes, bytes32
using Address = FixedBytes<20, AddressTag>; // account or contract

inline Bytes toBytes(BytesView view)
{
    return {view.begin(), view.end()};
}
inline Bytes toBytes(std::string_view text)
{
    return {text.begin(), text.end()};
}
inline BytesView asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline void append(Bytes& to, BytesView more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace autochain

template <std::size_t N, typename Tag>
struct std::hash<autochain::FixedBytes<N, Tag>> {
    std::size_t operator()(const autochain::FixedBytes<N, Tag>& v) const noexcept
    {
        std::size_t out = 0;
        std::memcpy(&out, v.bytes.data() + N - sizeof out, sizeof out);
        return out;
    }
};
