// SPDX-License-Identifier: GPL-3.0-or-later
// That a car is not registered is proven as much as a history is: by what its words are in the state, and by nothing a
// node says.
#include "history_world.h"

#include "contracts/generated/vehicle_registry.h"
#include "vehicle/history_proof.h"
#include "vehicle/vin.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
const std::string kAbsent = "5YJSA1DG9DFP14705";

// What verifyHistory stumbles over; empty where nothing.
std::string refusal(const World& world)
{
    const auto result = verifyHistory(world.bundle, world.trust);
    return result.ok() || !result.error().is(VehicleError::HistoryUnproven) ? std::string() : result.error().args[0];
}

HistoryPlace placeOf(const World& world)
{
    return {world.bundle.registry, world.bundle.participants, world.bundle.vehicleId};
}

AccountProof& registryIn(World& world)
{
    return world.bundle.proof.accounts.front();
}

// The lie of a node that has the car and says it has not: no records, all words zero. Each proof is then told in
// another way.
World deny(const WorldSpec& spec)
{
    World out = build(spec);
    out.bundle.records.clear();
    for (StorageProof& slot : registryIn(out).storage) {
        slot.value = U256();
    }
    return out;
}
} // namespace

class TestAbsentCar : public QObject
{
    Q_OBJECT

private slots:
    void aCarThatIsNotThereIsProvenEmpty()
    {
        for (const WorldSpec& spec : wholeWorld()) {
            const World world = buildAbsent(spec, kAbsent);
            const auto words = ProvenWords::of(world.bundle.proof);
            QVERIFY2(words.ok(), words.ok() ? "" : words.error().detail.c_str());
            QCOMPARE(words->blockHash(), *world.trust.blockHash);
            const auto summary = summaryIn(*words, placeOf(world));
            QVERIFY(summary.has_value());
            QVERIFY(!summary->registered() && summary->holder.isZero() && summary->lender.isZero());
            QVERIFY(summary->history.count == 0 && summary->history.head.isZero());
            QCOMPARE(refusal(world), std::string("title")); // there is no history to verify, and that is why
            const auto strictly = verifyAccountProof(world.bundle.proof.accounts.front(), words->header().stateRoot);
            QVERIFY(strictly.ok() && strictly->has_value());
        }
    }

    // A zero in a leaf is zero where a file is read, and no proof where a light client asks: there no such trie is.
    void zerosThatAreWrittenOut()
    {
        const World world = buildAbsent(wholeWorld()[0], kAbsent, Zeros::WrittenOut);
        const auto words = ProvenWords::of(world.bundle.proof);
        QVERIFY2(words.ok(), words.ok() ? "" : words.error().detail.c_str());
        const auto summary = summaryIn(*words, placeOf(world));
        QVERIFY(summary && !summary->registered() && summary->history.count == 0);
        QCOMPARE(refusal(world), std::string("title"));
        const auto strictly = verifyAccountProof(world.bundle.proof.accounts.front(), words->header().stateRoot);
        QVERIFY(!strictly.ok() && strictly.error().is(ChainError::BadProof));
    }

    void aZeroLeafIsNoOtherWord()
    {
        World world = buildAbsent(wholeWorld()[0], kAbsent, Zeros::WrittenOut);
        registryIn(world).storage.front().value = U256(1);
        QCOMPARE(refusal(world), std::string("proof"));
    }

    // With the true nodes, which end in the words that are denied.
    void wordsDeniedUnderTheirOwnProof()
    {
        for (const WorldSpec& spec : wholeWorld()) {
            QCOMPARE(refusal(deny(spec)), std::string("proof"));
        }
    }

    // Without the nodes: as if the storage were empty, with and without saying so.
    void anEmptyStorageIsNotTheRegistrys()
    {
        World world = deny(wholeWorld()[1]);
        for (StorageProof& slot : registryIn(world).storage) {
            slot.nodes.clear();
        }
        QCOMPARE(refusal(world), std::string("proof"));
        registryIn(world).storageRoot = emptyTrieRoot();
        QCOMPARE(refusal(world), std::string("proof"));
        registryIn(world).nodes.clear(); // and as if there were no contract at all
        QCOMPARE(refusal(world), std::string("proof"));
    }

    // The nodes of a word that is really not there, under the name of one that is.
    void theAbsenceOfAnotherCar()
    {
        const WorldSpec spec = wholeWorld()[1];
        World world = deny(spec);
        World other = buildAbsent(spec, kAbsent);
        QCOMPARE(world.bundle.proof.header, other.bundle.proof.header); // the same state
        auto& lies = registryIn(world).storage;
        const auto& truths = registryIn(other).storage;
        for (std::size_t i = 0; i < truths.size(); ++i) {
            lies[i].nodes = truths[i].nodes;
        }
        QCOMPARE(refusal(world), std::string("proof"));
        lies.resize(truths.size()); // whole answers of another car: what is asked for is not in them
        for (std::size_t i = 0; i < truths.size(); ++i) {
            lies[i] = truths[i];
        }
        QCOMPARE(refusal(world), std::string("head"));
    }

    // A state in which the car is not: a good proof, of a block that is not the verified one.
    void anotherState()
    {
        const World truth = build(wholeWorld()[0]);
        World lie = buildAbsent(wholeWorld()[1], wholeWorld()[0].vin);
        QCOMPARE(refusal(lie), std::string("title"));
        lie.trust = truth.trust;
        QCOMPARE(refusal(lie), std::string("header"));
    }

    // Left out is not zero.
    void wordsThatAreLeftOut()
    {
        World world = deny(wholeWorld()[0]);
        registryIn(world).storage.clear();
        QCOMPARE(refusal(world), std::string("head"));
        world.bundle.proof.accounts.clear();
        QCOMPARE(refusal(world), std::string("head"));
    }

    // The car is there, its records are kept back.
    void recordsKeptBack()
    {
        World world = build(wholeWorld()[0]);
        world.bundle.records.clear();
        const auto result = verifyHistory(world.bundle, world.trust);
        QVERIFY(!result.ok() && result.error().is(VehicleError::HistoryIncomplete));
    }
};

QTEST_GUILESS_MAIN(TestAbsentCar)
#include "tst_absent_car.moc"
