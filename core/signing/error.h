// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class SigningError {
    Declined,        // the person said no; nothing left the signer
    Locked,          // passphrase needed and not given
    WrongPassphrase, // args: tries left
    UnknownAccount,  // args: address
    CannotDecode,    // unknown call, contract or document; args: what was not understood
    Refused,    // understood and refused by rule; args: the rule ("delegatecall", "unlimited approval", "foreign chain
                // id")
    SignerGone, // the process ended or did not start; detail: why
    BadMessage, // not a message of the protocol
    AccountExists, // args: address
    BadSecret      // words, key or keystore file cannot be read; args: why
};
constexpr Domain domainOf(SigningError)
{
    return Domain::Signing;
}
} // namespace autochain
