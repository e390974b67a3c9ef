// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests BlockchainTests: the headers of their blocks. A valid block's header has to be taken, with the hash
// the file says; a block that is invalid by its header (or by an uncle's) has to be refused, by the rule the file
// names. What only executing the block shows (a balance, a bloom, a state root) a header cannot show: such blocks are
// counted as skipped.
#include "check.h"

#include "block_chain.h"
#include "header_exceptions.h"
#include "networks.h"

namespace autochain::vectors
{
namespace
{

void checkInvalid(const std::string& fault, const std::string& exception, const std::string& name, Report& report)
{
    const auto rules = headerRulesOf(exception);
    if (!rules) {
        report.skip(name, "invalid by more than its header: " + (exception.empty() ? "no reason named" : exception));
        return;
    }
    std::string wanted;
    bool right = false;
    for (const std::string rule : *rules) {
        right = right || fault == rule || fault == "uncle " + rule || (rule == "uncles" && fault.starts_with("uncle"));
        wanted += (wanted.empty() ? "" : " or ") + rule;
    }
    const std::string got = fault.empty() ? "taken" : "refused by " + fault;
    report.add(name, right ? "" : got + ", the file says " + exception + " (" + wanted + ")");
}

void checkBlock(const QJsonObject& block, BlockChain& chain, const std::string& name, Report& report)
{
    const auto bytes = fromHex(str(at(block, "rlp")));
    HashedHeader header;
    const std::string fault = bytes.ok() ? chain.add(*bytes, header) : "rlp";
    if (!block.contains(QLatin1String("blockHeader"))) {
        checkInvalid(fault, exceptionOf(block), name, report);
        return;
    }
    report.check(name, [&]() -> std::string {
        if (!fault.empty()) {
            return "refused by " + fault + ", is valid";
        }
        const bool same = toBytes(header.hash.view()) == unhex(at(at(block, "blockHeader").toObject(), "hash"));
        return same && hashOf(header.header) == header.hash ? "" : "hash";
    });
}

template <std::size_t N, typename Tag>
void read(const QJsonValue& value, FixedBytes<N, Tag>& out)
{
    const Bytes bytes = unhex(value);
    if (bytes.size() != N) {
        throw BadFile("a genesis field of another size");
    }
    out = FixedBytes<N, Tag>::from(bytes);
}

U256 numberOf(const QJsonValue& value)
{
    std::string digits = str(value);
    digits = digits.starts_with("0x") ? digits.substr(2) : digits;
    digits.insert(0, digits.size() % 2, '0');
    return U256::fromBigEndian(unhex(digits));
}

// Files of before 2018 have it as fields only.
Header genesisOf(const QJsonObject& fields)
{
    Header out;
    read(at(fields, "parentHash"), out.parentHash);
    read(at(fields, "uncleHash"), out.unclesHash);
    read(at(fields, "coinbase"), out.beneficiary);
    read(at(fields, "stateRoot"), out.stateRoot);
    read(at(fields, "transactionsTrie"), out.transactionsRoot);
    read(at(fields, "receiptTrie"), out.receiptsRoot);
    read(at(fields, "bloom"), out.logsBloom);
    out.difficulty = numberOf(at(fields, "difficulty"));
    out.number = numberOf(at(fields, "number")).toU64();
    out.gasLimit = numberOf(at(fields, "gasLimit")).toU64();
    out.gasUsed = numberOf(at(fields, "gasUsed")).toU64();
    out.timestamp = numberOf(at(fields, "timestamp")).toU64();
    out.extraData = unhex(at(fields, "extraData"));
    read(at(fields, "mixHash"), out.mixHash);
    read(at(fields, "nonce"), out.nonce);
    return out;
}

Bytes genesisBytes(const QJsonObject& test)
{
    const QJsonValue rlp = at(test, "genesisRLP");
    if (!rlp.isString()) {
        return encodeHeader(genesisOf(at(test, "genesisBlockHeader").toObject()));
    }
    const Bytes block = unhex(rlp);
    const auto parts = itemsOf(readRlp(block));
    return parts && !parts->empty() ? toBytes(parts->front().whole) : Bytes();
}

void checkTest(const QJsonObject& test, const std::string& name, Caches& caches, Report& report)
{
    const std::string network = str(at(test, "network"));
    const auto rules = rulesOfNetwork(network);
    if (!rules) {
        report.skip(name, "no rules of a network " + network);
        return;
    }
    const auto genesis = decodeHashed(genesisBytes(test));
    const Bytes hash = unhex(at(at(test, "genesisBlockHeader").toObject(), "hash"));
    if (!genesis.ok() || toBytes(genesis->hash.view()) != hash) {
        report.add(name + " genesis", "not decoded, or another hash");
        return;
    }
    report.add(name + " genesis", "");
    BlockChain chain(*rules, str(at(test, "sealEngine")) != "NoProof", caches);
    chain.addGenesis(*genesis);
    int number = 0;
    for (const auto& block : at(test, "blocks").toArray()) {
        checkBlock(block.toObject(), chain, name + " block " + std::to_string(++number), report);
    }
}

void check(const Input& file, Report& report)
{
    const QJsonObject tests = file.json().toObject();
    Caches caches; // all have blocks of the first epoch
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        const std::string name = test.key().toStdString();
        if (!test.value().toObject().contains(QLatin1String("blocks"))) {
            continue;
        }
        try {
            checkTest(test.value().toObject(), name, caches, report);
        } catch (const std::exception& error) {
            report.add(name, error.what());
        }
    }
}

const Kind kHeader("header", "ethereum/tests BlockchainTests: the headers of valid and invalid blocks", check);

} // namespace
} // namespace autochain::vectors
