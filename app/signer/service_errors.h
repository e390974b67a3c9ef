// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of service and keyring share. Errors are made by functions: GCC 12 destroys what a braced list made
// inside a coroutine twice.
#pragma once

#include "codec/json.h"
#include "crypto/address.h"
#include "crypto/mnemonic.h"
#include "signing/error.h"

namespace autochain::signer
{

inline Error badSecret(const char* what)
{
    return {SigningError::BadSecret, {what}};
}

inline Error badFile(const std::string& why)
{
    return {SigningError::BadSecret, {"vault"}, why};
}

inline Error locked()
{
    return {SigningError::Locked, {}, "locked meanwhile"};
}

inline Error unknown(const Address& account)
{
    return {SigningError::UnknownAccount, {checksumAddress(account)}};
}

inline Error existing(const Address& account)
{
    return {SigningError::AccountExists, {checksumAddress(account)}};
}

inline Error noKeyPipe()
{
    return {SigningError::BadMessage, {}, "no pipe for keys"};
}

inline Error unreadable(const char* what)
{
    return {SigningError::CannotDecode, {what}};
}

inline std::string_view textOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.data()), secret.size()};
}

// Checks words and checksum. BadSecret.
inline Result<SecretBytes> seedFromWords(const SecretBytes& words, const SecretBytes& extra)
{
    const auto entropy = entropyFromMnemonic(textOf(words));
    return entropy.ok() ? Result<SecretBytes>(seedFromMnemonic(textOf(words), textOf(extra)))
                        : Result<SecretBytes>(badSecret("words"));
}

inline QJsonObject member(const char* key, const std::string& value)
{
    return {{QLatin1String(key), json::qs(value)}};
}

} // namespace autochain::signer
