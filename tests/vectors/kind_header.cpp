// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests BlockchainTests: the headers of their blocks. A valid block's header has to be taken, with the hash
// the file says; a block that is invalid by its header has to be refused, by the rule the file names. What only
// executing the block shows (a balance, a bloom, a state root) a header cannot show: such blocks are counted as
// skipped.
#include "check.h"

#include "caches.h"
#include "chain/header_rules.h"
#include "chain/rlp_view.h"
#include "chain/trie.h"
#include "header_exceptions.h"
#include "networks.h"

#include <map>

namespace autochain::vectors
{
namespace
{

std::optional<std::vector<RlpView>> itemsOf(const std::optional<RlpView>& list)
{
    if (!list || !list->isList) {
        return std::nullopt;
    }
    std::vector<RlpView> items;
    BytesView rest = list->payload;
    while (!rest.empty()) {
        const auto item = takeRlp(rest);
        if (!item) {
            return std::nullopt;
        }
        items.push_back(*item);
    }
    return items;
}

// As they stand in the trie: typed transactions without the string around them.
std::vector<Bytes> bodyItems(const std::vector<RlpView>& items)
{
    std::vector<Bytes> out;
    for (const RlpView& item : items) {
        out.push_back(toBytes(item.isList ? item.whole : item.payload));
    }
    return out;
}

// header, transactions, uncles, withdrawals: what the header says of the rest of the block.
std::string bodyFault(const Header& header, const std::vector<RlpView>& block)
{
    const auto transactions = itemsOf(block[1]);
    const auto uncles = itemsOf(block[2]);
    if (!transactions || !uncles) {
        return "rlp";
    }
    if (orderedRoot(bodyItems(*transactions)) != header.transactionsRoot) {
        return "transactionsRoot";
    }
    if (unclesHashOf(bodyItems(*uncles)) != header.unclesHash) {
        return "unclesHash";
    }
    if (!header.withdrawalsRoot) {
        return block.size() == 3 ? "" : "rlp";
    }
    const auto withdrawals = block.size() == 4 ? itemsOf(block[3]) : std::nullopt;
    return withdrawals && orderedRoot(bodyItems(*withdrawals)) == *header.withdrawalsRoot ? "" : "withdrawalsRoot";
}

class Chain
{
public:
    Chain(const ChainRules& rules, bool sealed) : m_rules(rules), m_sealed(sealed) {}

    void add(const HashedHeader& header) { m_known.emplace(header.hash, header); }

    // The name of what is wrong with a block, empty where nothing is; then `out` is its header.
    std::string faultOf(BytesView rlp, HashedHeader& out)
    {
        const auto block = itemsOf(readRlp(rlp));
        const auto header = block && block->size() >= 3 ? decodeHashed(block->front().whole)
                                                        : Result<HashedHeader>(CodecError::NotCanonical);
        if (!header.ok()) {
            return "rlp";
        }
        out = *header;
        const auto parent = m_known.find(out.header.parentHash);
        if (parent == m_known.end()) {
            return nameOf(HeaderRule::ParentHash);
        }
        if (const auto broken = brokenRule(out, parent->second, m_rules)) {
            return nameOf(*broken);
        }
        const std::string fault = bodyFault(out.header, *block);
        return fault.empty() ? sealFault(out.header) : fault;
    }

private:
    std::string sealFault(const Header& header)
    {
        const auto epoch = ethash::epochOf(header.number, m_rules);
        if (!m_sealed || header.number >= m_rules.proofOfStakeBlock || !epoch) {
            return "";
        }
        static Caches caches; // the same epoch in every file
        const auto broken = ethash::brokenSeal(caches.of(*epoch), header, m_rules);
        return broken ? ethash::nameOf(*broken) : "";
    }

    const ChainRules& m_rules;
    bool m_sealed;
    std::map<Hash32, HashedHeader> m_known;
};

void checkInvalid(const std::string& fault, const std::string& exception, const std::string& name, Report& report)
{
    const auto rules = headerRulesOf(exception);
    if (!rules) {
        report.skip(name, "invalid by more than its header: " + (exception.empty() ? "no reason named" : exception));
        return;
    }
    std::string wanted;
    bool right = false;
    for (const char* rule : *rules) {
        right = right || fault == rule;
        wanted += std::string(wanted.empty() ? "" : " or ") + rule;
    }
    if (!right) {
        wanted =
            (fault.empty() ? "taken" : "refused by " + fault) + ", the file says " + exception + " (" + wanted + ")";
    }
    report.add(name, right ? "" : wanted);
}

void checkBlock(const QJsonObject& block, Chain& chain, const std::string& name, Report& report)
{
    const auto bytes = fromHex(str(at(block, "rlp")));
    HashedHeader header;
    const std::string fault = bytes.ok() ? chain.faultOf(*bytes, header) : "rlp";
    if (!block.contains(QLatin1String("blockHeader"))) {
        checkInvalid(fault, exceptionOf(block), name, report);
        return;
    }
    const bool sameHash = toBytes(header.hash.view()) == unhex(at(at(block, "blockHeader").toObject(), "hash"));
    if (!fault.empty()) {
        report.add(name, "refused by " + fault + ", is valid");
        return;
    }
    chain.add(header);
    report.add(name, sameHash && hashOf(header.header) == header.hash ? "" : "hash");
}

void checkTest(const QJsonObject& test, const std::string& name, Report& report)
{
    const std::string network = str(at(test, "network"));
    const auto rules = rulesOfNetwork(network);
    if (!rules) {
        report.skip(name, "no rules of a network " + network);
        return;
    }
    const Bytes genesisBytes = unhex(at(test, "genesisRLP"));
    const auto parts = itemsOf(readRlp(genesisBytes));
    const auto first =
        parts && !parts->empty() ? decodeHashed(parts->front().whole) : Result<HashedHeader>(CodecError::NotCanonical);
    if (!first.ok() || toBytes(first->hash.view()) != unhex(at(at(test, "genesisBlockHeader").toObject(), "hash"))) {
        report.add(name + " genesis", "not decoded, or another hash");
        return;
    }
    report.add(name + " genesis", "");
    Chain chain(*rules, str(at(test, "sealEngine")) != "NoProof");
    chain.add(*first);
    int number = 0;
    for (const auto& block : at(test, "blocks").toArray()) {
        const std::string blockName = name + " block " + std::to_string(++number);
        try {
            checkBlock(block.toObject(), chain, blockName, report);
        } catch (const std::exception& error) {
            report.add(blockName, error.what());
        }
    }
}

void check(const Input& file, Report& report)
{
    const QJsonObject tests = file.json().toObject();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        const std::string name = test.key().toStdString();
        if (!test.value().toObject().contains(QLatin1String("blocks"))) {
            continue;
        }
        try {
            checkTest(test.value().toObject(), name, report);
        } catch (const std::exception& error) {
            report.add(name, error.what());
        }
    }
}

const Kind kHeader("header", "ethereum/tests BlockchainTests: the headers of valid and invalid blocks", check);

} // namespace
} // namespace autochain::vectors
