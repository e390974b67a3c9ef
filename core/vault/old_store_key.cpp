// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/old_store_key.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/scrypt.h"
#include "vault/sealing.h"

namespace autochain::vault
{
namespace
{

constexpr std::string_view kFormat = "autochain-vault/1";
constexpr std::size_t kMaxJsonBytes = 16 * 1024;
constexpr std::size_t kSaltBytes = 32;
constexpr std::int64_t kMinN = 1 << 15;
constexpr std::int64_t kMaxN = 1 << 20;
constexpr std::int64_t kMaxRp = 64;

struct OldKey {
    ScryptParams cost;
    Bytes salt;
    Sealed sealed;
};

Error bad(const char* what)
{
    return Error(StoreError::BadVault, {}, what);
}

Result<Bytes> bytesOf(const QJsonObject& object, const char* key, std::size_t size)
{
    AC_TRY(const std::string text, json::string(object, key, 2 * size));
    AC_TRY(Bytes out, fromHex(text));
    return out.size() == size ? Result<Bytes>(std::move(out)) : Result<Bytes>(bad(key));
}

Result<ScryptParams> costOf(const QJsonObject& kdf)
{
    AC_TRY(const std::int64_t n, json::integer(kdf, "n"));
    AC_TRY(const std::int64_t r, json::integer(kdf, "r"));
    AC_TRY(const std::int64_t p, json::integer(kdf, "p"));
    const bool fits = n >= kMinN && n <= kMaxN && (n & (n - 1)) == 0 && r >= 1 && r <= kMaxRp && p >= 1 &&
                      p <= kMaxRp && r * p <= kMaxRp;
    if (!fits) {
        return bad("kdf cost");
    }
    return ScryptParams{static_cast<std::uint64_t>(n), static_cast<std::uint64_t>(r), static_cast<std::uint64_t>(p)};
}

Result<OldKey> parse(std::string_view text)
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
    OldKey out;
    AC_TRY(out.cost, costOf(kdf));
    AC_TRY(out.salt, bytesOf(kdf, "salt", kSaltBytes));
    AC_TRY(out.sealed.nonce, bytesOf(cipher, "nonce", kNonceBytes));
    AC_TRY(out.sealed.ciphertext, bytesOf(cipher, "ciphertext", kKeyBytes));
    AC_TRY(out.sealed.tag, bytesOf(cipher, "tag", kTagBytes));
    return out;
}

} // namespace

Result<SecretBytes> openOldStoreKey(std::string_view text, const SecretBytes& passphraseUtf8)
{
    const auto old = parse(text);
    if (!old.ok()) {
        return bad("store.key");
    }
    SecretBytes key(kKeyBytes);
    const std::string_view passphrase(
        passphraseUtf8.empty() ? "" : reinterpret_cast<const char*>(passphraseUtf8.data()), passphraseUtf8.size());
    if (!scrypt(old->cost, passphrase, old->salt, key.span())) {
        return Error(StoreError::OutOfMemory, {}, "scrypt");
    }
    const std::string bound = std::string(kFormat) + "|" + std::to_string(old->cost.n) + "|" +
                              std::to_string(old->cost.r) + "|" + std::to_string(old->cost.p);
    AC_TRY(auto plain, unseal(key, old->sealed, bound));
    return plain ? Result<SecretBytes>(std::move(*plain)) : Result<SecretBytes>(StoreError::WrongPassphrase);
}

} // namespace autochain::vault
