// SPDX-License-Identifier: GPL-3.0-or-later
// CarCheck as the bytes of `stock.report`: a version byte (1), then the fields in the order of the struct; numbers
// big-endian in 1, 4 or 8 bytes, money in 32, texts with a length of 2 bytes in front. About 400 bytes per car.
#pragma once

#include "dealer/check.h"

namespace autochain::dealer
{
inline constexpr std::size_t kMaxCheckBytes = 16 * 1024;

Bytes encodeCheck(const CarCheck& check);
// None where the bytes are not exactly one check of this version: the car then counts as never checked.
std::optional<CarCheck> decodeCheck(BytesView bytes);
} // namespace autochain::dealer
