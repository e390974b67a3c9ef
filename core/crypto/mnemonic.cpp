// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39: entropy of 32·n bits plus n bits of its SHA-256 are cut into groups of 11 bits, one word each.
#include "crypto/mnemonic.h"

#include "crypto/hash.h"
#include "crypto/mnemonic_words.h"
#include "crypto/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <openssl/evp.h>

namespace autochain
{
namespace
{

constexpr std::size_t kBitsPerWord = 11;
constexpr int kSeedRounds = 2048;
constexpr std::string_view kIdeographicSpace = "\u3000";

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
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

SecretBytes nfkdOrAsIs(std::string_view text, bool lowerCase)
{
    auto normal = nfkd(text, lowerCase);
    return normal ? std::move(*normal) : SecretBytes::copyOf(asBytes(text));
}

struct WordBits {
    SecretBytes bits = SecretBytes(kMaxMnemonicWords * kBitsPerWord / 8);
    std::size_t words = 0;
};

Result<> addWord(WordBits& out, std::string_view word, WordLanguage language)
{
    const auto index = indexOfWord(language, word);
    if (!index) {
        return Error(CryptoError::BadMnemonic, {std::to_string(out.words + 1)});
    }
    for (std::size_t i = 0; i < kBitsPerWord; ++i) {
        const std::size_t bit = out.words * kBitsPerWord + i;
        const auto value = static_cast<unsigned>(*index >> (kBitsPerWord - 1 - i) & 1);
        out.bits.data()[bit / 8] = static_cast<std::uint8_t>(out.bits.data()[bit / 8] | value << (7 - bit % 8));
    }
    ++out.words;
    return {};
}

} // namespace

SecretBytes tidyWords(std::string_view words)
{
    const SecretBytes normal = nfkdOrAsIs(words, true);
    SecretBytes buffer(normal.size());
    std::size_t length = 0;
    bool space = false;
    for (const char c : textOf(normal)) {
        if (isSpace(c)) {
            space = length != 0;
            continue;
        }
        if (space) {
            buffer.data()[length++] = ' ';
            space = false;
        }
        buffer.data()[length++] = static_cast<std::uint8_t>(c);
    }
    return SecretBytes::copyOf(buffer.view().first(length));
}

std::vector<std::string_view> splitWords(const SecretBytes& tidy)
{
    std::vector<std::string_view> out;
    std::string_view rest = textOf(tidy);
    while (!rest.empty() && out.size() <= kMaxMnemonicWords) {
        out.push_back(rest.substr(0, rest.find(' ')));
        rest.remove_prefix(std::min(rest.size(), out.back().size() + 1));
    }
    return out;
}

bool isWordCount(std::size_t words)
{
    return words % 3 == 0 && validEntropySize(words / 3 * 4);
}

Result<SecretBytes> mnemonicFromEntropy(BytesView entropy, WordLanguage language)
{
    if (!validEntropySize(entropy.size())) {
        return Error(CryptoError::BadMnemonic, {}, "entropy of " + std::to_string(entropy.size()) + " bytes");
    }
    const SecretBytes bits = withChecksum(entropy);
    const std::size_t words = entropy.size() * 3 / 4;
    const std::string_view space = language == WordLanguage::Japanese ? kIdeographicSpace : " ";
    SecretBytes buffer(words * (kMaxWordBytes + kIdeographicSpace.size()));
    std::size_t length = 0;
    const auto add = [&](std::string_view text) {
        std::memcpy(buffer.data() + length, text.data(), text.size());
        length += text.size();
    };
    for (std::size_t i = 0; i < words; ++i) {
        add(i == 0 ? std::string_view() : space);
        add(wordAt(language, wordIndex(bits, i)));
    }
    return SecretBytes::copyOf(buffer.view().first(length));
}

Result<SecretBytes> entropyFromMnemonic(std::string_view words, WordLanguage language)
{
    const SecretBytes tidy = tidyWords(words);
    WordBits read;
    for (const std::string_view word : splitWords(tidy)) {
        if (read.words == kMaxMnemonicWords) {
            return Error(CryptoError::BadMnemonic, {std::to_string(kMaxMnemonicWords + 1)});
        }
        AC_CHECK(addWord(read, word, language));
    }
    if (!isWordCount(read.words)) {
        return Error(CryptoError::BadMnemonic, {std::to_string(read.words)}, "word count");
    }
    const std::size_t entropySize = read.words / 3 * 4;
    SecretBytes entropy = SecretBytes::copyOf(read.bits.view().first(entropySize));
    const SecretBytes expected = withChecksum(entropy.view());
    for (std::size_t bit = entropySize * 8; bit < read.words * kBitsPerWord; ++bit) {
        if (bitAt(read.bits.data(), bit) != bitAt(expected.data(), bit)) {
            return CryptoError::BadMnemonicChecksum;
        }
    }
    return entropy;
}

Result<SecretBytes> entropyFromMnemonic(std::string_view words)
{
    const MnemonicReport report = examineLanguages(words);
    return entropyFromMnemonic(words, report.fitting.empty() ? report.closest : report.fitting.front());
}

SecretBytes seedFromMnemonic(std::string_view words, std::string_view passphrase)
{
    constexpr std::string_view kPrefix = "mnemonic";
    const SecretBytes password = tidyWords(words);
    const SecretBytes tail = nfkdOrAsIs(passphrase, false);
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
