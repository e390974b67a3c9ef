// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/sealing.h"

#include "crypto/random.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace autochain::vault
{
namespace
{

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using Kdf = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;

constexpr std::size_t kMaxSecret = 64 * 1024;

Error misuse(const char* what)
{
    return Error(StoreError::Misuse, {}, what);
}

int size(std::size_t bytes)
{
    return static_cast<int>(bytes);
}

} // namespace

Result<Sealed> seal(const SecretBytes& key32, const SecretBytes& secret, std::string_view extra)
{
    if (key32.size() != kKeyBytes || secret.size() > kMaxSecret) {
        return misuse("key or secret size");
    }
    Sealed out{Bytes(kNonceBytes), Bytes(secret.size()), Bytes(kTagBytes)};
    AC_CHECK(fillRandom(out.nonce));
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int written = 0;
    const bool done =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key32.data(), out.nonce.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &written, asBytes(extra).data(), size(extra.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), out.ciphertext.data(), &written, secret.data(), size(secret.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), out.ciphertext.data() + written, &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, size(kTagBytes), out.tag.data()) == 1;
    return done ? Result<Sealed>(std::move(out)) : Result<Sealed>(misuse("AES-256-GCM"));
}

Result<std::optional<SecretBytes>> unseal(const SecretBytes& key32, const Sealed& sealed, std::string_view extra)
{
    if (key32.size() != kKeyBytes || sealed.nonce.size() != kNonceBytes || sealed.tag.size() != kTagBytes ||
        sealed.ciphertext.size() > kMaxSecret) {
        return misuse("sealed sizes");
    }
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    SecretBytes out(sealed.ciphertext.size());
    Bytes tag = sealed.tag;
    int written = 0;
    const bool ready =
        cipher &&
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key32.data(), sealed.nonce.data()) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &written, asBytes(extra).data(), size(extra.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out.data(), &written, sealed.ciphertext.data(),
                          size(sealed.ciphertext.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, size(kTagBytes), tag.data()) == 1;
    if (!ready) {
        return misuse("AES-256-GCM");
    }
    if (EVP_DecryptFinal_ex(cipher.get(), out.data() + written, &written) != 1) {
        return std::optional<SecretBytes>();
    }
    return std::optional<SecretBytes>(std::move(out));
}

Result<SecretBytes> hkdf(BytesView key, BytesView salt, std::string_view info, std::size_t bytes)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), EVP_KDF_free);
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr, EVP_KDF_CTX_free);
    if (!context || bytes == 0 || bytes > 255 * 32) {
        return misuse("HKDF");
    }
    SecretBytes out(bytes);
    std::string digest = "SHA256";
    const auto octets = [](const char* name, BytesView view) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(view.data()), view.size());
    };
    std::vector<OSSL_PARAM> params{OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
                                   octets(OSSL_KDF_PARAM_KEY, key)};
    if (!salt.empty()) { // OpenSSL takes empty strings for an error; left out they mean the same
        params.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
    }
    if (!info.empty()) {
        params.push_back(octets(OSSL_KDF_PARAM_INFO, asBytes(info)));
    }
    params.push_back(OSSL_PARAM_construct_end());
    if (EVP_KDF_derive(context.get(), out.data(), out.size(), params.data()) != 1) {
        return misuse("HKDF");
    }
    return out;
}

} // namespace autochain::vault
