// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/eip712.h"

#include "codec/eip712_hasher.h"
#include "codec/json.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain::eip712
{
namespace
{
constexpr std::size_t kMaxBytes = 256 * 1024;
} // namespace

Result<TypedData> parse(BytesView json)
{
    AC_TRY(const QJsonObject root, json::parseObject(json, kMaxBytes));
    TypedData out;
    AC_TRY(out.types, json::object(root, "types"));
    AC_TRY(out.primaryType, json::string(root, "primaryType", 256));
    AC_TRY(out.domain, json::object(root, "domain"));
    AC_TRY(out.message, json::object(root, "message"));
    AC_TRY(out.table, TypeTable::make(out));
    return out;
}

Result<Hash32> domainSeparator(const TypedData& data)
{
    AC_TRY(Hasher hasher, Hasher::make(data));
    return hasher.domainSeparator(data.domain);
}

Result<Hash32> hashStruct(const TypedData& data, std::string_view type, const QJsonObject& value)
{
    AC_TRY(Hasher hasher, Hasher::make(data));
    return hasher.hashStruct(type, value);
}

Result<Hash32> digest(const TypedData& data)
{
    if (data.primaryType == kDomainType) {
        return Error(CodecError::BadTypedData, {data.primaryType});
    }
    AC_TRY(Hasher hasher, Hasher::make(data));
    AC_TRY(const Hash32 domain, hasher.domainSeparator(data.domain));
    AC_TRY(const Hash32 message, hasher.hashStruct(data.primaryType, data.message));
    return digest(domain, message);
}

Result<std::string> encodeType(const TypedData& data, std::string_view type)
{
    AC_TRY(const auto table, TypeTable::make(data));
    return table->encodeType(type);
}

Hash32 digest(const Hash32& domainSeparator, const Hash32& structHash)
{
    std::array<std::uint8_t, 2 + 2 * Hash32::kSize> input{0x19, 0x01};
    std::copy(domainSeparator.bytes.begin(), domainSeparator.bytes.end(), input.begin() + 2);
    std::copy(structHash.bytes.begin(), structHash.bytes.end(), input.begin() + 2 + Hash32::kSize);
    return keccak256(input);
}

} // namespace autochain::eip712
