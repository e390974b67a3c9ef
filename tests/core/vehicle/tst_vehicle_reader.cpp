// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "base/hex.h"
#include "cars.h"
#include "codec/abi.h"
#include "content/folder_content_store.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "net/fake_node.h"
#include "vehicle/vehicle_calls.h"
#include "vehicle/vin.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;
using namespace autochain::vehicle;
namespace registry = autochain::contracts::vehicleRegistry;
namespace participants = autochain::contracts::participants;

namespace
{
constexpr const char* kVin = "1M8GDM9AXKP042788";

Hash32 word(const Address& address)
{
    return Hash32{U256::fromBigEndian(address.view()).toBigEndian()};
}

Hash32 word(std::uint64_t number)
{
    return Hash32{U256(number).toBigEndian()};
}

Bytes encoded(const char* types, std::vector<abi::Value> values)
{
    return abi::encode(abi::parseType(types).value(), values).value();
}

class KeptInMemory : public HistoryCache
{
public:
    Result<std::optional<KeptHistory>> load(const Address&, const Hash32& vehicleId) override
    {
        const auto at = kept.find(vehicleId);
        return at == kept.end() ? std::optional<KeptHistory>() : std::optional(at->second);
    }
    Result<> keep(const Address&, const Hash32& vehicleId, const KeptHistory& history) override
    {
        kept.insert_or_assign(vehicleId, history);
        return {};
    }
    std::unordered_map<Hash32, KeptHistory> kept;
};

// A registry of one car on a fake node.
struct Scene {
    QTemporaryDir folder;
    net::FakeNode node;
    FolderContentStore content{folder.path().toStdString()};
    NetworkFile network;
    Address contract = someone(0xee);
    Hash32 id = vehicleIdOf(kVin);
    std::vector<Record> records;
    std::uint32_t logIndex = 0;

    Scene()
    {
        network.contracts = {
            {"vehicleRegistry", contract}, {"participants", someone(0xef)}, {"dealBook", someone(0xb0)}};
        node.top.number = 100;
        History history;
        history.add(RecordKind::Odometer, 1'000, 12'000)
            .add(RecordKind::Inspection, 2'000, 15'000, ProviderRole::Inspector);
        history.add(RecordKind::OwnershipChange, 3'000, 0);
        records = history.records;
        records[2].provider = contract;
    }

    template <typename T>
    void store(const Address& at, const StorageReader<T>& reader, std::vector<U256> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            node.setWord(at, reader.slotKeys.at(i), words[i]);
        }
    }

    void log(std::vector<Hash32> topics, Bytes data, std::uint8_t transaction)
    {
        Log out;
        out.address = contract;
        out.topics = std::move(topics);
        out.data = std::move(data);
        out.blockNumber = 10U + transaction;
        out.logIndex = logIndex++;
        out.transactionHash.bytes.fill(transaction);
        node.allLogs.push_back(std::move(out));
    }

    void logRecord(const Record& record, const Hash32& head, std::uint8_t transaction)
    {
        log({registry::kRecordAppendedTopic, id, word(record.index), word(record.provider)},
            encoded("(uint8,uint64,uint32,bytes32,bytes32)",
                    {static_cast<std::uint64_t>(record.kind), static_cast<std::uint64_t>(record.time),
                     std::uint64_t{record.odometerKm}, record.contentDigest, head}),
            transaction);
    }

    // Writes what the contract would hold and emit.
    void publish()
    {
        Hash32 head;
        log({registry::kVehicleRegisteredTopic, id, word(someone(1))}, encoded("(string)", {abi::Value::text(kVin)}),
            0);
        log({registry::kTransferTopic, Hash32(), word(someone(1)), id}, {}, 0);
        for (const Record& record : records) {
            head = nextHead(head, record);
            logRecord(record, head, static_cast<std::uint8_t>(record.index));
        }
        log({registry::kTransferTopic, word(someone(1)), word(someone(7)), id}, {}, 2);
        const U256 token = U256::fromBigEndian(id.view());
        store(contract, registry::ownersReader(token), {U256::fromBigEndian(someone(7).view())});
        store(contract, registry::holdersReader(id), {U256::fromBigEndian(someone(7).view())});
        store(contract, registry::balancesReader(someone(7)), {U256(1)});
        store(contract, registry::historiesReader(id),
              {U256(records.size()), U256::fromBigEndian(historyHead(records).view()),
               U256(15'000) | (U256(3'000) << 32)});
        store(contract, registry::vehicleIdsLengthReader(), {U256(1)});
        store(contract, registry::vehicleIdsReader(0), {token});
        store(someone(0xef), participants::membershipsReader(records[1].provider, participants::Role::Inspector),
              {U256(1'500)});
    }

    VehicleReader reader() { return VehicleReader(node, content, network); }
};
} // namespace

class TestVehicleReader : public QObject
{
    Q_OBJECT

private slots:
    void wholeCar()
    {
        Scene scene;
        scene.records[1].contentDigest =
            scene.content.write(asBytes("{\"format\":\"autochain-record/1\",\"title\":\"Safety test\"}")).value();
        scene.publish();
        auto reader = scene.reader();
        const auto car = await(reader.readVehicle(scene.id));
        QVERIFY2(car.ok(), car.ok() ? "" : car.error().detail.c_str());
        QCOMPARE(car->historyCheck, HistoryCheck::Verified);
        QCOMPARE(car->records.size(), std::size_t(3));
        QCOMPARE(car->vin.value(), std::string(kVin));
        QCOMPARE(car->state.owner, someone(7));
        QCOMPARE(car->state.history.count, std::uint64_t(3));
        QCOMPARE(car->state.history.odometerKm, 15'000U);
        QCOMPARE(car->state.history.lastTime, UnixTime(3'000));
        QCOMPARE(car->provenance, Provenance::Local);
        QCOMPARE(car->records[1].contentState, ContentState::Loaded);
        QCOMPARE(car->records[1].content.title, std::string("Safety test"));
        QVERIFY(car->records[1].hasRole(ProviderRole::Inspector));
        QCOMPARE(car->records[0].contentState, ContentState::None);
        QCOMPARE(car->records[0].providerRoles, RoleMask{0});
        QVERIFY(car->records[2].byRegistry);
        QCOMPARE(car->owners.size(), std::size_t(2));
        QCOMPARE(car->owners[0].owner, someone(1));
        QCOMPARE(car->owners[0].until.value(), UnixTime(3'000));
        QCOMPARE(car->owners[1].owner, someone(7));
    }

    void lyingLogs()
    {
        const auto checkOf = [](auto change) {
            Scene scene;
            scene.publish();
            change(scene);
            auto reader = scene.reader();
            const auto car = await(reader.readVehicle(scene.id));
            return car.ok() && car->records.empty() ? car->historyCheck : HistoryCheck::Verified;
        };
        const auto isRecord = [](const Log& log) { return log.topics[0] == registry::kRecordAppendedTopic; };
        QCOMPARE(checkOf([&](Scene& s) { // one left out
                     s.node.allLogs.erase(std::find_if(s.node.allLogs.begin(), s.node.allLogs.end(), isRecord));
                 }),
                 HistoryCheck::Incomplete);
        QCOMPARE(checkOf([&](Scene& s) { // a lower mileage
                     std::find_if(s.node.allLogs.begin(), s.node.allLogs.end(), isRecord)->data[95] ^= 1;
                 }),
                 HistoryCheck::Mismatch);
        QCOMPARE(checkOf([&](Scene& s) { std::erase_if(s.node.allLogs, isRecord); }), HistoryCheck::Incomplete);
    }

    // Noise a node may add without changing what is shown.
    void noise()
    {
        Scene scene;
        scene.publish();
        Record tooNew = scene.records[0];
        tooNew.index = 3;
        scene.logRecord(tooNew, Hash32(), 9);
        scene.log({registry::kRecordAppendedTopic, scene.id}, {1, 2, 3}, 9); // does not decode
        std::reverse(scene.node.allLogs.begin(), scene.node.allLogs.end());
        auto reader = scene.reader();
        const auto car = await(reader.readVehicle(scene.id));
        QCOMPARE(car->historyCheck, HistoryCheck::Verified);
        QCOMPARE(car->records.size(), std::size_t(3));
    }

    void wrongVinInTheLog()
    {
        Scene scene;
        scene.publish();
        for (Log& log : scene.node.allLogs) {
            if (log.topics[0] == registry::kVehicleRegisteredTopic) {
                log.data = encoded("(string)", {abi::Value::text("11111111111111111")});
            }
        }
        auto reader = scene.reader();
        QVERIFY(!await(reader.readVehicle(scene.id))->vin.has_value());
    }

    void content()
    {
        Scene scene;
        scene.records[0].contentDigest = sha256(asBytes("never stored"));
        scene.records[1].contentDigest = scene.content.write(asBytes("not json")).value();
        Record more = scene.records[1];
        more.index = 3;
        more.contentDigest = scene.content.write(asBytes("to be altered")).value();
        scene.records.push_back(more);
        QFile file(QString::fromStdString(scene.content.pathOf(scene.records[3].contentDigest)));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("altered");
        file.close();
        scene.publish();
        auto reader = scene.reader();
        const auto car = await(reader.readVehicle(scene.id));
        QCOMPARE(car->records[0].contentState, ContentState::Missing);
        QCOMPARE(car->records[1].contentState, ContentState::Unreadable);
        QCOMPARE(car->records[3].contentState, ContentState::Altered);
        QCOMPARE(car->looked, std::uint64_t(4));
    }

    // Digest and provider of a change of title say who holds it from then on.
    void theRecordsProveTheOwners()
    {
        Scene scene;
        std::copy_n(word(someone(7)).bytes.begin(), 32, scene.records[2].contentDigest.bytes.begin());
        scene.publish();
        std::erase_if(scene.node.allLogs,
                      [](const Log& log) { return log.topics[0] == registry::kTransferTopic; }); // no hints
        auto reader = scene.reader();
        const auto car = await(reader.readVehicle(scene.id));
        QCOMPARE(car->owners.size(), std::size_t(2));
        QCOMPARE(car->owners[0].owner, someone(1));
        QCOMPARE(car->owners[1].owner, someone(7));
        QCOMPARE(car->owners[1].from, UnixTime(3'000));
        QCOMPARE(car->records[2].contentState, ContentState::None);
        QCOMPARE(car->records[2].right, RightState::Registry);
        QCOMPARE(car->records[1].right, RightState::Role);
        QCOMPARE(car->records[0].right, RightState::Holder);
    }

    void whatWasVerifiedOnceIsNotAskedForAgain()
    {
        Scene scene;
        scene.publish();
        KeptInMemory cache;
        auto reader = scene.reader();
        reader.setCache(&cache);
        const auto first = await(reader.readVehicle(scene.id));
        QCOMPARE(first->historyCheck, HistoryCheck::Verified);
        std::vector<Log> all = std::move(scene.node.allLogs);
        scene.node.allLogs.clear();
        const auto again = await(reader.readVehicle(scene.id));
        QCOMPARE(again->historyCheck, HistoryCheck::Verified);
        QCOMPARE(again->records.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(again->records[i].right, first->records[i].right);
            QCOMPARE(again->records[i].providerRoles, first->records[i].providerRoles);
            QCOMPARE(again->records[i].transactionHash, first->records[i].transactionHash);
        }
        // One more: only its own event is needed.
        Record more = scene.records[1];
        more.index = 3;
        more.time = 4'000;
        scene.records.push_back(more);
        scene.publish();
        std::erase_if(scene.node.allLogs, [&](const Log& log) {
            return log.topics[0] == registry::kRecordAppendedTopic && log.topics[2] != word(std::uint64_t{3});
        });
        for (Log& log : scene.node.allLogs) {
            log.blockNumber = 120;
        }
        scene.node.top.number = 130;
        QCOMPARE(await(reader.readVehicle(scene.id))->records.size(), std::size_t(4));
        // What is kept does not lead to the head: everything is read again.
        cache.kept.begin()->second.head = Hash32();
        cache.kept.begin()->second.records = packRecords(std::span(scene.records).first(2));
        cache.kept.begin()->second.count = 2;
        QCOMPARE(await(reader.readVehicle(scene.id))->historyCheck, HistoryCheck::Incomplete);
        for (const Log& log : all) {
            scene.node.allLogs.push_back(log);
        }
        QCOMPARE(await(reader.readVehicle(scene.id))->records.size(), std::size_t(4));
    }

    void theFirstPageComesFirst()
    {
        Scene scene;
        scene.node.top.number = 1'000; // a block per record
        scene.records.resize(1);
        RecordContent content;
        content.title = "Read it";
        const Hash32 digest = scene.content.write(asBytes(writeRecordContent(content))).value();
        for (std::uint64_t i = 1; i < 2 * VehicleReader::kFirstPage; ++i) {
            Record more = scene.records[0];
            more.index = i;
            more.contentDigest = digest;
            scene.records.push_back(more);
        }
        scene.publish();
        auto reader = scene.reader();
        std::uint64_t looked = 0;
        bool newestLoaded = false;
        bool oldestLoaded = true;
        const auto whole = await(reader.readVehicle(scene.id, [&](const Vehicle& car) {
            looked = car.looked;
            QCOMPARE(car.records.size(), std::size_t(2 * VehicleReader::kFirstPage));
            newestLoaded = car.records.back().content.title == "Read it";
            oldestLoaded = car.records[1].contentState == ContentState::Loaded;
        }));
        QCOMPARE(looked, VehicleReader::kFirstPage);
        QVERIFY(newestLoaded && !oldestLoaded);
        QCOMPARE(whole->records[1].content.title, std::string("Read it"));
        QCOMPARE(whole->records[1].signature, SignatureState::Unsigned);
    }

    void unknownAndNodeGone()
    {
        Scene scene;
        auto reader = scene.reader();
        const auto none = await(reader.readVehicle(scene.id));
        QVERIFY(!none.ok() && none.error().is(VehicleError::UnknownVehicle));
        scene.publish();
        scene.node.failures.push_back(Error(ChainError::NodeUnreachable, {"http://127.0.0.1:1"}));
        const auto gone = await(reader.readVehicle(scene.id));
        QVERIFY(!gone.ok() && gone.error().is(ChainError::NodeUnreachable));
        QVERIFY(await(reader.readVehicle(scene.id)).ok());
    }

    void lists()
    {
        Scene scene;
        scene.publish();
        auto reader = scene.reader();
        const auto mine = await(reader.vehiclesOf(someone(7)));
        QCOMPARE(mine->ids, std::vector<Hash32>{scene.id});
        QVERIFY(mine->complete);
        QVERIFY(await(reader.vehiclesOf(someone(1)))->ids.empty()); // sold
        scene.store(scene.contract, registry::balancesReader(someone(7)), {U256(2)});
        QVERIFY(!await(reader.vehiclesOf(someone(7)))->complete); // the node hides one
        QCOMPARE(await(reader.allVehicles())->value, std::vector<Hash32>{scene.id});
        QVERIFY(await(reader.allVehicles(5))->value.empty());
        const auto vins = await(reader.vinsOf({scene.id, word(5)}));
        QCOMPARE(vins->size(), std::size_t(1));
        QCOMPARE(vins->at(scene.id), std::string(kVin));
    }

    void thousandsInFewRounds()
    {
        Scene scene;
        scene.publish();
        std::vector<Hash32> ids(2'000, scene.id);
        auto reader = scene.reader();
        scene.node.storageRounds = 0;
        const auto all = await(reader.readSummaries(ids));
        QCOMPARE(all->value.size(), std::size_t(2'000));
        QVERIFY(all->value.back().registered());
        QCOMPARE(scene.node.storageRounds, std::size_t(10));
    }

    void localChecks()
    {
        Scene scene;
        VehicleSummary car;
        car.id = scene.id;
        const auto& net = scene.network;
        const Issuer owner{someone(7), 0, {}, false};
        QVERIFY(appendRecord(net, car, owner, RecordKind::Odometer, 1, {}, 0).error().is(VehicleError::UnknownVehicle));
        QVERIFY(registerVehicle(net, "1M8GDM9AXKP042789", 1, {}).error().is(VehicleError::CheckDigit));
        QVERIFY(registerVehicle(net, "short", 1, {}).error().is(VehicleError::BadVin));
        const auto call = registerVehicle(net, " 1m8gdm9axkp042788", 12, {});
        QCOMPARE(registry::decodeRegister(call->data)->vin, std::string(kVin));
        car.owner = car.holder = someone(7);
        QVERIFY(registerVehicle(net, kVin, 1, {}, car).error().is(VehicleError::AlreadyRegistered));
        QVERIFY(appendRecord(net, car, owner, RecordKind::Odometer, 1, {}, 0).ok());
        QVERIFY(appendRecord(net, car, owner, RecordKind::Repair, 1, {}, 0).error().is(VehicleError::NoRole));
        QVERIFY(appendRecord(net, car, owner, RecordKind::Correction, 1, {}, 0).error().is(VehicleError::NoRole));
        Issuer shop{someone(9), maskOf(ProviderRole::RepairShop), {100, 200, kindBit(RecordKind::Repair)}, false};
        QVERIFY(mayAppend(car, shop, RecordKind::Repair, 150).ok());
        QVERIFY(!mayAppend(car, shop, RecordKind::Repair, 200).ok());
        QVERIFY(!mayAppend(car, shop, RecordKind::Service, 150).ok());
        QVERIFY(!mayAppend(car, owner, RecordKind::Lien, 150).ok());
        QVERIFY(setGrant(net, car, someone(7), someone(9), {200, 100, 0}).error().is(VehicleError::BadSpan));
        QVERIFY(setGrant(net, car, someone(7), someone(9), {1, 2, kindBit(RecordKind::Theft)})
                    .error()
                    .is(VehicleError::NoRole));
        QVERIFY(setGrant(net, car, someone(8), someone(9), {1, 2, 0}).error().is(VehicleError::NotHolder));
        QVERIFY(transferTitle(net, car, someone(7), someone(7)).error().is(VehicleError::ToItself));
        QVERIFY(transferTitle(net, car, someone(7), someone(8)).ok());
        car.lender = someone(5);
        QVERIFY(transferTitle(net, car, someone(7), someone(8)).error().is(VehicleError::UnderLien));
        QVERIFY(releaseLien(net, car, someone(6)).error().is(VehicleError::NoLien));
        QVERIFY(releaseLien(net, car, someone(5)).ok());
        car.dealId = word(1);
        QVERIFY(transferTitle(net, car, someone(7), someone(8)).error().is(VehicleError::InDeal));
        car.owner = someone(0x5a);
        QVERIFY(setGrant(net, car, someone(7), someone(9), {1, 2, 0}).error().is(VehicleError::InDeal));
    }

    void reverts()
    {
        Bytes data = toBytes(BytesView(abi::selector("UnderLien(bytes32,address)")));
        append(data, encoded("(bytes32,address)", {word(1), someone(5)}));
        const auto error = decodeRegistryRevert(data);
        QVERIFY(error.has_value() && error->is(VehicleError::UnderLien));
        QCOMPARE(error->args.size(), std::size_t(1));
        QVERIFY(!decodeRegistryRevert(Bytes{1, 2, 3, 4}).has_value());
        QVERIFY(!decodeRegistryRevert({}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestVehicleReader)
#include "tst_vehicle_reader.moc"
