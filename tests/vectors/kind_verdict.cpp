// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's verdict on pairs of headers: "RULES seal|noseal PARENT CHILD VERDICT" on each line. RULES: "file:"
// and a fork table, its path from the working directory, or "network:" and a name of ethereum/tests. PARENT and CHILD:
// RLP in hex. VERDICT: "ok" or a reason, in words of that program. We have to say ok where it does, and only there.
#include "check.h"

#include "caches.h"
#include "chain/header_rules.h"
#include "networks.h"

#include <QFile>

#include <sstream>

namespace autochain::vectors
{
namespace
{

constexpr qint64 kMaxRulesBytes = 64 * 1024;

ChainRules rulesNamed(const std::string& name)
{
    if (name.starts_with("network:")) {
        const auto rules = rulesOfNetwork(name.substr(8));
        if (!rules) {
            throw BadFile("no rules of a " + name);
        }
        return *rules;
    }
    QFile file(QString::fromStdString(name.starts_with("file:") ? name.substr(5) : name));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(kMaxRulesBytes) : QByteArray();
    const auto rules =
        parseChainRules({reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size())});
    if (!rules.ok()) {
        throw BadFile("no rules in " + name);
    }
    return *rules;
}

class Judge
{
public:
    // The rule we refuse the child by; empty: none.
    std::string fault(const std::string& rulesName, bool sealed, BytesView parentBytes, BytesView childBytes)
    {
        const auto parent = decodeHashed(parentBytes);
        const auto child = decodeHashed(childBytes);
        if (!parent.ok()) {
            throw BadFile("a parent is no header");
        }
        if (!child.ok()) {
            return "rlp";
        }
        const ChainRules& rules = rulesOf(rulesName);
        if (const auto broken = brokenRule(*child, *parent, rules)) {
            return nameOf(*broken);
        }
        if (!sealed) {
            return "";
        }
        const auto epoch = ethash::epochOf(child->header.number, rules);
        const auto seal = epoch ? ethash::brokenSeal(m_caches.of(*epoch), child->header, rules)
                                : std::optional(ethash::SealRule::Epoch);
        return seal ? ethash::nameOf(*seal) : "";
    }

private:
    const ChainRules& rulesOf(const std::string& name)
    {
        const auto found = m_rules.find(name);
        return found != m_rules.end() ? found->second : m_rules.emplace(name, rulesNamed(name)).first->second;
    }

    std::map<std::string, ChainRules> m_rules;
    Caches m_caches;
};

void check(const Input& file, Report& report)
{
    Judge judge;
    std::istringstream text{std::string(file.view())};
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
        std::istringstream words(line);
        std::string rules;
        std::string seal;
        std::string parent;
        std::string child;
        std::string theirs;
        words >> rules >> seal >> parent >> child >> std::ws;
        std::getline(words, theirs);
        report.check("line " + std::to_string(number), [&]() -> std::string {
            const std::string ours = judge.fault(rules, seal == "seal", unhex(parent), unhex(child));
            return ours.empty() == (theirs == "ok") ? ""
                                                    : "they say " + theirs + ", we " + (ours.empty() ? "ok" : ours);
        });
    }
}

const Kind kVerdict("verdict", "pairs of headers and another program's verdict, one on each line", check);

} // namespace
} // namespace autochain::vectors
