// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault_key.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/random.h"

#include <openssl/evp.h>

namespace autochain::store
{
namespace
{
constexpr std::string_view kFormat = "autochain-vault/1";
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kMaxJsonBytes = 16 * 1024;
constexpr std::uint64_t kMinN = 1 << 15;
constexpr std::uint64_t kMaxN = 1 << 20;
constexpr std::uint64_t kMaxRp = 64;

struct Wrapped {
    VaultCost cost;
    Bytes salt;
    Bytes nonce;
    Bytes ciphertext;
    Bytes tag;
};

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Error bad(const char* what)
{
    return Error(StoreError::BadVault, {}, what);
}

bool isPermitted(const VaultCost& cost)
{
    const bool powerOfTwo = cost.scryptN != 0 && (cost.scryptN & (cost.scryptN - 1)) == 0;
    const std::uint64_t rp = std::uint64_t{cost.scryptR} * cost.scryptP;
    return powerOfTwo && cost.scryptN >= kMinN && cost.scryptN <= kMaxN && rp >= 1 && rp <= kMaxRp;
}

Result<SecretBytes> wrappingKey(const SecretBytes& passphrase, BytesView salt, const VaultCost& cost)
{
    SecretBytes out(kKeyBytes);
    const std::uint64_t memory = 128 * cost.scryptN * cost.scryptR + 128 * std::uint64_t{cost.scryptR} * cost.scryptP;
    const auto* text = passphrase.empty() ? "" : reinterpret_cast<const char*>(passphrase.data());
    if (EVP_PBE_scrypt(text, passphrase.size(), salt.data(), salt.size(), cost.scryptN, cost.scryptR, cost.scryptP,
                       2 * memory, out.data(), out.size()) != 1) {
        return Error(StoreError::OutOfMemory, {}, "scrypt");
    }
    return out;
}

// Bound to the ciphertext as associated data, so that nobody lowers the cost or swaps the format unnoticed.
std::string header(const VaultCost& cost)
{
    return std::string(kFormat) + "|" + std::to_string(cost.scryptN) + "|" + std::to_string(cost.scryptR) + "|" +
           std::to_string(cost.scryptP);
}

Result<> seal(Wrapped& wrapped, const SecretBytes& key, const SecretBytes& secret)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::string extra = header(wrapped.cost);
    wrapped.ciphertext.resize(secret.size());
    wrapped.tag.resize(kTagBytes);
    int size = 0;
    const bool done =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), wrapped.nonce.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, asBytes(extra).data(), static_cast<int>(extra.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), wrapped.ciphertext.data(), &size, secret.data(),
                          static_cast<int>(secret.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), wrapped.ciphertext.data() + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, wrapped.tag.data()) == 1;
    return done ? Result<>() : Result<>(Error(StoreError::OutOfMemory, {}, "AES-256-GCM"));
}

Result<SecretBytes> unseal(const Wrapped& wrapped, const SecretBytes& key)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::string extra = header(wrapped.cost);
    SecretBytes out(wrapped.ciphertext.size());
    Bytes tag = wrapped.tag;
    int size = 0;
    const bool ready =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), wrapped.nonce.data()) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, asBytes(extra).data(), static_cast<int>(extra.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out.data(), &size, wrapped.ciphertext.data(),
                          static_cast<int>(wrapped.ciphertext.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1;
    if (!ready) {
        return Error(StoreError::OutOfMemory, {}, "AES-256-GCM");
    }
    if (EVP_DecryptFinal_ex(cipher.get(), out.data() + size, &size) != 1) {
        return StoreError::WrongPassphrase;
    }
    return out;
}

QString hexText(BytesView bytes)
{
    return QString::fromStdString(toHex(bytes));
}

std::string write(const Wrapped& wrapped)
{
    const QJsonObject kdf{{QStringLiteral("name"), QStringLiteral("scrypt")},
                          {QStringLiteral("n"), static_cast<qint64>(wrapped.cost.scryptN)},
                          {QStringLiteral("r"), static_cast<qint64>(wrapped.cost.scryptR)},
                          {QStringLiteral("p"), static_cast<qint64>(wrapped.cost.scryptP)},
                          {QStringLiteral("salt"), hexText(wrapped.salt)}};
    const QJsonObject cipher{{QStringLiteral("name"), QStringLiteral("aes-256-gcm")},
                             {QStringLiteral("nonce"), hexText(wrapped.nonce)},
                             {QStringLiteral("ciphertext"), hexText(wrapped.ciphertext)},
                             {QStringLiteral("tag"), hexText(wrapped.tag)}};
    return json::write(QJsonObject{{QStringLiteral("format"), json::qs(kFormat)},
                                   {QStringLiteral("kdf"), kdf},
                                   {QStringLiteral("cipher"), cipher}}) +
           "\n";
}

Result<Bytes> bytesOf(const QJsonObject& object, const char* key, std::size_t size)
{
    AC_TRY(const std::string text, json::string(object, key, 2 * size));
    AC_TRY(Bytes out, fromHex(text));
    return out.size() == size ? Result<Bytes>(std::move(out)) : Result<Bytes>(bad(key));
}

Result<VaultCost> costOf(const QJsonObject& kdf)
{
    AC_TRY(const std::int64_t n, json::integer(kdf, "n"));
    AC_TRY(const std::int64_t r, json::integer(kdf, "r"));
    AC_TRY(const std::int64_t p, json::integer(kdf, "p"));
    const auto cap = static_cast<std::int64_t>(kMaxN);
    if (n < 1 || n > cap || r < 1 || r > cap || p < 1 || p > cap) {
        return bad("kdf cost");
    }
    const VaultCost cost{static_cast<std::uint64_t>(n), static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(p)};
    return isPermitted(cost) ? Result<VaultCost>(cost) : Result<VaultCost>(bad("kdf cost"));
}

Result<Wrapped> parseFields(std::string_view text)
{
    AC_TRY(const QJsonObject root, json::parseObject(asBytes(text), kMaxJsonBytes));
    AC_TRY(const std::string format, json::string(root, "format", 64));
    AC_TRY(const QJsonObject kdf, json::object(root, "kdf"));
    AC_TRY(const QJsonObject cipher, json::object(root, "cipher"));
    AC_TRY(const std::string kdfName, json::string(kdf, "name", 32));
    AC_TRY(const std::string cipherName, json::string(cipher, "name", 32));
    if (format != kFormat || kdfName != "scrypt" || cipherName != "aes-256-gcm") {
        return bad("format");
    }
    Wrapped out;
    AC_TRY(out.cost, costOf(kdf));
    AC_TRY(out.salt, bytesOf(kdf, "salt", kSaltBytes));
    AC_TRY(out.nonce, bytesOf(cipher, "nonce", kNonceBytes));
    AC_TRY(out.ciphertext, bytesOf(cipher, "ciphertext", kKeyBytes));
    AC_TRY(out.tag, bytesOf(cipher, "tag", kTagBytes));
    return out;
}

Result<Wrapped> parse(std::string_view text)
{
    auto fields = parseFields(text);
    if (!fields.ok()) {
        return Error(StoreError::BadVault, {},
                     fields.error().args.empty() ? fields.error().detail : fields.error().args[0]);
    }
    return fields;
}
} // namespace

Result<std::string> wrapKey(const SecretBytes& key32, const SecretBytes& passphraseUtf8, const VaultCost& cost)
{
    if (key32.size() != kKeyBytes || !isPermitted(cost)) {
        return Error(StoreError::Misuse, {}, "key size or scrypt cost");
    }
    Wrapped wrapped{cost, Bytes(kSaltBytes), Bytes(kNonceBytes), {}, {}};
    AC_CHECK(fillRandom(wrapped.salt));
    AC_CHECK(fillRandom(wrapped.nonce));
    AC_TRY(const SecretBytes key, wrappingKey(passphraseUtf8, wrapped.salt, cost));
    AC_CHECK(seal(wrapped, key, key32));
    return write(wrapped);
}

Result<SecretBytes> unwrapKey(std::string_view json, const SecretBytes& passphraseUtf8)
{
    AC_TRY(const Wrapped wrapped, parse(json));
    AC_TRY(const SecretBytes key, wrappingKey(passphraseUtf8, wrapped.salt, wrapped.cost));
    return unseal(wrapped, key);
}

} // namespace autochain::store
