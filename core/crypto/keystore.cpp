// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/keystore.h"

#include "base/hex.h"
#include "crypto/hash.h"
#include "crypto/keystore_file.h"
#include "crypto/random.h"
#include "crypto/scrypt.h"

#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace autochain
{
namespace
{

struct CipherDeleter {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

// AES-128 in counter mode is its own inverse. `key16` is 16 bytes, `in` and `out` are of one length.
bool aesCtr(BytesView key16, const std::array<std::uint8_t, 16>& iv, BytesView in, std::span<std::uint8_t> out)
{
    const std::unique_ptr<EVP_CIPHER_CTX, CipherDeleter> context(EVP_CIPHER_CTX_new());
    int written = 0;
    return context && EVP_EncryptInit_ex2(context.get(), EVP_aes_128_ctr(), key16.data(), iv.data(), nullptr) == 1 &&
           EVP_EncryptUpdate(context.get(), out.data(), &written, in.data(), static_cast<int>(in.size())) == 1 &&
           written == static_cast<int>(out.size());
}

bool runKdf(const ScryptParams& kdf, std::string_view passphrase, BytesView salt, SecretBytes& out)
{
    return scrypt(kdf, passphrase, salt, out.span());
}

bool runKdf(const Pbkdf2Params& kdf, std::string_view passphrase, BytesView salt, SecretBytes& out)
{
    return PKCS5_PBKDF2_HMAC(passphrase.data(), static_cast<int>(passphrase.size()), salt.data(),
                             static_cast<int>(salt.size()), static_cast<int>(kdf.rounds), EVP_sha256(),
                             static_cast<int>(out.size()), out.data()) == 1;
}

Result<SecretBytes> derive(const KeystoreFile& file, const SecretBytes& passphrase)
{
    // OpenSSL takes a null pointer for "no passphrase given", not for an empty one.
    const std::string_view text =
        passphrase.empty() ? std::string_view("")
                           : std::string_view(reinterpret_cast<const char*>(passphrase.data()), passphrase.size());
    SecretBytes out(file.derivedLength);
    const bool done = std::visit([&](const auto& kdf) { return runKdf(kdf, text, file.salt, out); }, file.kdf);
    if (!done) {
        return Error(CryptoError::BadKeystore, {}, "key derivation failed");
    }
    return out;
}

// keccak256(derived[16..31] || ciphertext)
Hash32 macOf(const SecretBytes& derived, const Bytes& ciphertext)
{
    SecretBytes input(16 + ciphertext.size());
    std::memcpy(input.data(), derived.data() + 16, 16);
    std::memcpy(input.data() + 16, ciphertext.data(), ciphertext.size());
    return keccak256(input.view());
}

Result<std::string> randomUuid() // version 4 (RFC 4122, section 4.4)
{
    std::array<std::uint8_t, 16> bytes{};
    AC_CHECK(fillRandom(bytes));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    std::string out = toHex(bytes);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) {
        out.insert(at, 1, '-');
    }
    return out;
}

} // namespace

Result<std::string> encryptKeystore(const PrivateKey& key, const SecretBytes& passphraseUtf8, const KeystoreCost& cost)
{
    KeystoreFile file;
    file.address = key.address();
    if (cost.pbkdf2Rounds != 0) {
        file.kdf = Pbkdf2Params{cost.pbkdf2Rounds};
    } else {
        file.kdf = ScryptParams{cost.scryptN, cost.scryptR, cost.scryptP};
    }
    if (!isWithinCaps(file.kdf)) {
        return Error(CryptoError::BadKeystore, {}, "cost");
    }
    file.ciphertext.resize(32);
    file.salt.resize(32);
    AC_CHECK(fillRandom(file.salt));
    AC_CHECK(fillRandom(file.iv));
    AC_TRY(file.uuid, randomUuid());
    AC_TRY(const SecretBytes derived, derive(file, passphraseUtf8));
    if (!aesCtr(derived.view().first(16), file.iv, key.secret32(), file.ciphertext)) {
        return Error(CryptoError::BadKeystore, {}, "encryption failed");
    }
    file.mac = macOf(derived, file.ciphertext);
    return writeKeystoreFile(file);
}

Result<PrivateKey> decryptKeystore(std::string_view json, const SecretBytes& passphraseUtf8)
{
    AC_TRY(const KeystoreFile file, readKeystoreFile(json));
    AC_TRY(const SecretBytes derived, derive(file, passphraseUtf8));
    const Hash32 mac = macOf(derived, file.ciphertext);
    if (CRYPTO_memcmp(mac.bytes.data(), file.mac.bytes.data(), Hash32::kSize) != 0) {
        return CryptoError::WrongPassphrase;
    }
    SecretBytes secret(32);
    const std::size_t zeros = secret.size() - file.ciphertext.size();
    if (!aesCtr(derived.view().first(16), file.iv, file.ciphertext, secret.span().subspan(zeros))) {
        return Error(CryptoError::BadKeystore, {}, "decryption failed");
    }
    AC_TRY(PrivateKey key, PrivateKey::fromBytes(std::move(secret)));
    if (file.address && *file.address != key.address()) {
        return Error(CryptoError::BadKeystore, {}, "the address is not the key's");
    }
    return key;
}

Result<Address> keystoreAddress(std::string_view json)
{
    AC_TRY(const KeystoreFile file, readKeystoreFile(json));
    if (!file.address) {
        return Error(CryptoError::BadKeystore, {}, "no address");
    }
    return *file.address;
}

} // namespace autochain
