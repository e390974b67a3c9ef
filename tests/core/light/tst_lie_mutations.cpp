// SPDX-License-Identifier: GPL-3.0-or-later
// Every lie again, damaged on its way in a thousand ways, with an honest node beside: nothing wrong is shown as proven,
// and the truth arrives every time. A failure names its lie and seed; AUTOCHAIN_MUTATION="name seed" runs that one
// alone.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "mutation.h"
#include "watch.h"
#endif

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;

namespace
{

constexpr std::uint64_t kMutations = kFullPace ? 1'000 : 100; // of each lie
constexpr qint64 kLongestMs = 5'000;                          // for one reading

Scene& scene()
{
    static Scene kScene;
    return kScene;
}

const std::vector<test::Lie>& lies()
{
    static const std::vector<test::Lie> kLies = [] {
        auto all = allLies();
        std::erase_if(all, [](const auto& lie) { return lie.heavy; });
        return all;
    }();
    return kLies;
}

} // namespace

class TestLieMutations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QList<QByteArray> one = qgetenv("AUTOCHAIN_MUTATION").split(' ');
        m_only = one.size() == 2 ? one[0].toStdString() : std::string();
        m_seed = one.size() == 2 ? one[1].toULongLong() : 0;
        // Another program may take the other half: "0/2" and "1/2".
        const QList<QByteArray> part = qgetenv("AUTOCHAIN_PART").split('/');
        m_part = part.size() == 2 ? part[0].toULongLong() : 0;
        m_parts = part.size() == 2 ? std::max<std::uint64_t>(part[1].toULongLong(), 1) : 1;
    }

    void damagedLies_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < lies().size(); ++i) {
            if (m_only.empty() ? i % m_parts == m_part : lies()[i].name == m_only) {
                QTest::newRow(lies()[i].name.c_str()) << static_cast<int>(i);
            }
        }
    }

    void damagedLies()
    {
        QFETCH(int, index);
        const test::Lie& lie = lies()[static_cast<std::size_t>(index)];
        Watch watch(scene());
        watch.add(lie);
        watch.add(honest());
        watch.start();
        QVERIFY(readSome(watch, lie.topic, true).empty());
        const std::string url = watch.standing(0).url;
        std::mt19937_64 random;
        watch.onTheWay = [&random](std::size_t node, Bytes answer) {
            return node == 0 ? mutated(std::move(answer), random) : answer;
        };
        for (std::uint64_t i = 0; i < (m_only.empty() ? kMutations : 1); ++i) {
            const std::uint64_t seed = m_only.empty() ? static_cast<std::uint64_t>(index) * 1'000'003 + i : m_seed;
            random.seed(seed);
            watch.client->forgive(url);
            QElapsedTimer clock;
            clock.start();
            const auto findings = readSome(watch, lie.topic, true);
            const std::string where = lie.name + " " + std::to_string(seed);
            QVERIFY2(findings.empty(), (where + ": " + (findings.empty() ? "" : findings.front())).c_str());
            QVERIFY2(clock.elapsed() < kLongestMs, where.c_str());
            QVERIFY2(watch.standing(1).state == PeerState::Agrees, where.c_str());
        }
    }

private:
    std::string m_only;
    std::uint64_t m_seed = 0;
    std::uint64_t m_part = 0;
    std::uint64_t m_parts = 1;
};

QTEST_GUILESS_MAIN(TestLieMutations)
#include "tst_lie_mutations.moc"
