// SPDX-License-Identifier: GPL-3.0-or-later
// Words, seed and derived keys: hdnode.json (v5) and mnemonics.json (v6) of @ethersproject/testcases.
#include "check.h"

#include "crypto/hdkey.h"
#include "crypto/mnemonic.h"
#include "crypto/unicode.h"

namespace autochain::vectors
{
namespace
{

std::optional<WordLanguage> languageOf(const std::string& locale)
{
    static const std::map<std::string, std::string> kTags{{"cz", "cs"}, {"zh_cn", "zh-Hans"}, {"zh_tw", "zh-Hant"}};
    const auto other = kTags.find(locale);
    return languageOfTag(other == kTags.end() ? locale : other->second);
}

bool sameText(std::string_view a, std::string_view b)
{
    const auto first = nfkd(a);
    const auto second = nfkd(b);
    return first && second && textOf(*first) == textOf(*second);
}

std::string wordsProblem(const QJsonObject& item, const std::string& words)
{
    const auto language = languageOf(str(at(item, "locale")));
    if (!language) {
        return "locale " + str(at(item, "locale"));
    }
    const Bytes entropy = unhex(at(item, "entropy"));
    const auto ours = mnemonicFromEntropy(entropy, *language);
    const auto back = entropyFromMnemonic(words, *language);
    const bool same = ours.ok() && sameText(textOf(*ours), words) && back.ok() && toBytes(back->view()) == entropy;
    return same ? "" : "words";
}

// Whether the member is not there, or is these bytes or this text.
bool fits(const QJsonObject& item, const char* key, BytesView bytes)
{
    const QJsonValue value = at(item, key);
    return value.isUndefined() || value.isNull() || unhex(value) == toBytes(bytes);
}
bool fits(const QJsonObject& item, const char* key, const std::string& text)
{
    const QJsonValue value = at(item, key);
    return !value.isString() || str(value) == text;
}
bool fits(const QJsonObject& item, const char* key, std::uint32_t number)
{
    const QJsonValue value = at(item, key);
    return !value.isDouble() || value.toInteger() == number;
}

std::string nodeProblem(const ExtendedPrivateKey& root, const QJsonObject& expected)
{
    const std::string where = str(at(expected, "path"));
    const auto path = parseHdPath(where);
    const auto node = path.ok() ? root.derive(*path) : path.error();
    if (!node.ok()) {
        return where + ": not derived";
    }
    const ExtendedPublicKey point = node->publicKey();
    const bool same = fits(expected, "privateKey", node->key().secret32()) &&
                      fits(expected, "address", node->key().address().view()) &&
                      fits(expected, "publicKey", point.key().compressed()) &&
                      fits(expected, "chainCode", node->chainCode()) &&
                      fits(expected, "fingerprint", point.fingerprint()) &&
                      fits(expected, "parentFingerprint", node->position().parentFingerprint) &&
                      fits(expected, "depth", std::uint32_t{node->position().depth}) &&
                      fits(expected, "index", node->position().index) && fits(expected, "xpub", point.text()) &&
                      fits(expected, "xpriv", std::string(textOf(node->text())));
    return same ? "" : where;
}

std::string problemOf(const QJsonObject& item)
{
    const std::string words = str(firstOf(item, {"mnemonic", "phrase"}));
    if (std::string problem = wordsProblem(item, words); !problem.empty()) {
        return problem;
    }
    const SecretBytes seed = seedFromMnemonic(words, str(at(item, "password")));
    if (toBytes(seed.view()) != unhex(at(item, "seed"))) {
        return "seed";
    }
    const auto root = ExtendedPrivateKey::fromSeed(seed);
    const QJsonArray nodes = firstOf(item, {"hdnodes", "nodes"}).toArray();
    for (const auto& node : nodes) {
        if (std::string problem = nodeProblem(*root, node.toObject()); !problem.empty()) {
            return problem;
        }
    }
    return "";
}

void check(const Input& file, Report& report)
{
    const QJsonArray list = file.json().toArray();
    for (const auto& value : list) {
        const QJsonObject item = value.toObject();
        if (firstOf(item, {"mnemonic", "phrase"}).isUndefined() || !item.contains(QLatin1String("seed"))) {
            continue;
        }
        report.check(str(at(item, "name")), [&] { return problemOf(item); });
    }
}

const Kind kHdWallet("hdwallet", "hdnode.json, mnemonics.json of @ethersproject/testcases", check);

} // namespace
} // namespace autochain::vectors
