// SPDX-License-Identifier: GPL-3.0-or-later
// What the issuer of a record signs (EIP-712), so that his content can be attributed to him wherever it comes from.
// Pure.
#pragma once

#include "base/bytes.h"

#include <string>

namespace autochain::contracts
{

// Domain {name "AutoChain VehicleRegistry", version "1", chainId, verifyingContract: the registry}, type
// VehicleRecord(bytes32 vehicleId,uint8 kind,uint32 odometerKm,bytes32 contentDigest). contentDigest: sha2-256 of the
// content without the signature. Neither index nor time are in it: they are not known before the block.
struct RecordToSign {
    Hash32 vehicleId;
    std::uint8_t kind = 0; // vehicleRegistry::Kind
    std::uint32_t odometerKm = 0;
    Hash32 contentDigest;
};

Hash32 recordDomainSeparator(std::uint64_t chainId, const Address& registry);
Hash32 recordDigest(const Hash32& domainSeparator, const RecordToSign& record);
// The same as an eth_signTypedData_v4 document, for the signer.
std::string recordDocument(std::uint64_t chainId, const Address& registry, const RecordToSign& record);

} // namespace autochain::contracts
