// SPDX-License-Identifier: GPL-3.0-or-later
// The file "<store>.check" tells a wrong key from a damaged first page, which SQLCipher cannot: 8 bytes "ACKEYCK1",
// 16 random bytes, HMAC-SHA256 of them under the database's key (described in docs/store-format.md).
#pragma once

#include "base/secret_bytes.h"
#include "store/error.h"

#include <string>

namespace autochain::store
{

enum class KeyVerdict {
    Fits,
    Other,  // the store was made with another key
    Unknown // the file is missing or damaged
};

KeyVerdict keyVerdict(const std::string& storePath, const SecretBytes& key32);
// Writes the file where it is missing or says anything but Fits; only after the store was opened with this key.
Result<> keepKeyCheck(const std::string& storePath, const SecretBytes& key32);

} // namespace autochain::store
