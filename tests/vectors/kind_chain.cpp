// SPDX-License-Identifier: GPL-3.0-or-later
// A chain as its nodes gave it: NAME.hex (or NAME.hex.gz), one header in RLP and hex on each line, each the parent of
// the next; and beside it NAME.rules.json, the chain's fork table. The first is taken as it is, as the genesis block
// where its number is 0; all others have to keep every rule and carry their seal.
#include "check.h"

#include "caches.h"
#include "chain/header_rules.h"

#include <QFile>

#include <sstream>

namespace autochain::vectors
{
namespace
{

constexpr qint64 kMaxRulesBytes = 64 * 1024;

ChainRules rulesBeside(const std::string& path)
{
    const auto end = path.rfind(".hex");
    QFile file(QString::fromStdString(path.substr(0, end) + ".rules.json"));
    if (end == std::string::npos || !file.open(QIODevice::ReadOnly)) {
        throw BadFile("no file of rules beside it");
    }
    const QByteArray text = file.read(kMaxRulesBytes);
    const auto rules =
        parseChainRules({reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size())});
    if (!rules.ok()) {
        throw BadFile("the rules beside it cannot be read");
    }
    return *rules;
}

std::string faultOf(const HashedHeader& header, const HashedHeader& parent, const ChainRules& rules, Caches& caches)
{
    if (const auto broken = brokenRule(header, parent, rules)) {
        return std::string("refused by ") + nameOf(*broken);
    }
    const auto epoch = ethash::epochOf(header.header.number, rules);
    if (!epoch) {
        return "of no epoch";
    }
    const auto seal = ethash::brokenSeal(caches.of(*epoch), header.header, rules);
    return seal ? std::string("refused by its seal: ") + ethash::nameOf(*seal) : "";
}

void check(const Input& file, Report& report)
{
    const ChainRules rules = rulesBeside(file.path);
    std::istringstream text{std::string(file.view())};
    std::string line;
    std::optional<HashedHeader> parent;
    Caches caches;
    for (int number = 1; std::getline(text, line); ++number) {
        const auto header = decodeHashed(unhex(line));
        if (!header.ok()) {
            throw BadFile("line " + std::to_string(number) + " is no header");
        }
        const std::string name = "block " + std::to_string(header->header.number);
        if (parent) {
            report.add(name, faultOf(*header, *parent, rules, caches));
        } else if (header->header.number == 0) {
            report.add(name, header->hash == rules.genesisHash ? "" : "not the genesis block of the rules");
        }
        parent = *header;
    }
}

const Kind kChain("chain", "headers of a chain from its nodes, in order, one in RLP and hex on each line", check);

} // namespace
} // namespace autochain::vectors
