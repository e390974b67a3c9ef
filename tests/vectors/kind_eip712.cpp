// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712: eip712.json and typed-data.json of @ethersproject/testcases.
#include "check.h"

#include "codec/eip712.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"

#include <QJsonDocument>

namespace autochain::vectors
{
namespace
{

Result<eip712::TypedData> typedData(const QJsonObject& item)
{
    const QJsonObject document{{QStringLiteral("types"), at(item, "types")},
                               {QStringLiteral("primaryType"), at(item, "primaryType")},
                               {QStringLiteral("domain"), at(item, "domain")},
                               {QStringLiteral("message"), firstOf(item, {"data", "message"})}};
    return eip712::parse(asBytes(QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString()));
}

// `encoded`: the type's hash and the words of the members.
std::string encodingProblem(const eip712::TypedData& data, const Bytes& encoded)
{
    if (encoded.size() < Hash32::kSize) {
        return "encoding shorter than a type's hash";
    }
    const auto type = eip712::encodeType(data, data.primaryType);
    if (!type.ok() || keccak256(*type) != Hash32::from(BytesView(encoded).first(Hash32::kSize))) {
        return "type";
    }
    const auto hash = eip712::hashStruct(data, data.primaryType, data.message);
    return hash.ok() && *hash == keccak256(encoded) ? "" : "struct";
}

std::string problemOf(const QJsonObject& item)
{
    const auto data = typedData(item);
    if (!data.ok()) {
        return "not read: " + (data.error().args.empty() ? data.error().detail : data.error().args.front());
    }
    if (const QJsonValue encoded = at(item, "encoded"); encoded.isString()) {
        if (std::string problem = encodingProblem(*data, unhex(encoded)); !problem.empty()) {
            return problem;
        }
    }
    const auto digest = eip712::digest(*data);
    if (!digest.ok() || toBytes(digest->view()) != unhex(firstOf(item, {"digest", "hash"}))) {
        return "digest";
    }
    const QJsonValue keyHex = at(item, "privateKey");
    const QJsonValue signature = at(item, "signature");
    if (!keyHex.isString() || !signature.isString()) {
        return "";
    }
    const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(unhex(keyHex)));
    return key.ok() && key->sign(*digest).toRsv() == unhex(signature) ? "" : "signature";
}

void check(const Input& file, Report& report)
{
    const QJsonValue root = file.json();
    const QJsonArray list = root.isArray() ? root.toArray() : QJsonArray{root};
    for (const auto& value : list) {
        const QJsonObject item = value.toObject();
        if (!item.contains(QLatin1String("types")) || firstOf(item, {"digest", "hash"}).isUndefined()) {
            continue;
        }
        report.check(str(at(item, "name")), [&] { return problemOf(item); });
    }
}

const Kind kEip712("eip712", "eip712.json, typed-data.json of @ethersproject/testcases", check);

} // namespace
} // namespace autochain::vectors
