// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/message.h"

#include "crypto/hash.h"

namespace autochain
{

Hash32 personalMessageHash(BytesView message)
{
    Bytes input = toBytes(std::string_view("\x19"
                                           "Ethereum Signed Message:\n"));
    append(input, asBytes(std::to_string(message.size())));
    append(input, message);
    return keccak256(input);
}

Hash32 validatorMessageHash(const Address& validator, BytesView data)
{
    Bytes input{0x19, 0x00};
    append(input, validator.view());
    append(input, data);
    return keccak256(input);
}

} // namespace autochain
