// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp.h"
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
    explicit Fields(const std::vector<rlp::Item>& items) : m_items(items) {}

    std::size_t left() const { return m_items.size() - m_next; }

    Result<const rlp::Item*> item(const char* field, bool isList)
    {
        if (left() == 0 || m_items[m_next].isList != isList) {
            return bad(field);
        }
        return &m_items[m_next++];
    }

    Result<U256> number(const char* field)
    {
        AC_TRY(const rlp::Item* item, this->item(field, false));
        if (item->data.size() > 32 || (!item->data.empty() && item->data.front() == 0)) {
            return bad(field);
        }
        return U256::fromBigEndian(item->data);
    }

    Result<std::uint64_t> number64(const char* field)
    {
        AC_TRY(const U256 number, this->number(field));
        if (!number.fitsU64()) {
            return bad(field);
        }
        return number.toU64();
    }

    Result<std::optional<Address>> recipient()
    {
        AC_TRY(const rlp::Item* item, this->item("to", false));
        if (item->data.empty()) {
            return std::optional<Address>();
        }
        if (item->data.size() != Address::kSize) {
            return bad("to");
        }
        return std::optional(Address::from(item->data));
    }

private:
    const std::vector<rlp::Item>& m_items;
    std::size_t m_next = 0;
};

Result<AccessListEntry> readAccessEntry(const rlp::Item& item)
{
    const bool shaped = item.isList && item.items.size() == 2 && !item.items[0].isList && item.items[1].isList;
    if (!shaped || item.items[0].data.size() != Address::kSize) {
        return bad("accessList");
    }
    AccessListEntry out{Address::from(item.items[0].data), {}};
    for (const rlp::Item& key : item.items[1].items) {
        if (key.isList || key.data.size() != Hash32::kSize) {
            return bad("accessList");
        }
        out.storageKeys.push_back(Hash32::from(key.data));
    }
    return out;
}

Result<> readAccessList(Fields& fields, Transaction& tx)
{
    AC_TRY(const rlp::Item* list, fields.item("accessList", true));
    for (const rlp::Item& item : list->items) {
        AC_TRY(AccessListEntry entry, readAccessEntry(item));
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
    AC_TRY(const rlp::Item* data, fields.item("data", false));
    tx.data = data->data;
    if (type != TxType::Legacy) {
        AC_CHECK(readAccessList(fields, tx));
    }
    return tx;
}

struct Envelope {
    TxType type = TxType::Legacy;
    rlp::Item list;
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
    AC_TRY(out.list, rlp::decode(bytes));
    if (!out.list.isList) {
        return bad("not a list");
    }
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
    Fields fields(envelope.list.items);
    AC_TRY(Transaction tx, readBody(fields, envelope.type));
    if (envelope.type == TxType::Legacy && fields.left() != 0) {
        AC_TRY(tx.chainId, fields.number64("chainId"));
        AC_TRY(const U256 r, fields.number("r"));
        AC_TRY(const U256 s, fields.number("s"));
        if (tx.chainId == 0 || !r.isZero() || !s.isZero()) {
            return bad("chainId");
        }
    }
    if (fields.left() != 0) {
        return CodecError::TrailingBytes;
    }
    return tx;
}

Result<SignedTransaction> decodeSigned(BytesView bytes, std::size_t maxBytes)
{
    AC_TRY(const Envelope envelope, open(bytes, maxBytes));
    Fields fields(envelope.list.items);
    SignedTransaction out;
    AC_TRY(out.tx, readBody(fields, envelope.type));
    AC_CHECK(readSignature(fields, out));
    if (fields.left() != 0) {
        return CodecError::TrailingBytes;
    }
    return out;
}

} // namespace autochain
