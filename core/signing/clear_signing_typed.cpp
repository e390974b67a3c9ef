// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712 documents. The values are read into the structures the suite knows; the hash signed is computed from those,
// and the document's own hash must come out the same. So nothing in the document can mean more than what is shown.
#include "base/hex.h"
#include "codec/eip712.h"
#include "codec/json.h"
#include "contracts/deal_hash.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/vehicle_registry_types.h"
#include "contracts/record_hash.h"
#include "crypto/address.h"
#include "crypto/hash.h"
#include "signing/clear_signing_scene.h"
#include "signing/descriptor.h"

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

namespace
{

// Reads members of a message and remembers the first that is missing or wrong.
class Members
{
public:
    explicit Members(const QJsonObject& object) : m_object(object) {}

    U256 number(const char* key)
    {
        const auto value = m_object.value(QLatin1String(key));
        if (value.isDouble()) {
            const auto whole = json::integer(m_object, key);
            return whole.ok() && *whole >= 0 ? U256(static_cast<std::uint64_t>(*whole)) : fail<U256>(key);
        }
        const auto text = value.toString().toStdString();
        const auto parsed = text.rfind("0x", 0) == 0 ? U256::fromHexQuantity(text) : U256::fromDecimal(text);
        return value.isString() && parsed.ok() ? *parsed : fail<U256>(key);
    }
    std::uint64_t u64(const char* key)
    {
        const U256 value = number(key);
        return value.fitsU64() ? value.toU64() : fail<std::uint64_t>(key);
    }
    std::uint32_t u32(const char* key)
    {
        const auto value = u64(key);
        return value <= 0xffffffffU ? static_cast<std::uint32_t>(value) : fail<std::uint32_t>(key);
    }
    Address address(const char* key) { return take(json::address(m_object, key), key); }
    Hash32 hash(const char* key) { return take(json::hash32(m_object, key), key); }
    Bytes bytes(const char* key) { return take(json::hexData(m_object, key), key); }
    std::string text(const char* key) { return take(json::string(m_object, key), key); }
    bool flag(const char* key) { return take(json::boolean(m_object, key), key); }

    Result<> done() const
    {
        if (!m_wrong.empty()) {
            return cannotDecode("member " + m_wrong);
        }
        return {};
    }

private:
    template <typename T>
    T fail(const char* key)
    {
        if (m_wrong.empty()) {
            m_wrong = key;
        }
        return T();
    }
    template <typename T>
    T take(Result<T> result, const char* key)
    {
        return result.ok() ? std::move(*result) : fail<T>(key);
    }

    const QJsonObject& m_object;
    std::string m_wrong;
};

// Chain and contract of the document; its name and version are held by the hash that is compared in the end.
Result<> checkDomain(const QJsonObject& domain, const SigningContext& context, const Address* contract)
{
    Members members(domain);
    const U256 chainId = members.number("chainId");
    const Address verifying = members.address("verifyingContract");
    AC_CHECK(members.done());
    if (chainId != U256(context.network.chainId)) {
        return refused("foreign chain id");
    }
    if (contract != nullptr && verifying != *contract) {
        return refused("foreign contract");
    }
    return {};
}

Result<TypedDataStatement> decodeTermsDocument(const eip712::TypedData& data, const SigningContext& context,
                                               const SigningHints& hints)
{
    const Address book = context.network.contract("dealBook");
    AC_CHECK(checkDomain(data.domain, context, &book));
    Members m(data.message);
    dealBook::Terms t;
    t.vehicleId = m.hash("vehicleId");
    t.historyHead = m.hash("historyHead");
    t.historyCount = m.u64("historyCount");
    t.odometerKm = m.u32("odometerKm");
    t.reportDigest = m.hash("reportDigest");
    t.price = m.number("price");
    t.buyer = m.address("buyer");
    t.seller = m.address("seller");
    t.appraiser = m.address("appraiser");
    t.substitute = m.address("substitute");
    t.rulingFee = m.number("rulingFee");
    t.assessmentFee = m.number("assessmentFee");
    t.seatBy = m.u64("seatBy");
    t.fundBy = m.u64("fundBy");
    t.depositBy = m.u64("depositBy");
    t.handoverBy = m.u64("handoverBy");
    t.ruleWithin = m.u64("ruleWithin");
    t.substituteRuleWithin = m.u64("substituteRuleWithin");
    t.fallbackToBuyer = m.number("fallbackToBuyer");
    t.fallbackTitleToBuyer = m.flag("fallbackTitleToBuyer");
    t.salt = m.number("salt");
    AC_CHECK(m.done());

    Draft draft(Kind::SignTerms, context, hints);
    if (!draft.isSelf(t.buyer) && !draft.isSelf(t.seller)) {
        return refused("not a side of this deal");
    }
    draft.setDeal(hashTerms(t), t);
    AC_CHECK(describeTerms(draft, t));
    draft.check(Check::ThisNetwork);
    draft.statement().contract = book;
    draft.warn(Warning::BindingOffer);
    return TypedDataStatement{draft.take(), termsDigest(context.network.chainId, book, t)};
}

Result<SafeTx> readSafeTx(const QJsonObject& message)
{
    Members m(message);
    SafeTx tx;
    tx.to = m.address("to");
    tx.value = m.number("value");
    tx.data = m.bytes("data");
    const U256 operation = m.number("operation");
    bool payment = !m.number("safeTxGas").isZero();
    payment = !m.number("baseGas").isZero() || payment;
    payment = !m.number("gasPrice").isZero() || payment;
    payment = !m.address("gasToken").isZero() || payment;
    payment = !m.address("refundReceiver").isZero() || payment;
    tx.nonce = m.number("nonce");
    AC_CHECK(m.done());
    if (!operation.isZero()) {
        return refused("delegatecall");
    }
    if (payment) {
        return refused("payment for gas out of the Safe");
    }
    if (!tx.value.isZero()) {
        return refused("coins sent along with a call");
    }
    return tx;
}

Result<TypedDataStatement> decodeSafeDocument(const eip712::TypedData& data, const SigningContext& context,
                                              const SigningHints& hints)
{
    AC_CHECK(checkDomain(data.domain, context, nullptr));
    AC_TRY(const auto safeAddress, understood(json::address(data.domain, "verifyingContract"), "verifyingContract"));
    AC_TRY(const auto tx, readSafeTx(data.message));
    if (tx.to != context.network.contract("dealModule")) {
        return refused("a deal's Safe calls nothing but its module");
    }
    AC_TRY(const auto call, understood(dealModule::decodeSettle(tx.data), "settle"));
    if (dealModule::settle(tx.to, call.dealId, call.settlement).data != tx.data) {
        return cannotDecode("settle");
    }
    Draft draft(Kind::SignSettlement, context, hints);
    AC_TRY(const auto terms, draft.needDeal(call.dealId));
    if (*draft.statement().deal->safe != safeAddress) {
        return refused("Safe is not this deal's");
    }
    if (!maySign(terms, call.settlement, context.self)) {
        return refused("this settlement is not yours to sign");
    }
    AC_CHECK(describeSettlement(draft, terms, call.settlement, {}));
    draft.statement().settlement->safeNonce = tx.nonce;
    draft.statement().otherSide = OtherSide::NotYet;
    draft.statement().contract = safeAddress;
    draft.check(Check::ThisNetwork);
    return TypedDataStatement{draft.take(), safeTxHash(context.network.chainId, safeAddress, tx)};
}

Bytes wordsOf(std::initializer_list<Hash32> hashes)
{
    Bytes out;
    for (const auto& hash : hashes) {
        append(out, hash.view());
    }
    return out;
}

Hash32 wordOf(const U256& number)
{
    const auto bytes = number.toBigEndian();
    return Hash32::from(bytes);
}

Hash32 wordOf(const Address& address)
{
    return wordOf(U256::fromBigEndian(address.view()));
}

// ERC-2612 with the domain of OpenZeppelin's ERC20Permit("AutoChain"), contracts/src/AUC.sol.
Hash32 permitDigest(const SigningContext& context, const Address& token, const Address& owner, const Address& spender,
                    const U256& value, const U256& nonce, const U256& deadline)
{
    const auto domain = keccak256(
        wordsOf({keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                 keccak256("AutoChain"), keccak256("1"), wordOf(U256(context.network.chainId)), wordOf(token)}));
    const auto permit = keccak256(
        wordsOf({keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                 wordOf(owner), wordOf(spender), wordOf(value), wordOf(nonce), wordOf(deadline)}));
    return eip712::digest(domain, permit);
}

Result<TypedDataStatement> decodePermitDocument(const eip712::TypedData& data, const SigningContext& context,
                                                const SigningHints& hints)
{
    const Address token = context.network.contract("auc");
    AC_CHECK(checkDomain(data.domain, context, &token));
    Members m(data.message);
    const Address owner = m.address("owner");
    const Address spender = m.address("spender");
    const U256 value = m.number("value");
    const U256 nonce = m.number("nonce");
    const U256 deadline = m.number("deadline");
    AC_CHECK(m.done());
    AC_CHECK(checkAllowance(value));
    if (owner != context.self) {
        return refused("another owner's permit");
    }
    if (spender.isZero()) {
        return refused("zero address");
    }
    Draft draft(Kind::Permit, context, hints);
    draft.fact(FactKind::Spender, draft.party(spender));
    draft.fact(FactKind::Amount, value);
    draft.fact(FactKind::PermitUntil, deadline);
    draft.fact(FactKind::PermitNonce, nonce);
    draft.check(Check::ThisNetwork);
    draft.statement().contract = token;
    draft.warn(Warning::AllowanceStands);
    draft.warnOfStranger(spender);
    return TypedDataStatement{draft.take(), permitDigest(context, token, owner, spender, value, nonce, deadline)};
}

// The content of a record, before its digest goes into the car's history: the signature makes it his word wherever it
// is read.
Result<TypedDataStatement> decodeRecordDocument(const eip712::TypedData& data, const SigningContext& context,
                                                const SigningHints& hints)
{
    const Address registry = context.network.contract("vehicleRegistry");
    AC_CHECK(checkDomain(data.domain, context, &registry));
    Members m(data.message);
    RecordToSign record;
    record.vehicleId = m.hash("vehicleId");
    const std::uint64_t kind = m.u64("kind");
    record.odometerKm = m.u32("odometerKm");
    record.contentDigest = m.hash("contentDigest");
    AC_CHECK(m.done());
    if (kind == 0 || kind >= countOf(vehicleRegistry::Kind{})) {
        return cannotDecode("member kind");
    }
    record.kind = static_cast<std::uint8_t>(kind);
    Draft draft(Kind::SignRecord, context, hints);
    draft.setVehicle(record.vehicleId);
    draft.fact(FactKind::RecordKind, kind);
    draft.fact(FactKind::OdometerKm, std::uint64_t{record.odometerKm});
    draft.fact(FactKind::ContentDigest, record.contentDigest);
    draft.check(Check::ThisNetwork);
    draft.statement().contract = registry;
    draft.warn(Warning::PublicForGood);
    const Hash32 domain = recordDomainSeparator(context.network.chainId, registry);
    return TypedDataStatement{draft.take(), recordDigest(domain, record)};
}

Result<abi::Value> memberOf(Members& members, const char* name, const abi::Type& type)
{
    switch (type.kind) {
    case abi::Type::Kind::Address:
        return abi::Value(members.address(name));
    case abi::Type::Kind::Bytes:
        return abi::Value(members.bytes(name));
    case abi::Type::Kind::FixedBytes:
        return type.size == 32 ? Result<abi::Value>(abi::Value(members.hash(name))) : cannotDecode("member");
    case abi::Type::Kind::Bool:
        return abi::Value::boolean(members.flag(name));
    case abi::Type::Kind::Uint:
        return abi::Value(members.number(name));
    default:
        return cannotDecode("member", name);
    }
}

// EIP-712, "Definition of hashStruct", for a struct of plain members.
Result<Hash32> structHash(const DescriptorFormat& format, const std::vector<abi::Value>& values)
{
    Bytes words = toBytes(keccak256(format.signature).view());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* number = std::get_if<U256>(&values[i].data);
        const bool dynamic = format.inputs.children[i].kind == abi::Type::Kind::Bytes;
        append(words, number    ? wordOf(*number).view()
                      : dynamic ? keccak256(values[i].bytes()).view()
                                : BytesView(values[i].bytes()));
    }
    return keccak256(words);
}

// A document of another contract, of a type a descriptor has word for word.
Result<TypedDataStatement> decodeDescribed(const eip712::TypedData& data, const SigningContext& context,
                                           const SigningHints& hints)
{
    const auto type = eip712::encodeType(data, data.primaryType);
    const DescriptorFormat* format = type.ok() ? findDocument(*type) : nullptr;
    if (format == nullptr) {
        return cannotDecode("document " + data.primaryType);
    }
    AC_CHECK(checkDomain(data.domain, context, nullptr));
    AC_TRY(const auto contract, understood(json::address(data.domain, "verifyingContract"), "verifyingContract"));
    Members members(data.message);
    MessageValues message;
    message.format = format;
    for (std::size_t i = 0; i < format->inputs.children.size(); ++i) {
        AC_TRY(auto value, memberOf(members, format->inputs.names[i].c_str(), format->inputs.children[i]));
        message.values.push_back(std::move(value));
    }
    AC_CHECK(members.done());
    AC_TRY(auto statement, describeMessage(message, contract, context, hints));
    AC_TRY(const Hash32 own, structHash(*format, message.values));
    const auto domain = eip712::domainSeparator(data);
    if (!domain.ok()) {
        return cannotDecode("document " + data.primaryType);
    }
    return TypedDataStatement{std::move(statement), eip712::digest(*domain, own)};
}

// Documents of the suite's own contracts have their own, stricter readers.
bool isOwn(const eip712::TypedData& data, const SigningContext& context)
{
    const auto contract = json::address(data.domain, "verifyingContract");
    const auto to = json::address(data.message, "to");
    if (data.primaryType == "SafeTx") {
        return !to.ok() || *to == context.network.contract("dealModule");
    }
    if (data.primaryType == "Permit") {
        return !contract.ok() || *contract == context.network.contract("auc");
    }
    if (data.primaryType == "VehicleRecord") {
        return !contract.ok() || *contract == context.network.contract("vehicleRegistry");
    }
    return data.primaryType == "Terms";
}

} // namespace

Result<TypedDataStatement> decodeTypedData(const std::string& typedDataJson, const SigningContext& context,
                                           const SigningHints& hints)
{
    AC_TRY(const auto data, understood(eip712::parse(asBytes(typedDataJson)), "document"));
    auto out = !isOwn(data, context)                 ? decodeDescribed(data, context, hints)
               : data.primaryType == "Terms"         ? decodeTermsDocument(data, context, hints)
               : data.primaryType == "SafeTx"        ? decodeSafeDocument(data, context, hints)
               : data.primaryType == "VehicleRecord" ? decodeRecordDocument(data, context, hints)
               : data.primaryType == "Permit"
                   ? decodePermitDocument(data, context, hints)
                   : Result<TypedDataStatement>(cannotDecode("document " + data.primaryType));
    if (!out.ok()) {
        return out;
    }
    const auto own = eip712::digest(data);
    if (!own.ok() || *own != out->digest) {
        return cannotDecode("document " + data.primaryType, "its types or domain are not the suite's");
    }
    out->statement.checks.insert(out->statement.checks.begin(), {Check::PlainCall, Check::EveryByte});
    return out;
}

} // namespace autochain::signing
