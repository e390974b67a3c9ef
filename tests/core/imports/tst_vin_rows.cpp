// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vin_issues.h"
#include "imports/vin_rows.h"
#include "vpic/installed_table.h"

#include <QTest>

using namespace autochain;
using namespace autochain::imports;
using vpic::Element;

class TestVinRows : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void listings();
    void columnsByNameAndContent();
    void listsWithoutHeader();
    void oddRows();
    void olderCars();
    void differences();
    void twoNumbersInARow();
    void nothingIsDropped();
    void everySubstitutionIsTold();

private:
    std::vector<VinRow> read(std::string_view text, VinTableSummary* summary = nullptr) const
    {
        MemorySource source(text);
        std::vector<VinRow> out;
        const auto sum =
            readVinRows(source, m_table->table(), 2027, "x", [&](const VinRow& row) { out.push_back(row); });
        if (summary != nullptr && sum.ok()) {
            *summary = *sum;
        }
        return out;
    }
    static bool has(const VinRow& row, Issue issue)
    {
        return std::any_of(row.issues.begin(), row.issues.end(),
                           [&](const LineIssue& one) { return one.issue == issue; });
    }
    std::optional<vpic::MappedTable> m_table;
};

void TestVinRows::initTestCase()
{
    auto table = vpic::MappedTable::open(AUTOCHAIN_BINARY_DIR "/share/autochain/vpic.table");
    QVERIFY(table.ok());
    m_table = *table;
}

void TestVinRows::listings()
{
    auto source = FileSource::open(AUTOCHAIN_SOURCE_DIR "/tests/core/vpic/data/vins.csv");
    QVERIFY(source.ok());
    std::uint64_t count = 0;
    const auto sum = readVinRows(**source, m_table->table(), 2027, "vins.csv", [&](const VinRow& row) {
        ++count;
        QCOMPARE(row.row, count);
        QCOMPARE(row.line, count + 1);
        QVERIFY2(row.issues.empty(), row.input.c_str());
    });
    QVERIFY(sum.ok());
    QCOMPARE(sum->vinColumn, std::string("Vin"));
    QCOMPARE(sum->valid, count);
}

void TestVinRows::columnsByNameAndContent()
{
    for (const char* header : {"VIN,Make", "vin,Make", "\"Vehicle Identification Number\",Make", "Chassis No.,Make",
                               "VIN #,Make", "Whatever,Make", "Seller VIN (17),Make", "\xEF\xBB\xBFVin,Make"}) {
        const auto rows = read(std::string(header) + "\r\n1HGCM82633A004352,Honda\r\n");
        QCOMPARE(rows.size(), 1U);
        QVERIFY2(rows[0].decoded.valid && rows[0].issues.empty(), header);
        QCOMPARE(rows[0].statedMake, std::string("Honda"));
    }
    const auto second = read("Id;Car;VIN\n1;Honda;1HGCM82633A004352\n");
    QCOMPARE(second[0].decoded.valueOf(Element::Model), std::string_view("Accord"));
}

void TestVinRows::listsWithoutHeader()
{
    VinTableSummary summary;
    const auto rows = read("1HGCM82633A004352\n5YJSA1DG9DFP14705\nnonsense\n", &summary);
    QCOMPARE(rows.size(), 3U);
    QVERIFY(!summary.hasHeader);
    QVERIFY(rows[0].decoded.valid && rows[1].decoded.valid && !rows[2].decoded.valid);
    QCOMPARE(rows[0].line, 1U);
    QCOMPARE(read("7,1HGCM82633A004352,x\n").size(), 1U);
    QCOMPARE(read("1HGCM82633A00435\n").size(), 1U); // too short, and yet no header
    QVERIFY(read("").empty());
    QVERIFY(read("VIN\n").empty());
}

void TestVinRows::oddRows()
{
    const auto rows = read("vin,make\n"
                           "1hgcm82633a004352,Honda\n"
                           "1HGCM 82633 A004352,Honda\n"
                           "IHGCM82633A004352,Honda\n"
                           "1HGCM82643A004352,Honda\n"
                           "1HGCM82633A00435,Honda\n"
                           ",Honda\n"
                           "\n"
                           "1HGCM82633A004352\n"
                           "Long, City,1HGCM82633A004352,Honda\n"
                           "1HGCM82633A004352,Honda,\n");
    QCOMPARE(rows.size(), 10U);
    QVERIFY(rows[0].decoded.valid && rows[0].issues.empty());
    QVERIFY(rows[1].decoded.valid && has(rows[1], Issue::BlanksInside) && has(rows[1], Issue::DuplicateVin));
    QVERIFY(!rows[2].decoded.valid && has(rows[2], Issue::ForbiddenLetter));
    QCOMPARE(rows[2].issues[0].suggestion, std::string("1HGCM82633A004352"));
    QVERIFY(!rows[3].decoded.valid && has(rows[3], Issue::CheckDigit));
    QVERIFY(!rows[4].decoded.valid && has(rows[4], Issue::TooShort));
    QVERIFY(has(rows[5], Issue::NoVin));
    QVERIFY(has(rows[6], Issue::EmptyRow));
    QCOMPARE(rows[6].line, 8U);
    QVERIFY(has(rows[7], Issue::TooFewCells) && rows[7].decoded.valid);
    QVERIFY(has(rows[8], Issue::MovedCells) && has(rows[8], Issue::TooManyCells) && rows[8].decoded.valid);
    QVERIFY(!has(rows[9], Issue::TooManyCells)); // one empty cell behind the last comma
}

void TestVinRows::olderCars()
{
    const auto rows = read("VIN,Year,Make\n1E12345,1962,Jaguar\n1E12345,2005,Jaguar\n124379N664466,1969,Chevrolet\n");
    QVERIFY(rows[0].decoded.valid && rows[0].issues.empty());
    QVERIFY(!rows[1].decoded.valid && has(rows[1], Issue::TooShort));
    QVERIFY(rows[2].decoded.valid);
    QCOMPARE(rows[2].decoded.chassisRule, std::string("gm1965to1971"));
}

void TestVinRows::differences()
{
    const auto rows = read("VIN,Year,Make,Model\n"
                           "1HGCM82633A004352,2004,Toyota,Camry\n"
                           "1HGCM82633A004352,2003,HONDA,AccordEX-V6\n"
                           "1G1ZT53826F109149,2006,Chevy,Malibu LT\n");
    QVERIFY(has(rows[0], Issue::ModelYearDiffers) && has(rows[0], Issue::MakeDiffers) &&
            has(rows[0], Issue::ModelDiffers));
    QVERIFY(!has(rows[1], Issue::ModelYearDiffers) && !has(rows[1], Issue::MakeDiffers) &&
            !has(rows[1], Issue::ModelDiffers));
    QVERIFY(rows[2].issues.empty());
}

// Whatever stands in the lines: a row for each that is not blank at the end.
// The one under the better name is decoded, the other told; the same one twice is no news.
void TestVinRows::twoNumbersInARow()
{
    const auto rows = read("Stock,VIN,Trade-in VIN,Note\n"
                           "1,1HGCM82633A004352,5YJSA1DG9DFP14705,x\n"
                           "2,5YJSA1DG9DFP14705,,1234567890123456789\n"
                           "3,WVWZZZ1KZ6W612345,wvwzzz1kz6w612345,x\n");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].decoded.number, std::string("1HGCM82633A004352"));
    const auto other = std::find_if(rows[0].issues.begin(), rows[0].issues.end(),
                                    [](const LineIssue& one) { return one.issue == Issue::AnotherVin; });
    QVERIFY(other != rows[0].issues.end() && isHint(other->issue));
    QCOMPARE(other->field, std::string("Trade-in VIN"));
    QCOMPARE(other->value, std::string("5YJSA1DG9DFP14705"));
    QVERIFY(!has(rows[1], Issue::AnotherVin));
    QVERIFY(!has(rows[2], Issue::AnotherVin));
    const auto list = read("1HGCM82633A004352;5YJSA1DG9DFP14705\n5YJSA1DG9DFP14706;-\n");
    QVERIFY(has(list[0], Issue::AnotherVin) && list[0].issues.back().field == "2");
}

void TestVinRows::nothingIsDropped()
{
    std::string text = "VIN,Note\n";
    for (int i = 0; i < 500; ++i) {
        text += i % 7 == 0   ? "\"open quote " + std::to_string(i) + "\n"
                : i % 5 == 0 ? ",,,,\n"
                             : "1HGCM82633A004352,\"a \"\"b\"\"\"\n";
    }
    const auto rows = read(text + "\n\n");
    std::uint64_t last = 1;
    for (const VinRow& row : rows) {
        QCOMPARE(row.line, last + 1);
        last = row.line;
    }
    QCOMPARE(last, 501U);
}

// Whatever single character of a good number is changed so that the sum changes, something is said about it.
void TestVinRows::everySubstitutionIsTold()
{
    constexpr std::string_view all = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    for (const std::string good : {"19VDE1F52DE012636", "JH4CL96976C039947", "1G1ZT53826F109149"}) {
        for (std::size_t i = 0; i < good.size(); ++i) {
            for (const char to : all) {
                std::string changed = good;
                changed[i] = to;
                if (to == good[i] || vehicle::checkDigitOf(changed) == changed[8]) {
                    continue;
                }
                const bool digit = (changed[8] >= '0' && changed[8] <= '9') || changed[8] == 'X';
                const auto issues = vinIssues(vpic::decodeVin(m_table->table(), changed, {2027, {}}), changed, 1);
                QVERIFY2(!issues.empty() || !digit, changed.c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestVinRows)
#include "tst_vin_rows.moc"
