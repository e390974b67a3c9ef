// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/deal_hash.h"

#include "base/hex.h"
#include "codec/abi.h"
#include "codec/eip712.h"
#include "codec/json.h"
#include "contracts/bytecode.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/safe_setup.h"
#include "crypto/address.h"
#include "crypto/hash.h"

#include <span>

namespace autochain::contracts
{
namespace
{
constexpr std::string_view kDealDomainType =
    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
constexpr std::string_view kSafeDomainType = "EIP712Domain(uint256 chainId,address verifyingContract)";
constexpr std::string_view kSafeTxType =
    "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,"
    "address gasToken,address refundReceiver,uint256 nonce)";
constexpr std::string_view kDealBookName = "AutoChain DealBook";
constexpr std::string_view kDealBookVersion = "1";

void appendWord(Bytes& to, const U256& number)
{
    append(to, number.toBigEndian());
}

void appendWord(Bytes& to, const Address& address)
{
    appendWord(to, U256::fromBigEndian(address.view()));
}

Hash32 safeDomainSeparator(std::uint64_t chainId, const Address& safe)
{
    Bytes data = toBytes(keccak256(kSafeDomainType).view());
    appendWord(data, U256(chainId));
    appendWord(data, safe);
    return keccak256(data);
}

// Types and names of an encodeType text "Name(type name,type name)".
std::vector<std::pair<QString, QString>> fieldsOf(std::string_view encodeType)
{
    const auto open = encodeType.find('(');
    const QString inner = json::qs(encodeType.substr(open + 1, encodeType.size() - open - 2));
    std::vector<std::pair<QString, QString>> fields;
    for (const QString& field : inner.split(QLatin1Char(','))) {
        fields.emplace_back(field.section(QLatin1Char(' '), 0, 0), field.section(QLatin1Char(' '), 1, 1));
    }
    return fields;
}

QJsonValue jsonOf(const QString& type, const abi::Value& value)
{
    if (type == QLatin1String("bool")) {
        return !value.number().isZero();
    }
    if (type == QLatin1String("address")) {
        return json::qs(checksumAddress(value.address()));
    }
    if (type == QLatin1String("string")) {
        return json::qs(value.string());
    }
    return type.startsWith(QLatin1String("bytes")) ? json::qs(toHex0x(BytesView(value.bytes())))
                                                   : json::qs(value.number().toDecimal());
}

QJsonObject objectOf(std::string_view encodeType, const std::vector<abi::Value>& values)
{
    QJsonObject object;
    const auto fields = fieldsOf(encodeType);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        object.insert(fields[i].second, jsonOf(fields[i].first, values[i]));
    }
    return object;
}

QJsonArray typeList(std::string_view encodeType)
{
    QJsonArray list;
    for (const auto& [type, name] : fieldsOf(encodeType)) {
        list.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("type"), type}});
    }
    return list;
}

struct Part {
    std::string_view encodeType;
    std::vector<abi::Value> values;
};

std::string document(const Part& domain, const Part& message)
{
    const QString primary = json::qs(message.encodeType.substr(0, message.encodeType.find('(')));
    return json::write(
        QJsonObject{{QStringLiteral("types"), QJsonObject{{QStringLiteral("EIP712Domain"), typeList(domain.encodeType)},
                                                          {primary, typeList(message.encodeType)}}},
                    {QStringLiteral("primaryType"), primary},
                    {QStringLiteral("domain"), objectOf(domain.encodeType, domain.values)},
                    {QStringLiteral("message"), objectOf(message.encodeType, message.values)}});
}
} // namespace

Hash32 hashTerms(const dealBook::Terms& terms)
{
    Bytes data = toBytes(keccak256(dealBook::kTermsEip712Type).view());
    append(data, dealBook::encodeTerms(terms)); // every member is one word, as hashStruct wants it
    return keccak256(data);
}

Hash32 dealDomainSeparator(std::uint64_t chainId, const Address& dealBook)
{
    Bytes data = toBytes(keccak256(kDealDomainType).view());
    append(data, keccak256(kDealBookName).view());
    append(data, keccak256(kDealBookVersion).view());
    appendWord(data, U256(chainId));
    appendWord(data, dealBook);
    return keccak256(data);
}

Hash32 termsDigest(std::uint64_t chainId, const Address& dealBook, const dealBook::Terms& terms)
{
    return eip712::digest(dealDomainSeparator(chainId, dealBook), hashTerms(terms));
}

Hash32 safeTxHash(std::uint64_t chainId, const Address& safe, const SafeTx& tx)
{
    Bytes data = toBytes(keccak256(kSafeTxType).view());
    appendWord(data, tx.to);
    appendWord(data, tx.value);
    append(data, keccak256(tx.data).view());
    appendWord(data, U256(static_cast<std::uint64_t>(tx.operation)));
    appendWord(data, tx.safeTxGas);
    appendWord(data, tx.baseGas);
    appendWord(data, tx.gasPrice);
    appendWord(data, tx.gasToken);
    appendWord(data, tx.refundReceiver);
    appendWord(data, tx.nonce);
    return eip712::digest(safeDomainSeparator(chainId, safe), keccak256(data));
}

std::string typedDataJson(std::uint64_t chainId, const Address& dealBook, const dealBook::Terms& terms)
{
    const Part domain{
        kDealDomainType,
        {abi::Value::text(kDealBookName), abi::Value::text(kDealBookVersion), U256(chainId), abi::Value(dealBook)}};
    return document(domain, {dealBook::kTermsEip712Type, toAbi(terms).list()});
}

std::string typedDataJson(std::uint64_t chainId, const Address& safe, const SafeTx& tx)
{
    const Part domain{kSafeDomainType, {U256(chainId), abi::Value(safe)}};
    const Part message{kSafeTxType,
                       {abi::Value(tx.to), tx.value, tx.data, static_cast<std::uint64_t>(tx.operation), tx.safeTxGas,
                        tx.baseGas, tx.gasPrice, abi::Value(tx.gasToken), abi::Value(tx.refundReceiver), tx.nonce}};
    return document(domain, message);
}

Address safeProxyAddress(const Address& factory, const Address& singleton, BytesView initializer, const U256& saltNonce)
{
    Bytes salt = toBytes(keccak256(initializer).view());
    appendWord(salt, saltNonce);
    Bytes code = creationCode(ContractId::SafeProxy);
    appendWord(code, singleton);
    return create2Address(factory, keccak256(salt), keccak256(code));
}

Address dealSafeAddress(const NetworkFile& network, const dealBook::Terms& terms)
{
    const Bytes configure =
        safeSetup::configure({}, network.contract("dealModule"), network.contract("dealGuard")).data;
    const Call setup = safe::setup({}, {terms.buyer, terms.seller, terms.appraiser}, U256(2),
                                   network.contract("safeSetup"), configure, {}, {}, U256(), {});
    return safeProxyAddress(network.contract("safeProxyFactory"), network.contract("safe"), setup.data,
                            U256::fromBigEndian(hashTerms(terms).view()));
}

} // namespace autochain::contracts
