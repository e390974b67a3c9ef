// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-191 signed data; version 0x01 is EIP-712, in codec/eip712.h.
#pragma once

#include "base/bytes.h"

namespace autochain
{
// Version 0x45, what personal_sign signs: keccak256("\x19Ethereum Signed Message:\n" + decimal length + message).
Hash32 personalMessageHash(BytesView message);
// Version 0x00: keccak256(0x19 00 || validator || data).
Hash32 validatorMessageHash(const Address& validator, BytesView data);
} // namespace autochain
