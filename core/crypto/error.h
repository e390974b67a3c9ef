// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class CryptoError {
    BadKey, // private key is zero or not below the group order
    BadPublicKey,
    BadSignature,    // not a signature, high s where low s is demanded, or nothing to recover
    BadChecksum,     // EIP-55: the capitals do not fit
    BadAddress,      // not 20 bytes of hex
    WrongPassphrase, // keystore MAC does not fit
    BadKeystore,     // not a Web3 Secret Storage v3 file, or out of the caps
    BadMnemonic,     // wrong word count or word; args: the count, or the word's position from 1
    BadMnemonicChecksum,
    BadPath, // BIP-32 path
    NoRandom // the system gave no random bytes
};
constexpr Domain domainOf(CryptoError)
{
    return Domain::Crypto;
}
} // namespace autochain
