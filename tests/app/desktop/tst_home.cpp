// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_session.h"
#include "viewmodels/home/homeviewmodel.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
Hash32 wordOf(const Address& address)
{
    Hash32 word;
    std::copy(address.bytes.begin(), address.bytes.end(), word.bytes.begin() + 12);
    return word;
}

Log payment(const SampleSession& sample, const Address& from, const U256& amount, std::uint64_t block)
{
    Log log;
    log.address = sample.session->network().contract("auc");
    log.topics = {contracts::auc::kTransferTopic, wordOf(from), wordOf(sampleMe())};
    const auto data = amount.toBigEndian();
    log.data.assign(data.begin(), data.end());
    log.blockNumber = block;
    log.transactionHash.bytes[0] = static_cast<std::uint8_t>(block);
    return log;
}
} // namespace

class TestHome : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Appearance m_appearance{m_folder.filePath(QStringLiteral("s.ini"))};

private slots:
    void tellsMoneyThatCame()
    {
        SampleSession sample;
        sample.node->allLogs = {payment(sample, sampleAddress(2), auc(600), 90),
                                payment(sample, sampleAddress(2), U256(1), 91)}; // dust is no news
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        auto* home = shell.navigation()->find<HomeViewModel>();
        QVERIFY(home != nullptr);
        QAbstractItemModelTester tester(home->changes(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        shell.navigation()->open(QStringLiteral("home"));
        sample.session->begin();
        QTRY_VERIFY(home->loaded());
        QTRY_COMPARE(home->changes()->total(), 1);
        QVERIFY2(!home->error().present(), qPrintable(home->error().cause));
        QCOMPARE(home->changes()->index(0).data(ChangesModel::StrongRole).toString(), QStringLiteral("Bob Keller"));
        QCOMPARE(home->changes()->index(0).data(ChangesModel::AmountRole).toString(), QStringLiteral("600.00"));
        QCOMPARE(home->changes()->index(0).data(ChangesModel::LevelRole).toString(), QStringLiteral("local"));
        // The next block's news come on top, nothing twice.
        sample.node->allLogs.push_back(payment(sample, sampleAddress(2), auc(5), 101));
        sample.node->top.number = 101;
        sample.session->pollNow();
        QTRY_COMPARE(home->changes()->total(), 2);
        QCOMPARE(home->changes()->index(0).data(ChangesModel::AmountRole).toString(), QStringLiteral("5.00"));
    }
    void saysHonestlyHowSureItIs()
    {
        SampleSession sample;
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        auto* home = shell.navigation()->find<HomeViewModel>();
        shell.navigation()->open(QStringLiteral("home"));
        sample.session->begin();
        QTRY_VERIFY(home->loaded());
        QCOMPARE(home->viewLevel(), QStringLiteral("local"));
        QVERIFY(home->viewTitle().startsWith(QStringLiteral("Local")));
        QVERIFY(home->waits()->count() == 0);
        QTRY_VERIFY(home->waitsKnown());
    }
};

QTEST_MAIN(TestHome)
#include "tst_home.moc"
