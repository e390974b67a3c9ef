// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
ActivityRow row(const char* key, const char* what, const char* name, const char* amount, ActivityKind kind)
{
    ActivityRow out;
    out.key = QString::fromUtf8(key);
    out.what = QString::fromUtf8(what);
    out.withName = QString::fromUtf8(name);
    out.auc = out.plainAuc = QString::fromUtf8(amount);
    out.kind = kind;
    return out;
}

std::vector<ActivityRow> sample()
{
    return {row("3", "Received", "Claire Roy", "+600.00", ActivityKind::In),
            row("2", "Put into the Safe, Mazda3", "Safe", "-200000.00", ActivityKind::Deals),
            row("1", "Hidden: look-alike", "", "0.00", ActivityKind::Hidden)};
}
} // namespace

class TestActivityModel : public QObject
{
    Q_OBJECT

private slots:
    void filtersByTextAndKind()
    {
        ActivityModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAll(sample());
        QCOMPARE(model.rowCount(), 3);
        model.setText(QStringLiteral("mazda"));
        QCOMPARE(model.rowCount(), 1);
        model.setText({});
        model.setKind(QStringLiteral("in"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.total(), 3);
        model.setKind(QStringLiteral("hidden"));
        QCOMPARE(model.index(0).data(ActivityModel::WhatRole).toString(), QStringLiteral("Hidden: look-alike"));
        model.setKind(QStringLiteral("all"));
        model.setText(QStringLiteral("200000"));
        QCOMPARE(model.rowCount(), 1);
    }
    void filterHoldsWhenABlockComes()
    {
        ActivityModel model;
        model.setAll(sample());
        model.setKind(QStringLiteral("deals"));
        auto more = sample();
        more.insert(more.begin(), row("4", "Received", "Bob", "+1.00", ActivityKind::In));
        model.setAll(more);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.total(), 4);
    }
    void turnsRound()
    {
        ActivityModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAll(sample());
        model.setNewestFirst(false);
        QCOMPARE(model.rows().front().key, QStringLiteral("1"));
    }
    void csvIsNeverAFormula()
    {
        ActivityModel model;
        model.setAll({row("1", "Received", "=HYPERLINK(\"http://x\",\"y\")", "1.00", ActivityKind::In)});
        const QString csv = model.csv();
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 2);
        QVERIFY(csv.contains(QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")));
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
