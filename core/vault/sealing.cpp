// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/sealing.h"

#include "crypto/aead.h"
#include "crypto/random.h"

namespace autochain::vault
{
namespace
{

constexpr std::size_t kMaxSecret = 64 * 1024;

Error misuse(const char* what)
{
    return Error(StoreError::Misuse, {}, what);
}

} // namespace

Result<Sealed> seal(const SecretBytes& key32, const SecretBytes& secret, std::string_view extra)
{
    if (key32.size() != kKeyBytes || secret.size() > kMaxSecret) {
        return misuse("key or secret size");
    }
    Sealed out{Bytes(kNonceBytes), {}, {}};
    AC_CHECK(fillRandom(out.nonce));
    out.ciphertext = sealAes256Gcm(key32.view(), out.nonce, secret.view(), asBytes(extra));
    out.tag.assign(out.ciphertext.end() - static_cast<std::ptrdiff_t>(kTagBytes), out.ciphertext.end());
    out.ciphertext.resize(secret.size());
    return out;
}

Result<std::optional<SecretBytes>> unseal(const SecretBytes& key32, const Sealed& sealed, std::string_view extra)
{
    if (key32.size() != kKeyBytes || sealed.nonce.size() != kNonceBytes || sealed.tag.size() != kTagBytes ||
        sealed.ciphertext.size() > kMaxSecret) {
        return misuse("sealed sizes");
    }
    Bytes whole = sealed.ciphertext;
    append(whole, sealed.tag);
    SecretBytes out(sealed.ciphertext.size());
    if (!openAes256Gcm(key32.view(), sealed.nonce, whole, asBytes(extra), out.span())) {
        return std::optional<SecretBytes>();
    }
    return std::optional<SecretBytes>(std::move(out));
}

Result<SecretBytes> hkdf(BytesView key, BytesView salt, std::string_view info, std::size_t bytes)
{
    if (bytes == 0 || bytes > 255 * 32) {
        return misuse("HKDF");
    }
    return hkdfSha256(key, salt, asBytes(info), bytes);
}

} // namespace autochain::vault
