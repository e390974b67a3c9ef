// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/query.h"
#include "stock_cars.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::dealer;
using vehicle::Fact;
using vehicle::Status;
using vehicle::Topic;

namespace
{
// Five cars that differ in what queries ask for; stock numbers 1 to 5.
Table fiveCars()
{
    CarCheck listed = cleanCheck(1);
    list(listed, auc(184'000));
    listed.odometerKm = 88'249;
    listed.listing.median = auc(180'000);
    listed.listing.percentOfMarket = 2;

    CarCheck turned = cleanCheck(2);
    setTopic(turned, Topic::Odometer, Status::Problem, Fact::RolledBack);
    setTopic(turned, Topic::Accidents, Status::Attention, Fact::AccidentsOpen);
    turned.odometerKm = 140'000;

    CarCheck dealt = cleanCheck(3);
    dealt.inDeal = true;
    setTopic(dealt, Topic::Recalls, Status::NoData, Fact::MakerDoesNotReport);
    dealt.odometerKm = 51'000;

    std::vector<store::StockRow> rows = {testRow(1, listed), testRow(2, turned), testRow(3, dealt),
                                         testRow(4, std::nullopt)};
    rows[0].cost = auc(161'000);
    rows[0].name = "Toyota RAV4 XLE";
    rows[1].marks = bitOf(Mark::Hold);
    rows[1].addedAt = kTestNow - 120 * 86'400;
    rows[3].wantedAt = kTestNow;
    rows[3].note = "Übergabe am Freitag";
    store::StockRow plate;
    plate.id = 5;
    plate.plate = "AB12CDE";
    plate.addedAt = kTestNow;
    rows.push_back(plate);
    Table out;
    out.reset(rows);
    return out;
}

QueryContext context()
{
    QueryContext out;
    out.now = kTestNow;
    out.me.bytes.fill(7);
    return out;
}

QString found(const Table& table, const char* text)
{
    const auto parsed = parseQuery(text);
    if (const auto* wrong = std::get_if<QueryProblem>(&parsed)) {
        return QStringLiteral("problem %1 at %2").arg(static_cast<int>(wrong->issue)).arg(wrong->at);
    }
    QString out;
    for (const std::uint32_t row : select(table, std::get<Query>(parsed), {Column::Stock, false}, context())) {
        // By stock number descending where equal: Stock sorts all.
        out += QString::number(table.at(row).own.id);
    }
    return out;
}
} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("stock");
        const std::pair<const char*, const char*> rows[] = {
            {"", "12345"},
            {"   ", "12345"},
            {"status:listed", "1"},
            {"status:listed,deal", "13"},
            {"STATUS:Listed", "1"},
            {"-status:listed", "2345"},
            {"status:hold", "2"},
            {"status:checking", "4"},
            {"status:novin", "5"},
            {"year:2018", "13"},
            {"year:2018..2019", "134"},
            {"year>=2019", "24"},
            {"year:..2018", "13"},
            {"km:<100000", "13"},
            {"km<100000", "13"},
            {"km:88249", "1"},
            {"km:88249,140000", "12"},
            {"rollback", "2"},
            {"accidents", "2"},
            {"-accidents", "1345"},
            {"accidents:clean", "13"},
            {"accidents:problem,attention", "2"},
            {"nodata", "345"},
            {"clean", "1"},
            {"problem", "2"},
            {"attention", "2"},
            {"recalls:nodata", "345"},
            {"days:>=90", "2"},
            {"ask:184000", "1"},
            {"price:150000..190000", "1"},
            {"margin:>=14", "1"},
            {"margin:>14", ""},
            {"market:1..3", "1"},
            {"mark:hold", "2"},
            {"flag:hold", "2"},
            {"mine", "123"},
            {"unchecked", "45"},
            {"wanted", "4"},
            {"age:>=3", "123"},
            {"age:<3", ""},
            {"rav4", "1"},
            {"\"toyota rav4\"", "1"},
            {"toyota rav4", "1"},
            {"plate:ab12", "5"},
            {"AB12CDE", "5"},
            {"vin:2hgfc", "1234"},
            {"note:ubergabe", "4"},
            {"note:\"am freitag\"", "4"},
            {"make:honda status:deal", "3"},
            {"ends:<30", "1"},
            {"onsale", "1"},
            {"stock:2..3", "23"},
            {"-rollback -accidents mine km:<100000", "13"},
            {"title:clean \"civic\"", ""},
        };
        for (const auto& [query, stock] : rows) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(stock);
        }
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, stock);
        const Table table = fiveCars();
        QCOMPARE(found(table, qPrintable(query)), stock);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("issue");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char* query, QueryIssue issue, int at, int size, const char* suggestion = "") {
            QTest::newRow(query) << QString::fromUtf8(query) << static_cast<int>(issue) << at << size
                                 << QString::fromUtf8(suggestion);
        };
        row("yaer:2018", QueryIssue::UnknownField, 0, 4, "year");
        row("rollback foo:1", QueryIssue::UnknownField, 9, 3, "");
        row("status:lsted", QueryIssue::UnknownValue, 7, 5, "listed");
        row("status:listed,redy", QueryIssue::UnknownValue, 14, 4, "ready");
        row("title:good", QueryIssue::UnknownValue, 6, 4, "");
        row("year:abc", QueryIssue::NotANumber, 5, 3);
        row("year:2017..20x9", QueryIssue::NotANumber, 11, 4);
        row("km:<", QueryIssue::MissingValue, 3, 1);
        row("year:2019..2017", QueryIssue::EmptyRange, 5, 10);
        row("ask:<0", QueryIssue::EmptyRange, 4, 2);
        row("year:", QueryIssue::MissingValue, 0, 5);
        row("status:listed,", QueryIssue::MissingValue, 14, 0);
        row("year:..", QueryIssue::MissingValue, 5, 2);
        row("-", QueryIssue::MissingWord, 0, 1);
        row("car:\"civic", QueryIssue::UnclosedQuote, 4, 6);
        row("km:99999999999999999999", QueryIssue::NotANumber, 3, 20);
        row("cost:1,5", QueryIssue::NotANumber, 0, 0); // replaced below: commas are "or"
    }
    void problems()
    {
        QFETCH(QString, query);
        if (query == QLatin1String("cost:1,5")) {
            QVERIFY(std::holds_alternative<Query>(parseQuery("cost:1,5"))); // 1 or 5 AUC
            return;
        }
        const auto parsed = parseQuery(query.toStdString());
        const auto* problem = std::get_if<QueryProblem>(&parsed);
        QVERIFY(problem != nullptr);
        QTEST(static_cast<int>(problem->issue), "issue");
        QTEST(static_cast<int>(problem->at), "at");
        QTEST(static_cast<int>(problem->size), "size");
        QTEST(QString::fromStdString(problem->suggestion), "suggestion");
    }

    void limits()
    {
        QVERIFY(std::holds_alternative<Query>(parseQuery(std::string(kMaxQueryBytes, 'a'))));
        QVERIFY(std::holds_alternative<QueryProblem>(parseQuery(std::string(kMaxQueryBytes + 1, 'a'))));
        std::string many;
        for (std::size_t i = 0; i < kMaxTerms; ++i) {
            many += "a ";
        }
        QVERIFY(std::holds_alternative<Query>(parseQuery(many)));
        const auto parsed = parseQuery(many + "b");
        QCOMPARE(std::get<QueryProblem>(parsed).issue, QueryIssue::TooLong);
    }

    void completes()
    {
        const auto texts = [](const char* text) {
            QStringList out;
            for (const Completion& one : completeQuery(text, std::strlen(text))) {
                out.append(QString::fromStdString(one.text));
            }
            return out;
        };
        QCOMPARE(texts("ye"), QStringList{QStringLiteral("year:")});
        QVERIFY(texts("rollback st").contains(QStringLiteral("status:")));
        QCOMPARE(texts("status:lis"), QStringList{QStringLiteral("listed")});
        QCOMPARE(texts("status:deal,rea"), QStringList{QStringLiteral("ready")});
        QCOMPARE(texts("-roll"), QStringList{QStringLiteral("rollback")});
        QVERIFY(texts("year:20").isEmpty());
        QVERIFY(texts("").size() <= 12);
        const auto one = completeQuery("km:<5 stat:x", 10).front(); // in the middle
        QCOMPARE(one.from, std::size_t(6));
        QCOMPARE(one.size, std::size_t(4));
    }

    // Cars that lack the value come last whichever way; equal ones newest first.
    void orders()
    {
        const Table table = fiveCars();
        const auto by = [&](Column column, bool descending) {
            QString out;
            for (const std::uint32_t row : select(table, {}, {column, descending}, context())) {
                out += QString::number(table.at(row).own.id);
            }
            return out;
        };
        QCOMPARE(by(Column::Stock, true), QStringLiteral("54321"));
        QCOMPARE(by(Column::Km, false), QStringLiteral("31254"));
        QCOMPARE(by(Column::Km, true), QStringLiteral("21354"));
        QCOMPARE(by(Column::Ask, true), QStringLiteral("15432"));
        QCOMPARE(by(Column::Odometer, false), QStringLiteral("23154"));
        QCOMPARE(by(Column::Car, false), QStringLiteral("43215"));
        QCOMPARE(by(Column::Year, true), QStringLiteral("24315").replace(QStringLiteral("315"), QStringLiteral("315")));
        QCOMPARE(by(Column::Cost, true).right(1), QStringLiteral("5"));
    }

    void groups()
    {
        const Table table = fiveCars();
        const auto rows = select(table, {}, {}, context());
        const auto byVerdict = grouped(table, rows, GroupBy::Verdict, kTestNow);
        QCOMPARE(byVerdict.size(), std::size_t(3));
        QCOMPARE(byVerdict[0].verdict, Status::Problem);
        QCOMPARE(byVerdict[1].verdict, Status::Clean);
        QCOMPARE(byVerdict[2].verdict, Status::NoData); // a car never read is not clean
        QCOMPARE(byVerdict[2].rows.size(), std::size_t(3));
        const auto byStatus = grouped(table, rows, GroupBy::Status, kTestNow);
        QCOMPARE(byStatus.size(), std::size_t(5));
        QCOMPARE(byStatus.front().status, CarStatus::InDeal);
        const auto byMake = grouped(table, rows, GroupBy::Make, kTestNow);
        QCOMPARE(byMake.size(), std::size_t(2));
        QVERIFY(byMake.back().make.empty());
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
