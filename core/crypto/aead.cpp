// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <cstdlib>
#include <memory>

namespace autochain
{
namespace
{

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using Kdf = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;

// OpenSSL without these algorithms or out of memory: nothing half sealed may ever be returned.
void require(bool libraryResult)
{
    if (!libraryResult) {
        std::abort();
    }
}

int size(BytesView bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

Bytes sealAes256Gcm(BytesView key32, BytesView nonce12, BytesView plain, BytesView extra)
{
    require(key32.size() == kAeadKeyBytes && nonce12.size() == kAeadNonceBytes);
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    require(cipher != nullptr);
    Bytes out(plain.size() + kAeadTagBytes);
    std::uint8_t* const tag = out.data() + plain.size();
    int written = 0;
    require(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key32.data(), nonce12.data()) == 1);
    require(EVP_EncryptUpdate(cipher.get(), nullptr, &written, extra.data(), size(extra)) == 1);
    require(EVP_EncryptUpdate(cipher.get(), out.data(), &written, plain.data(), size(plain)) == 1);
    require(EVP_EncryptFinal_ex(cipher.get(), tag, &written) == 1);
    require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kAeadTagBytes), tag) == 1);
    return out;
}

bool openAes256Gcm(BytesView key32, BytesView nonce12, BytesView sealed, BytesView extra, std::span<std::uint8_t> plain)
{
    const bool fits = key32.size() == kAeadKeyBytes && nonce12.size() == kAeadNonceBytes &&
                      sealed.size() >= kAeadTagBytes && plain.size() == sealed.size() - kAeadTagBytes;
    if (!fits) {
        wipe(plain);
        return false;
    }
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    require(cipher != nullptr);
    Bytes tag = toBytes(sealed.last(kAeadTagBytes));
    std::uint8_t rest = 0; // a counter mode leaves nothing for the end
    int written = 0;
    require(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key32.data(), nonce12.data()) == 1);
    require(EVP_DecryptUpdate(cipher.get(), nullptr, &written, extra.data(), size(extra)) == 1);
    require(EVP_DecryptUpdate(cipher.get(), plain.data(), &written, sealed.data(), static_cast<int>(plain.size())) ==
            1);
    require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kAeadTagBytes), tag.data()) == 1);
    const bool genuine = EVP_DecryptFinal_ex(cipher.get(), &rest, &written) == 1;
    if (!genuine) {
        wipe(plain);
    }
    return genuine;
}

SecretBytes hkdfSha256(BytesView key, BytesView salt, BytesView info, std::size_t bytes)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), EVP_KDF_free);
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr, EVP_KDF_CTX_free);
    require(context != nullptr && bytes > 0 && bytes <= 255 * 32);
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
        params.push_back(octets(OSSL_KDF_PARAM_INFO, info));
    }
    params.push_back(OSSL_PARAM_construct_end());
    require(EVP_KDF_derive(context.get(), out.data(), out.size(), params.data()) == 1);
    return out;
}

} // namespace autochain
