// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "codec/transaction.h"

namespace autochain::test
{
namespace
{

U256 numberAt(const QJsonObject& item, const char* key)
{
    const QJsonValue value = at(item, key);
    if (!value.isString()) {
        return U256(static_cast<std::uint64_t>(value.toInteger()));
    }
    std::string digits = str(value).substr(2);
    digits.insert(0, digits.size() % 2, '0'); // "0x", "0x1", "0x0102"
    return U256::fromBigEndian(unhex(digits));
}

std::optional<Address> recipientOf(const QJsonObject& item)
{
    const std::string to = str(at(item, "to"));
    return to.size() > 2 ? std::optional(addressFromHex(to).value()) : std::nullopt;
}

void readCommon(const QJsonObject& item, Transaction& tx)
{
    tx.nonce = numberAt(item, "nonce").toU64();
    tx.gasPrice = numberAt(item, "gasPrice");
    tx.gasLimit = numberAt(item, "gasLimit").toU64();
    tx.to = recipientOf(item);
    tx.value = numberAt(item, "value");
    tx.data = unhex(at(item, "data"));
}

void readTyped(const QJsonObject& item, Transaction& tx)
{
    tx.chainId = numberAt(item, "chainId").toU64();
    tx.maxPriorityFeePerGas = numberAt(item, "maxPriorityFeePerGas");
    tx.maxFeePerGas = numberAt(item, "maxFeePerGas");
    const QJsonArray list = at(item, "accessList").toArray();
    for (const auto& entry : list) {
        AccessListEntry out{addressFromHex(str(at(entry.toObject(), "address"))).value(), {}};
        const QJsonArray keys = at(entry.toObject(), "storageKeys").toArray();
        for (const auto& key : keys) {
            out.storageKeys.push_back(hash32FromHex(str(key)).value());
        }
        tx.accessList.push_back(std::move(out));
    }
}

// Both encodings, both decodings, the signature and who is recovered from it.
Verdict compareBoth(const Transaction& tx, const QJsonValue& keyHex, const QJsonValue& addressHex,
                    const QJsonValue& unsignedHex, const QJsonValue& signedHex)
{
    const Bytes unsignedBytes = unhex(unsignedHex);
    const Bytes signedBytes = unhex(signedHex);
    const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(unhex(keyHex)));
    if (encodeUnsigned(tx) != unsignedBytes) {
        return different("unsigned bytes");
    }
    const auto readUnsigned = decodeUnsigned(unsignedBytes);
    if (!readUnsigned.ok() || *readUnsigned != tx) {
        return different("unsigned, read back");
    }
    const Signature signature = key->sign(signingHash(tx));
    if (encodeSigned(tx, signature) != signedBytes) {
        return different("signed bytes");
    }
    const auto readSigned = decodeSigned(signedBytes);
    if (!readSigned.ok() || readSigned->tx != tx || readSigned->signature != signature) {
        return different("signed, read back");
    }
    const auto signer = recoverAddress(signingHash(readSigned->tx), readSigned->signature);
    return equalIf(signer.ok() && toHex0x(*signer) == str(addressHex), "signer");
}

} // namespace

Verdict compareTransaction(const QJsonObject& item)
{
    if (!numberAt(item, "gasLimit").fitsU64()) {
        if (decodeUnsigned(unhex(at(item, "unsignedTransaction"))).ok()) {
            return different("gas limit of more than 64 bits was read");
        }
        return leftOut("gas limit above 64 bits: no chain takes it, and decoding refuses it");
    }
    Transaction tx;
    tx.type = TxType::Legacy;
    readCommon(item, tx);
    const Verdict plain = compareBoth(tx, at(item, "privateKey"), at(item, "accountAddress"),
                                      at(item, "unsignedTransaction"), at(item, "signedTransaction"));
    if (plain.kind != Verdict::Kind::Equal) {
        return plain;
    }
    tx.chainId = 5;
    return compareBoth(tx, at(item, "privateKey"), at(item, "accountAddress"), at(item, "unsignedTransactionChainId5"),
                       at(item, "signedTransactionChainId5"));
}

Verdict compareTypedTransaction(const QJsonObject& item)
{
    const QJsonObject json = at(item, "tx").toObject();
    Transaction tx;
    tx.type = at(json, "type").toInt() == 1 ? TxType::AccessList : TxType::DynamicFee;
    readCommon(json, tx);
    readTyped(json, tx);
    if (tx.type == TxType::AccessList) {
        tx.maxPriorityFeePerGas = tx.maxFeePerGas = U256();
    } else {
        tx.gasPrice = U256();
    }
    return compareBoth(tx, at(item, "key"), at(item, "address"), at(item, "unsigned"), at(item, "signed"));
}

} // namespace autochain::test
