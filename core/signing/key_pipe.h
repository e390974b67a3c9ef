// SPDX-License-Identifier: GPL-3.0-or-later
// Keys between the suite and the signer go over pipes of their own, raw, so that none is ever part of a message: eight
// bytes (the request's id, big endian) and 32 bytes of key. docs/signer-protocol.md.
#pragma once

#include "base/secret_bytes.h"

#include <optional>

namespace autochain::wire
{

inline constexpr std::size_t kPipedKey = 32;

// False where the pipe is gone. Far below what a pipe takes without a reader.
bool writeKey(int descriptor, std::int64_t id, const SecretBytes& key32);
// The key of this request; keys of other requests before it are read and dropped. None: it did not come in time.
std::optional<SecretBytes> readKey(int descriptor, std::int64_t id, int timeoutMs);

} // namespace autochain::wire
