// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox_repository.h"
#include "temp_store.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::store;

namespace
{
constexpr std::uint64_t kChain = 31337;

Address account(std::uint8_t fill)
{
    Address out;
    out.bytes.fill(fill);
    return out;
}

Hash32 hashOf(std::uint8_t fill)
{
    Hash32 out;
    out.bytes.fill(fill);
    return out;
}

OutboxEntry entryWith(std::uint64_t nonce, std::uint8_t from = 1)
{
    OutboxEntry out;
    out.from = account(from);
    out.tx.type = TxType::DynamicFee;
    out.tx.chainId = kChain;
    out.tx.nonce = nonce;
    out.tx.maxFeePerGas = U256(1) << 40;
    out.tx.maxPriorityFeePerGas = 7;
    out.tx.gasLimit = 21'000;
    out.tx.to = account(5);
    out.tx.value = U256(12);
    out.tx.data = {1, 2, 3};
    out.purpose = Purpose::FundDeal;
    out.subject = hashOf(0xdd);
    out.createdAt = 1'000;
    return out;
}
} // namespace

class TestOutboxRepository : public QObject
{
    Q_OBJECT

private slots:
    void wholeLife()
    {
        TempStore store;
        OutboxRepository rows(store.database);
        const auto id = rows.add(entryWith(4));
        QVERIFY(id.ok());
        QVERIFY(rows.markSigned(*id, Bytes{9, 9}, hashOf(1), 1'001).ok());
        QVERIFY(rows.markSent(*id, 1'002).ok());
        QVERIFY(rows.markSent(*id, 1'009).ok()); // sent again keeps the first time
        Database& again = store.reopen();
        OutboxRepository reopened(again);
        QVERIFY(reopened.markMined(*id, true, 77, 1'010, 20'000, U256(3)).ok());
        const auto entry = reopened.byHash(hashOf(1)).value().value();
        QCOMPARE(entry.id, *id);
        QVERIFY(entry.tx == entryWith(4).tx);
        QCOMPARE(entry.from, account(1));
        QCOMPARE(entry.purpose, Purpose::FundDeal);
        QCOMPARE(entry.subject, hashOf(0xdd));
        QCOMPARE(entry.state, OutboxState::Mined);
        QCOMPARE(entry.raw, (Bytes{9, 9}));
        QCOMPARE(entry.createdAt, UnixTime(1'000));
        QCOMPARE(entry.signedAt.value(), UnixTime(1'001));
        QCOMPARE(entry.sentAt.value(), UnixTime(1'002));
        QCOMPARE(entry.closedAt.value(), UnixTime(1'010));
        QCOMPARE(entry.blockNumber.value(), std::uint64_t(77));
        QCOMPARE(entry.gasUsed, std::uint64_t(20'000));
        QVERIFY(entry.effectiveGasPrice == U256(3));
        QVERIFY(rows.pending(kChain)->empty());
    }

    void statesOnlyGoForward()
    {
        TempStore store;
        OutboxRepository rows(store.database);
        const auto id = rows.add(entryWith(0)).value();
        QVERIFY(rows.markSent(id, 1).error().is(StoreError::Conflict)); // not signed yet
        QVERIFY(rows.markMined(id, true, 1, 1, 1, U256()).error().is(StoreError::Conflict));
        QVERIFY(rows.markSigned(id, Bytes{1}, hashOf(1), 1).ok());
        QVERIFY(
            rows.markSigned(id, Bytes{2}, hashOf(2), 1).error().is(StoreError::Conflict)); // never a second signature
        QVERIFY(rows.markSent(id, 1).ok());
        QVERIFY(rows.markFailed(id, "too late", 1).error().is(StoreError::Conflict)); // it may be mined any time
        QVERIFY(rows.markMined(id, false, 1, 1, 1, U256()).ok());
        QCOMPARE(rows.byId(id).value()->state, OutboxState::Reverted);
        QVERIFY(rows.markReorged(id).ok());
        QCOMPARE(rows.byId(id).value()->state, OutboxState::Sent);
        QVERIFY(!rows.byId(id).value()->blockNumber.has_value());
        QVERIFY(rows.markSent(12345, 1).error().is(StoreError::Conflict));
    }

    void oneNonceOneRow()
    {
        TempStore store;
        OutboxRepository rows(store.database);
        const auto first = rows.add(entryWith(7)).value();
        QVERIFY(rows.add(entryWith(7)).error().is(StoreError::Conflict));
        QVERIFY(rows.add(entryWith(7, 2)).ok()); // another account
        OutboxEntry elsewhere = entryWith(7);
        elsewhere.tx.chainId = 1;
        QVERIFY(rows.add(elsewhere).ok());
        QCOMPARE(rows.highestNonce(kChain, account(1)).value().value(), std::uint64_t(7));
        QVERIFY(rows.markFailed(first, "declined", 5).ok());
        QVERIFY(!rows.highestNonce(kChain, account(1)).value().has_value());
        QVERIFY(rows.add(entryWith(7)).ok()); // free again
    }

    void replacing()
    {
        TempStore store;
        OutboxRepository rows(store.database);
        const auto first = rows.add(entryWith(7)).value();
        QVERIFY(rows.markSigned(first, Bytes{1}, hashOf(1), 1).ok());
        QVERIFY(rows.markSent(first, 1).ok());
        OutboxEntry dearer = entryWith(7);
        dearer.replaces = first;
        const auto second = rows.add(dearer).value();
        QVERIFY(rows.add(dearer).error().is(StoreError::Conflict)); // only the newest can be replaced
        QVERIFY(rows.markSigned(second, Bytes{2}, hashOf(2), 2).ok());
        QVERIFY(rows.markSent(second, 2).ok());
        QCOMPARE(rows.pending(kChain)->size(), std::size_t(2));
        // The old one is mined after all.
        QVERIFY(rows.markMined(first, true, 9, 3, 21'000, U256(1)).ok());
        QCOMPARE(rows.byId(second).value()->state, OutboxState::Replaced);
        QCOMPARE(rows.byId(second).value()->replaces.value(), first);
        QVERIFY(rows.pending(kChain)->empty());
        QVERIFY(rows.add(entryWith(7)).error().is(StoreError::Conflict));
        const auto newestFirst = rows.of(kChain, account(1));
        QCOMPARE(newestFirst->size(), std::size_t(2));
        QCOMPARE(newestFirst->front().id, second);
    }

    void pendingIsOldestFirst()
    {
        TempStore store;
        OutboxRepository rows(store.database);
        for (std::uint64_t nonce = 0; nonce < 5; ++nonce) {
            QVERIFY(rows.add(entryWith(nonce)).ok());
        }
        const auto pending = rows.pending(kChain);
        QCOMPARE(pending->size(), std::size_t(5));
        QCOMPARE(pending->front().tx.nonce, std::uint64_t(0));
        QVERIFY(rows.pending(1)->empty());
        QCOMPARE(rows.of(kChain, account(1), 2)->size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestOutboxRepository)
#include "tst_outbox_repository.moc"
