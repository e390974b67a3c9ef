// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/desk.h"
#include "dealer/export.h"
#include "dealer/record_codec.h"
#include "stock_cars.h"
#include "store/migration.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;
using namespace autochain::dealer;
using vehicle::Record;

namespace
{
struct Folder {
    QTemporaryDir folder;
    Result<store::Database> open()
    {
        return store::openStore(folder.filePath(QStringLiteral("store.db")).toStdString(), SecretBytes(32));
    }
};

std::vector<ListedCar> threeCars()
{
    std::vector<ListedCar> out(3);
    out[0].vin = testVin(1);
    out[0].name = "Civic";
    out[0].cost = auc(100);
    out[1].vin = testVin(2);
    out[1].plate = "AB12CDE";
    out[2].plate = "CD34EFG";
    return out;
}

std::vector<Record> someRecords()
{
    std::vector<Record> out(3);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].index = i;
        out[i].kind = vehicle::RecordKind::Service;
        out[i].time = 1'000 * static_cast<UnixTime>(i + 1);
        out[i].odometerKm = 1'000U * static_cast<std::uint32_t>(i);
        out[i].provider.bytes.fill(static_cast<std::uint8_t>(i));
    }
    out[1].contentState = vehicle::ContentState::Loaded;
    out[1].content.title = "Brakes";
    out[1].content.zones = {vehicle::BodyZone::Front};
    out[1].providerName = "Ridge Garage";
    out[1].providerRoles = vehicle::maskOf(vehicle::ProviderRole::RepairShop);
    out[2].contentState = vehicle::ContentState::Missing;
    return out;
}
} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void survivesReopening()
    {
        Folder folder;
        {
            auto database = folder.open();
            Desk desk(*database);
            QVERIFY(desk.load().ok());
            QVERIFY(desk.add(threeCars(), kTestNow, true).ok());
            QVERIFY(desk.change(0,
                                [](store::StockRow& own) {
                                    own.marks = bitOf(Mark::Hold);
                                    own.note = "keys";
                                })
                        .ok());
            CarCheck check = cleanCheck(1);
            const auto records = someRecords();
            check.head = vehicle::historyHead(records);
            check.records = records.size();
            const Desk::Done done[] = {{desk.table().at(0).own.id, check, packHistory(records)}};
            const auto rows = desk.put(done, kTestNow + 5);
            QCOMPARE(rows.value(), std::vector<std::uint32_t>{0});
            QCOMPARE(desk.table().at(0).own.wantedAt, UnixTime(0));
        }
        auto database = folder.open();
        Desk desk(*database);
        QVERIFY(desk.load().ok());
        QCOMPARE(desk.table().size(), std::size_t(3));
        const Car& car = desk.table().at(0);
        QCOMPARE(car.own.vin, testVin(1));
        QCOMPARE(car.own.note, std::string("keys"));
        QVERIFY(car.has(Mark::Hold));
        QCOMPARE(car.own.checkedAt, kTestNow + 5);
        QVERIFY(car.check.has_value());
        QCOMPARE(car.check->records, std::uint64_t(3));
        const auto records = desk.records(car);
        QVERIFY(records.has_value());
        QCOMPARE((*records)[1].content.title, std::string("Brakes"));
        QCOMPARE((*records)[1].content.zones.size(), std::size_t(1));
        QCOMPARE((*records)[1].providerName, std::string("Ridge Garage"));
        QCOMPARE(desk.wanted(),
                 std::size_t(1)); // the one with a VIN that was not done; a plate alone is never asked for
        QCOMPARE(desk.stockOf("CD34EFG"), desk.table().at(2).own.id);
        QCOMPARE(desk.stockOf(testVin(2)), desk.table().at(1).own.id);
        QCOMPARE(desk.stockOf("nothing"), std::int64_t(0));
    }

    void noCarTwice()
    {
        Folder folder;
        auto database = folder.open();
        Desk desk(*database);
        QVERIFY(desk.add(threeCars(), kTestNow, false).ok());
        std::vector<ListedCar> again(2);
        again[0].vin = testVin(9);
        again[1].vin = testVin(1);
        const auto refused = desk.add(again, kTestNow, false);
        QVERIFY(!refused.ok() && refused.error().is(StoreError::Conflict));
        QCOMPARE(desk.table().size(), std::size_t(3)); // none of them
        QVERIFY(!desk.change(0, [](store::StockRow& own) { own.plate = "CD34EFG"; }).ok());
        QVERIFY(desk.table().at(0).own.plate.empty());
        QVERIFY(desk.load().ok());
        QCOMPARE(desk.table().size(), std::size_t(3));
    }

    void removing()
    {
        Folder folder;
        auto database = folder.open();
        Desk desk(*database);
        QVERIFY(desk.add(threeCars(), kTestNow, false).ok());
        const auto records = someRecords();
        for (std::uint32_t row = 0; row < 2; ++row) {
            CarCheck check = cleanCheck(static_cast<int>(row));
            check.head = vehicle::historyHead(records);
            check.records = records.size();
            const Desk::Done done[] = {{desk.table().at(row).own.id, check, packHistory(records)}};
            QVERIFY(desk.put(done, kTestNow).ok());
        }
        const std::int64_t first = desk.table().at(0).own.id;
        QVERIFY(desk.remove({first}).ok());
        QCOMPARE(desk.table().size(), std::size_t(2));
        QVERIFY(!desk.table().byId(first));
        QVERIFY(desk.records(desk.table().at(0)).has_value()); // the other's history stays
        store::StockHistories histories(*database);
        QVERIFY(!histories.find(vehicle::vehicleIdOf(testVin(1)), vehicle::historyHead(records))->has_value());
        QVERIFY(desk.add({threeCars().front()}, kTestNow, false).ok());
        QVERIFY(desk.table().at(2).own.id > first + 2); // a stock number is never given again
    }

    void views()
    {
        Folder folder;
        auto database = folder.open();
        store::StockViews views(*database);
        store::StockView view{0, "Over 90 days", "days:>90", "stock,vin", "days", true, "make"};
        view.id = views.put(view).value();
        QCOMPARE(views.all().value(), std::vector<store::StockView>{view});
        view.query = "days:>100";
        QVERIFY(views.put(view).ok());
        QCOMPARE(views.all()->front().query, std::string("days:>100"));
        const store::StockView same{0, "Over 90 days", "", "", "", false, ""};
        QVERIFY(views.put(same).error().is(StoreError::Conflict));
        QVERIFY(views.remove(view.id).ok());
        QVERIFY(views.all()->empty());
    }

    void checkCodec()
    {
        CarCheck check = cleanCheck(3);
        list(check, auc(5));
        check.listing.median = auc(7);
        check.listing.percentOfMarket = -12;
        check.topics[0].numbers = {-1, 2, std::numeric_limits<std::int64_t>::min(), 4};
        const Bytes bytes = encodeCheck(check);
        QCOMPARE(decodeCheck(bytes).value(), check);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(!decodeCheck(BytesView(bytes).first(size)));
        }
        Bytes longer = bytes;
        longer.push_back(0);
        QVERIFY(!decodeCheck(longer));
        QVERIFY(bytes.size() < 600);
    }

    void recordsAreHeldAgainstTheHead()
    {
        const auto records = someRecords();
        const Hash32 head = vehicle::historyHead(records);
        const Bytes packed = packHistory(records);
        QVERIFY(unpackHistory(packed, 3, head).ok());
        QVERIFY(unpackHistory(packed, 4, head).error().is(VehicleError::HistoryIncomplete));
        auto altered = records;
        altered[1].odometerKm -= 1;
        QVERIFY(unpackHistory(packHistory(altered), 3, head).error().is(VehicleError::HistoryMismatch));
        QVERIFY(unpackHistory({}, 0, Hash32()).error().is(VehicleError::HistoryMismatch));
        Bytes bomb = packed;
        std::fill(bomb.begin(), bomb.begin() + 4, 0xFF); // says it unpacks to four gigabytes
        QVERIFY(!unpackHistory(bomb, 3, head).ok());
    }

    void statuses()
    {
        const auto status = [](auto change) {
            CarCheck check = cleanCheck(1);
            Car car = carOf(testRow(1, check));
            change(car);
            refresh(car);
            return statusOf(car, kTestNow);
        };
        QCOMPARE(status([](Car&) {}), CarStatus::Ready);
        QCOMPARE(status([](Car& c) { list(*c.check, auc(1)); }), CarStatus::Listed);
        QCOMPARE(status([](Car& c) { list(*c.check, auc(1), kTestNow); }), CarStatus::Ready); // its time is over
        QCOMPARE(status([](Car& c) {
                     list(*c.check, auc(1));
                     c.check->listing.seller.bytes.fill(9); // moved on: the listing is void
                 }),
                 CarStatus::Ready);
        QCOMPARE(status([](Car& c) {
                     c.check->inDeal = true;
                     c.own.marks = bitOf(Mark::Hold);
                 }),
                 CarStatus::InDeal);
        QCOMPARE(status([](Car& c) { c.own.marks = bitOf(Mark::NeedsPapers); }), CarStatus::NeedsPapers);
        QCOMPARE(status([](Car& c) { c.check->registered = false; }), CarStatus::NotOnChain);
        QCOMPARE(status([](Car& c) { c.check.reset(); }), CarStatus::NotChecked);
        QCOMPARE(status([](Car& c) {
                     c.check.reset();
                     c.own.wantedAt = 5;
                 }),
                 CarStatus::Checking);
        QCOMPARE(status([](Car& c) {
                     c.check.reset();
                     c.own.failure = 1;
                 }),
                 CarStatus::NoAnswer);
        QCOMPARE(status([](Car& c) {
                     c.own.vin.clear();
                     c.own.plate = "AB12";
                     c.check.reset();
                 }),
                 CarStatus::NoVin);
    }

    void margins()
    {
        Car car = carOf(testRow(1, std::nullopt));
        car.own.cost = auc(161'000);
        QVERIFY(!marginPermille(car, kTestNow));
        car.own.ask = auc(184'000);
        QCOMPARE(marginPermille(car, kTestNow).value(), std::int64_t(142));
        car.own.ask = auc(120'000);
        QCOMPARE(marginPermille(car, kTestNow).value(), std::int64_t(-254));
        car.own.cost = U256(1);
        car.own.ask = U256::max() >> 20;
        QVERIFY(marginPermille(car, kTestNow).value() > 0);
    }

    void csv()
    {
        Table table;
        CarCheck check = cleanCheck(1);
        list(check, auc(184'000));
        std::vector<store::StockRow> rows = {testRow(1, check)};
        rows[0].name = "=HYPERLINK(\"http://x\")";
        rows[0].note = "said \"soon\", twice";
        table.reset(rows);
        const std::uint32_t all[] = {0};
        const Column columns[] = {Column::Stock, Column::Car,    Column::Odometer,
                                  Column::Ask,   Column::Status, Column::Note};
        QCOMPARE(
            writeCsv(table, all, columns, kTestNow),
            std::string("stock,car,odometer,ask,status,note\r\n"
                        "1,\"'=HYPERLINK(\"\"http://x\"\")\",clean,184000,listed,\"said \"\"soon\"\", twice\"\r\n"));
    }

    void columnLists()
    {
        QCOMPARE(readColumns(""), usualColumns());
        QCOMPARE(readColumns("vin,nonsense,km,vin"), (std::vector<Column>{Column::Vin, Column::Km}));
        QCOMPARE(readColumns(writeColumns(usualColumns())), usualColumns());
        for (int i = 0; i < kColumns; ++i) {
            QCOMPARE(columnOf(idOf(static_cast<Column>(i))).value(), static_cast<Column>(i));
        }
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
