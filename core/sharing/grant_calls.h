// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do about private sections, as calls for the outbox. The checks here spare a fee: the contract makes
// them again.
#pragma once

#include "chain/network_file.h"
#include "contracts/call.h"
#include "crypto/public_key.h"
#include "privacy/read_grant.h"

namespace autochain::sharing
{

Result<Call> publishKey(const NetworkFile& network, const PublicKey& own); // NotOnThisNetwork

struct GrantFacts {
    Address holder; // of the title now
    Address me;
    UnixTime now = 0; // the chain's
};
// NotOnThisNetwork, NotHolder, ToHolder, BadSpan, BadScope.
Result<Call> grantRead(const NetworkFile& network, const Hash32& vehicleId, const GrantFacts& facts,
                       const Address& grantee, const privacy::ReadGrant& grant);
// `present`: as it stands. NotOnThisNetwork, NotHolder, NoGrant.
Result<Call> revokeRead(const NetworkFile& network, const Hash32& vehicleId, const GrantFacts& facts,
                        const Address& grantee, const privacy::ReadGrant& present);

// What a revert of the contract means; none: not one of its errors.
std::optional<Error> decodeGrantsRevert(BytesView revertData);

} // namespace autochain::sharing
