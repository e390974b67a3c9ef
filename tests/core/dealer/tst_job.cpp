// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_content_store.h"
#include "dealer/history_job.h"
#include "dealer/print_job.h"
#include "registry_of_many.h"
#include "store/migration.h"

#include "../await.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;
using namespace autochain::dealer;
using vehicle::RecordKind;
using vehicle::Status;
using vehicle::Topic;
using Phase = JobState::Phase;

namespace
{
const std::vector<RecordKind> kHistory = {RecordKind::FirstSale, RecordKind::Inspection, RecordKind::Inspection};

void must(const Result<>& result)
{
    if (!result.ok()) {
        qFatal("the scene could not be made");
    }
}

// A desk, a registry and a job between them; the store may be opened anew, as after a crash.
struct Scene {
    QTemporaryDir folder;
    RegistryOfMany node;
    FolderContentStore content{folder.filePath(QStringLiteral("content")).toStdString()};
    FixedClock clock{kTestNow};
    std::optional<store::Database> database;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<vehicle::VehicleReader> vehicles;
    std::unique_ptr<market::ListingReader> listings;
    std::unique_ptr<HistoryJob> job;

    explicit Scene(int cars)
    {
        open();
        std::vector<ListedCar> list;
        for (int i = 0; i < cars; ++i) {
            node.addCar(testVin(i), 10'000U + static_cast<std::uint32_t>(i), kHistory);
            list.emplace_back().vin = testVin(i);
        }
        must(desk->add(list, kTestNow, true));
    }
    void open()
    {
        job.reset();
        desk.reset();
        database.reset();
        auto opened = store::openStore(folder.filePath(QStringLiteral("store.db")).toStdString(), SecretBytes(32));
        database.emplace(std::move(*opened));
        desk = std::make_unique<Desk>(*database);
        must(desk->load());
        vehicles = std::make_unique<vehicle::VehicleReader>(node, content, node.network);
        listings = std::make_unique<market::ListingReader>(node, node.network);
        JobPace pace;
        pace.firstPause = std::chrono::milliseconds(1);
        pace.longestPause = std::chrono::milliseconds(4);
        pace.writeEvery = 8;
        job = std::make_unique<HistoryJob>(*desk, *vehicles, *listings, content, clock, pace);
    }
    void run() { QCoro::waitFor(job->run()); }
    const Car& car(int number) const { return desk->table().at(*desk->table().byVin(testVin(number))); }
};
} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void readsAndVerifies()
    {
        Scene scene(450);
        scene.node.putUpForSale(testVin(3), auc(184'000));
        std::size_t told = 0;
        scene.job->onRows = [&](const std::vector<std::uint32_t>& rows) { told += rows.size(); };
        scene.run();
        QCOMPARE(scene.job->state().phase, Phase::Idle);
        QCOMPARE(scene.job->state().total, std::size_t(450));
        QCOMPARE(scene.job->state().done, std::size_t(450));
        QCOMPARE(scene.job->state().failures(), std::size_t(0));
        QVERIFY(told >= 450);
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        const Car& car = scene.car(3);
        QVERIFY(car.check && car.check->registered);
        QCOMPARE(car.check->records, std::uint64_t(3));
        QCOMPARE(car.check->odometerKm, 10'003U);
        QCOMPARE(statusOf(car, Topic::Odometer), Status::Clean);
        QCOMPARE(statusOf(car, Topic::Theft), Status::NoData);
        QCOMPARE(car.check->of(Topic::Title).provenance, Provenance::Local);
        QCOMPARE(statusOf(car, kTestNow), CarStatus::Listed);
        QCOMPARE(askOf(car, kTestNow), auc(184'000));
        QCOMPARE(statusOf(scene.car(4), kTestNow), CarStatus::Ready);
        QCOMPARE(scene.desk->records(car)->size(), std::size_t(3));
    }

    // What did not change is not read again, and still ages anew.
    void secondTimeCostsNothing()
    {
        Scene scene(60);
        scene.run();
        const std::size_t queries = scene.node.logQueries;
        scene.node.addRecord(testVin(7), RecordKind::Inspection, 5'000); // below the last: turned back
        scene.clock.set(kTestNow + 3'600);
        std::vector<std::uint32_t> all(60);
        std::iota(all.begin(), all.end(), 0U);
        QVERIFY(scene.desk->want(all, scene.clock.now()).ok());
        scene.run();
        QVERIFY(scene.node.logQueries - queries <= 4); // one history
        QCOMPARE(statusOf(scene.car(7), Topic::Odometer), Status::Problem);
        QCOMPARE(scene.car(7).check->records, std::uint64_t(4));
        QCOMPARE(scene.car(8).own.checkedAt, kTestNow + 3'600);
    }

    void offlineFromTheDisk()
    {
        Scene scene(30);
        scene.run();
        scene.node.failures.assign(1'000, Error(ChainError::NodeUnreachable, {"x"}));
        const std::size_t rounds = scene.node.storageRounds;
        scene.open();
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        QCOMPARE(scene.desk->table().size(), std::size_t(30));
        QVERIFY(scene.car(12).check->registered);
        QCOMPARE(scene.desk->records(scene.car(12))->size(), std::size_t(3));
        QCOMPARE(scene.node.storageRounds, rounds); // nobody was asked
    }

    void failuresAreCountedAndRetried()
    {
        Scene scene(40);
        for (int i : {5, 6, 7}) {
            scene.node.silent.insert(vehicle::vehicleIdOf(testVin(i)));
        }
        scene.node.failsFirst[vehicle::vehicleIdOf(testVin(9))] = 2;          // answers the third time
        auto& logs = scene.node.logsByCar[vehicle::vehicleIdOf(testVin(11))]; // hides a record
        logs.pop_back();
        scene.node.logsByCar[vehicle::vehicleIdOf(testVin(12))][1].data[95] ^= 1; // a lower mileage
        scene.run();
        const JobState& state = scene.job->state();
        QCOMPARE(state.done, std::size_t(40));
        QCOMPARE(state.failed[static_cast<std::size_t>(Failure::NoAnswer)], std::size_t(3));
        QCOMPARE(state.failed[static_cast<std::size_t>(Failure::Incomplete)], std::size_t(1));
        QCOMPARE(state.failed[static_cast<std::size_t>(Failure::Mismatch)], std::size_t(1));
        QVERIFY(scene.car(9).check.has_value());
        QCOMPARE(scene.car(9).failure(), Failure::None);
        QVERIFY(!scene.car(5).check.has_value());
        QCOMPARE(statusOf(scene.car(5), kTestNow), CarStatus::NoAnswer);
        QCOMPARE(scene.car(12).failure(), Failure::Mismatch);
        QCOMPARE(statusOf(scene.car(12), Topic::Odometer), Status::NoData); // never shown as clean
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        // Asked again, and this time they answer.
        scene.node.silent.clear();
        const std::uint32_t again[] = {*scene.desk->table().byVin(testVin(5))};
        QVERIFY(scene.desk->want(again, kTestNow).ok());
        scene.run();
        QVERIFY(scene.car(5).check.has_value());
        QCOMPARE(scene.car(5).failure(), Failure::None);
    }

    void aFailureKeepsWhatWasKnown()
    {
        Scene scene(3);
        scene.run();
        scene.node.addRecord(testVin(1), RecordKind::Inspection, 30'000);
        scene.node.silent.insert(vehicle::vehicleIdOf(testVin(1)));
        const std::uint32_t row[] = {1};
        QVERIFY(scene.desk->want(row, kTestNow).ok());
        scene.run();
        QCOMPARE(scene.car(1).failure(), Failure::NoAnswer);
        QCOMPARE(scene.car(1).check->records, std::uint64_t(3)); // as old as its reading says
    }

    void waitsForANodeThatIsAway()
    {
        Scene scene(10);
        scene.node.failures.assign(6, Error(ChainError::NodeUnreachable, {"http://127.0.0.1:1"}));
        int waited = 0;
        scene.job->onState = [&] {
            waited += scene.job->state().phase == Phase::Waiting ? 1 : 0;
            if (scene.job->state().phase == Phase::Waiting) {
                QVERIFY(scene.job->state().error->is(ChainError::NodeUnreachable));
            }
        };
        scene.run();
        QVERIFY(waited >= 2);
        QCOMPARE(scene.job->state().done, std::size_t(10)); // no car's attempts were spent on it
        QCOMPARE(scene.job->state().failures(), std::size_t(0));
    }

    void pauseAndGoOn()
    {
        Scene scene(300);
        scene.job->onRows = [&](const std::vector<std::uint32_t>&) {
            if (scene.job->state().done >= 50) {
                scene.job->pause();
            }
        };
        scene.run();
        QCOMPARE(scene.job->state().phase, Phase::Paused);
        const std::size_t left = scene.desk->wanted();
        QVERIFY(left > 0 && left <= 250);
        scene.job->onRows = {};
        scene.run();
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        QCOMPARE(scene.job->state().done, left);
    }

    // The process ends in the middle: what was written stays, the rest is asked for after the restart.
    void survivesARestart()
    {
        Scene scene(300);
        scene.job->onRows = [&](const std::vector<std::uint32_t>&) {
            if (scene.job->state().done >= 100) {
                scene.job->stop();
            }
        };
        scene.run();
        scene.open();
        const std::size_t left = scene.desk->wanted();
        QVERIFY(left > 0 && left < 300);
        const std::size_t queries = scene.node.logQueries;
        scene.run();
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        QCOMPARE(scene.job->state().done, left);
        QVERIFY(scene.node.logQueries - queries <= 4 * left);
        for (int i = 0; i < 300; ++i) {
            QVERIFY(scene.car(i).check.has_value());
        }
    }

    void cancel()
    {
        Scene scene(300);
        scene.job->onRows = [&](const std::vector<std::uint32_t>&) {
            if (scene.job->state().done >= 20 && scene.desk->wanted() > 0) {
                scene.job->onRows = {};
                QVERIFY(scene.job->cancel().ok());
            }
        };
        scene.run();
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        QVERIFY(scene.job->state().done < 300);
        scene.open();
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
    }

    void strangersAndPlates()
    {
        Scene scene(2);
        std::vector<ListedCar> more(2);
        more[0].vin = testVin(500); // nobody registered it
        more[1].plate = "AB12CDE";
        QVERIFY(scene.desk->add(more, kTestNow, true).ok());
        scene.run();
        QCOMPARE(statusOf(scene.car(500), kTestNow), CarStatus::NotOnChain);
        QCOMPARE(statusOf(scene.car(500), Topic::Title), Status::NoData);
        QCOMPARE(scene.job->state().done, std::size_t(3));
        QCOMPARE(statusOf(scene.desk->table().at(3), kTestNow), CarStatus::NoVin);
    }

    void carsMayLeaveMeanwhile()
    {
        Scene scene(250);
        bool removed = false;
        scene.job->onRows = [&](const std::vector<std::uint32_t>&) {
            if (!std::exchange(removed, true)) {
                std::vector<std::int64_t> ids;
                for (std::uint32_t row = 100; row < 200; ++row) {
                    ids.push_back(scene.desk->table().at(row).own.id);
                }
                QVERIFY(scene.desk->remove(ids).ok());
            }
        };
        scene.run();
        QCOMPARE(scene.desk->table().size(), std::size_t(150));
        QCOMPARE(scene.desk->wanted(), std::size_t(0));
        QVERIFY(scene.car(249).check->odometerKm == 10'249U);
    }

    void printing()
    {
        struct Port : ReportPort {
            QCoro::Task<Result<Bytes>> report(std::string vin) override
            {
                if (vin == "bad") {
                    co_return VehicleError::UnknownVehicle;
                }
                co_return toBytes(std::string_view(vin));
            }
        } port;
        std::vector<std::string> kept;
        PrintJob print(port, [&](const std::string& vin, const Bytes& pdf) -> Result<> {
            kept.push_back(vin + std::to_string(pdf.size()));
            return {};
        });
        print.onProgress = [&](std::size_t done, std::size_t total) {
            QCOMPARE(total, std::size_t(4));
            if (done == 3) {
                print.cancel();
            }
        };
        const auto done = await(print.run({"a", "bad", "ccc", "never"}));
        QCOMPARE(done->size(), std::size_t(3));
        QVERIFY((*done)[1].error->is(VehicleError::UnknownVehicle));
        QCOMPARE(kept, (std::vector<std::string>{"a1", "ccc3"}));
        PrintJob full(port, [](const std::string&, const Bytes&) -> Result<> { return StoreError::DiskFull; });
        QVERIFY(await(full.run({"a", "b"})).error().is(StoreError::DiskFull));
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
