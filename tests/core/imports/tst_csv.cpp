// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv_reader.h"
#include "imports/json_line.h"
#include "imports/number_text.h"
#include "imports/time_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace autochain::imports;

namespace
{
using Rows = std::vector<std::vector<std::string>>;

// Gives at most so many bytes at a time, as a pipe may.
class Dripping : public ByteSource
{
public:
    Dripping(std::string_view bytes, std::size_t most) : m_rest(bytes), m_most(most) {}
    std::size_t read(std::span<char> room) override
    {
        const std::size_t count = std::min({room.size(), m_rest.size(), m_most});
        std::copy_n(m_rest.begin(), count, room.begin());
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
    std::size_t m_most;
};

Rows rowsOf(std::string_view text, std::size_t drip = 1 << 20, std::vector<std::uint64_t>* lines = nullptr,
            bool* broken = nullptr)
{
    Dripping raw(text, drip);
    TextSource source(raw);
    CsvReader reader(source);
    Rows out;
    CsvRow row;
    while (reader.next(row)) {
        out.emplace_back(row.cells.begin(), row.cells.end());
        if (lines != nullptr) {
            lines->push_back(row.line);
        }
        if (broken != nullptr) {
            *broken = *broken || row.brokenQuote;
        }
    }
    return out;
}

std::string utf16(std::string_view ascii, bool little, bool mark)
{
    std::string out = !mark ? std::string() : little ? std::string("\xFF\xFE") : std::string("\xFE\xFF");
    for (const char c : ascii) {
        out += little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return out;
}
} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private slots:
    void tables_data();
    void tables();
    void encodings();
    void linesAreCounted();
    void brokenQuotesLoseNothing();
    void longLines();
    void numbers_data();
    void numbers();
    void times_data();
    void times();
    void json();
};

void TestCsv::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("cells"); // rows joined by |, cells by /
    const auto row = [](const char* name, const char* text, const std::vector<const char*>& cells) {
        QStringList list;
        for (const char* one : cells) {
            list.append(QString::fromLatin1(one));
        }
        QTest::newRow(name) << QByteArray(text) << list;
    };
    row("plain", "a,b\n1,2\n", {"a/b", "1/2"});
    row("no end", "a,b\n1,2", {"a/b", "1/2"});
    row("crlf", "a,b\r\n1,2\r\n", {"a/b", "1/2"});
    row("old mac", "a,b\r1,2\r", {"a/b", "1/2"});
    row("semicolons", "a;b;c\n1,5;2;3\n", {"a/b/c", "1,5/2/3"});
    row("tabs", "a\tb\n1\t\n", {"a/b", "1/"});
    row("bars", "a|b\n1|2\n", {"a/b", "1/2"});
    row("told", "sep=;\na;b\n", {"a/b"});
    row("quotes", "a,b\n\"x,y\",\"say \"\"no\"\"\"\n", {"a/b", "x,y/say \"no\""});
    row("line in quotes", "a,b\n\"x\ny\",2\n3,4\n", {"a/b", "x\ny/2", "3/4"});
    row("inch", "a,b\n5\" wheel,2\n3,4\n", {"a/b", "5\" wheel/2", "3/4"});
    row("behind quote", "a,b\n\"x\"y,2\n", {"a/b", "xy/2"});
    row("blank before quote", "a,b\n \"x,y\",2\n", {"a/b", "x,y/2"});
    row("empty quoted", "a,b\n\"\",\"\"\n", {"a/b", "/"});
    row("empty lines", "a,b\n\n1,2\n\n", {"a/b", "", "1/2", ""});
    row("ragged", "a,b\n1\n1,2,3\n", {"a/b", "1", "1/2/3"});
    row("nothing", "", {});
}

void TestCsv::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, cells);
    for (const std::size_t drip : {std::size_t(1), std::size_t(3), std::size_t(1) << 20}) {
        QStringList got;
        for (const auto& row :
             rowsOf(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), drip)) {
            QStringList one;
            for (const std::string& cell : row) {
                one.append(QString::fromStdString(cell));
            }
            got.append(one.join(QLatin1Char('/')));
        }
        QCOMPARE(got, cells);
    }
}

void TestCsv::encodings()
{
    const Rows wanted = {{"vin", "make"}, {"1HGCM82633A004352", "Honda"}};
    const std::string text = "vin,make\n1HGCM82633A004352,Honda\n";
    QCOMPARE(rowsOf("\xEF\xBB\xBF" + text), wanted);
    for (const bool little : {true, false}) {
        for (const bool mark : {true, false}) {
            QCOMPARE(rowsOf(utf16(text, little, mark)), wanted);
            QCOMPARE(rowsOf(utf16(text, little, mark), 3), wanted);
        }
    }
    QCOMPARE(toUtf8("Citro\xEBn"), std::string("Citro\xC3\xABn")); // Windows-1252
    QCOMPARE(toUtf8("Citro\xC3\xABn"), std::string("Citro\xC3\xABn"));
    QCOMPARE(toUtf8("\x80"), std::string("\xE2\x82\xAC"));
}

void TestCsv::linesAreCounted()
{
    std::vector<std::uint64_t> lines;
    rowsOf("a,b\n\"1\n2\n3\",x\n\n4,y\n", 1, &lines);
    QCOMPARE(lines, (std::vector<std::uint64_t>{1, 2, 5, 6}));
}

// A quote that is opened and never closed would swallow the rest of the file.
void TestCsv::brokenQuotesLoseNothing()
{
    std::string text = "a,b\n1,\"never closed\n";
    for (int i = 0; i < 1000; ++i) {
        text += std::to_string(i) + ",x\n";
    }
    bool broken = false;
    const Rows rows = rowsOf(text, 1 << 20, nullptr, &broken);
    QVERIFY(broken);
    QCOMPARE(rows.size(), 1002U);
    QCOMPARE(rows.back(), (std::vector<std::string>{"999", "x"}));
    QCOMPARE(rows[1][1], std::string("\"never closed"));
}

void TestCsv::longLines()
{
    const std::string text = "a,b\n" + std::string(3 * kLongestRow, 'x') + "\n1,2\n";
    Dripping source(text, 100'000);
    CsvReader reader(source);
    CsvRow row;
    int cut = 0;
    std::vector<std::string> last;
    while (reader.next(row)) {
        cut += row.cutOff ? 1 : 0;
        last.assign(row.cells.begin(), row.cells.end());
    }
    QVERIFY(cut > 0);
    QCOMPARE(last, (std::vector<std::string>{"1", "2"}));
    const Rows many = rowsOf(std::string(2 * kMostCells, ','));
    QCOMPARE(many.front().size(), kMostCells);
}

void TestCsv::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("value");
    const auto row = [](const char* text, NumberKind kind, double value = 0) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(kind) << value;
    };
    row("17.647058", NumberKind::Value, 17.647058);
    row(" -4.687500 ", NumberKind::Value, -4.6875);
    row("0", NumberKind::Value, 0);
    row(".5", NumberKind::Value, 0.5);
    row("5.", NumberKind::Value, 5);
    row("+3", NumberKind::Value, 3);
    row("1e3", NumberKind::Value, 1000);
    row("17,5", NumberKind::Value, 17.5);
    row("1.234,5", NumberKind::Value, 1234.5);
    row("1,234.5", NumberKind::Value, 1234.5);
    row("1,234,567", NumberKind::Value, 1234567);
    row("123456789012345678901234567890", NumberKind::Value, 123456789012345678901234567890.0);
    row("0.1234567890123456789", NumberKind::Value, 0.1234567890123456789);
    row("", NumberKind::Absent);
    row("NaN", NumberKind::Absent);
    row("N/A", NumberKind::Absent);
    row("NODATA", NumberKind::Absent);
    row("-", NumberKind::Absent);
    row("\xE2\x88\x9E", NumberKind::Absent);
    row("12x", NumberKind::Broken);
    row("1.2.3", NumberKind::Broken);
    row("0x10", NumberKind::Broken);
    row("1e999", NumberKind::Broken);
    row("--1", NumberKind::Broken);
}

void TestCsv::numbers()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(double, value);
    const NumberText number = readNumber(text.toStdString());
    QCOMPARE(static_cast<int>(number.kind), kind);
    QVERIFY(number.value == value);
}

void TestCsv::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("seconds"); // -1: none
    const auto row = [](const char* text, double seconds) {
        QTest::newRow(text) << QString::fromLatin1(text) << seconds;
    };
    row("2013.11.03 09:33:08", 1383471188);
    row("2023-10-19T13:17:00.000Z", 1697721420);
    row("2023-10-19T13:17:00.500+01:00", 1697717820.5);
    row("04-Mar-2016 12:00:01.25", 1457092801.25);
    row("Fri Mar 04 12:00:01 GMT 2016", 1457092801);
    row("04/03/2016 12:00", 1457092800);
    row("3/14/2016 1:00 PM", 1457960400);
    row("12:00:01.5", 43201.5);
    row("2016-02-30 12:00:00", -1);
    row("25:00:00", -1);
    row("yesterday", -1);
    row("", -1);
}

void TestCsv::times()
{
    QFETCH(QString, text);
    QFETCH(double, seconds);
    const auto time = readTime(text.toStdString());
    QCOMPARE(time ? time->seconds : -1.0, seconds);
}

void TestCsv::json()
{
    JsonLine line;
    line.open()
        .key("a")
        .text("x\"\\\n\x01\xEB")
        .key("b")
        .number(-0.5, 3)
        .key("c")
        .openList()
        .integer(1)
        .integer(2)
        .closeList();
    line.key("d")
        .null()
        .key("e")
        .boolean(true)
        .key("f")
        .number(std::nan(""), 2)
        .key("g")
        .number(100, 4)
        .put("h", "")
        .close();
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line.out()), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.value(QLatin1String("a")).toString(), QStringLiteral("x\"\\\n\u0001\u00EB"));
    QCOMPARE(object.value(QLatin1String("b")).toDouble(), -0.5);
    QCOMPARE(object.value(QLatin1String("c")).toArray().size(), 2);
    QVERIFY(object.value(QLatin1String("d")).isNull() && object.value(QLatin1String("e")).toBool() &&
            !object.contains(QLatin1String("h")));
    QCOMPARE(object.value(QLatin1String("g")).toDouble(), 100.0);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
