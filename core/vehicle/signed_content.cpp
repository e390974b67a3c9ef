// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/signed_content.h"

#include "base/hex.h"
#include "base/u256.h"
#include "codec/eip712.h"
#include "crypto/hash.h"

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kHead = R"({"format":"autochain-signed/1","signature":"0x)";
constexpr std::string_view kTail = "\"}\n";
constexpr std::size_t kSignatureHex = 2 * 65;
constexpr std::size_t kLineBytes = kHead.size() + kSignatureHex + kTail.size();

constexpr std::string_view kDomainType =
    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
constexpr std::string_view kRecordType =
    "VehicleRecord(bytes32 vehicleId,uint8 kind,uint32 odometerKm,bytes32 contentDigest)";

std::string_view textOf(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void appendWord(Bytes& out, const U256& value)
{
    append(out, value.toBigEndian());
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
    : m_vehicleId(vehicleId)
{
    Bytes words;
    append(words, keccak256(kDomainType).view());
    append(words, keccak256("AutoChain VehicleRegistry").view());
    append(words, keccak256("1").view());
    appendWord(words, chainId);
    appendWord(words, U256::fromBigEndian(registry.view()));
    m_domainSeparator = keccak256(words);
}

Hash32 RecordSigning::digest(RecordKind kind, std::uint32_t odometerKm, const Hash32& contentDigest) const
{
    static const Hash32 typeHash = keccak256(kRecordType);
    Bytes words;
    words.reserve(5 * 32);
    append(words, typeHash.view());
    append(words, m_vehicleId.view());
    appendWord(words, static_cast<std::uint64_t>(kind));
    appendWord(words, odometerKm);
    append(words, contentDigest.view());
    return eip712::digest(m_domainSeparator, keccak256(words));
}

} // namespace autochain::vehicle
