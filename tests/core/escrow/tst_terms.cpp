// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_deal.h"

#include "base/hex.h"
#include "codec/eip712.h"

#include <QtTest>

#include <functional>

using namespace autochain;
using namespace autochain::escrow;
using namespace autochain::escrow::sample;

namespace
{
TermsContext goodContext(const Terms& t)
{
    TermsContext c;
    c.buyerBalance = auc(212'850);
    c.vehicleKnown = true;
    c.titleHolder = t.seller;
    c.historyHead = t.historyHead;
    c.historyCount = t.historyCount;
    c.odometerKm = t.odometerKm;
    c.appraiserRegistered = true;
    c.appraiserFreeStake = auc(5'000);
    c.seatStake = auc(5'000);
    return c;
}

bool hasProblem(const std::vector<Error>& problems, EscrowError code)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Error& e) { return e.is(code); });
}
} // namespace

class TestTerms : public QObject
{
    Q_OBJECT

private slots:
    void defaults()
    {
        const Terms t = terms();
        const auto day = [](int n) {
            return static_cast<std::uint64_t>(kStart) + 86'400ULL * static_cast<unsigned>(n);
        };
        QCOMPARE(t.seatBy, day(1));
        QCOMPARE(t.fundBy, day(2));
        QCOMPARE(t.depositBy, day(4));
        QCOMPARE(t.handoverBy, day(9));
        QCOMPARE(t.ruleWithin, 7ULL * 86'400);
        QCOMPARE(t.substituteRuleWithin, 5ULL * 86'400);
        QCOMPARE(t.fallbackToBuyer, t.price); // money to the buyer, title back
        QVERIFY(!t.fallbackTitleToBuyer);
        QVERIFY(checkTerms(t, goodContext(t), kStart).empty());
    }

    void everyProblemIsFound_data()
    {
        using Change = std::function<void(Terms&, TermsContext&)>;
        QTest::addColumn<int>("code");
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, EscrowError code, Change change) {
            QTest::newRow(name) << int(code) << change;
        };
        row("price zero", EscrowError::PriceIsZero, [](Terms& t, TermsContext&) { t.price = {}; });
        row("price above balance", EscrowError::PriceAboveBalance,
            [](Terms&, TermsContext& c) { c.buyerBalance = auc(199'999); });
        row("fee tips the balance", EscrowError::PriceAboveBalance, [](Terms& t, TermsContext& c) {
            t.assessmentFee = U256(1);
            c.buyerBalance = t.price;
        });
        row("buyer is seller", EscrowError::BuyerIsSeller, [](Terms& t, TermsContext&) { t.buyer = t.seller; });
        row("appraiser is buyer", EscrowError::AppraiserIsParty,
            [](Terms& t, TermsContext&) { t.appraiser = t.buyer; });
        row("substitute is seller", EscrowError::AppraiserIsParty,
            [](Terms& t, TermsContext&) { t.substitute = t.seller; });
        row("substitute is appraiser", EscrowError::SubstituteIsAppraiser,
            [](Terms& t, TermsContext&) { t.substitute = t.appraiser; });
        row("no substitute", EscrowError::PersonMissing, [](Terms& t, TermsContext&) { t.substitute = {}; });
        row("sentinel", EscrowError::PersonMissing, [](Terms& t, TermsContext&) {
            t.appraiser = {};
            t.appraiser.bytes[19] = 1;
        });
        row("fund before seat", EscrowError::DeadlinesOutOfOrder,
            [](Terms& t, TermsContext&) { t.fundBy = t.seatBy - 1; });
        row("deposit at fund", EscrowError::DeadlinesOutOfOrder,
            [](Terms& t, TermsContext&) { t.depositBy = t.fundBy; });
        row("handover at deposit", EscrowError::DeadlinesOutOfOrder,
            [](Terms& t, TermsContext&) { t.handoverBy = t.depositBy; });
        row("seat passed", EscrowError::DeadlinePassed,
            [](Terms& t, TermsContext&) { t.seatBy = static_cast<std::uint64_t>(kStart) - 1; });
        row("far handover", EscrowError::DeadlinesTooFar,
            [](Terms& t, TermsContext&) { t.handoverBy += 4ULL * 365 * 86'400; });
        row("no ruling time", EscrowError::NoRulingTime, [](Terms& t, TermsContext&) { t.ruleWithin = 0; });
        row("no substitute time", EscrowError::NoRulingTime,
            [](Terms& t, TermsContext&) { t.substituteRuleWithin = 0; });
        row("ruling fee", EscrowError::FeesAbovePrice,
            [](Terms& t, TermsContext&) { t.rulingFee = t.price + U256(1); });
        row("assessment fee", EscrowError::FeesAbovePrice,
            [](Terms& t, TermsContext&) { t.assessmentFee = t.price + U256(1); });
        row("fallback too large", EscrowError::FallbackAbovePrice,
            [](Terms& t, TermsContext&) { t.fallbackToBuyer = t.price + U256(1); });
        row("fallback to buyer", EscrowError::FallbackOneSided,
            [](Terms& t, TermsContext&) { t.fallbackTitleToBuyer = true; });
        row("fallback to seller", EscrowError::FallbackOneSided,
            [](Terms& t, TermsContext&) { t.fallbackToBuyer = {}; });
        row("unknown car", EscrowError::UnknownVehicle, [](Terms&, TermsContext& c) { c.vehicleKnown = false; });
        row("title elsewhere", EscrowError::NotTitleHolder,
            [](Terms&, TermsContext& c) { c.titleHolder = mallory().address(); });
        row("lien", EscrowError::UnderLien, [](Terms&, TermsContext& c) { c.lender = mallory().address(); });
        row("other deal", EscrowError::VehicleInOtherDeal, [](Terms&, TermsContext& c) { c.otherDeal.bytes.fill(3); });
        row("record added", EscrowError::HistoryMoved, [](Terms&, TermsContext& c) { c.historyCount += 1; });
        row("other head", EscrowError::HistoryMoved, [](Terms&, TermsContext& c) { c.historyHead.bytes[0] ^= 1; });
        row("odometer", EscrowError::OdometerMoved, [](Terms&, TermsContext& c) { c.odometerKm += 1; });
        row("no appraiser", EscrowError::AppraiserUnknown,
            [](Terms&, TermsContext& c) { c.appraiserRegistered = false; });
        row("no stake", EscrowError::AppraiserWithoutStake,
            [](Terms&, TermsContext& c) { c.appraiserFreeStake = auc(4'999); });
    }

    void everyProblemIsFound()
    {
        using Change = std::function<void(Terms&, TermsContext&)>;
        QFETCH(int, code);
        QFETCH(Change, change);
        Terms t = terms();
        TermsContext c = goodContext(t);
        change(t, c);
        const auto problems = checkTerms(t, c, kStart);
        QVERIFY(hasProblem(problems, static_cast<EscrowError>(code)));
    }

    void typedDataIsWhatIsHashed()
    {
        const Terms t = terms();
        const Address book = contractAddress(1);
        const auto document = eip712::parse(asBytes(termsTypedData(t, 61, book)));
        QVERIFY(document.ok());
        QCOMPARE(eip712::digest(*document).value(), termsDigest(t, 61, book));
        QCOMPARE(eip712::hashStruct(*document, document->primaryType, document->message).value(), dealIdOf(t));
        QCOMPARE(decodeTerms(encodeTerms(t)).value(), t);
    }

    void everyFieldMovesTheDealId()
    {
        const Hash32 id = dealIdOf(terms());
        const Bytes encoded = encodeTerms(terms());
        QCOMPARE(encoded.size(), std::size_t(21 * 32));
        for (std::size_t word = 0; word < 21; ++word) {
            Bytes changed = encoded;
            changed[word * 32 + 31] ^= 1;
            const auto t = decodeTerms(changed);
            QVERIFY(t.ok());
            QVERIFY(dealIdOf(*t) != id);
        }
    }
};

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
