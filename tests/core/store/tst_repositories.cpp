// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/address_book.h"
#include "store/drafts.h"
#include "store/grants.h"
#include "store/messages.h"
#include "store/seen_events.h"
#include "store/settings.h"
#include "store/watch_list.h"
#include "store/watched_accounts.h"
#include "temp_store.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::store;

namespace
{
template <typename T>
T filled(std::uint8_t value)
{
    T out;
    out.bytes.fill(value);
    return out;
}
} // namespace

class TestRepositories : public QObject
{
    Q_OBJECT

private slots:
    void settings()
    {
        TempStore store;
        Settings settings(store.database);
        QVERIFY(!settings.get("ui.theme").value().has_value());
        QVERIFY(settings.set("ui.theme", "dark").ok());
        QVERIFY(settings.set("ui.theme", "light").ok());
        QVERIFY(settings.set("ui.scale", "").ok());
        QVERIFY(settings.set("uX", "no match for the dot").ok());
        Database& again = store.reopen();
        Settings reopened(again);
        QCOMPARE(reopened.get("ui.theme").value().value(), std::string("light"));
        QCOMPARE(reopened.get("ui.scale").value().value(), std::string());
        QCOMPARE(reopened.all("ui.").value().size(), std::size_t(2));
        QCOMPARE(reopened.all().value().size(), std::size_t(3));
        QVERIFY(reopened.remove("ui.theme").ok());
        QVERIFY(reopened.remove("ui.theme").ok());
        QVERIFY(!settings.get("ui.theme").value().has_value());
    }

    void addressBook()
    {
        TempStore store;
        AddressBook book(store.database);
        const Contact bob{filled<Address>(2), "Bob", "sold me the van", 10};
        const Contact anna{filled<Address>(1), "anna", "", 20};
        QVERIFY(book.put(bob).ok());
        QVERIFY(book.put(anna).ok());
        QCOMPARE(book.all().value(), (std::vector<Contact>{anna, bob}));
        QVERIFY(book.put({bob.address, "Robert", "", 30}).ok());
        QCOMPARE(book.find(bob.address).value()->name, std::string("Robert"));
        QVERIFY(book.remove(bob.address).ok());
        QVERIFY(!book.find(bob.address).value().has_value());
    }

    void drafts()
    {
        TempStore store;
        Drafts drafts(store.database);
        QVERIFY(drafts.put({"listing", "1", "{}", 5}).ok());
        QVERIFY(drafts.put({"listing", "2", "{\"a\":1}", 6}).ok());
        QVERIFY(drafts.put({"terms", "1", "{}", 7}).ok());
        QCOMPARE(drafts.ofKind("listing").value().front().id, std::string("2"));
        QVERIFY(drafts.put({"listing", "1", "{\"b\":2}", 9}).ok());
        QCOMPARE(drafts.find("listing", "1").value()->json, std::string("{\"b\":2}"));
        QCOMPARE(drafts.ofKind("listing").value().size(), std::size_t(2));
        const auto huge = drafts.put({"listing", "3", std::string((1 << 20) + 1, 'x'), 9});
        QVERIFY(!huge.ok() && huge.error().is(StoreError::Conflict));
        QVERIFY(drafts.remove("listing", "1").ok());
        QVERIFY(!drafts.find("listing", "1").value().has_value());
        QVERIFY(drafts.find("terms", "1").value().has_value());
    }

    void watchList()
    {
        TempStore store;
        WatchList list(store.database);
        const Watched car{filled<Hash32>(3), 100, U256::max(), 46, "the green one"};
        QVERIFY(list.put(car).ok());
        QVERIFY(list.put({filled<Hash32>(4), 200, U256(), 0, ""}).ok());
        QCOMPARE(list.find(car.vehicleId).value().value(), car);
        QCOMPARE(list.all().value().front().vehicleId, filled<Hash32>(4));
        QVERIFY(list.remove(car.vehicleId).ok());
        QCOMPARE(list.all().value().size(), std::size_t(1));
    }

    void watchedAccounts()
    {
        TempStore store;
        WatchedAccounts accounts(store.database);
        WatchedAccount cold{filled<Address>(3), "Cold", "xpub6C", 100};
        QVERIFY(accounts.put({filled<Address>(4), "Later", "", 200}).ok());
        QVERIFY(accounts.put(cold).ok());
        QCOMPARE(accounts.all().value().front(), cold);
        cold.name = "Colder";
        QVERIFY(accounts.put(cold).ok());
        QCOMPARE(accounts.all().value(), (std::vector<WatchedAccount>{cold, {filled<Address>(4), "Later", "", 200}}));
        QVERIFY(accounts.remove(cold.address).ok());
        QCOMPARE(accounts.all().value().size(), std::size_t(1));
        QVERIFY(accounts.put({filled<Address>(5), "", "", 1}).error().is(StoreError::Conflict)); // a label is needed
    }

    void seenEvents()
    {
        TempStore store;
        SeenEvents seen(store.database);
        QVERIFY(!seen.isSeen("deals", "a").value());
        QVERIFY(seen.markSeen("deals", "a", 10).ok());
        QVERIFY(seen.markSeen("deals", "a", 99).ok());
        QVERIFY(seen.isSeen("deals", "a").value());
        QVERIFY(!seen.isSeen("market", "a").value());
        QCOMPARE(seen.unseenOf("deals", {"a", "b", "c"}).value(), (std::vector<std::string>{"b", "c"}));
        QVERIFY(seen.forgetBefore(11).ok()); // the first time counts
        QVERIFY(!seen.isSeen("deals", "a").value());
        QVERIFY(!seen.cursor("deals").value().has_value());
        QVERIFY(seen.setCursor("deals", 25'914'207).ok());
        QVERIFY(seen.setCursor("deals", 25'914'208).ok());
        QCOMPARE(seen.cursor("deals").value().value(), std::uint64_t(25'914'208));
    }

    void grants()
    {
        TempStore store;
        Grants grants(store.database);
        const Bytes secret = toBytes("the document's key, granted for a week");
        const Grant key{"document key", filled<Hash32>(1), filled<Address>(2), secret, 100, 700};
        const Grant longer{"contact", filled<Hash32>(1), filled<Address>(2), {1}, 100, 900};
        QVERIFY(grants.put(longer).ok());
        QVERIFY(grants.put(key).ok());
        QCOMPARE(grants.find(key.kind, key.subject, key.from, 699).value().value(), key);
        QVERIFY(!grants.find(key.kind, key.subject, key.from, 700).value().has_value()); // at the date it is over
        QCOMPARE(grants.ofSubject(key.subject, 200).value(), (std::vector<Grant>{key, longer}));
        QCOMPARE(grants.nextExpiry().value().value(), UnixTime(700));
        QCOMPARE(grants.purgeExpired(699).value(), 0);
        const QFileInfo log(QString::fromStdString(store.path) + QStringLiteral("-wal"));
        QVERIFY(QFileInfo(log).size() > 0);
        QCOMPARE(grants.purgeExpired(700).value(), 1);
        QCOMPARE(QFileInfo(log.filePath()).size(), qint64(0)); // with secure_delete on, no page holds it any more
        QCOMPARE(grants.ofSubject(key.subject, 0).value(), std::vector<Grant>{longer});
        Grant extended = longer;
        extended.until = 2'000;
        QVERIFY(grants.put(extended).ok());
        QCOMPARE(grants.nextExpiry().value().value(), UnixTime(2'000));
        Grant bad = key;
        bad.until = bad.grantedAt;
        QVERIFY(grants.put(bad).error().is(StoreError::Conflict));
        bad = key;
        bad.payload.resize(65'537);
        QVERIFY(grants.put(bad).error().is(StoreError::Conflict));
        QVERIFY(grants.remove("contact", longer.subject, longer.from).ok());
        QVERIFY(!grants.nextExpiry().value().has_value());
    }

    void messages()
    {
        TempStore store;
        Messages messages(store.database);
        Message first;
        first.dealId = filled<Hash32>(1);
        first.key = filled<Hash32>(9);
        first.from = filled<Address>(2);
        first.time = 50;
        first.text = "Zündschlüssel liegt im Büro";
        const auto id = messages.add(first);
        QVERIFY(id.ok());
        const auto twice = messages.add(first);
        QVERIFY(!twice.ok() && twice.error().is(StoreError::Conflict));
        Message second = first;
        second.key = filled<Hash32>(8);
        second.time = 40;
        QVERIFY(messages.add(second).ok());
        second.key = filled<Hash32>(7);
        second.text = std::string(65'537, 'x');
        QVERIFY(messages.add(second).error().is(StoreError::Conflict));
        QCOMPARE(messages.unreadOf(first.dealId).value(), 2);
        QVERIFY(messages.setState(*id, MessageState::Read).ok());
        QCOMPARE(messages.unreadOf(first.dealId).value(), 1);
        const auto all = messages.ofDeal(first.dealId);
        QCOMPARE(all->size(), std::size_t(2));
        first.id = *id;
        first.state = MessageState::Read;
        QCOMPARE(all->back(), first);
        QVERIFY(messages.ofDeal(filled<Hash32>(5)).value().empty());
        QVERIFY(messages.setState(999, MessageState::Read).error().is(StoreError::NotFound));
    }
};

QTEST_GUILESS_MAIN(TestRepositories)
#include "tst_repositories.moc"
