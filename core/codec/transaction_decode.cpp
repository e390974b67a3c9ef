// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp_view.h"
#include "codec/transaction.h"

namespace autochain
{
namespace
{

Error bad(const char* field)
{
    return {CodecError::NotCanonical, {}, field};
}

// Reads the members of a list one after the other.
class Fields
{
public:
    explicit Fields(BytesView items) : m_rest(items) {}

    bool atEnd() const { return m_rest.empty(); }

    Result<BytesView> string(const char* field)
    {
        const auto string = takeRlpString(m_rest);
        return string ? Result(*string) : bad(field);
    }

    Result<BytesView> list(const char* field)
    {
        const auto item = takeRlp(m_rest);
        return item && item->isList ? Result(item->payload) : bad(field);
    }

    Result<BytesView> fixed(const char* field, std::size_t size)
    {
        const auto string = takeRlpFixed(m_rest, size);
        return string ? Result(*string) : bad(field);
    }

    Result<U256> number(const char* field)
    {
        const auto number = takeRlpU256(m_rest);
        return number ? Result(*number) : bad(field);
    }

    Result<std::uint64_t> number64(const char* field)
    {
        const auto number = takeRlpU64(m_rest);
        return number ? Result(*number) : bad(field);
    }

    Result<std::optional<Address>> recipient()
    {
        AC_TRY(const BytesView to, string("to"));
        if (to.empty()) {
            return std::optional<Address>();
        }
        if (to.size() != Address::kSize) {
            return bad("to");
        }
        return std::optional(Address::from(to));
    }

private:
    BytesView m_rest;
};

Result<AccessListEntry> readAccessEntry(Fields entry)
{
    AC_TRY(const BytesView address, entry.fixed("accessList", Address::kSize));
    AC_TRY(const BytesView keys, entry.list("accessList"));
    if (!entry.atEnd()) {
        return bad("accessList");
    }
    AccessListEntry out{Address::from(address), {}};
    for (Fields rest(keys); !rest.atEnd();) {
        AC_TRY(const BytesView key, rest.fixed("accessList", Hash32::kSize));
        out.storageKeys.push_back(Hash32::from(key));
    }
    return out;
}

Result<> readAccessList(Fields& fields, Transaction& tx)
{
    AC_TRY(const BytesView list, fields.list("accessList"));
    for (Fields rest(list); !rest.atEnd();) {
        AC_TRY(const BytesView item, rest.list("accessList"));
        AC_TRY(AccessListEntry entry, readAccessEntry(Fields(item)));
        tx.accessList.push_back(std::move(entry));
    }
    return {};
}

Result<> readFees(Fields& fields, Transaction& tx)
{
    if (tx.type != TxType::DynamicFee) {
        AC_TRY(tx.gasPrice, fields.number("gasPrice"));
        return {};
    }
    AC_TRY(tx.maxPriorityFeePerGas, fields.number("maxPriorityFeePerGas"));
    AC_TRY(tx.maxFeePerGas, fields.number("maxFeePerGas"));
    return {};
}

// Everything but what stands behind the data (legacy) or the access list.
Result<Transaction> readBody(Fields& fields, TxType type)
{
    Transaction tx;
    tx.type = type;
    if (type != TxType::Legacy) {
        AC_TRY(tx.chainId, fields.number64("chainId"));
    }
    AC_TRY(tx.nonce, fields.number64("nonce"));
    if (tx.nonce == UINT64_MAX) { // EIP-2681
        return bad("nonce");
    }
    AC_CHECK(readFees(fields, tx));
    AC_TRY(tx.gasLimit, fields.number64("gasLimit"));
    AC_TRY(tx.to, fields.recipient());
    AC_TRY(tx.value, fields.number("value"));
    AC_TRY(const BytesView data, fields.string("data"));
    tx.data = toBytes(data);
    if (type != TxType::Legacy) {
        AC_CHECK(readAccessList(fields, tx));
    }
    return tx;
}

struct Envelope {
    TxType type = TxType::Legacy;
    BytesView fields; // the members of the list
};

Result<Envelope> open(BytesView bytes, std::size_t maxBytes)
{
    if (bytes.size() > maxBytes) {
        return CodecError::TooLarge;
    }
    if (bytes.empty()) {
        return CodecError::TooShort;
    }
    Envelope out;
    if (bytes.front() <= 0x7f) { // EIP-2718
        if (bytes.front() != 1 && bytes.front() != 2) {
            return bad("type");
        }
        out.type = static_cast<TxType>(bytes.front());
        bytes = bytes.subspan(1);
    }
    const auto list = readRlp(bytes);
    if (!list || !list->isList) {
        return bad("not one list");
    }
    out.fields = list->payload;
    return out;
}

// EIP-155: v is 27 or 28, or 35 + 2 · chain id with the parity on top.
Result<> readLegacyV(const U256& v, Transaction& tx, Signature& signature)
{
    if (v == U256(27) || v == U256(28)) {
        signature.yParity = static_cast<std::uint8_t>(v.toU64() - 27);
        return {};
    }
    if (v < U256(37)) { // chain id 0 would come out as "without EIP-155"
        return bad("v");
    }
    const auto [chainId, parity] = divMod(v - U256(35), U256(2));
    if (!chainId.fitsU64()) {
        return bad("v");
    }
    tx.chainId = chainId.toU64();
    signature.yParity = static_cast<std::uint8_t>(parity.toU64());
    return {};
}

Result<Hash32> readScalar(Fields& fields, const char* field)
{
    AC_TRY(const U256 number, fields.number(field));
    return Hash32::from(number.toBigEndian());
}

Result<> readSignature(Fields& fields, SignedTransaction& out)
{
    AC_TRY(const U256 v, fields.number("v"));
    if (out.tx.type == TxType::Legacy) {
        AC_CHECK(readLegacyV(v, out.tx, out.signature));
    } else if (v > U256(1)) {
        return bad("yParity");
    } else {
        out.signature.yParity = static_cast<std::uint8_t>(v.toU64());
    }
    AC_TRY(out.signature.r, readScalar(fields, "r"));
    AC_TRY(out.signature.s, readScalar(fields, "s"));
    if (!signatureFromRsv(out.signature.toRsv()).ok()) {
        return bad("signature");
    }
    return {};
}

} // namespace

Result<Transaction> decodeUnsigned(BytesView bytes)
{
    AC_TRY(const Envelope envelope, open(bytes, kMaxTransactionBytes));
    Fields fields(envelope.fields);
    AC_TRY(Transaction tx, readBody(fields, envelope.type));
    if (envelope.type == TxType::Legacy && !fields.atEnd()) {
        AC_TRY(tx.chainId, fields.number64("chainId"));
        AC_TRY(const U256 r, fields.number("r"));
        AC_TRY(const U256 s, fields.number("s"));
        if (tx.chainId == 0 || !r.isZero() || !s.isZero()) {
            return bad("chainId");
        }
    }
    if (!fields.atEnd()) {
        return CodecError::TrailingBytes;
    }
    return tx;
}

Result<SignedTransaction> decodeSigned(BytesView bytes, std::size_t maxBytes)
{
    AC_TRY(const Envelope envelope, open(bytes, maxBytes));
    Fields fields(envelope.fields);
    SignedTransaction out;
    AC_TRY(out.tx, readBody(fields, envelope.type));
    AC_CHECK(readSignature(fields, out));
    if (!fields.atEnd()) {
        return CodecError::TrailingBytes;
    }
    return out;
}

} // namespace autochain
