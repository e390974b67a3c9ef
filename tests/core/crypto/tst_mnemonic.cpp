// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/mnemonic.h"
#include "crypto/wordlist.h"
#include "vectors.h"

#include <algorithm>
#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

std::string textOf(const SecretBytes& bytes)
{
    return {bytes.view().begin(), bytes.view().end()};
}

const char* const kAbandon =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

std::string keyAt(const char* seedHex, const char* path)
{
    const auto key = deriveKey(SecretBytes::copyOf(unhex(seedHex)), path);
    return key.ok() ? toHex(key->secret32()) : std::string("error");
}

} // namespace

class TestMnemonic : public QObject
{
    Q_OBJECT

private slots:
    void wordLists()
    {
        for (const WordLanguage language : allWordLanguages()) {
            QCOMPARE(languageOfTag(languageTag(language)), std::optional(language));
            for (std::size_t i = 0; i < kWordsInList; ++i) {
                const std::string_view word = wordAt(language, i);
                QVERIFY(!word.empty() && word.size() <= kMaxWordBytes);
                QCOMPARE(indexOfWord(language, word), std::optional(i)); // so no word stands in a list twice
            }
            QVERIFY(!indexOfWord(language, "xyzzy"));
            QVERIFY(!indexOfWord(language, ""));
        }
        QVERIFY(!languageOfTag("tlh"));
        // BIP-39: the first four letters tell the English words apart
        for (std::size_t i = 1; i < kWordsInList; ++i) {
            QVERIFY(wordAt(WordLanguage::English, i - 1).substr(0, 4) != wordAt(WordLanguage::English, i).substr(0, 4));
        }
    }

    void everyLanguageReadsBack()
    {
        for (const WordLanguage language : allWordLanguages()) {
            for (const std::size_t size : {16U, 20U, 24U, 28U, 32U}) {
                Bytes entropy(size);
                for (std::size_t i = 0; i < size; ++i) {
                    entropy[i] = static_cast<std::uint8_t>(i * 37 + size);
                }
                const auto words = mnemonicFromEntropy(entropy, language);
                QVERIFY(words.ok());
                QCOMPARE(toBytes(entropyFromMnemonic(textOf(*words), language)->view()), entropy);
                const MnemonicReport report = examineMnemonic(textOf(*words));
                QCOMPARE(report.words, size * 3 / 4);
                QVERIFY(report.countFits && report.unknown.empty());
                QVERIFY(std::find(report.fitting.begin(), report.fitting.end(), language) != report.fitting.end());
            }
        }
    }

    // The same words in capitals, composed letters and with other spaces give the same seed.
    void unicodeFormsAreForgiven()
    {
        const Bytes entropy(16, 0);
        const std::string spanish = textOf(*mnemonicFromEntropy(entropy, WordLanguage::Spanish));
        QString typed = QString::fromStdString(spanish).normalized(QString::NormalizationForm_C).toUpper();
        typed.replace(QLatin1Char(' '), QChar(0x00a0));
        QVERIFY(typed.toStdString() != spanish);
        QCOMPARE(toBytes(entropyFromMnemonic(typed.toStdString())->view()), entropy);
        QCOMPARE(toBytes(seedFromMnemonic(typed.toStdString()).view()), toBytes(seedFromMnemonic(spanish).view()));
        const std::string japanese = textOf(*mnemonicFromEntropy(entropy, WordLanguage::Japanese));
        QVERIFY(japanese.find("\u3000") != std::string::npos && japanese.find(' ') == std::string::npos);
        const std::string plain =
            QString::fromStdString(japanese).replace(QChar(0x3000), QLatin1Char(' ')).toStdString();
        QCOMPARE(toBytes(seedFromMnemonic(plain).view()), toBytes(seedFromMnemonic(japanese).view()));
    }

    void nearestWordsAreSuggested()
    {
        const auto nearest = [](const char* typed) {
            std::vector<std::string> out;
            for (const std::size_t index : nearestWords(WordLanguage::English, typed)) {
                out.emplace_back(wordAt(WordLanguage::English, index));
            }
            return out;
        };
        QCOMPARE(nearest("abandom").front(), std::string("abandon"));
        QCOMPARE(nearest("abandonment").front(), std::string("abandon")); // the first four letters
        QCOMPARE(nearest("amtter").front(), std::string("matter"));       // two letters swapped
        QVERIFY(nearest("qqqqqqqq").empty());
        QVERIFY(nearest("").empty());
        QVERIFY(nearestWords(WordLanguage::French, "e\u0301cole").front() ==
                *indexOfWord(WordLanguage::French, "e\u0301cole"));
        const MnemonicReport report = examineMnemonic(
            "abandon abandon abandom abandon abandon abandon abandon abandon abandon abandon abandon abuot");
        QCOMPARE(report.closest, WordLanguage::English);
        QCOMPARE(report.unknown.size(), std::size_t(2));
        QCOMPARE(report.unknown[0].position, std::size_t(3));
        QCOMPARE(wordAt(report.closest, report.unknown[1].nearest.front()), std::string_view("about"));
    }

    // Phrases of words that two lists share fit one of them, both or none; the report says which.
    void ambiguousLanguageIsTold_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("shared");
        QTest::addColumn<bool>("samePlaces"); // the shared Chinese characters stand at the same places in both lists
        QTest::newRow("Chinese") << int(WordLanguage::ChineseSimplified) << int(WordLanguage::ChineseTraditional)
                                 << 1275 << true;
        QTest::newRow("English and French") << int(WordLanguage::English) << int(WordLanguage::French) << 100 << false;
    }
    void ambiguousLanguageIsTold()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(int, shared);
        QFETCH(bool, samePlaces);
        const std::vector<WordLanguage> both{WordLanguage(first), WordLanguage(second)};
        std::vector<std::string> words;
        for (std::size_t i = 0; i < kWordsInList; ++i) {
            if (indexOfWord(both[1], wordAt(both[0], i))) {
                words.emplace_back(wordAt(both[0], i));
            }
        }
        QCOMPARE(int(words.size()), shared);
        int fitBoth = 0;
        int fitOne = 0;
        for (std::size_t turn = 0; turn < 2000; ++turn) {
            std::string phrase;
            for (std::size_t i = 0; i < 12; ++i) {
                phrase += words.at((turn * (i + 1) + turn / 64 + i * 7) % words.size()) + " ";
            }
            const MnemonicReport report = examineMnemonic(phrase);
            QVERIFY(report.knowing == both && report.unknown.empty());
            QCOMPARE(report.ambiguous(), report.fitting == both);
            fitBoth += report.ambiguous() ? 1 : 0;
            fitOne += report.fitting.size() == 1 ? 1 : 0;
            QCOMPARE(entropyFromMnemonic(phrase).ok(), !report.fitting.empty());
        }
        QVERIFY(fitBoth > 0);
        QCOMPARE(fitOne == 0, samePlaces);
    }

    void nothingToExamine()
    {
        for (const char* words : {"", "  \n", "\xff\xfe", "a b c"}) {
            const MnemonicReport report = examineMnemonic(words);
            QVERIFY(!report.countFits && report.fitting.empty() && report.knowing.empty());
            QVERIFY(entropyFromMnemonic(words).error().is(CryptoError::BadMnemonic));
        }
    }

    void forgivesCapitalsAndSpaces()
    {
        const std::string typed =
            "  Abandon\tabandon ABANDON abandon abandon abandon\n abandon abandon abandon abandon abandon  about\r\n";
        QCOMPARE(toBytes(entropyFromMnemonic(typed)->view()), Bytes(16, 0));
        QCOMPARE(toBytes(seedFromMnemonic(typed).view()), toBytes(seedFromMnemonic(kAbandon).view()));
    }

    void refusesWrongWords()
    {
        const auto unknown =
            entropyFromMnemonic("abandon abandon abandom abandon abandon abandon abandon abandon abandon "
                                "abandon abandon about");
        QVERIFY(unknown.error().is(CryptoError::BadMnemonic));
        QCOMPARE(unknown.error().args, std::vector<std::string>{"3"});
        QVERIFY(unknown.error().detail.find("abandom") == std::string::npos); // a word of a secret is no log line
    }

    void refusesWrongCounts()
    {
        std::string words;
        for (int count = 0; count <= 30; ++count) {
            const auto read = entropyFromMnemonic(words);
            const bool possible = count >= 12 && count <= 24 && count % 3 == 0;
            QVERIFY(!read.ok());
            QVERIFY(read.error().is(possible ? CryptoError::BadMnemonicChecksum : CryptoError::BadMnemonic));
            words += "zoo ";
        }
        for (const std::size_t size : {0U, 8U, 15U, 17U, 33U, 36U}) {
            QVERIFY(mnemonicFromEntropy(Bytes(size, 1)).error().is(CryptoError::BadMnemonic));
        }
    }

    void checksumFindsMostSwaps()
    {
        int found = 0;
        for (std::size_t i = 0; i < kWordsInList; ++i) {
            const std::string words =
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon " +
                std::string(wordAt(WordLanguage::English, i));
            found += entropyFromMnemonic(words, WordLanguage::English).ok() ? 0 : 1;
        }
        QCOMPARE(found, 2048 - 128); // four bits of checksum let one word in sixteen pass
    }

    void bip32Vector1()
    {
        // BIP-32, test vector 1; keys are those of the serialised xprv
        const char* seed = "000102030405060708090a0b0c0d0e0f";
        QCOMPARE(keyAt(seed, "m"), std::string("e8f32e723decf4051aefac8e2c93c9c5b214313817cdb01a1494b917c8436b35"));
        QCOMPARE(keyAt(seed, "m/0'"), std::string("edb2e14f9ee77d26dd93b4ecede8d16ed408ce149b6cd80b0715a2d911a0afea"));
        QCOMPARE(keyAt(seed, "m/0H/1"),
                 std::string("3c6cb8d0f6a264c91ea8b5030fadaa8e538b020f0a387421a12de9319dc93368"));
        QCOMPARE(keyAt(seed, "m/0'/1/2h"),
                 std::string("cbce0d719ecf7431d88e6a89fa1483e02e35092af60c042b1df2ff59fa424dca"));
        QCOMPARE(keyAt(seed, "m/0'/1/2'/2/1000000000"),
                 std::string("471b76e389e528d6de6d816857e012c5455051cad6660850e58372a6c3e6e7c8"));
    }

    void bip32LeadingZeros()
    {
        // BIP-32, test vector 3: leading zeros of a private key are kept
        const char* seed =
            "4b381541583be4423346c643850da4b320e46a87ae3d2a4e6da11eba819cd4acba45d239319ac14f863b8d5ab5a0d0c64d2e8a"
            "1e7d1457df2e5a3c51c73235be";
        QCOMPARE(keyAt(seed, "m"), std::string("00ddb80b067e0d4993197fe10f2657a844a384589847602d56f0c629c81aae32"));
        QCOMPARE(keyAt(seed, "m/0'"), std::string("491f7a2eebc7b57028e0d3faa0acda02e75c33b03c48fb288c41e2ea44e1daef"));
    }

    void firstAccountOfTheUsualTestWords()
    {
        // The mnemonic of Hardhat's and Anvil's documentation and its first account
        const SecretBytes seed = seedFromMnemonic("test test test test test test test test test test test junk");
        const auto key = deriveKey(seed, "m/44'/60'/0'/0/0");
        QVERIFY(key.ok());
        QCOMPARE(toHex0x(key->address()), std::string("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"));
    }

    void refusesPaths()
    {
        const SecretBytes seed(64);
        for (const char* path : {"", "M", "/", "m/", "m//0", "0", "m/x", "m/-1", "m/0''", "m/'", "m/2147483648",
                                 "m/4294967296", "m/0x1", "m/ 0", "m/0/", "n/0", "m/0'h"}) {
            QVERIFY2(deriveKey(seed, path).error().is(CryptoError::BadPath), path);
        }
        std::string deep = "m";
        for (int i = 0; i < 256; ++i) {
            deep += "/0";
        }
        QVERIFY(deriveKey(seed, deep).error().is(CryptoError::BadPath));
        QVERIFY(deriveKey(SecretBytes(15), "m").error().is(CryptoError::BadKey));
        QVERIFY(deriveKey(SecretBytes(65), "m").error().is(CryptoError::BadKey));
    }
};

QTEST_APPLESS_MAIN(TestMnemonic)
#include "tst_mnemonic.moc"
