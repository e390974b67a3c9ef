// SPDX-License-Identifier: GPL-3.0-or-later
// Project Wycheproof, secp256k1: ECDSA in DER, in P1363 form and with Bitcoin's low s, and ECDH with keys in DER, SEC
// 1, PEM and JWK form. The file says which; cases of other curves and algorithms are counted as skipped.
#include "check.h"

#include "crypto/ecdsa.h"

#include <QByteArray>

#include <algorithm>
#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace autochain::vectors
{
namespace
{

template <auto Free>
struct With {
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

// The leftmost 256 bits of the message's hash (SEC 1, 4.1.3); none for a hash OpenSSL does not know.
std::optional<Hash32> digestOf(const std::string& sha, const Bytes& message)
{
    const std::unique_ptr<EVP_MD, With<EVP_MD_free>> algorithm(EVP_MD_fetch(nullptr, sha.c_str(), nullptr));
    const std::unique_ptr<EVP_MD_CTX, With<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    if (!algorithm || EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context.get(), message.data(), message.size()) != 1) {
        return std::nullopt;
    }
    Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(algorithm.get())));
    int done = 0;
    if (sha.starts_with("SHAKE")) {
        hash.resize(sha == "SHAKE128" ? 32 : 64); // RFC 8692
        done = EVP_DigestFinalXOF(context.get(), hash.data(), hash.size());
    } else {
        done = EVP_DigestFinal_ex(context.get(), hash.data(), nullptr);
    }
    if (done != 1) {
        return std::nullopt;
    }
    Hash32 out;
    const std::size_t used = std::min<std::size_t>(hash.size(), Hash32::kSize);
    std::copy_n(hash.begin(), used, out.bytes.end() - static_cast<std::ptrdiff_t>(used));
    return out;
}

bool isOurCurve(const std::string& name)
{
    return name == "secp256k1" || name == "P-256K";
}

// "valid" has to be taken, "invalid" not; "acceptable" may go either way.
std::string verdict(const QJsonObject& item, bool taken)
{
    const std::string result = str(at(item, "result"));
    if (result == "acceptable" || (result == "valid") == taken) {
        return result == "valid" || result == "invalid" || result == "acceptable" ? "" : "no result in the file";
    }
    return (taken ? "taken, is " : "refused, is ") + result + " (" + str(at(item, "comment")) + ")";
}

std::string nameOf(const QJsonObject& item)
{
    return "tcId " + std::to_string(at(item, "tcId").toInteger());
}

// --- ECDSA ---

struct Verifier {
    PublicKey key;
    std::string sha;
    bool isP1363;
    HighS highS;

    std::string problem(const QJsonObject& item) const
    {
        const Bytes text = unhex(at(item, "sig"));
        const auto signature = isP1363 ? ecdsaFromP1363(text) : ecdsaFromDer(text);
        const auto digest = digestOf(sha, unhex(at(item, "msg")));
        const bool taken = signature.ok() && verifyEcdsa(key, *digest, *signature, highS);
        if (taken && !isP1363 && ecdsaToDer(*signature) != text) {
            return "taken, but not what DER is for these numbers";
        }
        if (signature.ok() && hasLowS(*signature) && recovers(*digest, *signature) != taken) {
            return "recovering and verifying do not agree";
        }
        return verdict(item, taken);
    }

    // Whether the key can be recovered from the signature. Where r was reduced by the group's order (x - n, 2^-127 of
    // all signatures) Ethereum cannot say so, and recovering cannot be expected.
    bool recovers(const Hash32& digest, const EcdsaSignature& signature) const
    {
        if (std::all_of(signature.r.bytes.begin(), signature.r.bytes.begin() + 15,
                        [](std::uint8_t byte) { return byte == 0; })) {
            return verifyEcdsa(key, digest, signature, highS);
        }
        return std::any_of(kParities.begin(), kParities.end(), [&](std::uint8_t parity) {
            const auto recovered = recoverPublicKey(digest, {signature.r, signature.s, parity});
            return recovered.ok() && *recovered == key.uncompressed64();
        });
    }
    static constexpr std::array<std::uint8_t, 2> kParities{0, 1};
};

bool isKey(const Result<PublicKey>& key, const PublicKey& expected)
{
    return key.ok() && *key == expected;
}

void checkEcdsa(const QJsonObject& group, Report& report)
{
    const std::string type = lowered(str(at(group, "type")));
    const QJsonObject keyObject = firstOf(group, {"publicKey", "key"}).toObject();
    const std::string sha = str(at(group, "sha"));
    const QJsonArray tests = at(group, "tests").toArray();
    const bool known = isOurCurve(str(at(keyObject, "curve"))) && digestOf(sha, {}).has_value();
    const auto key = PublicKey::fromBytes(known ? unhex(at(keyObject, "uncompressed")) : Bytes());
    const QJsonValue der = firstOf(group, {"publicKeyDer", "keyDer"});
    const bool sameKey = !known || !der.isString() || (key.ok() && isKey(PublicKey::fromSpki(unhex(der)), *key));
    for (const auto& test : tests) {
        const QJsonObject item = test.toObject();
        if (!known) {
            report.skip(nameOf(item), "curve " + str(at(keyObject, "curve")) + " with " + sha);
        } else if (!key.ok() || !sameKey) {
            report.add(nameOf(item), "the group's public key");
        } else {
            const Verifier verifier{*key, sha, type.find("p1363") != std::string::npos,
                                    type.find("bitcoin") != std::string::npos ? HighS::Refused : HighS::Allowed};
            report.add(nameOf(item), verifier.problem(item));
        }
    }
}

// --- ECDH ---

Bytes fromBase64Url(const QJsonValue& value)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        value.toString().toUtf8(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return {decoded.decoded.begin(), decoded.decoded.end()};
}

Result<PublicKey> publicOfJwk(const QJsonObject& jwk)
{
    const Bytes x = fromBase64Url(at(jwk, "x"));
    const Bytes y = fromBase64Url(at(jwk, "y"));
    if (str(at(jwk, "kty")) != "EC" || !isOurCurve(str(at(jwk, "crv"))) || x.size() != 32 || y.size() != 32) {
        return CryptoError::BadPublicKey;
    }
    Bytes point{0x04};
    append(point, x);
    append(point, y);
    return PublicKey::fromBytes(point);
}

Result<PublicKey> publicOfPem(const std::string& pem)
{
    constexpr std::string_view kBegin = "-----BEGIN PUBLIC KEY-----";
    const std::size_t begin = pem.find(kBegin);
    const std::size_t end = pem.find("-----END PUBLIC KEY-----");
    if (begin == std::string::npos || end == std::string::npos || end < begin) {
        return CryptoError::BadPublicKey;
    }
    std::string base64 = pem.substr(begin + kBegin.size(), end - begin - kBegin.size());
    std::erase_if(base64, [](char c) { return c == '\n' || c == '\r'; });
    const QByteArray der = QByteArray::fromBase64(QByteArray::fromStdString(base64));
    return PublicKey::fromSpki(
        {reinterpret_cast<const std::uint8_t*>(der.constData()), static_cast<std::size_t>(der.size())});
}

// 32 bytes of a number of any length; empty where it is too large.
Bytes to32(Bytes number)
{
    number.erase(number.begin(),
                 std::find_if(number.begin(), number.end(), [](std::uint8_t byte) { return byte != 0; }));
    if (number.size() > 32) {
        return {};
    }
    number.insert(number.begin(), 32 - number.size(), 0);
    return number;
}

Bytes privateOfPem(const std::string& pem)
{
    const std::unique_ptr<BIO, With<BIO_free>> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const std::unique_ptr<EVP_PKEY, With<EVP_PKEY_free>> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    BIGNUM* number = nullptr;
    if (!key || EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1) {
        return {};
    }
    Bytes out(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, out.data());
    BN_free(number);
    return out;
}

struct Pair {
    Result<PublicKey> point;
    Bytes key;
};

Pair pairOf(const QJsonObject& item, const std::string& encoding)
{
    const QJsonValue point = at(item, "public");
    const QJsonValue key = at(item, "private");
    if (point.isObject()) {
        const bool ours = isOurCurve(str(at(key.toObject(), "crv")));
        return {publicOfJwk(point.toObject()), ours ? fromBase64Url(at(key.toObject(), "d")) : Bytes()};
    }
    if (encoding == "pem" || str(point).starts_with("-----")) {
        return {publicOfPem(str(point)), privateOfPem(str(key))};
    }
    std::string digits = str(key);
    digits.insert(0, digits.size() % 2, '0');
    const Bytes bytes = unhex(point);
    return {encoding == "ecpoint" ? PublicKey::fromBytes(bytes) : PublicKey::fromSpki(bytes), unhex(digits)};
}

std::string ecdhProblem(const QJsonObject& item, const std::string& encoding)
{
    const Pair pair = pairOf(item, encoding);
    const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(to32(pair.key)));
    const bool taken = pair.point.ok() && key.ok();
    if (taken && str(at(item, "result")) != "invalid" &&
        toBytes(sharedSecret(*key, *pair.point).view()) != unhex(at(item, "shared"))) {
        return "shared secret";
    }
    return verdict(item, taken);
}

// Of the group, or of the private key where the group does not say; PEM says it in a way only its reader understands.
std::string curveOf(const QJsonObject& group, const QJsonObject& item)
{
    const QJsonValue key = at(item, "private");
    const QJsonValue named = key.isObject() ? at(key.toObject(), "crv") : QJsonValue(QStringLiteral("secp256k1"));
    return str(group.contains(QLatin1String("curve")) ? at(group, "curve") : named);
}

void checkEcdh(const QJsonObject& group, Report& report)
{
    const QJsonArray tests = at(group, "tests").toArray();
    for (const auto& test : tests) {
        const QJsonObject item = test.toObject();
        const std::string curve = curveOf(group, item);
        if (!isOurCurve(curve)) {
            report.skip(nameOf(item), "curve " + curve);
            continue;
        }
        report.check(nameOf(item), [&] { return ecdhProblem(item, str(at(group, "encoding"))); });
    }
}

void check(const Input& file, Report& report)
{
    const QJsonObject root = file.json().toObject();
    const QJsonArray groups = at(root, "testGroups").toArray();
    const std::string algorithm = str(at(root, "algorithm"));
    for (const auto& value : groups) {
        const QJsonObject group = value.toObject();
        const std::string type = lowered(str(at(group, "type")));
        if (type.starts_with("ecdsa")) {
            checkEcdsa(group, report);
        } else if (type.starts_with("ecdh")) {
            checkEcdh(group, report);
        } else {
            report.skip(type, "algorithm " + algorithm);
        }
    }
}

const Kind kWycheproof("wycheproof", "Wycheproof's ecdsa_secp256k1_* and ecdh_secp256k1_* files", check);

} // namespace
} // namespace autochain::vectors
