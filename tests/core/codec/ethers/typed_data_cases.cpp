// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "codec/eip712.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"

namespace autochain::test
{

Verdict compareTypedData(const QJsonObject& item)
{
    const QJsonObject document{{QStringLiteral("types"), at(item, "types")},
                               {QStringLiteral("primaryType"), at(item, "primaryType")},
                               {QStringLiteral("domain"), at(item, "domain")},
                               {QStringLiteral("message"), at(item, "data")}};
    const auto data = eip712::parse(asBytes(QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString()));
    if (!data.ok()) {
        return different("not read: " + (data.error().args.empty() ? std::string() : data.error().args.front()));
    }
    // `encoded`: type hash and the words of the members
    const Bytes encoded = unhex(at(item, "encoded"));
    const auto type = eip712::encodeType(*data, data->primaryType);
    if (!type.ok() || keccak256(*type) != Hash32::from(BytesView(encoded).first(32))) {
        return different("type");
    }
    const auto hash = eip712::hashStruct(*data, data->primaryType, data->message);
    if (!hash.ok() || *hash != keccak256(encoded)) {
        return different("struct");
    }
    const auto digest = eip712::digest(*data);
    if (!digest.ok() || toHex0x(*digest) != str(at(item, "digest"))) {
        return different("digest");
    }
    if (!item.contains(QLatin1String("signature"))) {
        return equal();
    }
    const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(unhex(at(item, "privateKey"))));
    return equalIf(toHex0x(key->sign(*digest).toRsv()) == str(at(item, "signature")), "signature");
}

} // namespace autochain::test
