// SPDX-License-Identifier: GPL-3.0-or-later
// The form that lets somebody read or write, and what the card says of grants and private parts.
#include "crypto/address.h"
#include "sample_session.h"
#include "viewmodels/vehicle/grantform.h"
#include "viewmodels/vehicle/grantrows.h"
#include "viewmodels/vehicle/privatepart.h"

#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{

sharing::SectionRights rightsOf(privacy::ReadRight right, UnixTime until = 0)
{
    sharing::SectionRights out;
    out.holder = sampleAddress(2); // Bob Keller
    out.grant.until = until;
    out.sections.push_back({3, right});
    return out;
}

QVariantMap row(const Session& session, privacy::ReadRight right, const privacy::Document* document = nullptr)
{
    return sectionRow(session, QStringLiteral("12 Nov, Service"), 3, rightsOf(right, 1'700'000'000), document, true);
}

QString text(const QVariantMap& row, const char* key)
{
    return row.value(QLatin1String(key)).toString();
}

} // namespace

class TestGrants : public QObject
{
    Q_OBJECT

private slots:
    void theFormWaitsUntilItIsWhole()
    {
        SampleSession sample;
        GrantForm form(*sample.session);
        QVERIFY(!form.wish() && !form.waitsFor().isEmpty() && form.consequence().isEmpty());
        QVERIFY(form.names().contains(QStringLiteral("Bob Keller")));
        QVERIFY(!form.names().contains(QStringLiteral("Alice Brandt"))); // that is me
        QVERIFY(form.names().size() <= 8);
        form.setTo(QStringLiteral("kell"));
        QCOMPARE(form.names(), QStringList(QStringLiteral("Bob Keller")));
        form.setTo(QStringLiteral("bob keller"));
        QVERIFY(form.toText().startsWith(QStringLiteral("Bob Keller, 0x")));
        QVERIFY(
            form.consequence().contains(QStringLiteral("Bob Keller reads the private parts of service, repair until")));
        QVERIFY(form.consequence().contains(QStringLiteral("may keep a copy")));
        const auto wish = form.wish();
        QVERIFY(wish && wish->who == sampleAddress(2) && !wish->writes);
        QCOMPARE(wish->kinds, 0b110000U);
        form.setKind(4, false);
        form.setKind(5, false);
        QVERIFY(!form.wish() && form.waitsFor().contains(QStringLiteral("kind")));
    }

    void addressesAreCheckedAndOnesOwnIsNone()
    {
        SampleSession sample;
        GrantForm form(*sample.session);
        form.setTo(QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        QVERIFY(form.wish() && form.toText().contains(QStringLiteral("compare every sign")));
        form.setTo(QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeaEd")); // a capital is wrong
        QVERIFY(!form.wish() && !form.toProblem().isEmpty());
        form.setTo(QStringLiteral("Alice Brandt"));
        QVERIFY(!form.wish());
        form.setTo(QString::fromStdString(checksumAddress(sampleMe())));
        QVERIFY(!form.wish() && form.toProblem().contains(QStringLiteral("you")));
    }

    void writingHasKindsOfItsOwn()
    {
        SampleSession sample;
        GrantForm form(*sample.session);
        form.setWrites(true);
        form.setTo(QStringLiteral("Bob Keller"));
        QVERIFY(form.consequence().contains(QStringLiteral("may write records of")));
        form.setKind(static_cast<int>(vehicle::RecordKind::OwnerStatement), true); // not a shop's
        QCOMPARE(form.wish()->kinds, 0b110000U);
    }

    void aPrivatePartSaysWhyItIsShut()
    {
        using privacy::ReadRight;
        SampleSession sample;
        const Session& session = *sample.session;
        QCOMPARE(text(row(session, ReadRight::None), "text"), QStringLiteral("Private: ask the owner, Bob Keller."));
        QCOMPARE(text(row(session, ReadRight::None), "state"), QStringLiteral("shut"));
        QVERIFY(text(row(session, ReadRight::Ended), "text").contains(QStringLiteral("Your access ended on")));
        QCOMPARE(text(row(session, ReadRight::Ended), "state"), QStringLiteral("ended"));
        QVERIFY(text(row(session, ReadRight::Granted), "text").contains(QStringLiteral("Shared with you until")));
        QCOMPARE(text(row(session, ReadRight::Granted), "state"), QStringLiteral("readable"));
        QCOMPARE(text(row(session, ReadRight::Holder), "state"), QStringLiteral("readable"));
        const auto unread = sectionRow(session, {}, 3, std::nullopt, nullptr, true);
        QCOMPARE(text(unread, "state"), QStringLiteral("shut"));
        const auto older = sectionRow(session, {}, 3, std::nullopt, nullptr, false);
        QVERIFY(text(older, "text").contains(QStringLiteral("older")));
    }

    void whatWasOpenedIsShown()
    {
        SampleSession sample;
        const privacy::Document note{"note.txt", "text/plain", toBytes(std::string_view("Brake pads"))};
        const auto shown = row(*sample.session, privacy::ReadRight::Holder, &note);
        QCOMPARE(text(shown, "state"), QStringLiteral("opened"));
        QCOMPARE(text(shown, "content"), QStringLiteral("Brake pads"));
        const privacy::Document paper{"bill.pdf", "application/pdf", Bytes(2'000)};
        QVERIFY(text(row(*sample.session, privacy::ReadRight::Holder, &paper), "content")
                    .contains(QStringLiteral("Save it")));
    }

    void privateWordsLeaveTheContent()
    {
        vehicle::RecordContent content;
        content.title = "Timing belt";
        content.notes = "Paid in two parts";
        content.cost = vehicle::Cost{124'005, "CAD"};
        vehicle::RecordContent all = content;
        const auto document = takePrivate(all, {true, true, true});
        QVERIFY(document);
        const std::string text(document->content.begin(), document->content.end());
        QCOMPARE(QString::fromStdString(text), QStringLiteral("Timing belt\nPrice: 1240.05 CAD\nPaid in two parts"));
        QCOMPARE(QString::fromStdString(document->type), QStringLiteral("text/plain"));
        const std::string written = vehicle::writeRecordContent(all);
        for (const char* word : {"Timing", "Paid", "124005", "CAD", "cost", "title", "notes"}) {
            QVERIFY2(written.find(word) == std::string::npos, word);
        }
        vehicle::RecordContent some = content;
        QVERIFY(takePrivate(some, {false, true, false}));
        QVERIFY(some.title == content.title && some.notes == content.notes && !some.cost);
        vehicle::RecordContent none = content;
        QVERIFY(!takePrivate(none, {}) && none == content);
        vehicle::RecordContent empty;
        QVERIFY(!takePrivate(empty, {true, true, true})); // nothing there to be sealed
    }

    void whoWillReadIsSaid()
    {
        SampleSession sample;
        sharing::CarGrants mine;
        mine.holder = sampleMe();
        const auto alone = readersSentence(*sample.session, mine, {}, {});
        QVERIFY2(alone.startsWith(QStringLiteral("Only you can read it.")), qPrintable(alone));
        QVERIFY(alone.contains(QStringLiteral("before the title goes")));
        mine.grantees.push_back({sampleAddress(2), {100, 2'000, 0, privacy::kEveryRecord, 16, {}}});
        mine.grantees.push_back({sampleAddress(3), {100, 500, 0, privacy::kEveryRecord, 16, {}}}); // over
        mine.grantees.push_back({sampleAddress(4), {100, 2'000, 0, 4, 16, {}}});                   // only older records
        mine.grantees.push_back({sampleAddress(5), {100, 2'000, 0, privacy::kEveryRecord, 32, {}}}); // other kinds
        const auto readers = sharing::sealedReaders(mine, sampleMe(), 4, 5, 1'000);
        QCOMPARE(readers.size(), std::size_t{1});
        QVERIFY(readersSentence(*sample.session, mine, readers, {}).contains(QStringLiteral("and: Bob Keller until")));
        const auto keyless = readersSentence(*sample.session, mine, readers, {sampleAddress(2)});
        QVERIFY(keyless.startsWith(QStringLiteral("Only you")) &&
                keyless.contains(QStringLiteral("Bob Keller may by a grant, but has published no key")));
        sharing::CarGrants his;
        his.holder = sampleAddress(2);
        const auto others = sharing::sealedReaders(his, sampleMe(), 4, 5, 1'000);
        QVERIFY(readersSentence(*sample.session, his, others, {})
                    .contains(QStringLiteral("Bob Keller, who holds the title")));
    }

    void whoseGrantHoldsComesFirst()
    {
        SampleSession sample;
        sharing::CarGrants grants;
        grants.grantees.push_back({sampleAddress(3), {100, 500, 0, privacy::kEveryRecord, 16, {}}});
        grants.grantees.push_back({sampleAddress(2), {100, 2'000, 2, 5, 16, {}}});
        vehicle::ShopGrant shop;
        shop.shop = sampleAddress(4);
        shop.name = "Lakeshore Garage";
        shop.grant = {1'500, 3'000, 32};
        const auto rows = peopleRows(*sample.session, grants, {shop}, 1'000);
        QCOMPARE(rows.size(), 3);
        const auto first = rows[0].toMap();
        QCOMPARE(text(first, "name"), QStringLiteral("Bob Keller"));
        QVERIFY(text(first, "text").contains(QStringLiteral("records 2 to 5")));
        QCOMPARE(text(rows[1].toMap(), "state"), QStringLiteral("later"));
        QVERIFY(rows[1].toMap().value(QStringLiteral("writes")).toBool());
        QCOMPARE(text(rows[2].toMap(), "state"), QStringLiteral("ended"));
        QVERIFY(!rows[2].toMap().value(QStringLiteral("canEnd")).toBool());
    }
};

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
