// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests TrieTests: {"in": [[key, value or null], …] or {key: value}, "root": hex}, and trietestnextprev.json:
// {"in": [keys], "tests": [[key, before, after], …]}. "secure" in the name of the file: the keys are hashed. Values are
// also proven against the root, and so is the absence of keys that are not there.
#include "check.h"

#include "chain/trie.h"
#include "chain/trie_proof.h"
#include "crypto/hash.h"

#include <algorithm>
#include <random>

namespace autochain::vectors
{
namespace
{

Bytes bytesOf(const QJsonValue& value)
{
    const std::string text = str(value);
    return text.starts_with("0x") ? unhex(text) : toBytes(std::string_view(text));
}

using Writes = std::vector<std::pair<Bytes, Bytes>>;

Writes writesOf(const QJsonValue& in)
{
    Writes writes;
    if (in.isObject()) {
        const QJsonObject object = in.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            writes.emplace_back(bytesOf(entry.key()), bytesOf(entry.value()));
        }
        return writes;
    }
    for (const auto& entry : in.toArray()) {
        const QJsonArray pair = entry.toArray();
        writes.emplace_back(bytesOf(pair[0]), pair[1].isNull() ? Bytes() : bytesOf(pair[1]));
    }
    return writes;
}

Bytes keyOf(const Bytes& key, bool secure)
{
    return secure ? toBytes(keccak256(key).view()) : key;
}

// Hashed keys alone are what the client proves; plain ones may end inside of each other.
std::string provesAll(const Trie& trie, const std::map<Bytes, Bytes>& entries)
{
    for (const auto& [key, value] : entries) {
        const auto nodes = trie.proofOf(key);
        const auto proven = proveKey(trie.root(), key, nodes, TrieKeys::Hashed);
        if (!proven.ok() || !*proven || toBytes(**proven) != value) {
            return "a value is not proven";
        }
        const Bytes other = toBytes(keccak256(key).view());
        const auto otherNodes = trie.proofOf(other);
        const auto none = proveKey(trie.root(), other, otherNodes, TrieKeys::Hashed);
        if (!none.ok() || *none) {
            return "an absence is not proven";
        }
    }
    return "";
}

std::string problemOf(const QJsonObject& entry, bool secure)
{
    Writes writes = writesOf(at(entry, "in"));
    const bool anyOrder = at(entry, "in").isObject();
    std::mt19937 random(1); // NOLINT: the same orders on every machine
    for (int order = 0; order < (anyOrder ? 20 : 1); ++order) {
        Trie trie;
        std::map<Bytes, Bytes> entries;
        for (const auto& [key, value] : writes) {
            trie.set(keyOf(key, secure), value);
            entries[keyOf(key, secure)] = value;
        }
        if (toBytes(trie.root().view()) != unhex(at(entry, "root"))) {
            return "root is " + toHex0x(trie.root());
        }
        std::erase_if(entries, [](const auto& kept) { return kept.second.empty(); });
        if (const std::string problem = secure ? provesAll(trie, entries) : ""; !problem.empty()) {
            return problem;
        }
        std::shuffle(writes.begin(), writes.end(), random);
    }
    return "";
}

std::string neighbourProblem(const QJsonObject& entry)
{
    Trie trie;
    for (const auto& key : at(entry, "in").toArray()) {
        trie.set(bytesOf(key), bytesOf(key));
    }
    for (const auto& row : at(entry, "tests").toArray()) {
        const QJsonArray test = row.toArray();
        const Bytes key = bytesOf(test[0]);
        if (trie.keyBefore(key).value_or(Bytes()) != bytesOf(test[1]) ||
            trie.keyAfter(key).value_or(Bytes()) != bytesOf(test[2])) {
            return "neighbours of " + str(test[0]);
        }
    }
    return "";
}

void check(const Input& file, Report& report)
{
    const bool secure = lowered(file.path.substr(file.path.rfind('/') + 1)).find("secure") != std::string::npos;
    const QJsonObject cases = file.json().toObject();
    for (auto entry = cases.begin(); entry != cases.end(); ++entry) {
        const QJsonObject object = entry.value().toObject();
        const bool neighbours = object.contains(QLatin1String("tests"));
        if (neighbours || object.contains(QLatin1String("root"))) {
            report.check(entry.key().toStdString(),
                         [&] { return neighbours ? neighbourProblem(object) : problemOf(object, secure); });
        }
    }
}

const Kind kTrie("trie", "ethereum/tests TrieTests", check);

} // namespace
} // namespace autochain::vectors
