// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/storage_value.h"

#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{
constexpr std::uint64_t kMaxStringBytes = 64 * 1024;
constexpr std::uint64_t kWordBytes = 32;

Hash32 toHash(const U256& number)
{
    return Hash32::from(number.toBigEndian());
}

// Long form: length * 2 + 1; short form: the text itself, length * 2 in the last byte.
bool isLong(const U256& firstWord)
{
    return (firstWord.toU64() & 1U) != 0;
}

std::uint64_t longLength(const U256& firstWord)
{
    const U256 length = firstWord >> 1;
    return length.fitsU64() ? std::min(length.toU64(), kMaxStringBytes) : kMaxStringBytes;
}
} // namespace

Hash32 slotNumber(std::uint64_t slot)
{
    return toHash(U256(slot));
}

Hash32 slotPlus(const Hash32& slot, std::uint64_t offset)
{
    return toHash(U256::fromBigEndian(slot.view()) + U256(offset));
}

Hash32 mappingSlot(const Hash32& keyWord, const Hash32& slot)
{
    Bytes preimage = toBytes(keyWord.view());
    append(preimage, slot.view());
    return keccak256(preimage);
}

Hash32 arrayDataSlot(const Hash32& slot)
{
    return keccak256(slot.view());
}

std::vector<Hash32> StringReader::moreSlots(const Hash32& slot, const U256& firstWord)
{
    std::vector<Hash32> slotKeys;
    if (!isLong(firstWord)) {
        return slotKeys;
    }
    const std::uint64_t words = (longLength(firstWord) + kWordBytes - 1) / kWordBytes;
    const Hash32 start = arrayDataSlot(slot);
    for (std::uint64_t i = 0; i < words; ++i) {
        slotKeys.push_back(slotPlus(start, i));
    }
    return slotKeys;
}

std::string StringReader::decode(const U256& firstWord, std::span<const U256> more)
{
    std::string text;
    if (!isLong(firstWord)) {
        const auto bytes = firstWord.toBigEndian();
        text.assign(bytes.begin(), bytes.end());
        text.resize(std::min<std::size_t>(bytes[31] / 2, 31));
        return text;
    }
    for (const U256& word : more) {
        const auto bytes = word.toBigEndian();
        text.append(bytes.begin(), bytes.end());
    }
    text.resize(std::min<std::size_t>(text.size(), longLength(firstWord)));
    return text;
}

} // namespace autochain
