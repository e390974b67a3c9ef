// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/record_hash.h"

#include "base/hex.h"
#include "base/u256.h"
#include "codec/eip712.h"
#include "crypto/address.h"
#include "crypto/hash.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace autochain::contracts
{
namespace
{
constexpr std::string_view kName = "AutoChain VehicleRegistry";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kDomainType =
    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
constexpr std::string_view kRecordType =
    "VehicleRecord(bytes32 vehicleId,uint8 kind,uint32 odometerKm,bytes32 contentDigest)";

void appendWord(Bytes& out, const U256& value)
{
    append(out, value.toBigEndian());
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonObject member(const char* name, const char* type)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("type"), QLatin1String(type)}};
}
} // namespace

Hash32 recordDomainSeparator(std::uint64_t chainId, const Address& registry)
{
    Bytes words;
    append(words, keccak256(kDomainType).view());
    append(words, keccak256(kName).view());
    append(words, keccak256(kVersion).view());
    appendWord(words, chainId);
    appendWord(words, U256::fromBigEndian(registry.view()));
    return keccak256(words);
}

Hash32 recordDigest(const Hash32& domainSeparator, const RecordToSign& record)
{
    static const Hash32 typeHash = keccak256(kRecordType);
    Bytes words;
    words.reserve(5 * 32);
    append(words, typeHash.view());
    append(words, record.vehicleId.view());
    appendWord(words, std::uint64_t{record.kind});
    appendWord(words, std::uint64_t{record.odometerKm});
    append(words, record.contentDigest.view());
    return eip712::digest(domainSeparator, keccak256(words));
}

std::string recordDocument(std::uint64_t chainId, const Address& registry, const RecordToSign& record)
{
    const QJsonArray domainType{member("name", "string"), member("version", "string"), member("chainId", "uint256"),
                                member("verifyingContract", "address")};
    const QJsonArray recordType{member("vehicleId", "bytes32"), member("kind", "uint8"), member("odometerKm", "uint32"),
                                member("contentDigest", "bytes32")};
    const QJsonObject root{
        {QStringLiteral("types"),
         QJsonObject{{QStringLiteral("EIP712Domain"), domainType}, {QStringLiteral("VehicleRecord"), recordType}}},
        {QStringLiteral("primaryType"), QStringLiteral("VehicleRecord")},
        {QStringLiteral("domain"), QJsonObject{{QStringLiteral("name"), text(kName)},
                                               {QStringLiteral("version"), text(kVersion)},
                                               {QStringLiteral("chainId"), QString::number(chainId)},
                                               {QStringLiteral("verifyingContract"), text(checksumAddress(registry))}}},
        {QStringLiteral("message"),
         QJsonObject{{QStringLiteral("vehicleId"), text(toHex0x(record.vehicleId))},
                     {QStringLiteral("kind"), static_cast<int>(record.kind)},
                     {QStringLiteral("odometerKm"), static_cast<qint64>(record.odometerKm)},
                     {QStringLiteral("contentDigest"), text(toHex0x(record.contentDigest))}}}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace autochain::contracts
