// SPDX-License-Identifier: GPL-3.0-or-later
// Base58Check as Bitcoin writes it (BIP-32, "Serialization format").
#pragma once

#include "base/secret_bytes.h"
#include "crypto/error.h"

namespace autochain
{
// Text of the payload and the first four bytes of its double SHA-256. At most 128 bytes; BadKey above.
Result<SecretBytes> base58CheckEncode(BytesView payload);
// The payload. BadKey: a character that is none of the 58, more than 192 characters, or a checksum that does not fit.
Result<SecretBytes> base58CheckDecode(std::string_view text);
} // namespace autochain
