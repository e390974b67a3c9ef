// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712 typed structured data.
#pragma once

#include "base/bytes.h"
#include "codec/error.h"

#include <QJsonObject>

#include <memory>

namespace autochain::eip712
{
class TypeTable;

struct TypedData {
    QJsonObject types; // as in eth_signTypedData_v4, without or with EIP712Domain
    std::string primaryType;
    QJsonObject domain;
    QJsonObject message;
    // The types as parse() read and checked them, so that it is done once. Where `types` or `domain` are changed it is
    // not used any more.
    std::shared_ptr<const TypeTable> table = {};
};
// Caps: 64 types, 64 members each, depth 32, 256 KiB. BadTypedData, BadJson.
Result<TypedData> parse(BytesView json);
Result<Hash32> domainSeparator(const TypedData& data);
Result<Hash32> hashStruct(const TypedData& data, std::string_view type, const QJsonObject& value);
Result<Hash32> digest(const TypedData& data); // keccak256(0x1901 || domainSeparator || hashStruct(message))
Result<std::string> encodeType(const TypedData& data, std::string_view type);
Hash32 digest(const Hash32& domainSeparator, const Hash32& structHash);
} // namespace autochain::eip712
