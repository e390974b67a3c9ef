// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/generated/listing_board.h"
#include "market/listing_calls.h"
#include "sample_listing.h"

#include <QtTest>

#include <algorithm>

using namespace autochain;
using namespace autochain::market;
using namespace autochain::market::sample;

namespace
{
// Single quotes read better here than escaped double ones.
std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string document(const std::string& members)
{
    return quoted("{'format':'autochain-listing/1'," + members + "}");
}

NetworkFile network()
{
    NetworkFile out;
    out.contracts["listingBoard"] = person(0xBB);
    return out;
}

ListingDraft draft()
{
    ListingDraft out;
    out.vehicleId.bytes.fill(1);
    out.price = auc(200'000);
    out.expiresAt = kNow + 86'400;
    return out;
}

TitleFacts mine()
{
    return {true, person(7), {}, {}};
}
} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void contentGoesThereAndBack()
    {
        ListingContent content = *listing(1, "Mazda3 „Sport“", "Mazda", "3", 2019, 1, 1).content;
        content.description = "Zwei Sätze Räder.\nNichtraucher.";
        content.photoCids = {"bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"};
        const Bytes block = encodeListingContent(content);
        QCOMPARE(decodeListingContent(block).value(), content);
        QCOMPARE(encodeListingContent(content), block); // canonical: the same text gives the same digest
    }

    void hostileContentIsRefused()
    {
        const auto refused = [](const std::string& text) {
            const auto result = decodeListingContent(asBytes(text));
            return !result.ok() && result.error().is(MarketError::BadContent);
        };
        QVERIFY(refused(""));
        QVERIFY(refused("[]"));
        QVERIFY(refused("{}"));
        QVERIFY(refused(quoted("{'format':'autochain-listing/2'}")));
        QVERIFY(refused(document("'year':1700")));
        QVERIFY(refused(document("'year':'2019'")));
        QVERIFY(refused(document("'title':7")));
        QVERIFY(refused(document("'photos':['../../etc/passwd']")));
        QVERIFY(refused(document("'title':'" + std::string(900, 'x') + "'")));
        QVERIFY(refused(document("'description':'" + std::string(70'000, 'x') + "'")));
        QVERIFY(decodeListingContent(asBytes(document("'later':{'a':1}"))).ok()); // a newer program's word
    }

    void anotherBlockIsNotTaken()
    {
        Listing one = listing(1, "a", "b", "c", 2019, 1, 1);
        const Bytes block = encodeListingContent(*one.content);
        one.content.reset();
        one.contentDigest = contentDigestOf(block);
        Bytes altered = block;
        altered[altered.size() / 2] ^= 1;
        QVERIFY(attachContent(one, altered).error().is(MarketError::ContentDoesNotFit));
        QVERIFY(!one.content);
        QVERIFY(attachContent(one, block).ok());
        QVERIFY(one.content.has_value());
    }

    void publishingIsChecked()
    {
        const Address me = person(7);
        const auto first = [&](ListingDraft d, TitleFacts f) {
            const auto problems = checkPublish(d, f, me, kNow);
            return problems.empty() ? Error() : problems.front();
        };
        QVERIFY(checkPublish(draft(), mine(), me, kNow).empty());
        ListingDraft d = draft();
        d.price = {};
        QVERIFY(first(d, mine()).is(MarketError::PriceIsZero));
        d = draft();
        d.expiresAt = kNow;
        QVERIFY(first(d, mine()).is(MarketError::ExpiryInPast));
        d.expiresAt = kNow + kLongestListing + 1;
        QVERIFY(first(d, mine()).is(MarketError::ExpiryTooFar));
        TitleFacts f = mine();
        f.titleHolder = person(8);
        QVERIFY(first(draft(), f).is(MarketError::NotTitleHolder));
        f = mine();
        f.vehicleKnown = false;
        QVERIFY(first(draft(), f).is(MarketError::UnknownVehicle));
        f = mine();
        f.dealId.bytes.fill(1);
        QVERIFY(first(draft(), f).is(MarketError::VehicleInDeal));
        f = mine();
        f.lender = person(9);
        QVERIFY(first(draft(), f).is(MarketError::UnderLien));
        const auto call = publishCall(network(), draft(), mine(), me, kNow);
        QVERIFY(call.ok());
        const auto args = contracts::listingBoard::decodePublish(call->data);
        QVERIFY(args.ok());
        QCOMPARE(args->price, auc(200'000));
        QCOMPARE(*call->to, person(0xBB));
    }

    void priceAndWithdrawal()
    {
        const Listing one = listing(1, "a", "b", "c", 2019, 1, 100);
        const Address me = one.seller;
        QVERIFY(setPriceCall(network(), one, auc(90), me).ok());
        QVERIFY(setPriceCall(network(), one, auc(100), me).error().is(MarketError::SamePrice));
        QVERIFY(setPriceCall(network(), one, {}, me).error().is(MarketError::PriceIsZero));
        QVERIFY(setPriceCall(network(), one, auc(90), person(1)).error().is(MarketError::NotYourListing));
        QVERIFY(setPriceCall(network(), Listing(), auc(90), me).error().is(MarketError::NotListed));
        QVERIFY(withdrawCall(network(), one, me, kNow).ok());
        QVERIFY(withdrawCall(network(), one, person(1), kNow).error().is(MarketError::NotYourListing));
        QVERIFY(withdrawCall(network(), one, person(1), one.expiresAt).ok()); // void: anyone's to clear away
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
