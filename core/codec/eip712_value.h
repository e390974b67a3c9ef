// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712 "Definition of encodeData" for everything that is not a struct or an array.
#pragma once

#include "codec/abi.h"

#include <QJsonValue>

namespace autochain::eip712
{
// One word. Integers come as JSON numbers (up to 2^63 exactly) or as decimal or 0x strings, bytes as 0x strings of the
// right length, addresses as 0x strings with a right checksum where mixed. BadTypedData with the type's name as
// argument.
Result<Hash32> encodeAtomic(const abi::Type& type, const QJsonValue& value);
} // namespace autochain::eip712
