// SPDX-License-Identifier: GPL-3.0-or-later
// 100,000 changes to good histories of all kinds and roles: none may pass. A change passes where the history is taken
// and nothing is said against any of its records.
#include "history_mutations.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
constexpr int kMutations = 100'000;

bool passes(const HistoryBundle& bundle, const HistoryTrust& trust)
{
    const auto result = verifyHistory(bundle, trust);
    return result.ok() && result->unproven == 0 &&
           std::all_of(result->records.begin(), result->records.end(),
                       [](const Record& record) { return faultOf(record) == RecordFault::None; });
}

std::vector<World> goodWorlds()
{
    std::vector<World> out;
    for (const WorldSpec& spec : wholeWorld()) {
        out.push_back(build(spec));
    }
    return out;
}
} // namespace

class TestHistoryMutations : public QObject
{
    Q_OBJECT

private slots:
    void unchangedTheyPass()
    {
        for (const World& world : goodWorlds()) {
            QVERIFY(passes(world.bundle, world.trust));
        }
    }

    // The test can fail: without a header that is known from elsewhere, a chain of its own is as good as the real one.
    void whatTheHeaderIsFor()
    {
        WorldSpec spec = wholeWorld()[0];
        const World real = build(spec);
        spec.lines.back().km = 77;
        const World forged = build(spec);
        QVERIFY(!passes(forged.bundle, real.trust));
        HistoryTrust blind = real.trust;
        blind.blockHash.reset();
        QVERIFY(passes(forged.bundle, blind));
    }

    void noneIsTaken()
    {
        const std::vector<World> worlds = goodWorlds();
        const auto mutations = fileMutations(worlds);
        std::vector<WorldMutation> truths;
        for (const WorldSpec& spec : wholeWorld()) {
            for (WorldMutation& one : worldMutations(spec)) {
                truths.push_back(std::move(one));
            }
        }
        std::map<std::string, int> caught;
        Random random(20'240'601);
        int taken = 0;
        for (int done = 0; done < kMutations;) {
            if (below(random, 20) == 0) { // another truth, and sometimes a changed file of it
                const WorldMutation& truth = truths[below(random, truths.size())];
                taken += passes(truth.world.bundle, truth.world.trust) ? 1 : 0;
                ++caught[truth.name];
                ++done;
                continue;
            }
            const World& world = worlds[below(random, worlds.size())];
            const FileMutation& mutation = mutations[below(random, mutations.size())];
            HistoryBundle bundle = world.bundle;
            if (!mutation.apply(bundle, random) || bundle == world.bundle) {
                continue; // nothing of it in this car, or changed into itself
            }
            if (passes(bundle, world.trust)) {
                ++taken;
                qWarning("taken: %s", mutation.name);
            }
            ++caught[mutation.name];
            ++done;
        }
        for (const FileMutation& mutation : mutations) {
            QVERIFY2(caught[mutation.name] > 100, mutation.name);
        }
        for (const auto& [name, count] : caught) {
            qInfo("%6d %s", count, name.c_str());
        }
        QCOMPARE(taken, 0);
    }

    // Not only found: found at the right record, for the right reason.
    void everyOtherTruthIsNamed()
    {
        for (const WorldSpec& spec : wholeWorld()) {
            for (const WorldMutation& truth : worldMutations(spec)) {
                const auto result = verifyHistory(truth.world.bundle, truth.world.trust);
                QVERIFY2(result.ok(), truth.name.c_str());
                const Record& record = result->records[truth.record];
                QVERIFY2(faultOf(record) == truth.fault,
                         qPrintable(QStringLiteral("%1, %2, record %3: fault %4")
                                        .arg(QString::fromStdString(truth.name), QString::fromStdString(spec.vin))
                                        .arg(truth.record)
                                        .arg(int(faultOf(record)))));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHistoryMutations)
#include "tst_history_mutations.moc"
