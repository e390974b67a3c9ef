// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"

#include "base/hex.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{

bool isLower(char c)
{
    return c >= 'a' && c <= 'f';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'F';
}

} // namespace

std::string checksumAddress(const Address& address)
{
    std::string text = toHex(address.view());
    const Hash32 hash = keccak256(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned nibble = hash.bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15U;
        if (nibble >= 8 && isLower(text[i])) {
            text[i] = static_cast<char>(text[i] - 'a' + 'A');
        }
    }
    return "0x" + text;
}

Result<Address> parseAddress(std::string_view text)
{
    const auto parsed = addressFromHex(text);
    if (!parsed.ok()) {
        return CryptoError::BadAddress;
    }
    const std::string_view digits = text.substr(text.size() - 40);
    const bool mixed =
        std::any_of(digits.begin(), digits.end(), isLower) && std::any_of(digits.begin(), digits.end(), isUpper);
    if (mixed && checksumAddress(*parsed).substr(2) != digits) {
        return CryptoError::BadChecksum;
    }
    return parsed;
}

Address createAddress(const Address& deployer, std::uint64_t nonce)
{
    // RLP of [deployer, nonce]; always shorter than 56 bytes, so one byte of header suffices everywhere.
    Bytes rlp{0, 0x80 + Address::kSize};
    append(rlp, deployer.view());
    const Bytes digits = U256(nonce).toBigEndianTrimmed();
    if (nonce == 0 || nonce >= 0x80) {
        rlp.push_back(static_cast<std::uint8_t>(0x80 + digits.size()));
    }
    append(rlp, digits);
    rlp[0] = static_cast<std::uint8_t>(0xc0 + rlp.size() - 1);
    return Address::from(keccak256(rlp).view().last(20));
}

Address create2Address(const Address& deployer, const Hash32& salt, const Hash32& initCodeHash)
{
    Bytes input{0xff};
    append(input, deployer.view());
    append(input, salt.view());
    append(input, initCodeHash.view());
    return Address::from(keccak256(input).view().last(20));
}

} // namespace autochain
