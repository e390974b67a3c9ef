// SPDX-License-Identifier: GPL-3.0-or-later
// Yellow Paper (15)–(17) with EIP-155 for legacy transactions; EIP-2718 envelopes of EIP-2930 and EIP-1559.
#include "codec/transaction.h"

#include "codec/rlp.h"
#include "crypto/hash.h"

namespace autochain
{
namespace
{

void appendTo(Bytes& out, const std::optional<Address>& to)
{
    rlp::appendString(out, to ? to->view() : BytesView());
}

Bytes encodeAccessList(const std::vector<AccessListEntry>& accessList)
{
    Bytes entries;
    for (const AccessListEntry& entry : accessList) {
        Bytes keys;
        for (const Hash32& key : entry.storageKeys) {
            rlp::appendString(keys, key.view());
        }
        Bytes fields;
        rlp::appendString(fields, entry.address.view());
        append(fields, rlp::list(keys));
        append(entries, rlp::list(fields));
    }
    return rlp::list(entries);
}

Bytes fieldsOf(const Transaction& tx)
{
    Bytes out;
    if (tx.type != TxType::Legacy) {
        rlp::appendUint(out, tx.chainId);
    }
    rlp::appendUint(out, tx.nonce);
    if (tx.type == TxType::DynamicFee) {
        rlp::appendUint(out, tx.maxPriorityFeePerGas);
        rlp::appendUint(out, tx.maxFeePerGas);
    } else {
        rlp::appendUint(out, tx.gasPrice);
    }
    rlp::appendUint(out, tx.gasLimit);
    appendTo(out, tx.to);
    rlp::appendUint(out, tx.value);
    rlp::appendString(out, tx.data);
    if (tx.type != TxType::Legacy) {
        append(out, encodeAccessList(tx.accessList));
    }
    return out;
}

// The list, behind the type byte where there is one.
Bytes envelope(TxType type, BytesView fields)
{
    Bytes out;
    if (type != TxType::Legacy) {
        out.push_back(static_cast<std::uint8_t>(type));
    }
    append(out, rlp::list(fields));
    return out;
}

U256 vOf(const Transaction& tx, const Signature& signature)
{
    if (tx.type != TxType::Legacy) {
        return U256(signature.yParity);
    }
    const U256 base = tx.chainId == 0 ? U256(27) : U256(tx.chainId) * U256(2) + U256(35);
    return base + U256(signature.yParity);
}

} // namespace

Bytes encodeUnsigned(const Transaction& tx)
{
    Bytes fields = fieldsOf(tx);
    if (tx.type == TxType::Legacy && tx.chainId != 0) {
        rlp::appendUint(fields, tx.chainId);
        rlp::appendUint(fields, U256());
        rlp::appendUint(fields, U256());
    }
    return envelope(tx.type, fields);
}

Hash32 signingHash(const Transaction& tx)
{
    return keccak256(encodeUnsigned(tx));
}

Bytes encodeSigned(const Transaction& tx, const Signature& signature)
{
    Bytes fields = fieldsOf(tx);
    rlp::appendUint(fields, vOf(tx, signature));
    rlp::appendUint(fields, U256::fromBigEndian(signature.r.view()));
    rlp::appendUint(fields, U256::fromBigEndian(signature.s.view()));
    return envelope(tx.type, fields);
}

Hash32 transactionHash(BytesView encodedSigned)
{
    return keccak256(encodedSigned);
}

} // namespace autochain
