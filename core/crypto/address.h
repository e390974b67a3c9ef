// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "crypto/error.h"

namespace autochain
{
std::string checksumAddress(const Address& address); // EIP-55, with 0x
// Accepts all lower or all upper case; mixed case must carry the right EIP-55 checksum. BadAddress, BadChecksum.
Result<Address> parseAddress(std::string_view text);
Address createAddress(const Address& deployer, std::uint64_t nonce);                             // Yellow Paper (87)
Address create2Address(const Address& deployer, const Hash32& salt, const Hash32& initCodeHash); // EIP-1014
} // namespace autochain
