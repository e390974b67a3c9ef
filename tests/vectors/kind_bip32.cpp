// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32: the text of the BIP itself (MediaWiki), and JSON in which objects carry seed, path, public and private key
// under the names that the usual libraries' fixtures give them.
#include "check.h"

#include "crypto/hdkey.h"
#include "crypto/unicode.h"

#include <algorithm>

namespace autochain::vectors
{
namespace
{

struct Expected { // one node of a tree; what is empty is not given
    std::string path;
    std::string publicText;
    std::string privateText;
};

std::string publicProblem(const ExtendedPrivateKey& root, const HdPath& path, const std::string& text)
{
    const auto node = root.derive(path);
    if (!node.ok() || node->publicKey().text() != text) {
        return "public key";
    }
    const auto parsed = ExtendedPublicKey::parse(text);
    if (!parsed.ok() || parsed->text() != text) {
        return "public key, read back";
    }
    if (ExtendedPrivateKey::parse(text).ok()) {
        return "public key read as a private one";
    }
    if (path.empty() || (path.back() & kHardened) != 0) {
        return "";
    }
    const auto parent = root.derive(HdPath(path.begin(), path.end() - 1));
    const auto child = parent->publicKey().child(path.back());
    return child.ok() && child->text() == text ? "" : "public derivation";
}

std::string privateProblem(const ExtendedPrivateKey& root, const HdPath& path, const std::string& text)
{
    const auto node = root.derive(path);
    if (!node.ok() || textOf(node->text()) != text) {
        return "private key";
    }
    const auto parsed = ExtendedPrivateKey::parse(text);
    if (!parsed.ok() || textOf(parsed->text()) != text) {
        return "private key, read back";
    }
    return ExtendedPublicKey::parse(text).ok() ? "private key read as a public one" : "";
}

bool isOurNetwork(const std::string& text)
{
    return text.starts_with("xp") || text.starts_with("tp");
}

struct Tree { // known by its seed, or by the private key of its root where there is none
    std::string name;
    Bytes seed;
    std::string rootText;

    Result<ExtendedPrivateKey> root(const Expected& node) const
    {
        if (seed.empty()) {
            return ExtendedPrivateKey::parse(rootText);
        }
        const bool test = node.publicText.starts_with("tp") || node.privateText.starts_with("tp");
        return ExtendedPrivateKey::fromSeed(SecretBytes::copyOf(seed), test ? HdNetwork::Test : HdNetwork::Main);
    }
};

void checkNode(const Tree& tree, const Expected& node, Report& report)
{
    const std::string name = tree.name + " " + node.path;
    if (!isOurNetwork(node.publicText.empty() ? node.privateText : node.publicText)) {
        report.skip(name, "version bytes of another coin");
        return;
    }
    const auto path = parseHdPath(node.path);
    const auto root = tree.root(node);
    if (!path.ok() || !root.ok()) {
        report.add(name, path.ok() ? "seed or root" : "path");
        return;
    }
    if (!node.publicText.empty()) {
        report.add(name + " public", publicProblem(*root, *path, node.publicText));
    }
    if (!node.privateText.empty()) {
        report.add(name + " private", privateProblem(*root, *path, node.privateText));
    }
}

void checkRefused(const std::string& text, const std::string& why, Report& report)
{
    const bool refused = !ExtendedPrivateKey::parse(text).ok() && !ExtendedPublicKey::parse(text).ok();
    report.add(text.substr(0, 24) + "... " + why, refused ? "" : "an invalid key was taken");
}

// --- MediaWiki ---

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

// Whether the line has this label; what stands behind it.
std::optional<std::string> behind(std::string_view line, std::string_view label)
{
    const std::size_t at = lowered(std::string(line)).find(label);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    return std::string(trimmed(line.substr(at + label.size())));
}

// "m/0<sub>H</sub>/1" -> "m/0'/1"
std::string wikiPath(std::string path)
{
    for (const std::string_view mark : {"<sub>H</sub>", "<sub>h</sub>", "&#39;", "’"}) {
        for (std::size_t at = path.find(mark); at != std::string::npos; at = path.find(mark)) {
            path.replace(at, mark.size(), "'");
        }
    }
    return path;
}

bool isLongBase58(std::string_view word)
{
    return word.size() > 80 && word.find_first_not_of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") ==
                                   std::string_view::npos;
}

class Wiki
{
public:
    explicit Wiki(Report& report) : m_report(report) {}

    void line(std::string_view text)
    {
        text = trimmed(text);
        if (text.starts_with("==")) {
            flush();
            m_tree = {headingOf(text), {}, {}};
        } else if (const auto seed = behind(text, "seed (hex):")) {
            m_tree.seed = unhex(*seed);
        } else if (const auto chain = behind(text, "* chain")) {
            flush();
            m_node.path = wikiPath(trimmedColon(*chain));
        } else if (const auto publicText = behind(text, "ext pub:")) {
            m_node.publicText = *publicText;
        } else if (const auto privateText = behind(text, "ext prv:")) {
            m_node.privateText = *privateText;
        } else if (text.starts_with("* ")) {
            bullet(trimmed(text.substr(2)));
        }
    }

    void flush()
    {
        if (!m_node.path.empty()) {
            checkNode(m_tree, m_node, m_report);
        }
        m_node = {};
    }

private:
    static std::string headingOf(std::string_view line)
    {
        const std::size_t first = std::min(line.find_first_not_of('='), line.size());
        line.remove_prefix(first);
        return std::string(line.substr(0, line.find('=')));
    }

    static std::string trimmedColon(std::string text)
    {
        if (text.ends_with(':')) {
            text.pop_back();
        }
        return text;
    }

    // A key that stands alone in a list is one that has to be refused.
    void bullet(std::string_view text)
    {
        const std::size_t end = text.find(' ');
        const std::string_view word = text.substr(0, end);
        if (isLongBase58(word)) {
            checkRefused(std::string(word), end == std::string_view::npos ? "" : std::string(text.substr(end + 1)),
                         m_report);
        }
    }

    Report& m_report;
    Tree m_tree;
    Expected m_node;
};

void checkWiki(std::string_view text, Report& report)
{
    Wiki wiki(report);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        wiki.line(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    wiki.flush();
}

// --- JSON ---

class Json
{
public:
    explicit Json(Report& report) : m_report(report) {}

    void visit(const QJsonValue& value, const std::string& name, bool invalid)
    {
        if (value.isArray()) {
            const QJsonArray list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i) {
                visit(list[i], name + "[" + std::to_string(i) + "]", invalid);
            }
        } else if (value.isObject()) {
            visitObject(value.toObject(), name, invalid);
        } else if (invalid && value.isString()) {
            refuse(str(value), name);
        }
    }

private:
    void refuse(const std::string& text, const std::string& name)
    {
        if (name.find("Path") != std::string::npos) {
            m_report.add(name + " " + text, parseHdPath(text).ok() ? "an invalid path was taken" : "");
        } else if (text.size() > 20) { // what is shorter is a reason or a name
            checkRefused(text, name, m_report);
        }
    }

    void visitObject(const QJsonObject& object, const std::string& name, bool invalid)
    {
        if (invalid && object.contains(QLatin1String("string"))) {
            refuse(str(at(object, "string")), name);
            return;
        }
        if (const QJsonValue seed = firstOf(object, {"seed", "seedHex", "seed_hex", "master_seed"}); seed.isString()) {
            m_tree.seed = unhex(seed);
        }
        const Expected node = nodeOf(object);
        if (isLongBase58(node.publicText) || isLongBase58(node.privateText)) {
            m_tree.name = name;
            checkNode(m_tree, node, m_report);
        }
        // The root first: the others are derived from it.
        if (const QJsonObject master = at(object, "master").toObject(); !master.isEmpty()) {
            m_tree = {name, {}, nodeOf(master).privateText};
            visitObject(master, name + ".master", invalid);
        }
        for (auto member = object.begin(); member != object.end(); ++member) {
            const std::string key = member.key().toStdString();
            if (key != "master" && (member.value().isArray() || member.value().isObject())) {
                std::string inner = name;
                inner += '.' + key;
                visit(member.value(), inner, invalid || key == "invalid");
            }
        }
    }

    static Expected nodeOf(const QJsonObject& object)
    {
        return {pathOf(object), str(firstOf(object, {"base58", "xpub", "public", "pub", "ext_pub", "extPub"})),
                str(firstOf(object, {"base58Priv", "xprv", "xpriv", "private", "prv", "ext_prv", "extPrv"}))};
    }

    static std::string pathOf(const QJsonObject& object)
    {
        const QJsonValue path = firstOf(object, {"path", "chain", "derivationPath"});
        return path.isString() ? wikiPath(str(path)) : "m";
    }

    Report& m_report;
    Tree m_tree;
};

void check(const Input& file, Report& report)
{
    const std::string_view text = file.view();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos &&
        (text[first] == '{' || (text[first] == '[' && !text.substr(first).starts_with("[[")))) {
        Json(report).visit(file.json(), "", false);
        return;
    }
    checkWiki(text, report);
}

const Kind kBip32("bip32", "bip-0032.mediawiki, or JSON with seed, path and extended keys", check);

} // namespace
} // namespace autochain::vectors
