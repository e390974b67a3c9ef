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
    void csvIsNeverAFormula_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"}) {
            QTest::addRow("%s", QByteArray(name).toPercentEncoding().constData()) << QString::fromLatin1(name);
        }
    }
    void csvIsNeverAFormula()
    {
        QFETCH(QString, name);
        ActivityModel model;
        model.setAll({row("1", "Received", name.toLatin1().constData(), "1.00", ActivityKind::In)});
        QVERIFY(model.csv(QStringLiteral("ETC")).contains(QStringLiteral("\"'") + name + QLatin1Char('"')));
    }
    void csvIsRfc4180()
    {
        ActivityModel model;
        ActivityRow one = row("1", "Sent, \"twice\"\r\nso", "Bob", "-1850.123456789", ActivityKind::Out);
        one.time = 1'795'530'000;
        one.withAddress = QStringLiteral("0x4d02E8c2D6A9b0c7c3F2a1B4E5d6C7b8A9F0AE8e");
        one.plainFee = QStringLiteral("0.000063");
        one.level = QStringLiteral("reported");
        one.block = QStringLiteral("42");
        one.hash = QStringLiteral("0x") + QString(64, QLatin1Char('a'));
        model.setAll({one});
        const QString csv = model.csv(QStringLiteral("=ETC"));
        const QString head = csv.section(QStringLiteral("\r\n"), 0, 0);
        QCOMPARE(head, QStringLiteral("time (UTC),what,name,address,AUC,\"network fee (=ETC)\",provenance,block,"
                                      "transaction"));
        QCOMPARE(
            csv.mid(head.size() + 2),
            QStringLiteral("2026-11-24T14:20:00Z,\"Sent, \"\"twice\"\"\r\nso\",\"Bob\",%1,-1850.123456789,0.000063,"
                           "reported,42,%2\r\n")
                .arg(one.withAddress, one.hash));
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
