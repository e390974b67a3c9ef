// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32, private parent key to private child key.
#include "crypto/mnemonic.h"
#include "crypto/secp256k1_context.h"

#include <charconv>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace autochain
{
namespace
{

constexpr std::uint32_t kHardened = 0x80000000U;
constexpr std::size_t kMaxLevels = 255; // the depth is one byte in BIP-32's serialisation

struct Node {
    SecretBytes key = SecretBytes(32);
    SecretBytes chainCode = SecretBytes(32);
};

Result<SecretBytes> hmacSha512(BytesView key, BytesView data)
{
    SecretBytes out(64);
    unsigned length = 0;
    if (HMAC(EVP_sha512(), key.data(), static_cast<int>(key.size()), data.data(), data.size(), out.data(), &length) ==
            nullptr ||
        length != out.size()) {
        return Error(CryptoError::BadKey, {}, "HMAC-SHA512 failed");
    }
    return out;
}

Result<Node> masterNode(const SecretBytes& seed)
{
    if (seed.size() < 16 || seed.size() > 64) {
        return Error(CryptoError::BadKey, {}, "seed of " + std::to_string(seed.size()) + " bytes");
    }
    AC_TRY(const SecretBytes hash, hmacSha512(asBytes("Bitcoin seed"), seed.view()));
    Node node;
    std::memcpy(node.key.data(), hash.data(), 32);
    std::memcpy(node.chainCode.data(), hash.data() + 32, 32);
    if (secp256k1_ec_seckey_verify(secp256k1Context(), node.key.data()) != 1) {
        return CryptoError::BadKey;
    }
    return node;
}

// 0x00 || key for hardened children, the compressed public key otherwise; then the index, big endian.
Result<SecretBytes> childInput(const Node& parent, std::uint32_t index)
{
    SecretBytes input(37);
    if ((index & kHardened) != 0) {
        std::memcpy(input.data() + 1, parent.key.data(), 32);
    } else {
        AC_TRY(const PrivateKey key, PrivateKey::fromBytes(parent.key.clone()));
        const auto compressed = key.publicKeyCompressed();
        std::memcpy(input.data(), compressed.data(), compressed.size());
    }
    for (int i = 0; i < 4; ++i) {
        input.data()[33 + i] = static_cast<std::uint8_t>(index >> (24 - 8 * i));
    }
    return input;
}

Result<Node> childNode(const Node& parent, std::uint32_t index)
{
    AC_TRY(const SecretBytes input, childInput(parent, index));
    AC_TRY(const SecretBytes hash, hmacSha512(parent.chainCode.view(), input.view()));
    Node child;
    std::memcpy(child.key.data(), parent.key.data(), 32);
    std::memcpy(child.chainCode.data(), hash.data() + 32, 32);
    if (secp256k1_ec_seckey_tweak_add(secp256k1Context(), child.key.data(), hash.data()) != 1) {
        return CryptoError::BadKey; // once in 2^127; BIP-32 says to go on with the next index
    }
    return child;
}

Result<std::uint32_t> parseIndex(std::string_view text)
{
    const bool hardened = text.ends_with('\'') || text.ends_with('h') || text.ends_with('H');
    if (hardened) {
        text.remove_suffix(1);
    }
    std::uint32_t index = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (failure != std::errc() || end != text.data() + text.size() || index >= kHardened) {
        return CryptoError::BadPath;
    }
    return hardened ? index | kHardened : index;
}

Result<std::vector<std::uint32_t>> parsePath(std::string_view path)
{
    if (path != "m" && !path.starts_with("m/")) {
        return CryptoError::BadPath;
    }
    std::vector<std::uint32_t> out;
    while (path.find('/') != std::string_view::npos) {
        path.remove_prefix(path.find('/') + 1);
        AC_TRY(const std::uint32_t index, parseIndex(path.substr(0, path.find('/'))));
        out.push_back(index);
        if (out.size() > kMaxLevels) {
            return CryptoError::BadPath;
        }
    }
    return out;
}

} // namespace

Result<PrivateKey> deriveKey(const SecretBytes& seed64, std::string_view path)
{
    AC_TRY(const auto indexes, parsePath(path));
    AC_TRY(Node node, masterNode(seed64));
    for (const std::uint32_t index : indexes) {
        AC_TRY(node, childNode(node, index));
    }
    return PrivateKey::fromBytes(std::move(node.key));
}

} // namespace autochain
