// SPDX-License-Identifier: GPL-3.0-or-later
// The Safe transaction (Safe 1.4.1) of a settlement and its signatures.
#pragma once

#include "contracts/call.h"
#include "escrow/deal.h"

namespace autochain::escrow
{

// Always a plain call to the deal's module: settle(dealId, settlement), no value, no gas refund.
struct SafeTx {
    std::uint64_t chainId = 0;
    Address safe;
    Address to;
    Bytes data;
    std::uint64_t nonce = 0;
    bool operator==(const SafeTx&) const = default;
};
SafeTx safeTxOf(const DealView& deal, const Settlement& settlement); // with the Safe's current nonce
Hash32 safeTxHash(const SafeTx& tx);                                 // what owners sign, EIP-712
std::string safeTxTypedData(const SafeTx& tx);                       // eth_signTypedData_v4 form

// Owner, signature r || s || v.
struct OwnerSignature {
    Address owner;
    Bytes signature;
};
// Signatures joined in the order of owner addresses, as the Safe demands. The guard takes exactly two, of those whom
// signersOf names: plain ECDSA (v 27 or 28) or the sender's own mark.
Bytes joinSignatures(std::vector<OwnerSignature> signatures);
// The mark of an owner who sends the transaction himself: r = owner, s = 0, v = 1.
OwnerSignature preValidated(const Address& owner);
// Recovers the signer. BadCoSignature unless it is `claimed` and one of the deal's people; NonceMoved where the nonce
// is not the Safe's; settlement errors as checkSettlement, ReasonsDoNotFit.
Result<CoSignature> verifyCoSignature(const DealView& deal, CoSignature candidate);
// Signatures of one settlement, from the verified ones.
std::vector<CoSignature> signaturesOf(const DealView& deal, const Settlement& settlement);
bool hasSigned(const DealView& deal, const Address& who, const Settlement& settlement);

// Offline: a co-signature as a file or QR text ("autochain-cosignature/1" JSON, at most 16 KiB).
std::string writeCoSignature(const DealView& deal, const CoSignature& signature);
// CodecError::BadJson; then verified as above. UnknownDeal where it names another deal.
Result<CoSignature> readCoSignature(const DealView& deal, BytesView json);

} // namespace autochain::escrow
