// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write what, here and in the contract; and histories of a real node out to files and held against their proof.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "content/folder_content_store.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "net/rpc_node.h"
#include "practice/practice_market.h"
#include "vehicle/history_export.h"
#include "vehicle/read_batches.h"
#include "vehicle/vehicle_calls.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::vehicle;
namespace registry = autochain::contracts::vehicleRegistry;

class TestRightsOnChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        practice::PracticeOptions options;
        options.folder = m_dir.path().toStdString();
        m_market = std::make_unique<practice::PracticeMarket>(options);
        const auto made = await(m_market->create());
        QVERIFY(made.ok());
        m_network = *made;
        m_node = std::make_unique<net::RpcNode>(net::NodeOptions::of(m_network));
        m_content = std::make_unique<FolderContentStore>(m_network.contentFolder);
        VehicleReader reader(*m_node, *m_content, m_network);
        m_cars = await(reader.allVehicles(0, 12))->value;
        QVERIFY(!m_cars.empty());
    }

    void cleanupTestCase()
    {
        m_node.reset();
        QVERIFY(await(m_market->reset()).ok());
    }

    // Each person of the market, each kind: the table of record.cpp says what RecordRights.sol does.
    void theTableIsTheContracts()
    {
        VehicleReader reader(*m_node, *m_content, m_network);
        const auto now = await(m_node->head())->time;
        int allowed = 0;
        RoleMask seen = 0;
        for (const Hash32& id : {m_cars.front(), m_cars.back()}) {
            const Vehicle car = *await(reader.readHistory(id));
            for (const PracticePerson& person : m_network.people) {
                Issuer issuer;
                issuer.account = person.address;
                issuer.roles = *await(reader.rolesOf(person.address, now));
                seen = static_cast<RoleMask>(seen | issuer.roles);
                const GrantKey key{car.state.holder, person.address};
                std::vector<GrantKey> keys(1, key);
                issuer.grant = await(readGrants(*m_node, at(), id, keys))->at(key).back();
                issuer.issuedBefore = std::any_of(car.records.begin(), car.records.end(), [&](const Record& record) {
                    return record.provider == person.address;
                });
                for (int kind = 0; kind < kRecordKinds; ++kind) {
                    const bool here = mayAppend(car.state, issuer, static_cast<RecordKind>(kind), now).ok();
                    QCOMPARE(here, contractAllows(id, kind, person.address));
                    allowed += here ? 1 : 0;
                }
            }
        }
        QVERIFY(allowed > 10);
        QVERIFY((seen & maskOf(ProviderRole::Dealer)) != 0 && (seen & maskOf(ProviderRole::RepairShop)) != 0);
    }

    void everyRecordHadItsRight()
    {
        for (const Hash32& id : m_cars) {
            const auto exported = await(exportHistory(*m_node, *m_node, *m_content, m_network, id));
            QVERIFY2(exported.ok(), exported.ok() ? "" : exported.error().detail.c_str());
            QCOMPARE(exported->missingBlocks, std::uint64_t(0));
            HistoryTrust trust = HistoryTrust::of(m_network);
            const auto header = decodeHeader(exported->bundle.proof.header);
            QVERIFY(header.ok());
            trust.blockHash = await(m_node->blockHashAt(header->number))->value;
            const auto read = parseHistoryBundle(asBytes(writeHistoryBundle(exported->bundle)));
            const auto history = verifyHistory(*read, trust);
            QVERIFY(history.ok());
            QCOMPARE(history->unproven, std::uint64_t(0));
            QVERIFY(history->headerTrusted && history->registryTrusted);
            QVERIFY(!history->owners.empty());
            for (const Record& record : history->records) {
                const RecordFault fault = faultOf(record);
                QVERIFY2(fault == RecordFault::None || fault == RecordFault::Unsigned,
                         qPrintable(QStringLiteral("record %1 kind %2 fault %3")
                                        .arg(record.index)
                                        .arg(int(record.kind))
                                        .arg(int(fault))));
            }
            // What the reader says of them is the same.
            VehicleReader reader(*m_node, *m_content, m_network);
            const Vehicle car = *await(reader.readVehicle(id));
            for (std::size_t i = 0; i < car.records.size(); ++i) {
                QCOMPARE(car.records[i].right, history->records[i].right);
                QCOMPARE(car.records[i].signature, history->records[i].signature);
                QCOMPARE(car.records[i].providerRoles, history->records[i].providerRoles);
            }
        }
    }

private:
    const Address& at() const { return m_network.contract("vehicleRegistry"); }

    bool contractAllows(const Hash32& id, int kind, const Address& who)
    {
        const Call call = registry::mayAppend(at(), id, static_cast<registry::Kind>(kind), who);
        CallRequest request;
        request.to = call.to;
        request.data = call.data;
        const auto answer = await(m_node->call(request));
        return answer.ok() && registry::decodeMayAppendResult(*answer).value();
    }

    QTemporaryDir m_dir;
    std::unique_ptr<practice::PracticeMarket> m_market;
    NetworkFile m_network;
    std::unique_ptr<net::RpcNode> m_node;
    std::unique_ptr<FolderContentStore> m_content;
    std::vector<Hash32> m_cars;
};

QTEST_GUILESS_MAIN(TestRightsOnChain)
#include "tst_rights_on_chain.moc"
