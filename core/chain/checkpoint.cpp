// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/checkpoint.h"

#include "base/hex.h"
#include "codec/json.h"

namespace autochain
{
namespace
{
constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53;
}

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
    if (object.size() != 3) {
        return Error(CodecError::BadJson, {"checkpoint"});
    }
    return out;
}

QJsonObject checkpointJson(const Checkpoint& checkpoint)
{
    return {{QStringLiteral("number"), static_cast<qint64>(checkpoint.number)},
            {QStringLiteral("hash"), json::qs(toHex0x(checkpoint.hash))},
            {QStringLiteral("totalDifficulty"), json::qs(checkpoint.totalDifficulty.toHexQuantity())}};
}

} // namespace autochain
