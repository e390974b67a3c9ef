// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline's rows and words, of few records and of ten thousand.
#include "timelinemodel.h"
#include "vehicle/assess.h"
#include "viewmodels/base/distance.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;
using vehicle::ProviderRole;
using vehicle::Record;
using vehicle::RecordContent;
using vehicle::RecordKind;

namespace
{
constexpr UnixTime kDay = 86'400;
constexpr UnixTime kStart = 1'500'000'000;

Address someone(int n)
{
    Address out;
    out.bytes.fill(static_cast<std::uint8_t>(n));
    return out;
}

void add(std::vector<Record>& records, RecordKind kind, int day, std::uint32_t km, ProviderRole role,
         RecordContent content = {})
{
    Record record;
    record.index = records.size();
    record.kind = kind;
    record.time = kStart + day * kDay;
    record.odometerKm = km;
    record.provider = someone(1 + static_cast<int>(role));
    record.providerRoles = role == ProviderRole::None ? vehicle::RoleMask{0} : maskOf(role);
    record.contentState = vehicle::ContentState::Loaded;
    record.content = std::move(content);
    records.push_back(std::move(record));
}

// Service, a wrong inspection with its correction and the owner's statement on it, two years of nothing, service.
std::vector<Record> story()
{
    std::vector<Record> out;
    add(out, RecordKind::Service, 0, 10'000, ProviderRole::Dealer);
    RecordContent inspection;
    inspection.title = "Safety inspection";
    inspection.notes = "Rust on the subframe";
    add(out, RecordKind::Inspection, 100, 120'004, ProviderRole::Inspector, inspection);
    RecordContent correction;
    correction.corrects = 1;
    correction.details = vehicle::CorrectionDetails{{{"odometerKm", "120004", "12000"}}, true};
    add(out, RecordKind::Correction, 103, 12'000, ProviderRole::Inspector, correction);
    RecordContent statement;
    statement.corrects = 1;
    statement.notes = "They typed it twice";
    add(out, RecordKind::OwnerStatement, 104, 0, ProviderRole::None, statement);
    add(out, RecordKind::Service, 850, 30'000, ProviderRole::Dealer);
    return out;
}

TimelineSource sourceOf(const std::vector<Record>& records)
{
    return {&records,
            {[](const Address& who) { return who == someone(1) ? QStringLiteral("Alice") : QString(); }},
            Provenance::Local,
            {},
            {}};
}

QStringList column(const TimelineModel& model, int role)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) {
        out << model.index(row).data(role).toString();
    }
    return out;
}
} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    // Kilometres are kept; what was said in miles is shown as it was said.
    void aReadingToldInMilesIsShownAsTold()
    {
        std::vector<Record> records;
        RecordContent told;
        told.details = vehicle::OdometerDetails{81'810, vehicle::DistanceUnit::Mi, false};
        add(records, RecordKind::Odometer, 0, 131'660, ProviderRole::None, told);
        TimelineModel model;
        model.show(sourceOf(records));
        const auto line = [&] { return model.index(0).data(TimelineModel::TextRole).toString(); };
        const auto value = [&](const QString& key) {
            for (const QVariant& row : model.details(0)) {
                if (row.toMap().value(QStringLiteral("key")) == key) {
                    return row.toMap().value(QStringLiteral("value")).toString();
                }
            }
            return QString();
        };
        QVERIFY2(line().endsWith(QStringLiteral("131,660 km, on the instrument 81,810 mi")), qPrintable(line()));
        QCOMPARE(value(QStringLiteral("On the instrument")), QStringLiteral("81,810 mi"));
        QCOMPARE(value(QStringLiteral("Odometer")), QStringLiteral("131,660 km"));
        format::setDistanceUnit(format::DistanceUnit::Mi);
        const auto back = qScopeGuard([] { format::setDistanceUnit(format::DistanceUnit::Km); });
        model.show(sourceOf(records));
        QVERIFY2(line().endsWith(QStringLiteral(", 81,810 mi")), qPrintable(line())); // the same is said once
        QCOMPARE(value(QStringLiteral("Odometer")), QStringLiteral("81,810 mi, recorded as 131,660 km"));
        model.setText(QStringLiteral("81810"));
        QCOMPARE(model.shown(), 1);
    }
    void rowsNewestFirstWithGapsAndWhatStandsBeside()
    {
        const auto records = story();
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(sourceOf(records));
        QCOMPARE(column(model, TimelineModel::ShapeRole),
                 (QStringList{QStringLiteral("record"), QStringLiteral("gap"), QStringLiteral("record"),
                              QStringLiteral("record"), QStringLiteral("record"), QStringLiteral("beside"),
                              QStringLiteral("beside"), QStringLiteral("record")}));
        QCOMPARE(model.total(), 5);
        QCOMPARE(model.shown(), 5);
        const QStringList texts = column(model, TimelineModel::TextRole);
        QVERIFY2(texts[1].contains(QStringLiteral("25 months")), qPrintable(texts[1]));
        QCOMPARE(texts[4], QStringLiteral("Safety inspection, 120,004 km"));
        // The wrong one is withdrawn, and both ways lead to the other.
        QCOMPARE(model.index(4).data(TimelineModel::WithdrawnRole).toBool(), true);
        QVERIFY(model.index(4).data(TimelineModel::NoteRole).toString().contains(QStringLiteral("withdrawn")));
        QVERIFY(links(model, 1).contains(2) && links(model, 1).contains(3));
        QVERIFY(links(model, 2).contains(1));
        QVERIFY(links(model, 3).contains(1));
        QCOMPARE(model.rowOf(1), 4);
        // No two rows read alike.
        QStringList spoken = column(model, TimelineModel::SpokenRole);
        QCOMPARE(spoken.removeDuplicates(), 0);
    }

    void onlyTheIssuerWithdraws()
    {
        auto records = story();
        records[2].provider = someone(77);
        TimelineModel model;
        model.show(sourceOf(records));
        QCOMPARE(model.index(model.rowOf(1)).data(TimelineModel::WithdrawnRole).toBool(), false);
        QVERIFY(links(model, 1).contains(2)); // said all the same
    }

    void filterAndFind()
    {
        const auto records = story();
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(sourceOf(records));
        model.setGroup(static_cast<int>(RecordGroup::Service));
        QCOMPARE(model.shown(), 2);
        QVERIFY(column(model, TimelineModel::TextRole)[1].startsWith(QStringLiteral("No service recorded for 28")));
        model.setGroup(0);
        model.setText(QStringLiteral("SUBFRAME"));
        QCOMPARE(model.shown(), 1);
        QCOMPARE(model.rowOf(1), 0);
        QVERIFY(!column(model, TimelineModel::ShapeRole).contains(QStringLiteral("gap")));
        model.setText(QStringLiteral("120,004")); // in a correction's details too
        QCOMPARE(model.shown(), 2);
        model.setText(QStringLiteral("nothing like it"));
        QCOMPARE(model.rowCount(), 0);
        model.setText({});
        QCOMPARE(model.shown(), 5);
    }

    void rowsThatStayKeepTheirPlace()
    {
        auto records = story();
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(sourceOf(records));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        auto more = records;
        add(more, RecordKind::Service, 900, 31'000, ProviderRole::Dealer);
        model.show(sourceOf(more));
        QCOMPARE(model.total(), 6);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 0);
        model.show(sourceOf(records)); // another branch of the chain: fewer again
        QCOMPARE(model.total(), 5);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void tenThousand()
    {
        std::vector<Record> records;
        for (int i = 0; i < 10'000; ++i) {
            RecordContent content;
            content.notes = i == 4'321 ? "the needle" : "hay";
            add(records, i % 5 == 0 ? RecordKind::Service : RecordKind::Odometer, i, static_cast<std::uint32_t>(i + 1),
                ProviderRole::Dealer, content);
        }
        TimelineModel model;
        model.show(sourceOf(records));
        QCOMPARE(model.rowCount(), 10'000);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.contentsCame(9'000, 9'100);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 10'000 - 9'100);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 10'000 - 9'000 - 1);
        model.setText(QStringLiteral("needle"));
        QCOMPARE(model.shown(), 1);
        QCOMPARE(model.index(0).data(TimelineModel::RecordRole).toInt(), 4'321);
        model.setText({});
        model.setGroup(static_cast<int>(RecordGroup::Service));
        QCOMPARE(model.shown(), 2'000);
    }

    void statesAreSaidPlainly()
    {
        auto records = story();
        records[0].contentState = vehicle::ContentState::Missing;
        records[1].contentState = vehicle::ContentState::Altered;
        records[4].content.privateSection = vehicle::PrivateSection{};
        records[2].right = vehicle::RightState::Wrong;
        TimelineModel model;
        model.show(sourceOf(records));
        const auto noteOf = [&](int record) {
            return model.index(model.rowOf(record)).data(TimelineModel::NoteRole).toString();
        };
        QCOMPARE(noteOf(0), QStringLiteral("details not here"));
        QCOMPARE(noteOf(4), QStringLiteral("partly private"));
        QVERIFY(states(model, 0).contains(QStringLiteral("nodata")));
        QVERIFY(states(model, 1).contains(QStringLiteral("problem")));
        QVERIFY(states(model, 2).contains(QStringLiteral("problem")));
    }

    // Details of every kind are written out; none is forgotten when a kind gets another field list.
    void everyKindHasWords()
    {
        std::vector<vehicle::RecordDetails> all{
            vehicle::ProductionDetails{"Plant A", "CA", {}, 2019, "E", "P", {{"Engine", "", "E1"}}},
            vehicle::FirstSaleDetails{"CA", kStart, {}, 60'000, {}},
            vehicle::ImportExportDetails{"US", "CA", kStart, "B3"},
            vehicle::ServiceDetails{{{"Filter", "F", ""}}, 20'000, {}},
            vehicle::RepairDetails{{}, 0, 40'000, {}},
            vehicle::InspectionDetails{
                vehicle::InspectionResult::Failed, {{"Rust", vehicle::DefectSeverity::Major, ""}}, {}, "C", "UK MOT"},
            vehicle::OdometerDetails{100, vehicle::DistanceUnit::Mi, true},
            vehicle::RecallDetails{"R1", "A", "B", "C", "D", "E", {}},
            vehicle::AccidentDetails{vehicle::AccidentSeverity::Severe, 2, true, true, "C"},
            vehicle::ClaimDetails{"N", vehicle::Cost{100, "CAD"}, {}, 0},
            vehicle::TotalLossDetails{vehicle::LossCause::Flood, "C", {}, {}, true},
            vehicle::TheftDetails{vehicle::TheftEvent::Recovered, "P", "C", {}},
            vehicle::ScrappedDetails{"F", "C"},
            vehicle::ObdSessionDetails{kStart, 600, 9'000, 1, "D", {}, {}},
            vehicle::TroubleCodesDetails{{{"P0420", vehicle::TroubleCodeStatus::Stored, "Catalyst"}}, true, false},
            vehicle::OwnershipDetails{vehicle::OwnerKind::Taxi, "CA-ON", {}},
            vehicle::LienDetails{"L", "C", {}, {}},
            vehicle::TitleBrandDetails{vehicle::TitleBrand::Flood, "CA-ON", "T"},
            vehicle::ValuationDetails{vehicle::Cost{100, "CAD"}, vehicle::ValuationBasis::Auction, 3},
            vehicle::StatementDetails{true},
            vehicle::CorrectionDetails{{{"a", "b", "c"}}, true}};
        QCOMPARE(all.size() + 1, std::variant_size_v<vehicle::RecordDetails>);
        std::vector<Record> bare(1);
        bare[0].contentState = vehicle::ContentState::Loaded;
        TimelineModel model;
        model.show(sourceOf(bare));
        const auto lines = model.details(0).size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].index(), i + 1);
            std::vector<Record> one = bare;
            one[0].content.details = all[i];
            model.show(sourceOf(one));
            QVERIFY2(model.details(0).size() > lines, std::to_string(i).c_str());
            model.clear();
        }
    }

private:
    static QList<int> links(const TimelineModel& model, int record)
    {
        QList<int> out;
        for (const QVariant& line : model.details(record)) {
            if (line.toMap()[QStringLiteral("type")] == QStringLiteral("link")) {
                out << line.toMap()[QStringLiteral("record")].toInt();
            }
        }
        return out;
    }
    static QStringList states(const TimelineModel& model, int record)
    {
        QStringList out;
        for (const QVariant& line : model.details(record)) {
            if (line.toMap()[QStringLiteral("type")] == QStringLiteral("state")) {
                out << line.toMap()[QStringLiteral("status")].toString();
            }
        }
        return out;
    }
};

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
