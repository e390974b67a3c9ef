// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/amount.h"
#include "codec/csv.h"
#include "dealer/vin_list.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::dealer;

namespace
{
CarList read(std::string_view text, const std::map<std::string, std::int64_t>& stock = {})
{
    return readCarList(text, [&](const std::string& key) {
        const auto at = stock.find(key);
        return at == stock.end() ? std::int64_t{0} : at->second;
    });
}
} // namespace

class TestList : public QObject
{
    Q_OBJECT

private slots:
    void pastedLines()
    {
        const CarList list = read("1M8GDM9AXKP042788\n"
                                  "\n"
                                  "  1hgcm82633a004352 \r\n"
                                  "AB12 CDE\n"
                                  "1M8-GDM9AX-KP042788\n"   // the first again
                                  "1M8GDM9A0KP042788\n"     // check digit
                                  "1HGCM82633A00435Z\n"     // one letter for a digit
                                  "HELLO\n"                 // nothing
                                  "1HGCM82633A0043522222\n" // too long
                                  "m-xy 123\n");
        QCOMPARE(list.lines, 9);
        QCOMPARE(list.cars.size(), std::size_t(4));
        QCOMPARE(list.cars[0].vin, std::string("1M8GDM9AXKP042788"));
        QCOMPARE(list.cars[0].line, 1);
        QCOMPARE(list.cars[1].vin, std::string("1HGCM82633A004352"));
        QCOMPARE(list.cars[1].line, 3);
        QCOMPARE(list.cars[2].plate, std::string("AB12CDE"));
        QVERIFY(list.cars[2].vin.empty());
        QCOMPARE(list.cars[3].plate, std::string("MXY123"));
        QCOMPARE(list.problems.size(), std::size_t(5));
        QCOMPARE(list.problems[0].issue, LineIssue::Twice);
        QCOMPARE(list.problems[0].line, 5);
        QCOMPARE(list.problems[0].sameAs, 1);
        QCOMPARE(list.problems[1].issue, LineIssue::BadVin);
        QCOMPARE(list.problems[1].line, 6);
        QVERIFY(!list.problems[1].vin.empty());
        // Nothing is dropped: every line is a car or a problem.
        QCOMPARE(static_cast<int>(list.cars.size() + list.problems.size()), list.lines);
    }

    // What is offered mends it; it is not applied.
    void fixIsOffered()
    {
        const CarList list = read("1M8GDM9A8KP042788\n1M8GDM9AXKPO42788");
        QCOMPARE(list.cars.size(), std::size_t(0));
        QCOMPARE(list.problems.size(), std::size_t(2));
        for (const LineProblem& problem : list.problems) {
            if (!problem.fix.empty()) {
                QVERIFY(vehicle::analyseVin(problem.fix).acceptable());
            }
        }
        QCOMPARE(list.problems[1].fix, std::string("1M8GDM9AXKP042788")); // the letter O for the digit 0
    }

    void csvWithHead()
    {
        const CarList list = read("\xEF\xBB\xBFStock;VIN;Registration;Model;Purchase price;Price;Floor;Comment\r\n"
                                  "1;1M8GDM9AXKP042788;;Golf;161000;184,000;175000;\"two; keys\nand a spare\"\r\n"
                                  "2;;AB12CDE;Astra;90'000.50;;;\r\n"
                                  "3;1HGCM82633A004352;CD34EFG;Civic;12,5;;;\r\n"
                                  "4;;;;;;;only a note\r\n");
        QCOMPARE(list.lines, 4);
        QCOMPARE(list.cars.size(), std::size_t(2));
        QCOMPARE(list.cars[0].name, std::string("Golf"));
        QCOMPARE(list.cars[0].cost, auc(161'000));
        QCOMPARE(list.cars[0].ask, auc(184'000));
        QCOMPARE(list.cars[0].lowest, auc(175'000));
        QCOMPARE(list.cars[0].note, std::string("two; keys\nand a spare"));
        QCOMPARE(list.cars[1].plate, std::string("AB12CDE"));
        QCOMPARE(list.cars[1].line, 4); // the line in the file, although a cell before it held a line break
        QCOMPARE(list.problems.size(), std::size_t(2));
        QCOMPARE(list.problems[0].issue, LineIssue::BadAmount); // never read ten times off
        QCOMPARE(list.problems[1].issue, LineIssue::BadPlate);
    }

    void csvWithoutHead()
    {
        const CarList list = read("row 1,blue,1M8GDM9AXKP042788,5\nrow 2,red,1HGCM82633A004352,6\n");
        QCOMPARE(list.cars.size(), std::size_t(2));
        QCOMPARE(list.cars[1].vin, std::string("1HGCM82633A004352"));
    }

    void alreadyInStock()
    {
        const CarList list = read("1M8GDM9AXKP042788\nAB12CDE", {{"1M8GDM9AXKP042788", 4480}, {"AB12CDE", 7}});
        QVERIFY(list.cars.empty());
        QCOMPARE(list.problems[0].issue, LineIssue::InStock);
        QCOMPARE(list.problems[0].stock, std::int64_t(4480));
        QCOMPARE(list.problems[1].stock, std::int64_t(7));
    }

    void plates()
    {
        QVERIFY(maybePlate(normalisePlate("AB12 CDE")));
        QVERIFY(maybePlate(normalisePlate("m-ab 1234")));
        QVERIFY(maybePlate(normalisePlate("K-ÖL 77")));
        QVERIFY(!maybePlate(normalisePlate("ABCDEF"))); // no digit
        QVERIFY(!maybePlate(normalisePlate("1")));
        QVERIFY(!maybePlate(normalisePlate("1234567890123")));
        QVERIFY(!maybePlate(normalisePlate("12=34")));
    }

    void tooLong()
    {
        QVERIFY(read(std::string(kMaxListBytes + 1, 'a')).tooLong);
        std::string many;
        for (std::size_t i = 0; i <= kMaxListCars; ++i) {
            many += "P" + std::to_string(i) + "\n";
        }
        const CarList list = read(many);
        QCOMPARE(list.cars.size(), kMaxListCars);
        QCOMPARE(list.problems.back().issue, LineIssue::TooMany);
    }

    void fieldsForSpreadsheets()
    {
        QCOMPARE(csv::field("a"), std::string("\"a\""));
        QCOMPARE(csv::field("say \"hi\""), std::string("\"say \"\"hi\"\"\""));
        for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) {
            QCOMPARE(csv::field(formula), "\"'" + std::string(formula) + "\"");
        }
        const std::string text = csv::field("a, \"b\"\nc") + "," + csv::field("") + "," + csv::field("=x");
        const auto lines = csv::lines(text, ',');
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].cells, (std::vector<std::string>{"a, \"b\"\nc", "", "'=x"}));
    }
};

QTEST_GUILESS_MAIN(TestList)
#include "tst_list.moc"
