// SPDX-License-Identifier: GPL-3.0-or-later
// Web3 Secret Storage version 3: {"name": {json, password, priv}} of ethereum/tests and geth, and the wallets of
// @ethersproject/testcases (a list; the file is a text in "json" or "content").
#include "check.h"

#include "crypto/address.h"
#include "crypto/keystore.h"

#include <QJsonDocument>

namespace autochain::vectors
{
namespace
{

struct Case {
    std::string json;
    SecretBytes password;
    Bytes key; // empty: not given
    std::string address;
};

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

Bytes padded(Bytes key)
{
    key.insert(key.begin(), key.size() < 32 ? 32 - key.size() : 0, 0);
    return key;
}

// Our own files of the key, with both derivations and at low cost, have to open again and with no other passphrase.
std::string exportProblem(const PrivateKey& key)
{
    for (const KeystoreCost& cost : {KeystoreCost{1 << 10, 8, 1, 0}, KeystoreCost{1 << 10, 8, 1, 1000}}) {
        const auto text = encryptKeystore(key, secret("pass"), cost);
        const auto back = text.ok() ? decryptKeystore(*text, secret("pass")) : text.error();
        if (!back.ok() || back->address() != key.address()) {
            return "written file, read back";
        }
        if (decryptKeystore(*text, secret("Pass")).ok()) {
            return "a wrong passphrase opened the file";
        }
    }
    return "";
}

std::string problemOf(const Case& item)
{
    const auto key = decryptKeystore(item.json, item.password);
    if (!key.ok()) {
        return key.error().is(CryptoError::WrongPassphrase) ? "passphrase refused" : "not read: " + key.error().detail;
    }
    if (!item.key.empty() && toBytes(key->secret32()) != padded(item.key)) {
        return "private key";
    }
    if (!item.address.empty() && lowered(item.address) != toHex0x(key->address())) {
        return "address";
    }
    return item.key.empty() && item.address.empty() ? "neither key nor address in the file" : exportProblem(*key);
}

std::string textOf(const QJsonValue& json)
{
    return json.isString() ? str(json) : QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact).toStdString();
}

bool isVersion3(const std::string& json)
{
    const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    return at(root, "version").toInteger() == 3;
}

void checkCase(const QJsonObject& object, const std::string& name, Report& report)
{
    const QJsonValue json = firstOf(object, {"json", "content"});
    if (json.isUndefined()) {
        return;
    }
    const std::string text = textOf(json);
    if (!isVersion3(text)) {
        report.skip(name, "not Web3 Secret Storage version 3");
        return;
    }
    report.check(name, [&] {
        return problemOf({text, secret(str(at(object, "password"))), unhex(firstOf(object, {"priv", "privateKey"})),
                          str(at(object, "address"))});
    });
}

void check(const Input& file, Report& report)
{
    const QJsonValue root = file.json();
    const QJsonArray list = root.toArray();
    for (const auto& item : list) {
        checkCase(item.toObject(), str(at(item.toObject(), "name")), report);
    }
    const QJsonObject cases = root.toObject();
    for (auto item = cases.begin(); item != cases.end(); ++item) {
        checkCase(item.value().toObject(), item.key().toStdString(), report);
    }
}

const Kind kKeystore("keystore", "ethereum/tests KeyStoreTests, wallets.json of @ethersproject/testcases", check);

} // namespace
} // namespace autochain::vectors
