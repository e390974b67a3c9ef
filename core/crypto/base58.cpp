// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/base58.h"

#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::string_view kDigits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t kMaxPayload = 128;
constexpr std::size_t kMaxText = 192;
constexpr std::size_t kChecksum = 4;

Hash32 checksumOf(BytesView payload)
{
    return sha256(sha256(payload).view());
}

// One number in another base, digit by digit: `out` holds `length` digits of `base`, the lowest first; returns the new
// length after out = out · from + digit.
std::size_t pushDigit(SecretBytes& out, std::size_t length, unsigned base, unsigned from, unsigned digit)
{
    unsigned carry = digit;
    for (std::size_t i = 0; i < length || carry != 0; ++i) {
        carry += i < length ? out.data()[i] * from : 0U;
        out.data()[i] = static_cast<std::uint8_t>(carry % base);
        carry /= base;
        length = std::max(length, i + 1);
    }
    return length;
}

// The digits turned round, behind as many `zero` as the source starts with.
SecretBytes reversed(const SecretBytes& digits, std::size_t length, std::size_t zeros, std::uint8_t zero)
{
    SecretBytes out(zeros + length);
    std::fill_n(out.data(), zeros, zero);
    std::reverse_copy(digits.data(), digits.data() + length, out.data() + zeros);
    return out;
}

} // namespace

Result<SecretBytes> base58CheckEncode(BytesView payload)
{
    if (payload.size() > kMaxPayload) {
        return Error(CryptoError::BadKey, {}, "too long for Base58Check");
    }
    SecretBytes source(payload.size() + kChecksum);
    std::copy(payload.begin(), payload.end(), source.data());
    const Hash32 checksum = checksumOf(payload);
    std::copy_n(checksum.bytes.begin(), kChecksum, source.data() + payload.size());

    SecretBytes digits(source.size() * 2); // log 256 / log 58 = 1.37
    std::size_t length = 0;
    for (const std::uint8_t byte : source.view()) {
        length = pushDigit(digits, length, 58, 256, byte);
    }
    std::transform(digits.data(), digits.data() + length, digits.data(),
                   [](std::uint8_t digit) { return static_cast<std::uint8_t>(kDigits[digit]); });
    const auto view = source.view();
    const auto zeros = std::find_if(view.begin(), view.end(), [](std::uint8_t byte) { return byte != 0; });
    return reversed(digits, length, static_cast<std::size_t>(zeros - view.begin()), '1');
}

Result<SecretBytes> base58CheckDecode(std::string_view text)
{
    if (text.size() > kMaxText) {
        return Error(CryptoError::BadKey, {}, "too long for Base58Check");
    }
    SecretBytes digits(text.size() + 1);
    std::size_t length = 0;
    for (const char c : text) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) {
            return Error(CryptoError::BadKey, {}, "not Base58");
        }
        length = pushDigit(digits, length, 256, 58, static_cast<unsigned>(digit));
    }
    const std::size_t zeros = std::min(text.find_first_not_of('1'), text.size());
    const SecretBytes all = reversed(digits, length, zeros, 0);
    if (all.size() < kChecksum) {
        return Error(CryptoError::BadKey, {}, "Base58Check without checksum");
    }
    const BytesView payload = all.view().first(all.size() - kChecksum);
    const Hash32 checksum = checksumOf(payload);
    if (!std::equal(checksum.bytes.begin(), checksum.bytes.begin() + kChecksum, all.view().last(kChecksum).begin())) {
        return Error(CryptoError::BadKey, {}, "Base58Check checksum");
    }
    return SecretBytes::copyOf(payload);
}

} // namespace autochain
