// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed_file.h"

#include "crypto/hash.h"
#include "crypto/random.h"

#include <algorithm>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace autochain::store
{
namespace
{
constexpr std::string_view kMagic = "ACBACKUP";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kChunkSizeAt = 12;
constexpr std::size_t kTimeAt = 16;
constexpr std::size_t kSaltAt = 24;
constexpr std::size_t kKeyCheckAt = 56;
constexpr std::size_t kDigestAt = 88;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kNonceBytes = 12;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using Nonce = std::array<std::uint8_t, kNonceBytes>;

template <typename Number>
void put(std::uint8_t* at, Number value)
{
    for (std::size_t i = 0; i < sizeof value; ++i) {
        at[i] = static_cast<std::uint8_t>(value >> (8 * (sizeof value - 1 - i)));
    }
}

template <typename Number>
Number get(const std::uint8_t* at)
{
    Number out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i) {
        out = static_cast<Number>(out << 8 | at[i]);
    }
    return out;
}

Error bad(const char* what)
{
    return Error(StoreError::BadBackup, {}, what);
}

// The last byte marks the last chunk, the eight before it count.
Nonce nonceOf(std::uint64_t chunk, bool last)
{
    Nonce out{};
    put(out.data() + 3, chunk);
    out[kNonceBytes - 1] = last ? 1 : 0;
    return out;
}

Bytes digestOf(BytesView header)
{
    const Hash32 digest = sha256(header.first(kDigestAt));
    return toBytes(digest.view().first(kSealedHeaderBytes - kDigestAt));
}

Result<SecretBytes> contentKey(BytesView header, const SecretBytes& key32)
{
    return hkdf32(key32.view(), header.subspan(kSaltAt, 32), "autochain-backup/1 content");
}

// Commits the file to its key, and tells a wrong key from damage.
Result<SecretBytes> keyCheck(BytesView header, const SecretBytes& key32)
{
    return hkdf32(key32.view(), header.subspan(kSaltAt, 32), "autochain-backup/1 check");
}

Result<Bytes> makeHeader(const SecretBytes& key32, UnixTime madeAt)
{
    Bytes out = toBytes(kMagic);
    out.resize(kSealedHeaderBytes);
    put(out.data() + kVersionAt, kVersion);
    put(out.data() + kChunkSizeAt, static_cast<std::uint32_t>(kSealedChunkBytes));
    put(out.data() + kTimeAt, static_cast<std::uint64_t>(madeAt));
    AC_CHECK(fillRandom(std::span(out).subspan(kSaltAt, 32)));
    AC_TRY(const SecretBytes check, keyCheck(out, key32));
    std::copy_n(check.data(), check.size(), out.data() + kKeyCheckAt);
    const Bytes digest = digestOf(out);
    std::copy(digest.begin(), digest.end(), out.data() + kDigestAt);
    return out;
}

bool sealChunk(Bytes& out, BytesView plain, const SecretBytes& key, const Nonce& nonce, BytesView header)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::size_t at = out.size();
    out.resize(at + plain.size() + kTagBytes);
    int size = 0;
    return cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
           EVP_EncryptUpdate(cipher.get(), nullptr, &size, header.data(), static_cast<int>(header.size())) == 1 &&
           EVP_EncryptUpdate(cipher.get(), out.data() + at, &size, plain.data(), static_cast<int>(plain.size())) == 1 &&
           EVP_EncryptFinal_ex(cipher.get(), out.data() + at + plain.size(), &size) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, out.data() + at + plain.size()) == 1;
}

bool openChunk(std::uint8_t* out, BytesView sealed, const SecretBytes& key, const Nonce& nonce, BytesView header)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::size_t plain = sealed.size() - kTagBytes;
    Bytes tag = toBytes(sealed.subspan(plain));
    int size = 0;
    return cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
           EVP_DecryptUpdate(cipher.get(), nullptr, &size, header.data(), static_cast<int>(header.size())) == 1 &&
           EVP_DecryptUpdate(cipher.get(), out, &size, sealed.data(), static_cast<int>(plain)) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1 &&
           EVP_DecryptFinal_ex(cipher.get(), out + plain, &size) == 1;
}

// Plain bytes of a file of this size, or nothing where no such file has it.
std::optional<std::size_t> plainSize(std::size_t fileBytes)
{
    const std::size_t body = fileBytes - kSealedHeaderBytes;
    const std::size_t sealedChunk = kSealedChunkBytes + kTagBytes;
    const std::size_t chunks = (body + sealedChunk - 1) / sealedChunk;
    const std::size_t last = chunks == 0 ? 0 : body - (chunks - 1) * sealedChunk;
    // Only a file without any content has an empty last chunk.
    if (last < kTagBytes || (last == kTagBytes && chunks > 1)) {
        return std::nullopt;
    }
    return body - chunks * kTagBytes;
}
} // namespace

Result<SecretBytes> hkdf32(BytesView secret, BytesView salt, std::string_view info)
{
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), EVP_PKEY_CTX_free);
    SecretBytes out(32);
    std::size_t size = out.size();
    const bool done =
        context && EVP_PKEY_derive_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
        (salt.empty() || EVP_PKEY_CTX_set1_hkdf_salt(context.get(), salt.data(), static_cast<int>(salt.size())) == 1) &&
        EVP_PKEY_CTX_set1_hkdf_key(context.get(), secret.data(), static_cast<int>(secret.size())) == 1 &&
        EVP_PKEY_CTX_add1_hkdf_info(context.get(), asBytes(info).data(), static_cast<int>(info.size())) == 1 &&
        EVP_PKEY_derive(context.get(), out.data(), &size) == 1;
    if (!done) {
        return Error(StoreError::OutOfMemory, {}, "HKDF-SHA256");
    }
    return out;
}

Result<Bytes> seal(BytesView plain, const SecretBytes& key32, UnixTime madeAt)
{
    if (key32.size() != 32 || plain.size() > kMaxSealedBytes / 2) {
        return Error(StoreError::Misuse, {}, "backup: key length or size");
    }
    AC_TRY(const Bytes header, makeHeader(key32, madeAt));
    AC_TRY(const SecretBytes key, contentKey(header, key32));
    Bytes out = header;
    out.reserve(header.size() + plain.size() + (plain.size() / kSealedChunkBytes + 1) * kTagBytes);
    std::uint64_t counter = 0;
    do {
        const BytesView chunk = plain.first(std::min(plain.size(), kSealedChunkBytes));
        plain = plain.subspan(chunk.size());
        if (!sealChunk(out, chunk, key, nonceOf(counter++, plain.empty()), header)) {
            return Error(StoreError::OutOfMemory, {}, "AES-256-GCM");
        }
    } while (!plain.empty());
    return out;
}

Result<SealedHeader> sealedHeader(BytesView file)
{
    if (file.size() < kSealedHeaderBytes || file.size() > kMaxSealedBytes ||
        !std::equal(kMagic.begin(), kMagic.end(), file.begin())) {
        return bad("not a backup file, or its beginning is damaged");
    }
    const Bytes digest = digestOf(file);
    if (!std::equal(digest.begin(), digest.end(), file.begin() + kDigestAt)) {
        return bad("header digest");
    }
    const auto version = get<std::uint32_t>(file.data() + kVersionAt);
    if (version > kVersion) {
        return Error(StoreError::NewerVersion, {std::to_string(version), std::to_string(kVersion)});
    }
    if (version != kVersion || get<std::uint32_t>(file.data() + kChunkSizeAt) != kSealedChunkBytes) {
        return bad("version or chunk size");
    }
    return SealedHeader{version, static_cast<UnixTime>(get<std::uint64_t>(file.data() + kTimeAt))};
}

Result<SecretBytes> unseal(BytesView file, const SecretBytes& key32)
{
    AC_CHECK(sealedHeader(file));
    if (key32.size() != 32) {
        return Error(StoreError::Misuse, {}, "key is not 32 bytes");
    }
    const BytesView header = file.first(kSealedHeaderBytes);
    AC_TRY(const SecretBytes check, keyCheck(header, key32));
    if (CRYPTO_memcmp(check.data(), header.data() + kKeyCheckAt, check.size()) != 0) {
        return StoreError::ForeignBackup;
    }
    const auto size = plainSize(file.size());
    if (!size) {
        return bad("cut short");
    }
    AC_TRY(const SecretBytes key, contentKey(header, key32));
    SecretBytes out(*size);
    std::size_t done = 0;
    BytesView rest = file.subspan(kSealedHeaderBytes);
    for (std::uint64_t counter = 0; !rest.empty(); ++counter) {
        const BytesView chunk = rest.first(std::min(rest.size(), kSealedChunkBytes + kTagBytes));
        rest = rest.subspan(chunk.size());
        if (!openChunk(out.data() + done, chunk, key, nonceOf(counter, rest.empty()), header)) {
            return bad("a chunk's tag does not fit");
        }
        done += chunk.size() - kTagBytes;
    }
    return out;
}

} // namespace autochain::store
