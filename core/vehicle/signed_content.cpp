// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/signed_content.h"

#include "base/hex.h"
#include "contracts/record_hash.h"

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kHead = R"({"format":"autochain-signed/1","signature":"0x)";
constexpr std::string_view kTail = "\"}\n";
constexpr std::size_t kSignatureHex = 2 * 65;
constexpr std::size_t kLineBytes = kHead.size() + kSignatureHex + kTail.size();

std::string_view textOf(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
} // namespace

Result<SignedContent> splitSignedContent(BytesView block)
{
    const std::string_view text = textOf(block);
    if (!text.starts_with(kHead)) {
        return SignedContent{block, {}};
    }
    const bool shaped = text.size() >= kLineBytes && text.substr(kHead.size() + kSignatureHex).starts_with(kTail);
    const auto rsv = shaped ? fromHex(text.substr(kHead.size(), kSignatureHex)) : Result<Bytes>(BaseError::BadHex);
    const auto signature = rsv.ok() ? signatureFromRsv(*rsv) : Result<Signature>(CryptoError::BadSignature);
    if (!signature.ok()) {
        return Error(VehicleError::BadRecordContent, {"signature"});
    }
    return SignedContent{block.subspan(kLineBytes), *signature};
}

Bytes joinSignedContent(const Signature& signature, BytesView content)
{
    Bytes out;
    out.reserve(kLineBytes + content.size());
    append(out, asBytes(kHead));
    append(out, asBytes(toHex(signature.toRsv())));
    append(out, asBytes(kTail));
    append(out, content);
    return out;
}

RecordSigning::RecordSigning(std::uint64_t chainId, const Address& registry, const Hash32& vehicleId)
    : m_domainSeparator(contracts::recordDomainSeparator(chainId, registry)), m_vehicleId(vehicleId)
{
}

Hash32 RecordSigning::digest(RecordKind kind, std::uint32_t odometerKm, const Hash32& contentDigest) const
{
    return contracts::recordDigest(m_domainSeparator,
                                   {m_vehicleId, static_cast<std::uint8_t>(kind), odometerKm, contentDigest});
}

} // namespace autochain::vehicle
