// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39: entropy of 32·n bits plus n bits of its SHA-256 are cut into groups of 11 bits, one word each.
#include "crypto/mnemonic.h"

#include "crypto/hash.h"
#include "crypto/wordlist.h"

#include <algorithm>
#include <cstdlib>
#include <openssl/evp.h>
#include <QString>

namespace autochain
{
namespace
{

constexpr std::size_t kBitsPerWord = 11;
constexpr std::size_t kMaxWords = 24;
constexpr int kSeedRounds = 2048;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool validEntropySize(std::size_t bytes)
{
    return bytes >= 16 && bytes <= 32 && bytes % 4 == 0;
}

// Entropy followed by the byte its checksum bits come from.
SecretBytes withChecksum(BytesView entropy)
{
    SecretBytes out(entropy.size() + 1);
    std::memcpy(out.data(), entropy.data(), entropy.size());
    out.data()[entropy.size()] = sha256(entropy).bytes[0];
    return out;
}

bool bitAt(const std::uint8_t* bytes, std::size_t bit)
{
    return (bytes[bit / 8] >> (7 - bit % 8) & 1) != 0;
}

std::size_t wordIndex(const SecretBytes& bits, std::size_t word)
{
    std::size_t index = 0;
    for (std::size_t bit = word * kBitsPerWord; bit < (word + 1) * kBitsPerWord; ++bit) {
        index = index << 1 | (bitAt(bits.data(), bit) ? 1U : 0U);
    }
    return index;
}

// Lower case, single spaces, none at the ends: what people type differs from the list only in these.
SecretBytes tidied(std::string_view words)
{
    SecretBytes buffer(words.size());
    std::size_t length = 0;
    bool space = false;
    for (const char c : words) {
        if (isSpace(c)) {
            space = length != 0;
            continue;
        }
        if (space) {
            buffer.data()[length++] = ' ';
            space = false;
        }
        buffer.data()[length++] = static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return SecretBytes::copyOf(buffer.view().first(length));
}

std::string_view textOf(const SecretBytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// NFKD of UTF-8 (BIP-39, "From mnemonic to seed").
SecretBytes normalized(std::string_view text)
{
    if (isAscii(text)) {
        return SecretBytes::copyOf(asBytes(text));
    }
    QString source = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    QString decomposed = source.normalized(QString::NormalizationForm_KD);
    QByteArray utf8 = decomposed.toUtf8();
    SecretBytes out = SecretBytes::copyOf(
        {reinterpret_cast<const std::uint8_t*>(utf8.constData()), static_cast<std::size_t>(utf8.size())});
    source.fill(QChar(0));
    decomposed.fill(QChar(0));
    utf8.fill('\0');
    return out;
}

struct WordBits {
    SecretBytes bits = SecretBytes(kMaxWords * kBitsPerWord / 8);
    std::size_t words = 0;
};

Result<> addWord(WordBits& out, std::string_view word)
{
    const auto* const found = std::lower_bound(kEnglishWords.begin(), kEnglishWords.end(), word);
    if (found == kEnglishWords.end() || *found != word) {
        return Error(CryptoError::BadMnemonic, {std::to_string(out.words + 1)});
    }
    const auto index = static_cast<std::size_t>(found - kEnglishWords.begin());
    for (std::size_t i = 0; i < kBitsPerWord; ++i) {
        const std::size_t bit = out.words * kBitsPerWord + i;
        const auto value = static_cast<unsigned>(index >> (kBitsPerWord - 1 - i) & 1);
        out.bits.data()[bit / 8] = static_cast<std::uint8_t>(out.bits.data()[bit / 8] | value << (7 - bit % 8));
    }
    ++out.words;
    return {};
}

} // namespace

Result<SecretBytes> mnemonicFromEntropy(BytesView entropy)
{
    if (!validEntropySize(entropy.size())) {
        return Error(CryptoError::BadMnemonic, {}, "entropy of " + std::to_string(entropy.size()) + " bytes");
    }
    const SecretBytes bits = withChecksum(entropy);
    const std::size_t words = entropy.size() * 3 / 4;
    SecretBytes buffer(words * 9); // the longest word has 8 letters
    std::size_t length = 0;
    for (std::size_t i = 0; i < words; ++i) {
        const std::string_view word = kEnglishWords.at(wordIndex(bits, i));
        if (i != 0) {
            buffer.data()[length++] = ' ';
        }
        std::memcpy(buffer.data() + length, word.data(), word.size());
        length += word.size();
    }
    return SecretBytes::copyOf(buffer.view().first(length));
}

Result<SecretBytes> entropyFromMnemonic(std::string_view words)
{
    const SecretBytes tidy = tidied(words);
    std::string_view rest = textOf(tidy);
    WordBits read;
    while (!rest.empty()) {
        if (read.words == kMaxWords) {
            return Error(CryptoError::BadMnemonic, {std::to_string(kMaxWords + 1)});
        }
        const std::string_view word = rest.substr(0, rest.find(' '));
        AC_CHECK(addWord(read, word));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    const std::size_t entropySize = read.words / 3 * 4;
    if (read.words % 3 != 0 || !validEntropySize(entropySize)) {
        return Error(CryptoError::BadMnemonic, {std::to_string(read.words)}, "word count");
    }
    SecretBytes entropy = SecretBytes::copyOf(read.bits.view().first(entropySize));
    const SecretBytes expected = withChecksum(entropy.view());
    for (std::size_t bit = entropySize * 8; bit < read.words * kBitsPerWord; ++bit) {
        if (bitAt(read.bits.data(), bit) != bitAt(expected.data(), bit)) {
            return CryptoError::BadMnemonicChecksum;
        }
    }
    return entropy;
}

SecretBytes seedFromMnemonic(std::string_view words, std::string_view passphrase)
{
    constexpr std::string_view kPrefix = "mnemonic";
    const SecretBytes password = isAscii(words) ? tidied(words) : normalized(words);
    const SecretBytes tail = normalized(passphrase);
    SecretBytes salt(kPrefix.size() + tail.size());
    std::memcpy(salt.data(), kPrefix.data(), kPrefix.size());
    if (!tail.empty()) {
        std::memcpy(salt.data() + kPrefix.size(), tail.data(), tail.size());
    }
    SecretBytes seed(64);
    if (PKCS5_PBKDF2_HMAC(password.empty() ? "" : textOf(password).data(), static_cast<int>(password.size()),
                          salt.data(), static_cast<int>(salt.size()), kSeedRounds, EVP_sha512(),
                          static_cast<int>(seed.size()), seed.data()) != 1) {
        std::abort(); // OpenSSL without SHA-512 or out of memory: a wrong seed must never be returned
    }
    return seed;
}

} // namespace autochain
