// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_world.h"

#include "base/hex.h"
#include "codec/eip712.h"
#include "contracts/record_hash.h"
#include "crypto/hash.h"
#include "vehicle/record_details.h"
#include "vehicle/record_look.h"
#include "vehicle/signed_content.h"

#include <QtTest>

#include <set>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
HistoryWork plain()
{
    return {};
}

VerifiedHistory verified(const World& world)
{
    auto result = verifyHistory(world.bundle, world.trust, plain());
    if (!result.ok()) {
        qWarning("%s %s", result.error().args.empty() ? "" : result.error().args[0].c_str(),
                 result.error().detail.c_str());
        return {};
    }
    return std::move(result).value();
}
} // namespace

class TestVerifiedHistory : public QObject
{
    Q_OBJECT

private slots:
    void everyKindAndRoleHolds()
    {
        std::set<RecordKind> kinds;
        std::set<RightState> rights;
        RoleMask roles = 0;
        for (const WorldSpec& spec : wholeWorld()) {
            const VerifiedHistory history = verified(build(spec));
            QCOMPARE(history.records.size(), spec.lines.size());
            QCOMPARE(history.unproven, std::uint64_t(0));
            QVERIFY(history.headerTrusted && history.registryTrusted);
            QVERIFY(!history.owners.empty());
            for (const Record& record : history.records) {
                QVERIFY2(faultOf(record) == RecordFault::None,
                         qPrintable(QStringLiteral("%1: record %2 fault %3 right %4")
                                        .arg(QString::fromStdString(spec.vin))
                                        .arg(record.index)
                                        .arg(int(faultOf(record)))
                                        .arg(int(record.right))));
                kinds.insert(record.kind);
                rights.insert(record.right);
                roles = static_cast<RoleMask>(roles | record.providerRoles);
            }
        }
        QCOMPARE(kinds.size(), std::size_t(kRecordKinds - 1));
        for (int i = 1; i < kProviderRoles; ++i) {
            QVERIFY2((roles & maskOf(static_cast<ProviderRole>(i))) != 0, qPrintable(QString::number(i)));
        }
        QCOMPARE(rights, (std::set<RightState>{RightState::Registry, RightState::Holder, RightState::Role,
                                               RightState::Grant, RightState::IssuedBefore}));
    }

    void namesOfBothForms()
    {
        const VerifiedHistory history = verified(build(wholeWorld()[0]));
        QCOMPARE(history.records[0].providerName, std::string("Honda of Canada Manufacturing, Alliston Ontario"));
        QCOMPARE(history.records[2].providerName, std::string("Ottawa Cars"));
    }

    void aFileSaysTheSame()
    {
        for (const WorldSpec& spec : wholeWorld()) {
            const World world = build(spec);
            const std::string text = writeHistoryBundle(world.bundle);
            const auto read = parseHistoryBundle(asBytes(text));
            QVERIFY(read.ok());
            QVERIFY(*read == world.bundle);
            QVERIFY(looksLikeHistoryBundle(asBytes(text).first(16)));
        }
    }

    void whatTheReaderDoesNotTrust()
    {
        const World world = build(wholeWorld()[1]);
        const auto without = verifyHistory(world.bundle, {}, plain());
        QVERIFY(without.ok() && !without->headerTrusted && !without->registryTrusted);
        const auto refused = [&](auto change, VehicleError why) {
            HistoryTrust trust = world.trust;
            change(trust);
            const auto result = verifyHistory(world.bundle, trust, plain());
            return !result.ok() && result.error().is(why);
        };
        QVERIFY(refused([](HistoryTrust& t) { t.chainId = 1; }, VehicleError::OtherChain));
        QVERIFY(refused([](HistoryTrust& t) { t.registry = someone(1); }, VehicleError::OtherChain));
        QVERIFY(refused([](HistoryTrust& t) { t.participants = someone(1); }, VehicleError::OtherChain));
        QVERIFY(refused([](HistoryTrust& t) { t.blockHash = Hash32(); }, VehicleError::HistoryUnproven));
    }

    void theFirstPageIsTheNewest()
    {
        const World world = build(wholeWorld()[1]);
        const auto page = verifyHistory(world.bundle, world.trust, {1, 2, true});
        QVERIFY(page.ok());
        const auto& records = page->records;
        QCOMPARE(records.back().signature, SignatureState::Valid);
        QCOMPARE(records[records.size() - 2].signature, SignatureState::Valid);
        QCOMPARE(records[records.size() - 3].signature, SignatureState::NotChecked);
        QCOMPARE(records[1].right, RightState::Grant); // rights of all, whatever page is looked at
    }

    void threadsSayTheSame()
    {
        const World world = build(longHistory(200));
        const auto one = verifyHistory(world.bundle, world.trust, {1, UINT64_MAX, true});
        const auto four = verifyHistory(world.bundle, world.trust, {4, UINT64_MAX, true});
        QVERIFY(one.ok() && four.ok());
        for (std::size_t i = 0; i < one->records.size(); ++i) {
            QVERIFY(faultOf(one->records[i]) == RecordFault::None);
            QVERIFY(one->records[i].signature == four->records[i].signature);
            QVERIFY(one->records[i].content == four->records[i].content);
        }
    }

    // In the very second a role ends, what came before its end in the same block cannot be told.
    void endedInTheSameBlock()
    {
        WorldSpec spec = wholeWorld()[2];
        spec.members[0].spans.back().second = spec.lines[1].time;
        const VerifiedHistory history = verified(build(spec));
        QCOMPARE(history.records[1].right, RightState::Unknown);
        QCOMPARE(faultOf(history.records[1]), RecordFault::RightUnknown);
    }

    void anOldRegistryDoesNotNameItsHolders()
    {
        WorldSpec spec = wholeWorld()[3];
        spec.lines[3].newHolder = 0; // digest zero
        const VerifiedHistory history = verified(build(spec));
        QVERIFY(history.owners.empty());
        QCOMPARE(history.records[0].right, RightState::Holder);
        QCOMPARE(history.records[4].right, RightState::Unknown);
    }

    void unsignedIsSaidToBeUnsigned()
    {
        WorldSpec spec = wholeWorld()[1];
        spec.lines[1].signedBy = 0;
        const VerifiedHistory history = verified(build(spec));
        QCOMPARE(history.records[1].signature, SignatureState::Unsigned);
        QCOMPARE(faultOf(history.records[1]), RecordFault::Unsigned);
        QCOMPARE(history.records[1].contentState, ContentState::Loaded);
    }

    // The document the signer shows and the digest that is recovered from are the same thing.
    void documentAndDigest()
    {
        const contracts::RecordToSign record{Hash32::from(Bytes(32, 7)), 8, 61'000, sha256(asBytes("content"))};
        const Address registry = someone(0xe1);
        const auto document = eip712::parse(asBytes(contracts::recordDocument(61, registry, record)));
        QVERIFY(document.ok());
        QCOMPARE(toHex0x(eip712::digest(*document).value()),
                 toHex0x(contracts::recordDigest(contracts::recordDomainSeparator(61, registry), record)));
    }

    void detailsOfEveryKind()
    {
        for (int i = 1; i < kRecordKinds; ++i) {
            const auto kind = static_cast<RecordKind>(i);
            RecordContent content;
            content.details = emptyDetailsOf(kind);
            QVERIFY2(!schemaOf(content.details).empty(), qPrintable(QString::number(i)));
            QVERIFY(detailsFit(kind, content.details));
            const auto read = parseRecordContent(asBytes(writeRecordContent(content)));
            QVERIFY(read.ok());
            QCOMPARE(*read, content);
        }
        QVERIFY(!detailsFit(RecordKind::Service, AccidentDetails()));
    }

    void detailsRoundTrip()
    {
        RecordContent content;
        ObdSessionDetails obd;
        obd.startedAt = 1'700'000'000;
        obd.durationS = 3'600;
        obd.distanceM = 41'000;
        obd.series = {{"coolantTemperature", "°C", 1, -105, 873, 1'012, 3'600, {0, 15, 30}, {-105, 400, 1'012}}};
        obd.flags = {{"overheating", "coolantTemperature", 1'012, 40}};
        content.details = obd;
        content.privateSection = PrivateSection{sha256(asBytes("sealed")), 512, "autochain-sealed/1"};
        content.documents = {{sha256(asBytes("root")), "photos.zip", "application/zip", 9'000'000, true}};
        const auto read = parseRecordContent(asBytes(writeRecordContent(content)));
        QVERIFY(read.ok());
        QCOMPARE(*read, content);
        QCOMPARE(cidOf(read->documents[0]).substr(0, 7), std::string("bafybei"));
        QCOMPARE(read->detailsAs<ObdSessionDetails>()->series.size(), std::size_t(1));

        TitleBrandDetails brand;
        brand.brand = TitleBrand::SalvageStolen;
        content.details = brand;
        const auto again = parseRecordContent(asBytes(writeRecordContent(content)));
        QCOMPARE(again->detailsAs<TitleBrandDetails>()->brand, TitleBrand::SalvageStolen);
        QCOMPARE(entryOf(TitleBrand::SalvageStolen).code, std::string_view("49"));

        const std::string newer = "{\"format\":\"autochain-record/2\",\"details\":{\"schema\":\"accident/9\",\"x\":1}}";
        const auto unknown = parseRecordContent(asBytes(newer));
        QVERIFY(unknown.ok());
        QCOMPARE(unknown->unknownDetails, std::string("accident/9"));
    }

    void packedRecords()
    {
        VerifiedHistory history = verified(build(wholeWorld()[1]));
        const Bytes packed = packRecords(history.records);
        const auto read = unpackRecords(packed);
        QVERIFY(read.ok());
        QCOMPARE(read->size(), history.records.size());
        for (std::size_t i = 0; i < read->size(); ++i) {
            const Record& a = (*read)[i];
            const Record& b = history.records[i];
            QVERIFY(a.index == b.index && a.kind == b.kind && a.provider == b.provider && a.time == b.time);
            QVERIFY(a.odometerKm == b.odometerKm && a.contentDigest == b.contentDigest && a.right == b.right);
            QVERIFY(a.signature == b.signature && a.providerName == b.providerName);
        }
        QCOMPARE(historyHead(*read), history.state.history.head);
        for (std::size_t size = 0; size < history.records.size() * 100; size += 7) { // cut within the records
            QVERIFY(!unpackRecords(BytesView(packed).first(size)).ok());
        }
    }

    void hostileFiles()
    {
        const std::string good = writeHistoryBundle(build(wholeWorld()[0]).bundle);
        for (const char* text : {"", "[]", "{}", "{\"format\":\"autochain-history/2\"}"}) {
            const auto read = parseHistoryBundle(asBytes(std::string_view(text)));
            QVERIFY(!read.ok() && read.error().is(VehicleError::BadBundle));
        }
        for (std::size_t cut = 1; cut < good.size(); cut += good.size() / 40) {
            QVERIFY(!parseHistoryBundle(asBytes(std::string_view(good).substr(0, cut))).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestVerifiedHistory)
#include "tst_verified_history.moc"
