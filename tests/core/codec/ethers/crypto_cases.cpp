// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "crypto/address.h"
#include "crypto/hash.h"
#include "crypto/keystore.h"
#include "crypto/mnemonic.h"

namespace autochain::test
{
namespace
{

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

bool isKeyOf(const Result<PrivateKey>& key, const QJsonValue& privateKey, const QJsonValue& address)
{
    return key.ok() && toHex0x(key->secret32()) == str(privateKey) &&
           toHex0x(key->address()) == QString::fromStdString(str(address)).toLower().toStdString();
}

Verdict compareWords(const QJsonObject& item)
{
    const std::string words = str(at(item, "mnemonic"));
    const Bytes entropy = unhex(at(item, "entropy"));
    const auto ours = mnemonicFromEntropy(entropy);
    const auto back = entropyFromMnemonic(words);
    return equalIf(
        ours.ok() && toBytes(ours->view()) == toBytes(words) && back.ok() && toBytes(back->view()) == entropy, "words");
}

} // namespace

Verdict compareAccount(const QJsonObject& item)
{
    const std::string checksummed = str(at(item, "checksumAddress"));
    const auto address = parseAddress(checksummed);
    if (!address.ok() || checksumAddress(*address) != checksummed || toHex0x(*address) != str(at(item, "address"))) {
        return different("checksum");
    }
    if (!item.contains(QLatin1String("privateKey"))) {
        return equal();
    }
    const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(unhex(at(item, "privateKey"))));
    return equalIf(isKeyOf(key, at(item, "privateKey"), at(item, "address")), "address of the key");
}

Verdict compareHash(const QJsonObject& item)
{
    const Bytes data = unhex(at(item, "data"));
    return equalIf(toHex0x(keccak256(data)) == str(at(item, "keccak256")) &&
                       toHex0x(sha256(data)) == str(at(item, "sha256")),
                   "hash");
}

Verdict compareHdNode(const QJsonObject& item)
{
    // Other languages have their own word lists; their seeds and keys are compared all the same.
    if (str(at(item, "locale")) == "en" && compareWords(item).kind != Verdict::Kind::Equal) {
        return different("words");
    }
    const SecretBytes seed = seedFromMnemonic(str(at(item, "mnemonic")), str(at(item, "password")));
    if (toHex0x(seed.view()) != str(at(item, "seed"))) {
        return different("seed");
    }
    const QJsonArray nodes = at(item, "hdnodes").toArray();
    for (const auto& node : nodes) {
        const QJsonObject expected = node.toObject();
        const auto key = deriveKey(seed, str(at(expected, "path")));
        if (!isKeyOf(key, at(expected, "privateKey"), at(expected, "address"))) {
            return different(str(at(expected, "path")));
        }
    }
    return equal();
}

Verdict compareWallet(const QJsonObject& item)
{
    if (str(at(item, "type")) != "secret-storage") {
        return leftOut("file of the 2014 crowd sale, not Web3 Secret Storage");
    }
    const std::string json = str(at(item, "json"));
    if (at(item, "hasAddress").toBool()) {
        const auto address = keystoreAddress(json);
        if (!address.ok() || toHex0x(*address) != str(at(item, "address"))) {
            return different("address");
        }
    }
    const auto key = decryptKeystore(json, secret(str(at(item, "password"))));
    return equalIf(isKeyOf(key, at(item, "privateKey"), at(item, "address")), "key");
}

} // namespace autochain::test
