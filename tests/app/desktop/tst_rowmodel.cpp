// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/rowmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace autochain::desktop;

namespace
{
struct Row {
    QString key;
    int value = 0;
    bool operator==(const Row&) const = default;
};

class Model : public RowModel<Row>
{
public:
    QHash<int, QByteArray> roleNames() const override { return {{Qt::UserRole, "value"}}; }

protected:
    QVariant value(const Row& row, int role) const override { return role == Qt::UserRole ? row.value : QVariant(); }
};

Row row(const char* key, int value = 0)
{
    return {QString::fromLatin1(key), value};
}
} // namespace

class TestRowModel : public QObject
{
    Q_OBJECT

private slots:
    void keepsThePlaceOfWhatStays()
    {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row("a"), row("b"), row("c")});
        const QPersistentModelIndex b = model.index(1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({row("new"), row("a"), row("b"), row("c")});
        QCOMPARE(b.row(), 2);
        model.setRows({row("c"), row("b")});
        QCOMPARE(b.row(), 1);
        QCOMPARE(reset.count(), 0);
    }
    void tellsOnlyWhatChanged()
    {
        Model model;
        model.setRows({row("a", 1), row("b", 2)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setRows({row("a", 1), row("b", 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(inserted.count(), 0);
    }
    void emptiesItself()
    {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row("a"), row("b")});
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
    void anyListToAnyOther()
    {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(20261124);
        for (int round = 0; round < 300; ++round) {
            QVector<int> keys;
            for (int i = 0; i < 12; ++i) {
                if (random.bounded(3) != 0) {
                    keys.insert(random.bounded(static_cast<int>(keys.size()) + 1), i);
                }
            }
            std::vector<Row> next;
            for (int key : keys) {
                next.push_back({QString::number(key), random.bounded(4)});
            }
            model.setRows(next);
            QCOMPARE(model.rows(), next);
        }
    }
};

QTEST_GUILESS_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
