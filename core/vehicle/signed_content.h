// SPDX-License-Identifier: GPL-3.0-or-later
// A content block with its issuer's signature: one line of JSON, a line feed, and the content, byte for byte as it was
// signed:
//   {"format":"autochain-signed/1","signature":"0x…65 bytes r s v…"}
//   {"format":"autochain-record/2", …}
// The digest of the whole block goes on chain, so the fold covers the signature too. A block that does not begin with
// such a line is content without a signature.
#pragma once

#include "crypto/secp256k1.h"
#include "vehicle/record.h"

namespace autochain::vehicle
{

struct SignedContent {
    BytesView content; // into the block
    std::optional<Signature> signature;
};
// BadRecordContent ("signature") where the block begins like a signed one and is none.
Result<SignedContent> splitSignedContent(BytesView block);
Bytes joinSignedContent(const Signature& signature, BytesView content);

// What the issuer signs, EIP-712: domain {name "AutoChain VehicleRegistry", version "1", chainId, verifyingContract:
// the registry}, type VehicleRecord(bytes32 vehicleId,uint8 kind,uint32 odometerKm,bytes32 contentDigest).
// contentDigest: sha2-256 of the content without the signature line. Neither index nor time are in it: they are not
// known before the block.
class RecordSigning
{
public:
    RecordSigning(std::uint64_t chainId, const Address& registry, const Hash32& vehicleId);
    Hash32 digest(RecordKind kind, std::uint32_t odometerKm, const Hash32& contentDigest) const;

private:
    Hash32 m_domainSeparator;
    Hash32 m_vehicleId;
};

} // namespace autochain::vehicle
