// SPDX-License-Identifier: GPL-3.0-or-later
// The practice market's past, before any node has seen it.
#include "crypto/hash.h"
#include "practice/car_story.h"
#include "practice/papers.h"
#include "practice/seed_content.h"
#include "practice/seed_plan.h"

#include <QTest>

#include <set>

using namespace autochain;
using namespace autochain::practice;

namespace
{
constexpr UnixTime kNow = 1'780'000'000;

// ISO 3779 / 49 CFR 565.15: weighted sum modulo 11 stands at position 9.
bool hasRightCheckDigit(const std::string& vin)
{
    constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    constexpr std::string_view kValues = "12345678123457923456789";
    constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        const auto at = kLetters.find(vin[i]);
        sum += kWeights[i] * ((at == std::string_view::npos ? vin[i] : kValues[at]) - '0');
    }
    return vin[8] == (sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11));
}
} // namespace

class TestSeedPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto cars = readCatalog();
        QVERIFY(cars.ok());
        m_cars = *cars;
    }

    void catalogueIsSound()
    {
        QVERIFY(m_cars.size() >= 48);
        std::set<std::string> vins{std::string(kSpareVin)};
        std::set<std::string> makes;
        for (const auto& car : m_cars) {
            QVERIFY2(hasRightCheckDigit(car.vin), car.vin.c_str());
            QVERIFY2(vins.insert(car.vin).second, car.vin.c_str());
            QVERIFY(car.priceAuc > 10'000 && car.odometerKm > 1'000);
            QVERIFY(castIndex("bob") < cast().size());
            makes.insert(car.make);
        }
        QVERIFY(hasRightCheckDigit(std::string(kSpareVin)));
        QVERIFY(makes.size() >= 8);
        for (const auto& make : makes) {
            const auto makers = castOfRole("manufacturer");
            QVERIFY2(std::any_of(makers.begin(), makers.end(), [&](std::size_t i) { return cast()[i].name == make; }),
                     make.c_str());
        }
    }

    void brokenCataloguesAreRefused()
    {
        QVERIFY(parseCatalog("").error().is(PracticeError::Broken));
        QVERIFY(parseCatalog("a,b\nJM1BPALM9K1134592,Mazda").error().is(PracticeError::Broken));
        QVERIFY(parseCatalog("h\nJM1BPALM9K1134592,M,M,,year,1,1,a,b,c,d,e,f").error().is(PracticeError::Broken));
    }

    void storiesRunForward()
    {
        for (std::size_t i = 0; i < m_cars.size(); ++i) {
            const auto beats = tellStory(m_cars[i], i, kNow);
            QVERIFY(beats.size() >= 2);
            for (std::size_t b = 1; b < beats.size(); ++b) {
                QVERIFY2(beats[b].time > beats[b - 1].time, m_cars[i].vin.c_str());
            }
            QVERIFY(beats.back().time < listedAt(m_cars[i], kNow));
            QVERIFY(beats.front().time > genesisTimeOf(m_cars));
        }
    }

    void someOdometersWereTurnedBack()
    {
        int turned = 0;
        for (std::size_t i = 0; i < m_cars.size(); ++i) {
            std::uint32_t highest = 0;
            bool back = false;
            for (const auto& beat : tellStory(m_cars[i], i, kNow)) {
                if (beat.kind == BeatKind::Mistyped) {
                    continue; // corrected by who typed it
                }
                back = back || (beat.km != 0 && beat.km < highest);
                highest = std::max(highest, beat.km);
            }
            turned += back ? 1 : 0;
        }
        QVERIFY2(turned >= 2 && turned <= 4, std::to_string(turned).c_str());
    }

    void plansRepeat()
    {
        SeedStage stage;
        stage.people.resize(cast().size());
        for (std::size_t i = 0; i < stage.people.size(); ++i) {
            stage.people[i].bytes[19] = static_cast<std::uint8_t>(i + 1);
        }
        for (const char* key : {"vehicleRegistry", "listingBoard"}) {
            stage.contracts[key] = Address();
        }
        stage.genesis = genesisTimeOf(m_cars);
        stage.now = kNow;
        const auto drive = readDriveShape();
        QVERIFY(drive.ok());
        stage.drive = *drive;
        const auto plan = planCars(m_cars, stage);
        const auto again = planCars(m_cars, stage);
        QCOMPARE(plan.steps.size(), again.steps.size());
        QCOMPARE(plan.blocks, again.blocks);
        QCOMPARE(plan.listings, m_cars.size());
        std::size_t records = 0;
        for (const auto& [id, count] : plan.recordCounts) {
            const bool shared = id == keccak256(m_cars[kSharedCar].vin);
            QVERIFY2(count >= 2 && (shared ? count >= 200 && count <= 600 : count <= 48),
                     std::to_string(count).c_str());
            records += count;
        }
        qInfo("%zu cars, %zu records, %zu transactions, %zu blocks of content", m_cars.size(), records,
              plan.steps.size(), plan.blocks.size());
        QVERIFY(std::is_sorted(plan.steps.begin(), plan.steps.end(),
                               [](const auto& a, const auto& b) { return a.time < b.time; }));
        QVERIFY(plan.steps.back().time < kNow);
    }

    // What the stories write is what every reader takes, of every kind a record can be.
    void contentsAreSound()
    {
        const auto drive = readDriveShape();
        QVERIFY(drive.ok());
        std::set<std::size_t> types;
        for (std::size_t i = 0; i < m_cars.size(); ++i) {
            RandomSource random(m_cars[i].vin);
            for (const auto& beat : tellStory(m_cars[i], i, kNow)) {
                StoryPlace place{m_cars[i], "Toronto", *drive, 0, 0, 99};
                auto content = contentOf(beat, place, random);
                if (!content) {
                    continue;
                }
                const auto papers = addDocuments(beat, place, *content, random);
                QCOMPARE(papers.size(), content->documents.size());
                for (std::size_t d = 0; d < papers.size(); ++d) {
                    QCOMPARE(sha256(papers[d]), content->documents[d].digest);
                }
                const std::string json = vehicle::writeRecordContent(*content);
                const auto again = vehicle::parseRecordContent(asBytes(json));
                QVERIFY(again.ok());
                QVERIFY(*again == *content);
                types.insert(content->details.index());
            }
        }
        QVERIFY2(types.size() >= 15, std::to_string(types.size()).c_str());
    }

    void papersAreRealFiles()
    {
        const Bytes pdf = makePdf("A (heading)", {"one", "two \\ three"});
        const QByteArray text(reinterpret_cast<const char*>(pdf.data()), static_cast<qsizetype>(pdf.size()));
        QVERIFY(text.startsWith("%PDF-1.4\n") && text.endsWith("%%EOF\n"));
        QVERIFY(text.contains("(A \\(heading\\)) Tj"));
        const qsizetype start = text.mid(text.indexOf("startxref\n") + 10).split('\n').first().toLongLong();
        QVERIFY(text.mid(start).startsWith("xref\n0 6\n"));
        const qsizetype page = text.mid(start).split('\n')[5].left(10).toLongLong();
        QVERIFY(text.mid(page).startsWith("3 0 obj\n"));

        const Bytes png = makeOdometerPng(64'210);
        QCOMPARE(png[0], 0x89);
        QCOMPARE(png[1], 'P');
        QCOMPARE(png[19], 2 * 8 + 5 * 22); // width, the last byte of it
        QVERIFY(makeOdometerPng(1) != makeOdometerPng(7));
    }

private:
    std::vector<CatalogCar> m_cars;
};

QTEST_GUILESS_MAIN(TestSeedPlan)
#include "tst_seed_plan.moc"
