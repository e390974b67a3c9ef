// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class CodecError {
    TooShort,      // ends in the middle of an item
    TrailingBytes, // bytes after the end
    NotCanonical,  // RLP or ABI that an honest encoder would not write
    TooDeep,
    TooLarge,
    BadAbiType,   // a type name this codec does not know; args: the type
    BadAbiValue,  // value does not fit its type
    BadJson,      // args: what was expected
    BadTypedData, // EIP-712 document
    BadCid
};
constexpr Domain domainOf(CodecError)
{
    return Domain::Codec;
}
} // namespace autochain
