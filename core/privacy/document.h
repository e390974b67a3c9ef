// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in a section: one document, with its name and type, and zeros up to one of a few sizes, so that the length
// of the sealed bytes tells a stranger little.
#pragma once

#include "base/bytes.h"
#include "privacy/error.h"

namespace autochain::privacy
{

struct Document {
    std::string name; // file name without folders; UTF-8, at most 200 bytes
    std::string type; // media type: "application/pdf", "text/plain"; at most 100 bytes
    Bytes content;
    bool operator==(const Document&) const = default;
};

inline constexpr std::size_t kMaxNameBytes = 200;
inline constexpr std::size_t kMaxTypeBytes = 100;
// 1, 2, 4 … 128 KiB, and what fits into one block beside the keys.
inline constexpr std::size_t kSmallestPadded = 1024;
inline constexpr std::size_t kLargestPadded = 240 * 1024;
inline constexpr std::size_t kMaxDocumentBytes = kLargestPadded - 4 - 2 - kMaxNameBytes - kMaxTypeBytes;

std::size_t paddedSize(std::size_t bytes);      // the smallest of those sizes that holds it
Result<Bytes> padded(const Document& document); // TooLarge, BadSection: name or type
Result<Document> unpadded(BytesView padded);    // BadSection
} // namespace autochain::privacy
