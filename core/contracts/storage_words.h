// SPDX-License-Identifier: GPL-3.0-or-later
// For the generated readers: values packed into words, keys as words.
#pragma once

#include "contracts/storage_value.h"
#include "crypto/hash.h"

#include <initializer_list>
#include <type_traits>

namespace autochain::contracts::detail
{

// The value in `size` bytes that end `offset` bytes from the right of the word. An enum number that has no member gives
// the first member: only a node that lies can send one.
template <typename T>
T readPacked(const U256& word, unsigned offset, unsigned size)
{
    const U256 shifted = word >> (8 * offset);
    const U256 value = size >= 32 ? shifted : (shifted & ((U256(1) << (8 * size)) - U256(1)));
    if constexpr (std::is_same_v<T, bool>) {
        return !value.isZero();
    } else if constexpr (std::is_enum_v<T>) {
        return value < U256(countOf(T{})) ? static_cast<T>(value.toU64()) : T{};
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<T>(value.toU64());
    } else if constexpr (std::is_same_v<T, U256>) {
        return value;
    } else {
        const auto bytes = value.toBigEndian();
        T out{};
        std::copy(bytes.end() - static_cast<std::ptrdiff_t>(size), bytes.end(), std::begin([&]() -> auto& {
                      if constexpr (requires { out.bytes; }) {
                          return out.bytes;
                      } else {
                          return out;
                      }
                  }()));
        return out;
    }
}

template <typename T>
StorageReader<T> wordReader(const Hash32& slot, unsigned offset, unsigned size)
{
    return {{slot}, [offset, size](std::span<const U256> words) { return readPacked<T>(words[0], offset, size); }};
}

inline std::vector<Hash32> slotsFrom(const Hash32& first, std::initializer_list<std::uint64_t> offsets)
{
    std::vector<Hash32> slotKeys;
    for (const auto offset : offsets) {
        slotKeys.push_back(slotPlus(first, offset));
    }
    return slotKeys;
}

// Keys: numbers and addresses are padded on the left, bytesN on the right.
template <typename T>
Hash32 keyWord(const T& key)
{
    if constexpr (std::is_same_v<T, Hash32>) {
        return key;
    } else if constexpr (std::is_same_v<T, U256>) {
        return Hash32::from(key.toBigEndian());
    } else if constexpr (std::is_same_v<T, Address>) {
        return Hash32::from(U256::fromBigEndian(key.view()).toBigEndian());
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        return slotNumber(static_cast<std::uint64_t>(key));
    } else {
        return Hash32::from(key);
    }
}

// Mapping with string or bytes keys: keccak256(key . slot), the key unpadded.
inline Hash32 textKeySlot(std::string_view key, const Hash32& slot)
{
    Bytes preimage = toBytes(key);
    append(preimage, slot.view());
    return keccak256(preimage);
}

} // namespace autochain::contracts::detail
