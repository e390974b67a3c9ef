// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/safe_tx.h"

#include "contracts/deal_hash.h"
#include "contracts/generated/deal_module.h"
#include "crypto/secp256k1.h"
#include "escrow/convert.h"
#include "escrow/settlement.h"

#include <algorithm>

namespace autochain::escrow
{
namespace
{
constexpr std::size_t kSignatureBytes = 65;

contracts::SafeTx toContract(const SafeTx& tx)
{
    contracts::SafeTx out;
    out.to = tx.to;
    out.data = tx.data;
    out.nonce = U256(tx.nonce);
    return out;
}

// v 27 or 28 alone: what the guard counts.
Result<Address> signerOf(const Hash32& digest, const Bytes& signature)
{
    if (signature.size() != kSignatureBytes || (signature.back() != 27 && signature.back() != 28)) {
        return EscrowError::BadCoSignature;
    }
    AC_TRY(const Signature parsed, signatureFromRsv(signature));
    return recoverAddress(digest, parsed);
}
} // namespace

SafeTx safeTxOf(const DealView& deal, const Settlement& settlement)
{
    const Call call = contracts::dealModule::settle(deal.dealModule, deal.id, toContract(settlement));
    return {deal.chainId, deal.deal.safe, deal.dealModule, call.data, deal.safeNonce};
}

Hash32 safeTxHash(const SafeTx& tx)
{
    return contracts::safeTxHash(tx.chainId, tx.safe, toContract(tx));
}

std::string safeTxTypedData(const SafeTx& tx)
{
    return contracts::typedDataJson(tx.chainId, tx.safe, toContract(tx));
}

Bytes joinSignatures(std::vector<OwnerSignature> signatures)
{
    std::sort(signatures.begin(), signatures.end(),
              [](const OwnerSignature& a, const OwnerSignature& b) { return a.owner < b.owner; });
    Bytes out;
    for (const OwnerSignature& signature : signatures) {
        append(out, signature.signature);
    }
    return out;
}

OwnerSignature preValidated(const Address& owner)
{
    Bytes signature(kSignatureBytes, 0);
    std::copy(owner.bytes.begin(), owner.bytes.end(), signature.begin() + 12); // r: the address as a word
    signature.back() = 1;
    return {owner, std::move(signature)};
}

Result<CoSignature> verifyCoSignature(const DealView& deal, CoSignature candidate)
{
    AC_CHECK(checkSettlement(deal.terms, deal.deal, candidate.settlement));
    if (candidate.safeNonce != deal.safeNonce) {
        return EscrowError::NonceMoved;
    }
    if (!candidate.reasons.empty()) {
        AC_CHECK(checkReasons(candidate.settlement, candidate.reasons));
    }
    const Hash32 hash = safeTxHash(safeTxOf(deal, candidate.settlement));
    const auto signer = signerOf(hash, candidate.signature);
    const auto [one, other] = signersOf(deal.terms, deal.deal, candidate.settlement);
    if (!signer.ok() || *signer != candidate.signer || (*signer != one && *signer != other)) {
        return EscrowError::BadCoSignature;
    }
    candidate.safeTxHash = hash;
    return candidate;
}

std::vector<CoSignature> signaturesOf(const DealView& deal, const Settlement& settlement)
{
    std::vector<CoSignature> out;
    for (const CoSignature& c : deal.coSignatures) {
        if (c.settlement == settlement) {
            out.push_back(c);
        }
    }
    return out;
}

bool hasSigned(const DealView& deal, const Address& who, const Settlement& settlement)
{
    return std::any_of(deal.coSignatures.begin(), deal.coSignatures.end(),
                       [&](const CoSignature& c) { return c.signer == who && c.settlement == settlement; });
}

} // namespace autochain::escrow
