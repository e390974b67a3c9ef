// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include <cstdlib>
#include <openssl/evp.h>

namespace autochain
{

Hash32 sha256(BytesView data)
{
    // Fetched once: looking the algorithm up costs more than hashing a short string.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    Hash32 out;
    if (algorithm == nullptr ||
        EVP_Digest(data.data(), data.size(), out.bytes.data(), nullptr, algorithm, nullptr) != 1) {
        std::abort(); // OpenSSL without SHA-256 or out of memory: a wrong hash must never be returned
    }
    return out;
}

} // namespace autochain
