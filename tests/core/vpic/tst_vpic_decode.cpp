// SPDX-License-Identifier: GPL-3.0-or-later
// data/vins.csv: facts of real listings in the United States (VIN, model year, make, model as sold).
#include "vpic/decode.h"
#include "vpic/installed_table.h"

#include <QFile>
#include <QTest>

using namespace autochain;
using namespace autochain::vpic;

namespace
{
constexpr int kLatest = 2027;

struct Listed {
    std::string vin, make, model;
    int year = 0;
};

std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        }
    }
    return out;
}
} // namespace

class TestVpicDecode : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void listedCars();
    void substitutions();
    void wholeCar();
    void europeanCar();
    void wrongCheckDigit();
    void forbiddenLetters();
    void olderNumbers();
    void nothingAtAll();
    void noYearBeyondTheLatest();

private:
    DecodedVin decode(std::string_view text, std::optional<int> year = {}) const
    {
        return decodeVin(m_table->table(), text, {kLatest, year});
    }
    std::optional<MappedTable> m_table;
    std::vector<Listed> m_listed;
};

void TestVpicDecode::initTestCase()
{
    auto table = MappedTable::open(AUTOCHAIN_BINARY_DIR "/share/autochain/vpic.table");
    QVERIFY(table.ok());
    m_table = *table;
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/vpic/data/vins.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        m_listed.push_back({cells[0].toStdString(), cells[2].toStdString(), cells[3].toStdString(), cells[1].toInt()});
    }
    QVERIFY(m_listed.size() > 70);
}

void TestVpicDecode::listedCars()
{
    for (const Listed& car : m_listed) {
        const DecodedVin vin = decode(car.vin);
        QVERIFY2(vin.valid, car.vin.c_str());
        QCOMPARE(plain(vin.valueOf(Element::Make)), plain(car.make));
        QVERIFY2(vin.modelYear && vin.modelYear->value == car.year, car.vin.c_str());
        QCOMPARE(vin.modelYear->certainty, Certainty::Certain);
        QVERIFY2(plain(car.model).starts_with(plain(vin.valueOf(Element::Model))), car.vin.c_str());
        QVERIFY(!vin.valueOf(Element::Model).empty());
        QVERIFY(!vin.valueOf(Element::Manufacturer).empty());
    }
}

// Every other character at every position. Where the sum changes and the car is still one for North America the check
// digit has to tell; a maker's code changed into one from elsewhere shows that its digit does not fit.
void TestVpicDecode::substitutions()
{
    constexpr std::string_view all = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    std::uint64_t caught = 0;
    std::uint64_t elsewhere = 0;
    for (const Listed& car : m_listed) {
        for (std::size_t i = 0; i < car.vin.size(); ++i) {
            for (const char to : all) {
                std::string changed = car.vin;
                changed[i] = to;
                const bool catchable = vehicle::checkDigitOf(changed) != changed[8];
                if (to == car.vin[i] || !catchable) {
                    continue;
                }
                const DecodedVin vin = decode(changed);
                QVERIFY(!vin.analysis.checkFits);
                if (vin.analysis.checkRequired) {
                    QVERIFY2(!vin.valid, changed.c_str());
                    ++caught;
                } else {
                    QVERIFY2(i < 3 || changed.substr(3, 3) == "ZZZ", changed.c_str());
                    ++elsewhere;
                }
                for (const auto& [element, fact] : vin.facts) {
                    const bool ofMaker =
                        element == Element::Manufacturer || element == Element::VehicleType || element == Element::Make;
                    QVERIFY(fact.certainty == Certainty::Likely || (ofMaker && !vin.analysis.checkRequired));
                }
            }
        }
    }
    QVERIFY(caught > 30'000);
    QVERIFY(elsewhere < caught / 4);
}

void TestVpicDecode::wholeCar()
{
    const DecodedVin vin = decode(" 1hgcm82633a004352 ");
    QVERIFY(vin.valid);
    QCOMPARE(vin.rule, NumberRule::NorthAmerica);
    QCOMPARE(vin.number, std::string("1HGCM82633A004352"));
    QCOMPARE(vin.modelYear->value, 2003);
    QVERIFY(vin.modelYear->others.empty());
    QCOMPARE(vin.valueOf(Element::Make), std::string_view("Honda"));
    QCOMPARE(vin.valueOf(Element::Model), std::string_view("Accord"));
    QCOMPARE(vin.valueOf(Element::BodyClass), std::string_view("Coupe"));
    QCOMPARE(vin.valueOf(Element::Doors), std::string_view("2"));
    QCOMPARE(vin.valueOf(Element::EngineCylinders), std::string_view("6"));
    QCOMPARE(vin.valueOf(Element::FuelPrimary), std::string_view("Gasoline"));
    QCOMPARE(vin.valueOf(Element::PlantCity), std::string_view("MARYSVILLE"));
    QCOMPARE(vin.valueOf(Element::VehicleType), std::string_view("Passenger Car"));
    QVERIFY(vin.valueOf(Element::GrossWeightFrom).starts_with("Class 1"));
}

void TestVpicDecode::europeanCar()
{
    const DecodedVin vin = decode("WVWZZZ1JZXW000001");
    QVERIFY(vin.valid);
    QCOMPARE(vin.rule, NumberRule::Iso3779);
    QCOMPARE(vin.valueOf(Element::Make), std::string_view("Volkswagen"));
    QCOMPARE(vin.modelYear->value, 1999);
    QCOMPARE(vin.modelYear->certainty, Certainty::Likely); // no law demands it there
    QVERIFY(vin.find(Element::Model) == nullptr);          // not in American data: not shown
}

void TestVpicDecode::wrongCheckDigit()
{
    const DecodedVin vin = decode("1HGCM82643A004352");
    QVERIFY(!vin.valid);
    QVERIFY(vin.modelYear && vin.modelYear->certainty == Certainty::Likely);
    for (const auto& [element, fact] : vin.facts) {
        QCOMPARE(fact.certainty, Certainty::Likely);
    }
    const DecodedVin fixable = decode("1HGCM82633AOO4352"); // two letters O for zeros
    QVERIFY(!fixable.valid);
    QCOMPARE(fixable.suggestion.value_or(""), std::string("1HGCM82633A004352"));
}

void TestVpicDecode::forbiddenLetters()
{
    const DecodedVin vin = decode("IHGCM82633A004352");
    QVERIFY(!vin.valid);
    QCOMPARE(vin.suggestion.value_or(""), std::string("1HGCM82633A004352"));
    QVERIFY(vin.decodedFromSuggestion);
    QCOMPARE(vin.valueOf(Element::Make), std::string_view("Honda"));
    QCOMPARE(vin.find(Element::Make)->certainty, Certainty::Likely);
}

void TestVpicDecode::olderNumbers()
{
    const DecodedVin told = decode("1E12345", 1962);
    QVERIFY(told.valid);
    QCOMPARE(told.rule, NumberRule::ChassisNumber);
    QCOMPARE(told.chassisRule, std::string("beforeVin"));
    QVERIFY(!decode("1E12345").valid);              // nobody says it is that old
    QVERIFY(!decode("1HGCM82633A004", 2003).valid); // a VIN that was cut
    const DecodedVin porsche = decode("9114100503");
    QVERIFY(porsche.valid);
    QCOMPARE(porsche.find(Element::Make)->certainty, Certainty::Likely);
    QCOMPARE(porsche.modelYear->value, 1974);
    QVERIFY(decode("JZX100-0012345", 1999).valid); // Japan's own market, to this day
    const DecodedVin beetle = decode("1182345678", 1968);
    QCOMPARE(beetle.modelYear->value, 1968);
    QCOMPARE(beetle.modelYear->others, std::vector<int>{1978});
}

void TestVpicDecode::nothingAtAll()
{
    for (const char* text :
         {"", "   ", "-", "VIN", "not a number at all, but a long text", "\xFF\xFE\x00", "1HGCM82633A00435\xC3\x9F"}) {
        const DecodedVin vin = decode(text);
        QVERIFY(!vin.valid);
        QCOMPARE(vin.rule, NumberRule::None);
        QVERIFY(vin.facts.empty());
    }
}

void TestVpicDecode::noYearBeyondTheLatest()
{
    const DecodedVin vin = decodeVin(m_table->table(), "1HGCM82633A004352", {1990, {}});
    QVERIFY(!vin.modelYear || vin.modelYear->value <= 1990);
}

QTEST_GUILESS_MAIN(TestVpicDecode)
#include "tst_vpic_decode.moc"
