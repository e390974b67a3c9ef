// SPDX-License-Identifier: GPL-3.0-or-later
// The port to who holds private keys, for private sections: public keys, and keys of sections unwrapped. Private keys
// stay on the other side.
#pragma once

#include "base/secret_bytes.h"
#include "crypto/public_key.h"
#include "privacy/wrapped_key.h"
#include "signing/signer_port.h"

namespace autochain
{

class SectionKeyPort
{
public:
    virtual ~SectionKeyPort() = default;
    // Opens the vault where it has to.
    virtual QCoro::Task<Result<PublicKey>> publicKey(Address account) = 0;
    // All of one car and wrapped for `account`; at most wire::kMaxSections. Asks the person, once per car until the
    // signer locks. In the order asked; none where a key did not open (altered, swapped). Declined, Locked, Refused.
    virtual QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>>
    openSections(Address account, Hash32 vehicleId, std::vector<privacy::LockedKey> sections, SigningHints hints) = 0;
};

} // namespace autochain
