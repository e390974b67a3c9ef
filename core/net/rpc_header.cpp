// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_header.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/hash.h"
#include "net/rpc_values.h"

namespace autochain::net
{
namespace
{
template <typename T>
Result<T> fixedOf(const QJsonObject& object, const char* key)
{
    AC_TRY(const std::string text, json::string(object, key, T::kSize * 2 + 2));
    T out;
    if (!fromHexInto(text, out.bytes).ok()) {
        return Error(CodecError::BadJson, {key});
    }
    return out;
}

bool has(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return !value.isUndefined() && !value.isNull();
}

Result<> readLaterForks(const QJsonObject& object, Header& header)
{
    if (has(object, "baseFeePerGas")) {
        AC_TRY(header.baseFeePerGas, json::quantity(object, "baseFeePerGas"));
    }
    if (has(object, "withdrawalsRoot")) {
        AC_TRY(header.withdrawalsRoot, json::hash32(object, "withdrawalsRoot"));
    }
    if (has(object, "blobGasUsed")) {
        AC_TRY(header.blobGasUsed, smallOf(object, "blobGasUsed"));
        AC_TRY(header.excessBlobGas, smallOf(object, "excessBlobGas"));
    }
    if (has(object, "parentBeaconBlockRoot")) {
        AC_TRY(header.parentBeaconBlockRoot, json::hash32(object, "parentBeaconBlockRoot"));
    }
    // Each fork's fields come after all those of the one before: else the hash would not be of what is read here.
    if (header.withdrawalsRoot && !header.baseFeePerGas) {
        return Error(CodecError::BadJson, {"withdrawalsRoot"});
    }
    if (header.blobGasUsed.has_value() != header.parentBeaconBlockRoot.has_value() ||
        (header.blobGasUsed && !header.withdrawalsRoot)) {
        return Error(CodecError::BadJson, {"blobGasUsed"});
    }
    return {};
}
} // namespace

Result<Header> headerFieldsOf(const QJsonObject& object)
{
    Header header;
    AC_TRY(header.parentHash, json::hash32(object, "parentHash"));
    AC_TRY(header.unclesHash, json::hash32(object, "sha3Uncles"));
    AC_TRY(header.beneficiary, fixedOf<Address>(object, "miner"));
    AC_TRY(header.stateRoot, json::hash32(object, "stateRoot"));
    AC_TRY(header.transactionsRoot, json::hash32(object, "transactionsRoot"));
    AC_TRY(header.receiptsRoot, json::hash32(object, "receiptsRoot"));
    AC_TRY(header.logsBloom, fixedOf<Bloom>(object, "logsBloom"));
    AC_TRY(header.difficulty, json::quantity(object, "difficulty"));
    AC_TRY(header.number, smallOf(object, "number"));
    AC_TRY(header.gasLimit, smallOf(object, "gasLimit"));
    AC_TRY(header.gasUsed, smallOf(object, "gasUsed"));
    AC_TRY(header.timestamp, smallOf(object, "timestamp"));
    AC_TRY(header.extraData, json::hexData(object, "extraData", kMaxHeaderBytes / 2));
    AC_TRY(header.mixHash, json::hash32(object, "mixHash"));
    AC_TRY(header.nonce, fixedOf<BlockNonce>(object, "nonce"));
    AC_CHECK(readLaterForks(object, header));
    return header;
}

Result<HashedHeader> headerOf(const QJsonValue& answer)
{
    const QJsonObject object = answer.toObject();
    AC_TRY(Header header, headerFieldsOf(object));
    AC_TRY(const Hash32 named, json::hash32(object, "hash"));
    HashedHeader hashed{std::move(header), named};
    if (hashOf(hashed.header) != named) {
        return Error(CodecError::BadJson, {"hash"});
    }
    return hashed;
}

RpcCall headerCall(HeaderMethod method, std::uint64_t number)
{
    const QString at = quantityText(U256(number));
    if (method == HeaderMethod::Header) {
        return {QStringLiteral("eth_getHeaderByNumber"), {at}};
    }
    return {QStringLiteral("eth_getBlockByNumber"), {at, false}};
}

RpcCall latestHeaderCall()
{
    return {QStringLiteral("eth_getBlockByNumber"), {QStringLiteral("latest"), false}};
}

} // namespace autochain::net
