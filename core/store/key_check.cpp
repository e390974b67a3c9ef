// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_check.h"

#include "crypto/random.h"
#include "store/durable_file.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace autochain::store
{
namespace
{
constexpr std::string_view kMagic = "ACKEYCK1";
constexpr std::size_t kRandomBytes = 16;
constexpr std::size_t kMacBytes = 32;
constexpr std::size_t kFileBytes = kMagic.size() + kRandomBytes + kMacBytes;

std::string pathOf(const std::string& storePath)
{
    return storePath + ".check";
}

// Over magic and random bytes; empty where OpenSSL cannot.
Bytes macOf(BytesView head, const SecretBytes& key32)
{
    Bytes out(kMacBytes);
    unsigned size = 0;
    const bool done = HMAC(EVP_sha256(), key32.data(), static_cast<int>(key32.size()), head.data(), head.size(),
                           out.data(), &size) != nullptr;
    return done && size == kMacBytes ? out : Bytes();
}
} // namespace

// A flip in the file itself would look like another key; but then the store opens with the right one, which is
// asked first, and the file is written anew.
KeyVerdict keyVerdict(const std::string& storePath, const SecretBytes& key32)
{
    const auto file = readWhole(pathOf(storePath), kFileBytes);
    if (!file.ok() || file->size() != kFileBytes || !std::equal(kMagic.begin(), kMagic.end(), file->begin())) {
        return KeyVerdict::Unknown;
    }
    const BytesView head = BytesView(*file).first(kFileBytes - kMacBytes);
    const Bytes expected = macOf(head, key32);
    const bool fits =
        expected.size() == kMacBytes && CRYPTO_memcmp(expected.data(), file->data() + head.size(), kMacBytes) == 0;
    return fits ? KeyVerdict::Fits : KeyVerdict::Other;
}

Result<> keepKeyCheck(const std::string& storePath, const SecretBytes& key32)
{
    if (keyVerdict(storePath, key32) == KeyVerdict::Fits) {
        return {};
    }
    Bytes file = toBytes(kMagic);
    file.resize(kMagic.size() + kRandomBytes);
    AC_CHECK(fillRandom(std::span(file).subspan(kMagic.size())));
    const Bytes mac = macOf(file, key32);
    if (mac.empty()) {
        return Error(StoreError::OutOfMemory, {}, "HMAC-SHA256");
    }
    append(file, mac);
    return writeDurably(pathOf(storePath), file);
}

} // namespace autochain::store
