// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-f[1600] on bare states, for what hashes very much of one size. Everything else takes hash.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace autochain::keccak
{

using State = std::array<std::uint64_t, 25>; // lane x + 5y, little endian

inline constexpr std::array<std::uint64_t, 24> kRoundConstants{
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

void permute(State& state);

inline constexpr std::size_t kRow = 64; // bytes: a Keccak-512 digest, and an item of Ethash

// Keccak-512 (padding 0x01) of at most 71 bytes: one block.
std::array<std::uint8_t, kRow> hash512(const std::uint8_t* data, std::size_t size);
// Puts Keccak-512 of each row of 64 bytes in its place; eight rows at a time where the processor can (AVX-512), which
// takes about as long as two by themselves, or four (AVX2).
void hash512Rows(std::uint8_t* rows, std::size_t count);

struct RowHasher {
    const char* name;
    void (*hash)(std::uint8_t* rows, std::size_t count);
};
std::vector<RowHasher> usableRowHashers(); // the fastest last; all, for tests to hold against each other

} // namespace autochain::keccak
