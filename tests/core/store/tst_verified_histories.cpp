// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verified_histories.h"
#include "temp_store.h"

#include <QTest>

using namespace autochain;
using namespace autochain::store;

namespace
{
Address registry(std::uint8_t number)
{
    Address out;
    out.bytes[19] = number;
    return out;
}

Hash32 car(std::uint8_t number)
{
    Hash32 out;
    out.bytes[31] = number;
    return out;
}

VerifiedHistory history(std::uint64_t count, Bytes records)
{
    return {count, car(static_cast<std::uint8_t>(0x80 + count)), 1'000 + count, std::move(records)};
}
} // namespace

class TestVerifiedHistories : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatWasKept()
    {
        TempStore store;
        VerifiedHistories kept(store.database);
        QVERIFY(!kept.find(61, registry(1), car(1)).value());
        const VerifiedHistory two = history(2, {1, 2, 3});
        QVERIFY(kept.put(61, registry(1), car(1), two).ok());
        QVERIFY(*kept.find(61, registry(1), car(1)).value() == two);
        VerifiedHistories again(store.reopen());
        QVERIFY(*again.find(61, registry(1), car(1)).value() == two);
    }

    // Of one car of one registry on one chain, and the newest of it.
    void oneOfEach()
    {
        TempStore store;
        VerifiedHistories kept(store.database);
        QVERIFY(kept.put(61, registry(1), car(1), history(2, {1})).ok());
        for (const auto& [chain, where, what] :
             std::initializer_list<std::tuple<std::uint64_t, int, int>>{{62, 1, 1}, {61, 2, 1}, {61, 1, 2}}) {
            const Address place = registry(static_cast<std::uint8_t>(where));
            const Hash32 id = car(static_cast<std::uint8_t>(what));
            QVERIFY(!kept.find(chain, place, id).value());
            QVERIFY(kept.put(chain, place, id, history(9, {9})).ok());
        }
        QCOMPARE(kept.find(61, registry(1), car(1)).value()->count, std::uint64_t(2));
        QVERIFY(kept.put(61, registry(1), car(1), history(3, {1, 1})).ok());
        QVERIFY(*kept.find(61, registry(1), car(1)).value() == history(3, {1, 1}));
    }

    // A car that is proven to have no record is something else than one that was never looked at.
    void nothingIsSomethingToKeep()
    {
        TempStore store;
        VerifiedHistories kept(store.database);
        const VerifiedHistory none{0, Hash32(), 77, {}};
        QVERIFY(kept.put(61, registry(1), car(1), none).ok());
        const auto found = kept.find(61, registry(1), car(1));
        QVERIFY(found.ok() && *found && **found == none);
    }

    void tooMuchIsRefused()
    {
        TempStore store;
        VerifiedHistories kept(store.database);
        QVERIFY(kept.put(61, registry(1), car(1), history(2, {1})).ok());
        QVERIFY(!kept.put(61, registry(1), car(1), history(3, Bytes(kMaxPackedBytes + 1))).ok());
        QCOMPARE(kept.find(61, registry(1), car(1)).value()->count, std::uint64_t(2));
        QVERIFY(kept.put(61, registry(1), car(1), history(4, Bytes(kMaxPackedBytes))).ok());
    }

    void goesAtOnce()
    {
        TempStore store;
        VerifiedHistories kept(store.database);
        QVERIFY(kept.put(61, registry(1), car(1), history(2, {1})).ok());
        QVERIFY(kept.put(62, registry(1), car(2), history(2, {1})).ok());
        QVERIFY(kept.clear().ok());
        QVERIFY(!kept.find(61, registry(1), car(1)).value() && !kept.find(62, registry(1), car(2)).value());
    }
};

QTEST_GUILESS_MAIN(TestVerifiedHistories)
#include "tst_verified_histories.moc"
