// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated chain held against the functions that verify a real one.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../../core/await.h"
#include "chain/header_tree.h"
#include "chain/trie.h"
#include "codec/json.h"
#include "codec/transaction.h"
#include "net/account_proof.h"
#include "net/rpc_node.h"
#include "pow_json.h"
#include "pow_node.h"
#include "pow_server.h"
#endif

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using namespace autochain::pow;

namespace
{

Address addressNo(std::uint8_t n)
{
    Address out;
    out.bytes.fill(n);
    return out;
}

Hash32 slotNo(std::uint64_t n)
{
    return Hash32::from(U256(n).toBigEndian());
}

World someWorld()
{
    World world;
    for (std::uint8_t n = 1; n <= 40; ++n) {
        world.setBalance(addressNo(n), U256(n) * U256(1'000'000'000));
    }
    world.setCode(addressNo(1), {0x60, 0x00});
    for (std::uint64_t slot = 0; slot < 60; ++slot) {
        world.setWord(addressNo(1), slotNo(slot), U256(slot));
    }
    world.setWord(addressNo(2), slotNo(1), U256::max());
    return world;
}

std::vector<HashedHeader> chainTo(const PowChain& chain, const Hash32& head)
{
    std::vector<HashedHeader> out;
    for (Hash32 hash = head; hash != chain.genesisHash(); hash = chain.block(hash).head.header.parentHash) {
        out.push_back(chain.block(hash).head);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

HeaderTree treeOf(const PowChain& chain)
{
    return *HeaderTree::startingAt(chain.checkpointAt(chain.genesisHash()), chain.block(chain.genesisHash()).head,
                                   chain.rules());
}

// Every seal, then every rule; the first thing that is wrong, or nothing.
std::string verdict(HeaderTree& tree, std::vector<HashedHeader> headers)
{
    for (auto& sealed : SealedHeader::check(epochZero(), std::move(headers), tree.rules())) {
        if (const auto* broken = std::get_if<ethash::SealRule>(&sealed)) {
            return nameOf(*broken);
        }
        const auto added = tree.add(std::get<SealedHeader>(sealed));
        if (const auto* refused = std::get_if<Refused>(&added)) {
            return refused->rule ? nameOf(*refused->rule) : "refused";
        }
    }
    return {};
}

QJsonValue ask(PowNode& node, const char* method, const QJsonArray& params)
{
    const QByteArray question =
        QByteArray::fromStdString(json::write(QJsonObject{{QStringLiteral("id"), 1},
                                                          {QStringLiteral("method"), QLatin1String(method)},
                                                          {QStringLiteral("params"), params}}));
    const QByteArray text = node.answer(question);
    return json::parse(asBytes({text.constData(), static_cast<std::size_t>(text.size())}))
        ->toObject()
        .value(QLatin1String("result"));
}

} // namespace

class TestPowChain : public QObject
{
    Q_OBJECT

private slots:
    void headersFollowEveryRule()
    {
        for (const std::uint64_t difficulty : {1, 5}) {
            PowChain chain(smallRules(difficulty), someWorld());
            const Hash32 head = chain.grow(chain.genesisHash(), 20);
            HeaderTree tree = treeOf(chain);
            QCOMPARE(verdict(tree, chainTo(chain, head)), std::string());
            QVERIFY(tree.head().hash == head && tree.headTotalDifficulty() == U256(difficulty * 21));
            QVERIFY(chain.checkpointAt(head).totalDifficulty == tree.headTotalDifficulty());
            QVERIFY(encodeHeader(chain.block(head).head.header) ==
                    encodeHeader(decodeHeader(encodeHeader(chain.block(head).head.header)).value()));
        }
    }

    void branchesReorganise()
    {
        PowChain chain;
        const Hash32 fork = chain.grow(chain.genesisHash(), 3);
        const auto tips = chain.grow({{fork, 6, {}, 1}, {fork, 7, {}, 2}, {chain.genesisHash(), 9, {}, 3}});
        HeaderTree tree = treeOf(chain);
        QCOMPARE(verdict(tree, chainTo(chain, tips[0])), std::string());
        QCOMPARE(verdict(tree, chainTo(chain, tips[1])), std::string());
        QVERIFY(tree.head().hash == tips[1] && tree.size() == 17);
        QCOMPARE(verdict(tree, chainTo(chain, tips[2])), std::string()); // lighter
        QVERIFY(tree.head().hash == tips[1]);
        QVERIFY(chain.ancestor(tips[1], 3).head.hash == fork && chain.ancestor(tips[2], 3).head.hash != fork);
    }

    void brokenHeadersAreFoundOut()
    {
        PowChain chain(smallRules(5));
        const Hash32 parent = chain.grow(chain.genesisHash(), 2);
        const auto bent = [&](const std::function<void(Header&)>& bend) {
            BlockPlan plan;
            plan.bend = bend;
            HeaderTree tree = treeOf(chain);
            return verdict(tree, chainTo(chain, chain.mine(parent, plan)));
        };
        QCOMPARE(bent([](Header&) {}), std::string());
        QCOMPARE(bent([](Header& h) { h.difficulty = U256(4); }), std::string("difficulty"));
        QCOMPARE(bent([](Header& h) { h.timestamp = 5; }), std::string("timestamp"));
        QCOMPARE(bent([](Header& h) { h.baseFeePerGas = U256(1); }), std::string("baseFee"));
        HashedHeader spoiled = chain.block(parent).head;
        spoiled.header.mixHash.bytes[0] ^= 1;
        spoiled.hash = hashOf(spoiled.header);
        QVERIFY(ethash::brokenSeal(epochZero(), spoiled.header, chain.rules()) == ethash::SealRule::MixHash);
    }

    void accountsAndSlotsAreProven()
    {
        PowChain chain(smallRules(), someWorld());
        World changed = *chain.block(chain.genesisHash()).world;
        changed.setWord(addressNo(1), slotNo(5), U256(77));
        changed.setWord(addressNo(1), slotNo(6), U256());
        changed.remove(addressNo(3));
        BlockPlan plan;
        plan.world = changed;
        const Hash32 head = chain.mine(chain.genesisHash(), plan);
        PowNode node(chain, head);
        for (const char* tag : {"0x0", "latest"}) {
            for (std::uint8_t who = 1; who <= 50; who += 7) {
                checkProof(node, tag, addressNo(who));
            }
            checkProof(node, tag, addressNo(2));
            checkProof(node, tag, addressNo(3));
        }
        QVERIFY(chain.block(head).world->word(addressNo(1), slotNo(5)) == U256(77));
        QVERIFY(chain.block(chain.genesisHash()).world->word(addressNo(1), slotNo(5)) == U256(5)); // as it was
    }

    void receiptsAndTransactionsFitTheirRoots()
    {
        PowChain chain;
        BlockPlan plan;
        ReceiptLog log{addressNo(9), {slotNo(1), slotNo(2)}, {1, 2, 3}};
        for (std::uint64_t i = 0; i < 20; ++i) {
            plan.transactions.push_back(someTransaction(chain.rules().chainId, i, addressNo(4), U256(i)));
            plan.receipts.push_back(someReceipt((i + 1) * 21'000, {log, log}, i % 3 != 0));
        }
        const Hash32 with = chain.mine(chain.genesisHash(), plan);
        const Hash32 head = chain.grow(with, 2);
        const Block& block = chain.block(with);
        std::vector<Bytes> receipts;
        for (const ReceiptRecord& receipt : block.body->receipts) {
            receipts.push_back(encodeReceipt(receipt));
            QVERIFY(decodeReceipt(receipts.back()).ok());
        }
        QVERIFY(orderedRoot(receipts) == block.head.header.receiptsRoot);
        QVERIFY(orderedRoot(block.body->transactions) == block.head.header.transactionsRoot);
        QVERIFY(mayContain(block.head.header.logsBloom, addressNo(9).view()));
        HeaderTree tree = treeOf(chain);
        QCOMPARE(verdict(tree, chainTo(chain, head)), std::string()); // the base fee follows the gas used

        PowNode node(chain, head);
        const Hash32 seventh = transactionHash(block.body->transactions[7]);
        const auto receipt = net::receiptOf(ask(node, "eth_getTransactionReceipt", {net::hexText(seventh.view())}));
        QVERIFY(receipt.ok() && receipt->succeeded && receipt->gasUsed == 21'000 && receipt->logs.size() == 2);
        QVERIFY(receipt->block.hash == with && receipt->logs[0].logIndex == 14);
        const auto raw = net::dataOf(
            ask(node, "eth_getRawTransactionByBlockHashAndIndex", {net::hexText(with.view()), QStringLiteral("0x7")}));
        QVERIFY(raw.ok() && *raw == block.body->transactions[7]);
        const QJsonObject filter{{QStringLiteral("address"), net::hexText(addressNo(9).view())},
                                 {QStringLiteral("fromBlock"), QStringLiteral("0x0")},
                                 {QStringLiteral("topics"), QJsonArray{QJsonValue(), net::hexText(slotNo(2).view())}}};
        QCOMPARE(ask(node, "eth_getLogs", {filter}).toArray().size(), 40);
        // Another branch does not have them.
        node.follow(chain.grow(chain.genesisHash(), 5, 9));
        QVERIFY(ask(node, "eth_getTransactionReceipt", {net::hexText(seventh.view())}).isNull());
        QVERIFY(ask(node, "eth_getLogs", {filter}).toArray().isEmpty());
    }

    void speaksOverHttp()
    {
        PowChain chain(smallRules(), someWorld());
        const Hash32 head = chain.grow(chain.genesisHash(), 2);
        PowNode inside(chain, head);
        PowServer server([&](const QByteArray& question) { return WireAnswer{inside.answer(question)}; });
        net::NodeOptions options;
        options.urls = {server.url()};
        options.chainId = chain.rules().chainId;
        options.genesisHash = chain.genesisHash();
        net::RpcNode node(options);
        const auto top = await(node.head());
        QVERIFY(top.ok() && top->hash == head && top->number == 2);
        std::vector<StorageRequest> wanted{{addressNo(1), {slotNo(5), slotNo(99)}}, {addressNo(77), {slotNo(0)}}};
        const auto words = await(node.storage(wanted));
        QVERIFY(words.ok() && words->provenance == Provenance::Reported);
        QVERIFY(words->value[0][0] == U256(5) && words->value[0][1].isZero() && words->value[1][0].isZero());
        const auto account = await(node.account(addressNo(1)));
        QVERIFY(account.ok() && account->value.hasCode && account->value.balanceWei == U256(1'000'000'000));
        const Bytes transaction = someTransaction(chain.rules().chainId, 0, addressNo(4));
        const auto hash = await(node.sendRaw(transaction));
        QVERIFY(hash.ok() && *hash == transactionHash(transaction) && inside.sent.size() == 1);
        QVERIFY(await(node.fees()).ok() && await(node.estimateGas({})).ok() && await(node.call({})).ok());
    }

    void manyBlocksAreQuick()
    {
        epochZero();
        PowChain chain;
        QElapsedTimer clock;
        clock.start();
        const auto tips = chain.grow({{chain.genesisHash(), 300, {}, 1},
                                      {chain.genesisHash(), 300, {}, 2},
                                      {chain.genesisHash(), 300, {}, 3},
                                      {chain.genesisHash(), 300, {}, 4}});
        const qint64 mining = clock.restart();
        HeaderTree tree = treeOf(chain);
        for (const Hash32& tip : tips) {
            QCOMPARE(verdict(tree, chainTo(chain, tip)), std::string());
        }
        qInfo("1,200 blocks on four branches: mined in %lld ms, checked in %lld ms", mining, clock.elapsed());
    }

private:
    static void checkProof(PowNode& node, const char* tag, const Address& who)
    {
        std::vector<Hash32> wanted;
        QJsonArray keys;
        for (const std::uint64_t slot : {0, 1, 5, 6, 59, 60, 1000}) {
            wanted.push_back(slotNo(slot));
            keys.append(net::hexText(wanted.back().view()));
        }
        const Block& block = QLatin1String(tag) == QLatin1String("latest") ? node.head() : *node.at(0);
        const auto proof = net::readAccountProof(
            "node", ask(node, "eth_getProof", {net::hexText(who.view()), keys, QLatin1String(tag)}), who, wanted);
        QVERIFY(proof.ok());
        const auto account = net::verifyAccountProof(*proof, block.head.header.stateRoot);
        QVERIFY2(account.ok(), account.ok() ? "" : account.error().detail.c_str());
        const WorldAccount* const there = block.world->find(who);
        QVERIFY(account->has_value() == (there != nullptr));
        QVERIFY(there == nullptr || (*account)->balanceWei == there->balanceWei);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QVERIFY(proof->storage[i].value == block.world->word(who, wanted[i]));
        }
    }
};

QTEST_GUILESS_MAIN(TestPowChain)
#include "tst_pow_chain.moc"
