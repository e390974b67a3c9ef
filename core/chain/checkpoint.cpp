// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/checkpoint.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/message.h"
#include "crypto/secp256k1.h"

namespace autochain
{
namespace
{
constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53;
constexpr std::size_t kSignatureBytes = 65;
} // namespace

Result<Checkpoint> readCheckpoint(const QJsonObject& object)
{
    AC_TRY(const std::int64_t number, json::integer(object, "number"));
    if (number < 0 || number > kMaxNumber) {
        return Error(CodecError::BadJson, {"number"});
    }
    Checkpoint out;
    out.number = static_cast<std::uint64_t>(number);
    AC_TRY(out.hash, json::hash32(object, "hash"));
    AC_TRY(out.totalDifficulty, json::quantity(object, "totalDifficulty"));
    const bool isSigned = object.contains(QLatin1String("signature"));
    if (isSigned) {
        AC_TRY(out.signature, json::hexData(object, "signature", kSignatureBytes));
        if (out.signature.size() != kSignatureBytes) {
            return Error(CodecError::BadJson, {"signature"});
        }
    }
    if (object.size() != (isSigned ? 4 : 3)) {
        return Error(CodecError::BadJson, {"checkpoint"});
    }
    return out;
}

QJsonObject checkpointJson(const Checkpoint& checkpoint)
{
    QJsonObject object{{QStringLiteral("number"), static_cast<qint64>(checkpoint.number)},
                       {QStringLiteral("hash"), json::qs(toHex0x(checkpoint.hash))},
                       {QStringLiteral("totalDifficulty"), json::qs(checkpoint.totalDifficulty.toHexQuantity())}};
    if (!checkpoint.signature.empty()) {
        object.insert(QStringLiteral("signature"), json::qs(toHex0x(checkpoint.signature)));
    }
    return object;
}

std::string checkpointText(std::uint64_t chainId, const Hash32& genesisHash, const Checkpoint& checkpoint)
{
    return "AutoChain checkpoint\nchain " + std::to_string(chainId) + "\ngenesis " + toHex0x(genesisHash) + "\nblock " +
           std::to_string(checkpoint.number) + " " + toHex0x(checkpoint.hash) + "\ntotal difficulty " +
           checkpoint.totalDifficulty.toHexQuantity();
}

bool isSignedBy(const Address& signer, std::uint64_t chainId, const Hash32& genesisHash, const Checkpoint& checkpoint)
{
    const auto signature = signatureFromRsv(checkpoint.signature);
    if (!signature.ok()) {
        return false;
    }
    const std::string text = checkpointText(chainId, genesisHash, checkpoint);
    const auto who = recoverAddress(personalMessageHash(asBytes(text)), *signature);
    return who.ok() && *who == signer;
}

} // namespace autochain
