// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/read_grant.h"
#include "sections_fixture.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::testing;

class TestReadGrant : public QObject
{
    Q_OBJECT

    static Reading reading(std::string_view who)
    {
        Reading r;
        r.reader = addressOf(who);
        r.holder = addressOf("bob");
        r.writer = addressOf("shop");
        r.grant = {1'000, 2'000, 2, 5, 1U << kService, {}};
        r.kind = kService;
        r.record = 3;
        return r;
    }

private slots:
    void holderWriterAndGranteeReadOthersAsk()
    {
        QVERIFY(readRight(reading("bob"), 0) == ReadRight::Holder);
        QVERIFY(readRight(reading("shop"), 0) == ReadRight::Writer);
        QVERIFY(readRight(reading("alice"), 1'000) == ReadRight::Granted);
        Reading stranger = reading("mallory");
        stranger.grant = {};
        QVERIFY(demandRead(stranger, 1'500).error().is(PrivacyError::AskOwner));
        QCOMPARE(demandRead(stranger, 1'500).error().args.size(), std::size_t{1});
    }

    void theEndIsTheFirstSecondWithout()
    {
        QVERIFY(readRight(reading("alice"), 999) == ReadRight::NotYet);
        QVERIFY(readRight(reading("alice"), 1'999) == ReadRight::Granted);
        QVERIFY(readRight(reading("alice"), 2'000) == ReadRight::Ended);
        const auto ended = demandRead(reading("alice"), 2'000);
        QVERIFY(ended.error().is(PrivacyError::Ended));
        QCOMPARE(ended.error().args.front(), std::string("2000"));
    }

    void onlyItsKindsAndRecords()
    {
        for (const std::uint64_t record : {1ULL, 6ULL}) {
            Reading other = reading("alice");
            other.record = record;
            QVERIFY(demandRead(other, 1'500).error().is(PrivacyError::NotCovered));
        }
        Reading other = reading("alice");
        other.kind = kRepair;
        QVERIFY(readRight(other, 1'500) == ReadRight::NotCovered);
        other.kind = 40; // no such bit
        QVERIFY(readRight(other, 1'500) == ReadRight::NotCovered);
    }

    void senselessGrantsAreFoundBeforeTheFee()
    {
        const ReadGrant good{1'000, 2'000, 0, kEveryRecord, 1, {}};
        QVERIFY(checkGrant(good, 1'500).ok());
        QVERIFY(checkGrant(good, 2'000).error().is(PrivacyError::BadSpan));
        QVERIFY(checkGrant({2'000, 2'000, 0, 1, 1, {}}, 0).error().is(PrivacyError::BadSpan));
        QVERIFY(checkGrant({1'000, 2'000, 0, 1, 0, {}}, 0).error().is(PrivacyError::BadScope));
        QVERIFY(checkGrant({1'000, 2'000, 2, 1, 1, {}}, 0).error().is(PrivacyError::BadScope));
    }
};

QTEST_APPLESS_MAIN(TestReadGrant)
#include "tst_read_grant.moc"
