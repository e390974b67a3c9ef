// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/storage_reader.h"
#include "crypto/address.h"
#include "wallet/activity.h"
#include "wallet/address_check.h"
#include "wallet/balances.h"
#include "wallet_scene.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::wallet;
namespace token = autochain::contracts::auc;
namespace dealBook = autochain::contracts::dealBook;

namespace
{
Hash32 transaction(std::uint8_t fill)
{
    Hash32 out;
    out.bytes.fill(fill);
    return out;
}

void logTransfer(WalletScene& scene, const Address& from, const Address& to, const U256& amount, const Hash32& hash,
                 std::uint64_t block)
{
    Log log;
    log.address = scene.network.contract("auc");
    log.topics = {token::kTransferTopic, word(from), word(to)};
    log.data = toBytes(BytesView(amount.toBigEndian()));
    log.blockNumber = block;
    log.logIndex = static_cast<std::uint32_t>(scene.node.allLogs.size());
    log.transactionHash = hash;
    scene.node.allLogs.push_back(std::move(log));
    scene.mine(hash, true, block).block.time = static_cast<UnixTime>(block) * 10;
}

Result<std::vector<Activity>> read(WalletScene& scene, std::vector<Address> known = {})
{
    ActivityQuery query;
    query.account = scene.me;
    query.known = std::move(known);
    return await(readActivity(scene.node, scene.network, scene.rows, query));
}

Address imitation(Address of)
{
    of.bytes[9] ^= 0x55;
    return of;
}
} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void kinds()
    {
        WalletScene scene;
        const Address safe = someone(0x5a);
        Log accepted;
        accepted.address = scene.network.contract("dealBook");
        accepted.topics = {dealBook::kAcceptedTopic, transaction(0xdd), word(someone(3))};
        accepted.data = toBytes(word(safe).view());
        accepted.blockNumber = 1;
        scene.node.allLogs.push_back(accepted);
        logTransfer(scene, someone(2), scene.me, auc(600), transaction(1), 10);
        logTransfer(scene, scene.me, someone(3), auc(5), transaction(2), 11);
        logTransfer(scene, scene.me, scene.network.contract("dealBook"), auc(200), transaction(3), 12);
        logTransfer(scene, safe, scene.me, auc(190), transaction(4), 13);
        logTransfer(scene, scene.network.contract("incentivePool"), scene.me, auc(40), transaction(5), 14);
        logTransfer(scene, scene.network.contract("team"), scene.me, auc(1), transaction(6), 15);
        logTransfer(scene, scene.me, Address(), auc(1), transaction(7), 16);
        logTransfer(scene, scene.me, scene.me, auc(1), transaction(8), 17);
        const auto list = read(scene);
        QVERIFY(list.ok());
        std::vector<What> kinds;
        for (const Activity& activity : *list) {
            kinds.push_back(activity.what);
        }
        QCOMPARE(kinds, (std::vector<What>{What::Sent, What::Burned, What::Vested, What::Reward, What::GotFromDeal,
                                           What::PutIntoDeal, What::Sent, What::Received}));
        const Activity& fromDeal = (*list)[4];
        QCOMPARE(fromDeal.subject, transaction(0xdd));
        QCOMPARE(fromDeal.time, UnixTime(130));
        QCOMPARE(fromDeal.auc, (AucDelta{false, auc(190)}));
        QCOMPARE(fromDeal.confirmations, std::uint64_t(38));
        QCOMPARE(fromDeal.provenance, Provenance::Local);
        QCOMPARE((*list)[5].auc, (AucDelta{true, auc(200)}));
    }

    void lookAlikes()
    {
        WalletScene scene;
        const Address friendly = someone(0x77);
        logTransfer(scene, scene.me, imitation(friendly), U256(), transaction(1),
                    10); // transferFrom of nothing by a stranger
        logTransfer(scene, imitation(friendly), scene.me, U256(1), transaction(2), 11); // dust
        logTransfer(scene, imitation(friendly), scene.me, auc(5), transaction(3), 12);  // real money
        logTransfer(scene, someone(0x33), scene.me, U256(1), transaction(4), 13);       // dust, imitates nobody
        const auto list = read(scene, {friendly});
        QCOMPARE((*list)[3].what, What::LookAlike);
        QCOMPARE((*list)[3].imitates.value(), friendly);
        QCOMPARE((*list)[2].what, What::LookAlike);
        QCOMPARE((*list)[1].what, What::Received);
        QCOMPARE((*list)[1].imitates.value(), friendly); // still said
        QCOMPARE((*list)[0].what, What::Received);
        QVERIFY(!(*list)[0].imitates.has_value());
    }

    void ownTransactions()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto paid =
            await(outbox.submit(scene.me, sendAuc(scene.network, someone(9), auc(7)).value(), {}, Purpose::SendAuc));
        auto list = read(scene);
        QCOMPARE(list->size(), std::size_t(1));
        QCOMPARE(list->front().what, What::Sending);
        QCOMPARE(list->front().counterparty, someone(9));
        QCOMPARE(list->front().auc, (AucDelta{true, auc(7)}));

        logTransfer(scene, scene.me, someone(9), auc(7), *paid, 40);
        QVERIFY(await(outbox.waitMined(*paid, std::chrono::milliseconds(50))).ok());
        list = read(scene);
        QCOMPARE(list->size(), std::size_t(1)); // one line, not two
        QCOMPARE(list->front().what, What::Sent);
        QCOMPARE(list->front().purpose, Purpose::SendAuc);
        QVERIFY(list->front().feeWei == U256(21'000) * U256(7));

        scene.node.nonces[scene.me] = 1;
        const auto failed =
            await(outbox.submit(scene.me, sendAuc(scene.network, someone(9), auc(8)).value(), {}, Purpose::SendAuc));
        scene.mine(*failed, false, 41);
        QVERIFY(!await(outbox.waitMined(*failed, std::chrono::milliseconds(50))).ok());
        list = read(scene);
        QCOMPARE(list->front().what, What::Failed);
        QVERIFY(list->front().auc.amount.isZero());
        QVERIFY(!list->front().feeWei.isZero());
    }

    void foreignLogsAreDropped()
    {
        WalletScene scene;
        logTransfer(scene, someone(1), scene.me, auc(1), transaction(1), 10);
        scene.node.allLogs.back().data.push_back(0); // does not decode
        const auto list = read(scene);
        QVERIFY(list.ok() && list->empty());
        scene.node.failures.push_back(Error(ChainError::NodeTimeout, {"x"}));
        QVERIFY(read(scene).error().is(ChainError::NodeTimeout));
    }

    void balances()
    {
        WalletScene scene;
        scene.node.setWord(scene.network.contract("auc"), token::balancesReader(scene.me).slotKeys[0], auc(212'850));
        const auto mine = await(readBalances(scene.node, scene.network, scene.me));
        QVERIFY(mine->auc == auc(212'850));
        QVERIFY(mine->coinWei == auc(10));
        QCOMPARE(mine->provenance, Provenance::Local);
        const auto many = await(readAuc(scene.node, scene.network, {someone(1), scene.me}));
        QVERIFY(many->value[0].isZero() && many->value[1] == auc(212'850));
        QVERIFY(sendAuc(scene.network, someone(1), U256()).error().is(WalletError::ZeroAmount));
    }

    void recipients()
    {
        WalletScene scene;
        store::AddressBook book(scene.store.database);
        const Address garage =
            parseAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").value(); // EIP-55's first example
        QVERIFY(book.put({garage, "Garage", "", 0}).ok());
        const auto check = [&](const std::string& text) {
            return await(checkRecipient(scene.node, scene.network, book, scene.rows, text, {scene.me}));
        };
        const auto good = check("  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n");
        QVERIFY(good.ok());
        QVERIFY(good->hasChecksum && good->firstTime && good->never && !good->hasCode && !good->imitates);
        QCOMPARE(good->label, std::string("Garage"));
        QVERIFY(!check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")->hasChecksum);
        QVERIFY(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD").error().is(WalletError::BadChecksum));
        QVERIFY(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe").error().is(WalletError::BadAddress));
        QVERIFY(check("").error().is(WalletError::BadAddress));
        QVERIFY(check(checksumAddress(scene.me)).error().is(WalletError::OwnAddress));
        QVERIFY(check(checksumAddress(Address())).error().is(WalletError::ZeroAddress));
        const auto contract = check(checksumAddress(scene.network.contract("auc")));
        QVERIFY(contract.error().is(WalletError::KnownContract));
        QCOMPARE(contract.error().args, std::vector<std::string>{"auc"});
        QCOMPARE(check(checksumAddress(imitation(garage)))->imitates.value(), garage);
        QCOMPARE(check(checksumAddress(someone(0xb1)))->personName, std::string("Bob Klein"));
        scene.node.accounts[someone(0x44)] = {U256(1), 0, true};
        QVERIFY(check(checksumAddress(someone(0x44)))->hasCode);

        Outbox outbox = scene.outbox();
        const auto paid =
            await(outbox.submit(scene.me, sendAuc(scene.network, garage, auc(1)).value(), {}, Purpose::SendAuc));
        QVERIFY(check(checksumAddress(garage))->firstTime); // not in a block yet
        scene.mine(*paid);
        QVERIFY(await(outbox.waitMined(*paid, std::chrono::milliseconds(50))).ok());
        QVERIFY(!check(checksumAddress(garage))->firstTime);
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
