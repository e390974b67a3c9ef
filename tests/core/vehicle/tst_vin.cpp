// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "vehicle/vin.h"

#include <QFile>
#include <QtTest>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
struct Row {
    std::string vin;
    std::string make;
    int year = 0;
};

std::vector<Row> sample()
{
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/vectors/vins.csv"));
    std::vector<Row> out;
    if (!file.open(QIODevice::ReadOnly)) {
        return out;
    }
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        if (fields.size() == 3) {
            out.push_back({fields[0].toStdString(), fields[1].toStdString(), fields[2].toInt()});
        }
    }
    return out;
}

bool hasProblem(const VinAnalysis& analysis, VinProblem problem)
{
    return std::any_of(analysis.problems.begin(), analysis.problems.end(),
                       [&](const VinIssue& issue) { return issue.problem == problem; });
}
} // namespace

class TestVin : public QObject
{
    Q_OBJECT

private slots:
    void realCars()
    {
        const auto rows = sample();
        QCOMPARE(rows.size(), std::size_t(799));
        for (const Row& row : rows) {
            const VinAnalysis vin = analyseVin(row.vin);
            QVERIFY2(vin.acceptable() && vin.checkRequired && vin.checkFits, row.vin.c_str());
            QVERIFY2(vin.problems.empty(), row.vin.c_str());
            QVERIFY2(vin.modelYear == row.year && vin.modelYearCertain, row.vin.c_str());
            QCOMPARE(vin.maker, row.make);
        }
    }

    // What the check digit can catch at all: every substitution that changes the weighted sum modulo 11.
    void substitutionsAreCaught()
    {
        const std::string characters = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
        int caught = 0;
        int blind = 0;
        const auto rows = sample();
        for (std::size_t r = 0; r < rows.size(); r += 20) {
            std::string vin = rows[r].vin;
            for (std::size_t i = 0; i < vin.size(); ++i) {
                const char right = vin[i];
                for (const char wrong : characters) {
                    if (wrong != right) {
                        vin[i] = wrong;
                        ++(checkDigitOf(vin) == vin[8] ? blind : caught);
                    }
                }
                vin[i] = right;
            }
        }
        // Letters share values in groups of three or four (A, J = 1 …), so about one in eleven passes; no more.
        QVERIFY(caught > 0 && blind > 0);
        QVERIFY2(blind * 10 < caught, qPrintable(QString::number(blind)));
        // Digits for digits are always caught.
        std::string vin = rows.front().vin;
        const std::size_t last = vin.size() - 1;
        for (char wrong = '0'; wrong <= '9'; ++wrong) {
            if (wrong != rows.front().vin[last]) {
                vin[last] = wrong;
                QVERIFY(!analyseVin(vin).acceptable());
            }
        }
    }

    void knownCheckDigits_data()
    {
        QTest::addColumn<QString>("vin");
        QTest::addColumn<char>("digit");
        // 49 CFR 565.15's own example, Wikipedia's, and seventeen ones.
        QTest::newRow("565.15") << QStringLiteral("1G4AH59H45G118341") << '4';
        QTest::newRow("Wikipedia") << QStringLiteral("1M8GDM9AXKP042788") << 'X';
        QTest::newRow("ones") << QStringLiteral("11111111111111111") << '1';
    }
    void knownCheckDigits()
    {
        QFETCH(QString, vin);
        QFETCH(char, digit);
        QCOMPARE(checkDigitOf(vin.toStdString()), digit);
    }

    void misreadCharacter()
    {
        const VinAnalysis vin = analyseVin("jm1bp4lm9k1134592");
        QVERIFY(vin.wellFormed && !vin.checkFits && vin.checkRequired && !vin.acceptable());
        QCOMPARE(vin.maker, std::string("Mazda"));
        QCOMPARE(vin.country, std::string("JP"));
        QVERIFY(vin.northAmerica);
        QCOMPARE(vin.checkFound, '9');
        QCOMPARE(vin.checkExpected, '7');
        QCOMPARE(vin.modelYear.value(), 2019);
        QVERIFY(!vin.modelYearCertain);
        QCOMPARE(vin.plant, '1');
        QCOMPARE(vin.serial, std::string("134592"));
        QVERIFY(vin.likelyFix.has_value());
        QCOMPARE(*vin.likelyFix, (VinFix{6, '4', 'A', true}));
        QVERIFY(analyseVin("JM1BPALM9K1134592").acceptable());
        QVERIFY(!analyseVin("JM1BPALM9K1134592").likelyFix.has_value());
    }

    void misreadCheckDigit()
    {
        const VinAnalysis vin = analyseVin("JM1BPALM8K1134592"); // N for M at position 8 would fit too
        QVERIFY(!vin.acceptable());
        QCOMPARE(vin.likelyFix.value(), (VinFix{9, '8', '9', true}));
    }

    // The commonest misreadings are offered back in nearly all cases: undo them and compare.
    void fixesLookAlikes()
    {
        const std::vector<std::pair<char, char>> misread = {{'8', 'B'}, {'B', '8'}, {'0', 'D'}, {'D', '0'}, {'5', 'S'},
                                                            {'2', 'Z'}, {'A', '4'}, {'G', '6'}, {'1', '7'}};
        int tried = 0;
        int found = 0;
        const auto rows = sample();
        for (std::size_t r = 0; r < rows.size(); r += 7) {
            for (std::size_t i = 3; i < 12; ++i) {
                for (const auto& [right, wrong] : misread) {
                    std::string vin = rows[r].vin;
                    if (i == 8 || vin[i] != right) {
                        continue;
                    }
                    vin[i] = wrong;
                    const VinAnalysis analysis = analyseVin(vin);
                    if (analysis.checkFits) {
                        continue; // the digit cannot see this one (B and 2, 8 and H …)
                    }
                    ++tried;
                    QVERIFY(analysis.likelyFix.has_value());
                    std::string fixedVin = vin;
                    fixedVin[static_cast<std::size_t>(analysis.likelyFix->position) - 1] = analysis.likelyFix->to;
                    QVERIFY2(analyseVin(fixedVin).acceptable(), fixedVin.c_str());
                    found += fixedVin == rows[r].vin ? 1 : 0;
                }
            }
        }
        QVERIFY(tried > 100);
        QVERIFY2(found * 10 >= tried * 8, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(tried)));
    }

    void forbiddenLetters()
    {
        const VinAnalysis vin = analyseVin("1M8GDM9AXKPO42788");
        QVERIFY(!vin.wellFormed && !vin.acceptable());
        QCOMPARE(vin.problems.size(), std::size_t(1));
        QCOMPARE(vin.problems[0], (VinIssue{VinProblem::ForbiddenLetter, 12, 'O', '0'}));
        QCOMPARE(vin.likelyFix.value(), (VinFix{12, 'O', '0', true}));
        QCOMPARE(analyseVin("IM8GDM9AXKP042788").problems[0].suggestion, '1');
        QCOMPARE(analyseVin("QM8GDM9AXKP042788").problems[0].suggestion, '0');
        // Where the digit would not make it fit, no fix is offered.
        QVERIFY(!analyseVin("1M8GDM9AXKP04278O").likelyFix.has_value());
    }

    void form()
    {
        QVERIFY(hasProblem(analyseVin(""), VinProblem::Empty));
        QVERIFY(hasProblem(analyseVin("  "), VinProblem::Empty));
        QVERIFY(hasProblem(analyseVin("1M8GDM9AXKP04278"), VinProblem::TooShort));
        QVERIFY(hasProblem(analyseVin("1M8GDM9AXKP0427888"), VinProblem::TooLong));
        QVERIFY(hasProblem(analyseVin("1M8GDM9AXKP04278ß"), VinProblem::ForbiddenSign));
        QCOMPARE(analyseVin(" 1m8-gdm9ax kp.042788\n").normalised, std::string("1M8GDM9AXKP042788"));
        QVERIFY(acceptVin("1M8GDM9AXKP042788").ok());
        QVERIFY(acceptVin("1M8GDM9AXKP042789").error().is(VehicleError::CheckDigit));
        const auto bad = acceptVin("1M8GDM9AXKPO42788");
        QVERIFY(bad.error().is(VehicleError::BadVin));
        QCOMPARE(bad.error().args.front(), std::string("12"));
        // Anything at all must be survived.
        std::string any;
        for (int c = 0; c < 256; ++c) {
            any.push_back(static_cast<char>(c));
            QVERIFY(!analyseVin(any).wellFormed || any.size() == 17);
        }
    }

    void europeNeedsNoCheckDigit()
    {
        // A Golf for Europe: fillers where North America has a check digit.
        const VinAnalysis golf = analyseVin("WVWZZZ1KZ8W123456");
        QVERIFY(golf.acceptable() && !golf.checkRequired && !golf.checkFits);
        QCOMPARE(golf.maker, std::string("Volkswagen"));
        QCOMPARE(golf.country, std::string("DE"));
        QCOMPARE(golf.modelYear.value(), 2008);
        QVERIFY(!golf.modelYearCertain);
        QVERIFY(!golf.likelyFix.has_value());
        // Built in Mexico for Europe.
        QVERIFY(analyseVin("3VWZZZ1KZ6M123456").acceptable());
    }

    void modelYears()
    {
        QCOMPARE(modelYearOf("1M8GDM9AXKP042788").value(), 1989); // position 7 is a digit
        QCOMPARE(modelYearOf("JM1BPALM9K1134592").value(), 2019); // position 7 is a letter
        QCOMPARE(modelYearOf("JM1BPALM9K1134592", 2018).value(), 1989);
        QVERIFY(!modelYearOf("JM1BPALM9U1134592").has_value());
        QVERIFY(!modelYearOf("JM1BPALM901134592").has_value());
        QCOMPARE(modelYearOf("4S4BSFNC0G3241876").value(), 2016);
        QCOMPARE(analyseVin("4S4BSFNC0G3241876").maker, std::string("Subaru of Indiana"));
    }

    void countries()
    {
        const std::pair<const char*, const char*> rows[] = {{"WV", "DE"}, {"JM", "JP"}, {"1G", "US"}, {"3V", "MX"},
                                                            {"2H", "CA"}, {"VF", "FR"}, {"ZF", "IT"}, {"YV", "SE"},
                                                            {"TM", "CZ"}, {"SB", "GB"}, {"KM", "KR"}, {"9B", "BR"},
                                                            {"7S", "US"}, {"6F", "AU"}, {"VS", "ES"}};
        for (const auto& [code, country] : rows) {
            QCOMPARE(countryOfVin(code), std::string(country));
        }
        QCOMPARE(countryOfVin("00"), std::string());
        QCOMPARE(countryOfVin("W"), std::string());
    }

    void vehicleId()
    {
        // keccak256("1M8GDM9AXKP042788"), worked out with `cast keccak`.
        QCOMPARE(toHex(vehicleIdOf("1M8GDM9AXKP042788").view()),
                 std::string("06c9180c294fde991e02cfea08d4848db1cbbd8d22ceb9f3a35dbe7c4e775dcb"));
    }
};

QTEST_GUILESS_MAIN(TestVin)
#include "tst_vin.moc"
