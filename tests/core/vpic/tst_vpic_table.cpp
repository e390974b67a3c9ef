// SPDX-License-Identifier: GPL-3.0-or-later
// The table's pattern language, chassis numbers, and what a damaged table does.
#include "vpic/chassis_number.h"
#include "vpic/decode.h"
#include "vpic/installed_table.h"
#include "vpic/key_match.h"

#include <QFile>
#include <QTest>

using namespace autochain;
using namespace autochain::vpic;

class TestVpicTable : public QObject
{
    Q_OBJECT
private slots:
    void keysMatch_data();
    void keysMatch();
    void chassisNumbers_data();
    void chassisNumbers();
    void opensOnlyWhatIsOne();
    void survivesDamage();
};

void TestVpicTable::keysMatch_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("fixed"); // -1: does not fit
    const auto row = [](const char* key, int fixed) { QTest::newRow(key) << QString::fromLatin1(key) << fixed; };
    row("CM826", 5); // of the text CM826|3A004352
    row("CM8", 3);
    row("", 0);
    row("*****|*A", 1);
    row("CM8**|3", 4);
    row("[ABC]M", 2);
    row("[A-D]M[0-9]", 3);
    row("[DEF]M", -1);
    row("**[79]", -1);
    row("**#", 1);
    row("#", -1);
    row("CM826|3A004352", 13);
    row("CM826|3A0043521", -1); // longer than the text
    row("[AB", -1);             // never closed
    row("CM826A", -1);
}

void TestVpicTable::keysMatch()
{
    QFETCH(QString, key);
    QFETCH(int, fixed);
    QCOMPARE(matchKey(key.toStdString(), "CM826|3A004352").value_or(-1), fixed);
}

void TestVpicTable::chassisNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("rule"); // empty: no such number
    QTest::addColumn<QString>("make");
    QTest::addColumn<int>("year"); // the first
    const auto row = [](const char* number, const char* rule, const char* make, int year) {
        QTest::newRow(number) << QString::fromLatin1(number) << QString::fromLatin1(rule) << QString::fromLatin1(make)
                              << year;
    };
    row("124379N664466", "gm1965to1971", "", 1969);
    row("1Z37L4S412345", "gm1972to1980", "", 1974);
    row("9F02M148615", "ford1960to1980", "Ford", 1969);
    row("JS23R0B123456", "chrysler1966to1980", "", 1970);
    row("1182345678", "volkswagen1965to1980", "Volkswagen", 1968);
    row("9114100503", "porsche1970to1979", "Porsche", 1974);
    row("JZX100-0012345", "japaneseFrame", "", 0);
    row("AE86-5012345", "japaneseFrame", "", 0);
    row("1E12345", "beforeVin", "", 0);
    row("GHN5UB328000G", "beforeVin", "", 0);
    row("HELLO", "", "", 0);
    row("12", "", "", 0);
    row("12#4567", "", "", 0);
}

void TestVpicTable::chassisNumbers()
{
    QFETCH(QString, number);
    QFETCH(QString, rule);
    QFETCH(QString, make);
    QFETCH(int, year);
    const auto read = readChassisNumber(number.toStdString());
    QCOMPARE(read.has_value(), !rule.isEmpty());
    if (read) {
        QCOMPARE(QString::fromStdString(std::string(read->rule)), rule);
        QCOMPARE(QString::fromStdString(std::string(read->make)), make);
        QCOMPARE(read->modelYears.empty() ? 0 : read->modelYears.front(), year);
    }
}

void TestVpicTable::opensOnlyWhatIsOne()
{
    QVERIFY(!VinTable::open({}).ok());
    QVERIFY(!VinTable::open(asBytes(std::string(200, 'A'))).ok());
    QVERIFY(!MappedTable::open("/nowhere").ok());
    const auto table = MappedTable::open(AUTOCHAIN_BINARY_DIR "/share/autochain/vpic.table");
    QVERIFY(table.ok());
    QCOMPARE(table->table().makerCodes(), 12767U);
    const auto honda = table->table().find("1HG");
    QVERIFY(honda);
    QCOMPARE(table->table().make(*honda, 0), std::string_view("Honda"));
    QVERIFY(!table->table().find("1H"));
    QVERIFY(!table->table().find("QQQ"));
}

// Every byte of the head and some of the rest: refused, or read without leaving the bytes (the sanitizers look).
void TestVpicTable::survivesDamage()
{
    QFile file(QStringLiteral(AUTOCHAIN_BINARY_DIR "/share/autochain/vpic.table"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    std::string bytes(good.constData(), static_cast<std::size_t>(good.size()));
    int read = 0;
    for (std::size_t at = 0; at < 120; ++at) {
        const char was = bytes[at];
        bytes[at] = static_cast<char>(was ^ 0x55);
        if (const auto table = VinTable::open(asBytes(bytes)); table.ok()) {
            ++read;
            decodeVin(*table, "1HGCM82633A004352");
        }
        bytes[at] = was;
    }
    QVERIFY(read < 120); // the magic and the version are held
    for (std::size_t at = 120; at < bytes.size(); at += bytes.size() / 300) {
        std::string damaged = bytes;
        for (std::size_t i = at; i < std::min(at + 4000, damaged.size()); ++i) {
            damaged[i] = static_cast<char>(0xFF);
        }
        const auto table = VinTable::open(asBytes(damaged));
        QVERIFY(table.ok());
        decodeVin(*table, "1HGCM82633A004352");
        decodeVin(*table, "19VDE1F52DE012636");
    }
    QVERIFY(!VinTable::open(asBytes(std::string_view(bytes).substr(0, bytes.size() / 2))).ok());
}

QTEST_GUILESS_MAIN(TestVpicTable)
#include "tst_vpic_table.moc"
