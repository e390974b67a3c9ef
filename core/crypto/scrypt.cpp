// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSL does it wherever it agrees to. It keeps to RFC 7914's N < 2^(128·r/8), which keystore files in use (and one
// of Ethereum's own test vectors: N = 2^18 with r = 1) break; those go through the functions here.
#include "crypto/scrypt.h"

#include "base/secret_bytes.h"

#include <bit>
#include <climits>
#include <new>
#include <openssl/evp.h>
#include <string.h>

namespace autochain
{
namespace
{

static_assert(std::endian::native == std::endian::little, "blocks are read from memory as they are");

using Block = std::array<std::uint32_t, 16>;

void quarterRound(Block& x, std::size_t a, std::size_t b, std::size_t c, std::size_t d)
{
    x[b] ^= std::rotl(x[a] + x[d], 7);
    x[c] ^= std::rotl(x[b] + x[a], 9);
    x[d] ^= std::rotl(x[c] + x[b], 13);
    x[a] ^= std::rotl(x[d] + x[c], 18);
}

void salsa208(Block& block) // RFC 7914, section 3
{
    Block x = block;
    for (int round = 0; round < 8; round += 2) {
        quarterRound(x, 0, 4, 8, 12);
        quarterRound(x, 5, 9, 13, 1);
        quarterRound(x, 10, 14, 2, 6);
        quarterRound(x, 15, 3, 7, 11);
        quarterRound(x, 0, 1, 2, 3);
        quarterRound(x, 5, 6, 7, 4);
        quarterRound(x, 10, 11, 8, 9);
        quarterRound(x, 15, 12, 13, 14);
    }
    for (std::size_t i = 0; i < block.size(); ++i) {
        block[i] += x[i];
    }
}

// Section 4, scryptBlockMix: `in` and `out` are 2r blocks.
void blockMix(const std::vector<Block>& in, std::vector<Block>& out)
{
    Block x = in.back();
    for (std::size_t i = 0; i < in.size(); ++i) {
        for (std::size_t word = 0; word < x.size(); ++word) {
            x[word] ^= in[i][word];
        }
        salsa208(x);
        out[i / 2 + (i % 2) * (in.size() / 2)] = x;
    }
}

// Section 5, scryptROMix, in place over one lane of 128·r bytes.
void roMix(std::span<std::uint8_t> lane, std::uint64_t n)
{
    std::vector<Block> x(lane.size() / sizeof(Block));
    std::vector<Block> mixed(x.size());
    SecretBytes table(lane.size() * n);
    std::memcpy(x.data(), lane.data(), lane.size());
    for (std::uint64_t i = 0; i < n; ++i) {
        std::memcpy(table.data() + i * lane.size(), x.data(), lane.size());
        blockMix(x, mixed);
        x.swap(mixed);
    }
    for (std::uint64_t i = 0; i < n; ++i) {
        const std::uint64_t j = (x.back()[0] | static_cast<std::uint64_t>(x.back()[1]) << 32) & (n - 1);
        std::memcpy(mixed.data(), table.data() + j * lane.size(), lane.size());
        for (std::size_t block = 0; block < x.size(); ++block) {
            for (std::size_t word = 0; word < x[block].size(); ++word) {
                x[block][word] ^= mixed[block][word];
            }
        }
        blockMix(x, mixed);
        x.swap(mixed);
    }
    std::memcpy(lane.data(), x.data(), lane.size());
    explicit_bzero(x.data(), lane.size());
    explicit_bzero(mixed.data(), lane.size());
}

bool pbkdf2Once(std::string_view passphrase, BytesView salt, std::span<std::uint8_t> out)
{
    return PKCS5_PBKDF2_HMAC(passphrase.data(), static_cast<int>(passphrase.size()), salt.data(),
                             static_cast<int>(salt.size()), 1, EVP_sha256(), static_cast<int>(out.size()),
                             out.data()) == 1;
}

bool portable(const ScryptParams& params, std::string_view passphrase, BytesView salt, std::span<std::uint8_t> out)
{
    const std::size_t laneSize = 128 * params.r;
    if (laneSize * params.p > INT_MAX) {
        return false;
    }
    SecretBytes lanes(laneSize * params.p);
    if (!pbkdf2Once(passphrase, salt, lanes.span())) {
        return false;
    }
    for (std::size_t lane = 0; lane < params.p; ++lane) {
        roMix(lanes.span().subspan(lane * laneSize, laneSize), params.n);
    }
    return pbkdf2Once(passphrase, lanes.view(), out);
}

} // namespace

bool scrypt(const ScryptParams& params, std::string_view passphrase, BytesView salt, std::span<std::uint8_t> out)
{
    if (params.n < 2 || !std::has_single_bit(params.n) || params.r == 0 || params.p == 0) {
        return false;
    }
    const bool openSslRefuses = params.r < 4 && params.n >= 1ULL << (16 * params.r);
    if (openSslRefuses) {
        try {
            return portable(params, passphrase, salt, out);
        } catch (const std::bad_alloc&) {
            return false;
        }
    }
    const std::uint64_t memory = 128 * params.r * (params.n + params.p + 2) + (1 << 20); // what it needs, and some room
    return EVP_PBE_scrypt(passphrase.data(), passphrase.size(), salt.data(), salt.size(), params.n, params.r, params.p,
                          memory, out.data(), out.size()) == 1;
}

} // namespace autochain
