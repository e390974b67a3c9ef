// SPDX-License-Identifier: GPL-3.0-or-later
// What a person pastes to watch an account without its key.
#pragma once

#include "crypto/hdkey.h"
#include "wallet/error.h"

#include <variant>

namespace autochain::wallet
{
// One account, or a tree of them.
using WatchOnly = std::variant<Address, ExtendedPublicKey>;

// An address (with its EIP-55 checksum where it has one), "ethereum:0x…" as QR codes carry it (EIP-681, without what
// stands behind the address), or an extended public key. BadAddress, BadChecksum, ZeroAddress. Secrets are none of
// these: a private key or a recovery phrase is refused as BadAddress and nothing of it is in the error.
Result<WatchOnly> readWatchOnly(std::string_view text);
} // namespace autochain::wallet
