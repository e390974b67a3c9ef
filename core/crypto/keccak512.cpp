// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-512 of short messages: rate 72 bytes, padding 0x01 … 0x80. A row of 64 bytes is eight lanes of the one block,
// the ninth holds the padding. Four or eight rows at once lie across the lanes of wide registers, one row in each 64
// bits.
#include "crypto/keccak_round.h"
#include "crypto/keccak_state.h"

#include <algorithm>
#include <cstring>

namespace autochain::keccak
{
namespace
{
constexpr std::size_t kRate = 72;
constexpr std::size_t kRowLanes = kRow / 8;
constexpr std::uint64_t kRowPadding = 0x8000000000000001; // in lane 8: begins and ends there

void hashOneByOne(std::uint8_t* rows, std::size_t count)
{
    for (std::uint8_t* row = rows; row != rows + count * kRow; row += kRow) {
        State state{};
        std::memcpy(state.data(), row, kRow);
        state[kRowLanes] = kRowPadding;
        permute(state);
        std::memcpy(row, state.data(), kRow);
    }
}

#if defined(__x86_64__)
typedef std::uint64_t FourLanes __attribute__((vector_size(32)));
typedef std::uint64_t EightLanes __attribute__((vector_size(64)));

// As many rows as Lanes has numbers, 64 bytes apart.
template <typename Lanes>
AC_INLINED void hashSideBySide(std::uint8_t* rows)
{
    constexpr std::size_t kRows = sizeof(Lanes) / 8;
    Lanes a[25] = {};
    Lanes other[25];
    for (std::size_t lane = 0; lane < kRowLanes; ++lane) {
        for (std::size_t row = 0; row < kRows; ++row) {
            std::uint64_t number = 0;
            std::memcpy(&number, rows + row * kRow + 8 * lane, sizeof number);
            a[lane][row] = number;
        }
    }
    a[kRowLanes] += kRowPadding;
    for (std::size_t i = 0; i < kRoundConstants.size(); i += 2) {
        round(a, other, kRoundConstants[i]);
        round(other, a, kRoundConstants[i + 1]);
    }
    for (std::size_t lane = 0; lane < kRowLanes; ++lane) {
        for (std::size_t row = 0; row < kRows; ++row) {
            const std::uint64_t number = a[lane][row];
            std::memcpy(rows + row * kRow + 8 * lane, &number, sizeof number);
        }
    }
}

[[gnu::target("avx2")]] void hashFour(std::uint8_t* rows)
{
    hashSideBySide<FourLanes>(rows);
}

[[gnu::target("avx512f")]] void hashEight(std::uint8_t* rows)
{
    hashSideBySide<EightLanes>(rows);
}

template <std::size_t wide, void (*hashWide)(std::uint8_t*)>
void hashInParts(std::uint8_t* rows, std::size_t count)
{
    constexpr std::size_t kWorthIt = 3; // of a part that is not full; fewer are quicker one by one
    for (; count >= wide; count -= wide, rows += wide * kRow) {
        hashWide(rows);
    }
    if (count < kWorthIt) {
        hashOneByOne(rows, count);
        return;
    }
    alignas(kRow) std::uint8_t padded[wide * kRow] = {};
    std::memcpy(padded, rows, count * kRow);
    hashWide(padded);
    std::memcpy(rows, padded, count * kRow);
}
#endif

const RowHasher& fastestRowHasher()
{
    static const RowHasher kFastest = usableRowHashers().back();
    return kFastest;
}

} // namespace

std::array<std::uint8_t, kRow> hash512(const std::uint8_t* data, std::size_t size)
{
    std::array<std::uint8_t, kRate> block{};
    const std::size_t used = std::min(size, kRate - 1);
    std::memcpy(block.data(), data, used);
    block[used] = 0x01;
    block[kRate - 1] |= 0x80;
    State state{};
    std::memcpy(state.data(), block.data(), kRate);
    permute(state);
    std::array<std::uint8_t, kRow> out;
    std::memcpy(out.data(), state.data(), kRow);
    return out;
}

std::vector<RowHasher> usableRowHashers()
{
    std::vector<RowHasher> hashers{{"one by one", hashOneByOne}};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0) {
        hashers.push_back({"avx2", hashInParts<4, hashFour>});
    }
    if (__builtin_cpu_supports("avx512f") != 0) {
        hashers.push_back({"avx512", hashInParts<8, hashEight>});
    }
#endif
    return hashers;
}

void hash512Rows(std::uint8_t* rows, std::size_t count)
{
    fastestRowHasher().hash(rows, count);
}

} // namespace autochain::keccak
