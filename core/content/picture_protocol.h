// SPDX-License-Identifier: GPL-3.0-or-later
// What the suite and autochain-decoder say to each other. Arguments: most pixels, most width and most height of the
// result (0: as it is), seconds of processor time, MiB of memory. Standard input: the file's bytes to their end.
// Standard output: kAnswerBytes (numbers little-endian), then width * height pixels of four bytes: red, green, blue,
// alpha, not premultiplied.
//   0  "ACP1"   4  verdict   8  width   12  height   16  width of the original   20  its height
#pragma once

#include <cstddef>
#include <cstdint>

namespace autochain::picture
{

inline constexpr char kMagic[] = "ACP1";
inline constexpr std::size_t kAnswerBytes = 24;
inline constexpr std::size_t kMaxEdge = 32'767;

enum class Verdict : std::uint32_t {
    Done = 0,
    NotAPicture = 1, // of no kind that is shown: PNG, JPEG, GIF, WebP
    TooLarge = 2,    // the original's size tells which
    Damaged = 3,
    TooCostly = 4, // more memory than it may have
    NoSandbox = 5  // the kernel offers none: nothing was decoded
};

} // namespace autochain::picture
