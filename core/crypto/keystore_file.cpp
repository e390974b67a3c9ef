// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/keystore_file.h"

#include "base/hex.h"

#include <bit>
#include <QJsonDocument>
#include <QJsonObject>

namespace autochain
{
namespace
{

constexpr std::size_t kMaxFileBytes = 64 * 1024;
constexpr std::uint64_t kMaxScryptMemory = 1ULL << 30;
constexpr std::uint64_t kMaxScryptFactor = 1024;     // r and p
constexpr std::uint64_t kMaxScryptWork = 1ULL << 32; // bytes mixed over all p lanes
constexpr std::uint64_t kMaxPbkdf2Rounds = 10'000'000;
constexpr std::size_t kMaxSalt = 1024;
constexpr std::uint64_t kMaxDerived = 64;

Error bad(const char* what)
{
    return {CryptoError::BadKeystore, {}, what};
}

Result<QJsonObject> member(const QJsonObject& object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (!value.isObject()) {
        return bad(key.data());
    }
    return value.toObject();
}

Result<std::string> text(const QJsonObject& object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString()) {
        return bad(key.data());
    }
    return value.toString().toStdString();
}

Result<Bytes> hex(const QJsonObject& object, QLatin1String key, std::size_t minBytes, std::size_t maxBytes)
{
    AC_TRY(const std::string digits, text(object, key));
    const auto bytes = fromHex(digits);
    if (!bytes.ok() || bytes->size() < minBytes || bytes->size() > maxBytes) {
        return bad(key.data());
    }
    return *bytes;
}

Result<std::uint64_t> positive(const QJsonObject& object, QLatin1String key, std::uint64_t max)
{
    const qint64 number = object.value(key).toInteger(0);
    if (number <= 0 || static_cast<std::uint64_t>(number) > max) {
        return bad(key.data());
    }
    return static_cast<std::uint64_t>(number);
}

// RFC 7914: N is a power of two above 1. All three are bounded first, so that the products cannot wrap.
bool withinCaps(const ScryptParams& kdf)
{
    if (kdf.n < 2 || !std::has_single_bit(kdf.n) || kdf.n > kMaxScryptMemory / 128 || kdf.r == 0 ||
        kdf.r > kMaxScryptFactor || kdf.p == 0 || kdf.p > kMaxScryptFactor) {
        return false;
    }
    const std::uint64_t memory = 128 * kdf.n * kdf.r;
    return memory <= kMaxScryptMemory && memory * kdf.p <= kMaxScryptWork;
}
bool withinCaps(const Pbkdf2Params& kdf)
{
    return kdf.rounds > 0 && kdf.rounds <= kMaxPbkdf2Rounds;
}

Result<ScryptParams> readScrypt(const QJsonObject& params)
{
    ScryptParams out;
    AC_TRY(out.n, positive(params, QLatin1String("n"), kMaxScryptMemory / 128));
    AC_TRY(out.r, positive(params, QLatin1String("r"), kMaxScryptFactor));
    AC_TRY(out.p, positive(params, QLatin1String("p"), kMaxScryptFactor));
    if (!withinCaps(out)) {
        return bad("scrypt cost");
    }
    return out;
}

Result<> readKdf(const QJsonObject& crypto, KeystoreFile& file)
{
    AC_TRY(const QJsonObject params, member(crypto, QLatin1String("kdfparams")));
    AC_TRY(file.salt, hex(params, QLatin1String("salt"), 0, kMaxSalt));
    AC_TRY(file.derivedLength, positive(params, QLatin1String("dklen"), kMaxDerived));
    AC_TRY(const std::string kdf, text(crypto, QLatin1String("kdf")));
    if (file.derivedLength < 32) {
        return bad("dklen");
    }
    if (kdf == "scrypt") {
        AC_TRY(file.kdf, readScrypt(params));
        return {};
    }
    AC_TRY(const std::string prf, text(params, QLatin1String("prf")));
    AC_TRY(const std::uint64_t rounds, positive(params, QLatin1String("c"), kMaxPbkdf2Rounds));
    if (kdf != "pbkdf2" || prf != "hmac-sha256") {
        return bad("kdf");
    }
    file.kdf = Pbkdf2Params{rounds};
    return {};
}

Result<> readCipher(const QJsonObject& crypto, KeystoreFile& file)
{
    AC_TRY(const std::string cipher, text(crypto, QLatin1String("cipher")));
    if (cipher != "aes-128-ctr") {
        return bad("cipher");
    }
    AC_TRY(const QJsonObject params, member(crypto, QLatin1String("cipherparams")));
    AC_TRY(const Bytes iv, hex(params, QLatin1String("iv"), file.iv.size(), file.iv.size()));
    std::memcpy(file.iv.data(), iv.data(), file.iv.size());
    AC_TRY(file.ciphertext, hex(crypto, QLatin1String("ciphertext"), 1, 32)); // old versions of geth cut zeros off
    AC_TRY(const Bytes mac, hex(crypto, QLatin1String("mac"), 32, 32));
    file.mac = Hash32::from(mac);
    return {};
}

std::string paramsText(const ScryptParams& kdf)
{
    return R"("n":)" + std::to_string(kdf.n) + R"(,"r":)" + std::to_string(kdf.r) + R"(,"p":)" + std::to_string(kdf.p);
}
std::string paramsText(const Pbkdf2Params& kdf)
{
    return R"("c":)" + std::to_string(kdf.rounds) + R"(,"prf":"hmac-sha256")";
}

} // namespace

bool isWithinCaps(const KeystoreKdf& kdf)
{
    return std::visit([](const auto& params) { return withinCaps(params); }, kdf);
}

Result<KeystoreFile> readKeystoreFile(std::string_view json)
{
    if (json.size() > kMaxFileBytes) {
        return bad("size");
    }
    const auto document = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("version")).toInteger() != 3) {
        return bad("version");
    }
    KeystoreFile file;
    if (root.contains(QLatin1String("address"))) {
        AC_TRY(const Bytes address, hex(root, QLatin1String("address"), Address::kSize, Address::kSize));
        file.address = Address::from(address);
    }
    // Old versions of ethers wrote "Crypto".
    const bool capital = !root.contains(QLatin1String("crypto"));
    AC_TRY(const QJsonObject crypto, member(root, capital ? QLatin1String("Crypto") : QLatin1String("crypto")));
    AC_CHECK(readKdf(crypto, file));
    AC_CHECK(readCipher(crypto, file));
    return file;
}

std::string writeKeystoreFile(const KeystoreFile& file)
{
    const bool isScrypt = std::holds_alternative<ScryptParams>(file.kdf);
    std::string out = R"({"version":3,"id":")" + file.uuid;
    out += R"(","address":")" + toHex(file.address->view());
    out += R"(","crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":")" + toHex(file.iv);
    out += R"("},"ciphertext":")" + toHex(file.ciphertext);
    out += R"(","kdf":")" + std::string(isScrypt ? "scrypt" : "pbkdf2");
    out += R"(","kdfparams":{"dklen":)" + std::to_string(file.derivedLength) + ",";
    out += std::visit([](const auto& kdf) { return paramsText(kdf); }, file.kdf);
    out += R"(,"salt":")" + toHex(file.salt);
    out += R"("},"mac":")" + toHex(file.mac.view());
    return out + R"("}})";
}

} // namespace autochain
