// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39: {"english": [[entropy, words, seed, xprv], …], …} as of trezor/python-mnemonic, and lists of objects with the
// passphrase in each (test_JP_BIP39.json).
#include "check.h"

#include "crypto/hdkey.h"
#include "crypto/mnemonic.h"
#include "crypto/unicode.h"

#include <algorithm>

namespace autochain::vectors
{
namespace
{

struct Case {
    std::optional<WordLanguage> language;
    Bytes entropy;
    std::string words;
    Bytes seed;
    std::string xprv;                     // empty: not given
    std::vector<std::string> passphrases; // the one that was used is among them
};

std::optional<WordLanguage> languageNamed(const std::string& name)
{
    static const std::map<std::string, WordLanguage> kNames{{"english", WordLanguage::English},
                                                            {"chinese_simplified", WordLanguage::ChineseSimplified},
                                                            {"chinese_traditional", WordLanguage::ChineseTraditional},
                                                            {"czech", WordLanguage::Czech},
                                                            {"french", WordLanguage::French},
                                                            {"italian", WordLanguage::Italian},
                                                            {"japanese", WordLanguage::Japanese},
                                                            {"korean", WordLanguage::Korean},
                                                            {"portuguese", WordLanguage::Portuguese},
                                                            {"russian", WordLanguage::Russian},
                                                            {"spanish", WordLanguage::Spanish},
                                                            {"turkish", WordLanguage::Turkish}};
    const auto found = kNames.find(name);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

// Files without a passphrase in them were made with one of these; a wrong one cannot give the seed by accident.
std::vector<std::string> usualPassphrases()
{
    return {"TREZOR", "㍍ガバヴァぱばぐゞちぢ十人十色", ""};
}

Case caseOf(const QJsonValue& item, std::optional<WordLanguage> language)
{
    if (item.isArray()) {
        const QJsonArray list = item.toArray();
        if (list.size() < 3) {
            throw BadFile("an entry of less than three members");
        }
        return {language,          unhex(list[0]), str(list[1]), unhex(list[2]), list.size() > 3 ? str(list[3]) : "",
                usualPassphrases()};
    }
    const QJsonObject object = item.toObject();
    const QJsonValue passphrase = firstOf(object, {"passphrase", "salt", "password"});
    return {language,
            unhex(at(object, "entropy")),
            str(firstOf(object, {"mnemonic", "phrase", "words"})),
            unhex(at(object, "seed")),
            str(firstOf(object, {"bip32_xprv", "xprv"})),
            passphrase.isString() ? std::vector{str(passphrase)} : usualPassphrases()};
}

bool sameText(std::string_view ours, std::string_view published)
{
    const auto a = nfkd(ours);
    const auto b = nfkd(published);
    return a && b && textOf(*a) == textOf(*b);
}

std::string problemOf(const Case& item)
{
    const MnemonicReport report = examineMnemonic(item.words);
    if (report.fitting.empty()) {
        return "the words fit no language";
    }
    const WordLanguage language = item.language.value_or(report.fitting.front());
    if (std::find(report.fitting.begin(), report.fitting.end(), language) == report.fitting.end()) {
        return "the words do not fit their language";
    }
    const auto words = mnemonicFromEntropy(item.entropy, language);
    if (!words.ok() || !sameText(textOf(*words), item.words)) {
        return "words of the entropy";
    }
    const auto entropy = entropyFromMnemonic(item.words, language);
    if (!entropy.ok() || toBytes(entropy->view()) != item.entropy) {
        return "entropy of the words";
    }
    for (const std::string& passphrase : item.passphrases) {
        const SecretBytes seed = seedFromMnemonic(item.words, passphrase);
        if (toBytes(seed.view()) != item.seed) {
            continue;
        }
        const auto root = ExtendedPrivateKey::fromSeed(seed);
        const bool same = item.xprv.empty() || (root.ok() && textOf(root->text()) == item.xprv);
        return same ? "" : "xprv of the seed";
    }
    return "seed of the words";
}

void checkList(const QJsonArray& list, const std::string& name, Report& report)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        report.check(name + " " + std::to_string(i + 1),
                     [&] { return problemOf(caseOf(list[i], languageNamed(name))); });
    }
}

void check(const Input& file, Report& report)
{
    const QJsonValue root = file.json();
    if (root.isArray()) {
        checkList(root.toArray(), "entry", report);
        return;
    }
    const QJsonObject object = root.toObject();
    for (auto list = object.begin(); list != object.end(); ++list) {
        checkList(list.value().toArray(), list.key().toStdString(), report);
    }
}

const Kind kBip39("bip39", "vectors.json of trezor/python-mnemonic, test_JP_BIP39.json", check);

} // namespace
} // namespace autochain::vectors
