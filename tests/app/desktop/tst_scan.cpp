// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for accounts as a page shows it, over ports that are told what to answer.
#include "sample_session.h"
#include "viewmodels/accounts/scanviewmodel.h"

#include <QSignalSpy>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
Address at(const HdPath& path)
{
    Address out;
    out.bytes.fill(0x22);
    for (std::size_t i = 0; i < path.size() && i < 5; ++i) {
        for (std::size_t b = 0; b < 4; ++b) {
            out.bytes[4 * i + b] = static_cast<std::uint8_t>(path[i] >> (8 * b));
        }
    }
    return out;
}

class PathAddresses : public wallet::AddressPort
{
public:
    QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths) override
    {
        std::vector<Address> out;
        for (const HdPath& path : paths) {
            out.push_back(at(path));
        }
        co_return out;
    }
};

class ToldUse : public wallet::AccountUsePort
{
public:
    std::set<Address> used;
    bool away = false;
    std::function<void()> onAsk;

    QCoro::Task<Result<std::vector<wallet::AccountUse>>> use(std::vector<Address> addresses) override
    {
        if (onAsk) {
            onAsk();
        }
        if (away) {
            co_return Error(ChainError::NodeUnreachable);
        }
        std::vector<wallet::AccountUse> out(addresses.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].auc = used.contains(addresses[i]) ? auc(25) : U256();
        }
        co_return out;
    }
};

const HdPath kFirst = *parseHdPath("m/44'/60'/0'/0/0");
const HdPath kFourth = *parseHdPath("m/44'/60'/0'/0/3");
const HdPath kLedger = *parseHdPath("m/44'/60'/2'/0/0");
} // namespace

class TestScan : public QObject
{
    Q_OBJECT

private:
    TaskGate m_gate;
    std::shared_ptr<ToldUse> m_uses;

    void begin(ScanViewModel& scan, std::set<Address> known = {})
    {
        scan.begin(std::make_shared<PathAddresses>(), m_uses, std::move(known));
    }

private slots:
    void init() { m_uses = std::make_shared<ToldUse>(); }

    void findsAndLetsLeaveOut()
    {
        m_uses->used = {at(kFirst), at(kFourth), at(kLedger)};
        ScanViewModel scan(m_gate);
        QCOMPARE(scan.state(), ScanViewModel::Idle);
        QVERIFY(!scan.verdict().present() && scan.wantedCount() == 0);
        begin(scan, {at(kFirst)});
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QCOMPARE(scan.found()->rowCount(), 3);
        QCOMPARE(scan.paths()->rowCount(), 6);
        QCOMPARE(scan.paths()->rows()[0].asked, 24);
        QCOMPARE(scan.paths()->rows()[0].used, 2);
        QVERIFY(scan.paths()->rows()[0].ended.contains(QStringLiteral("20 unused")));
        QCOMPARE(scan.found()->rows()[0].auc, QStringLiteral("25.00"));
        QVERIFY(scan.found()->rows()[0].known && !scan.found()->rows()[0].wanted);
        QCOMPARE(scan.wantedCount(), 2);
        QVERIFY(!scan.incomplete());
        QVERIFY(scan.verdict().cause.contains(QStringLiteral("127 accounts on 6 paths")));
        scan.setWanted(scan.found()->rows()[1].key, false);
        QCOMPARE(scan.wantedCount(), 1);
        QVERIFY(scan.wanted().front().path == kLedger);
        scan.setWanted(scan.found()->rows()[1].key, true);
        scan.tookIn({at(kFourth), at(kLedger)});
        QCOMPARE(scan.wantedCount(), 0);
        QVERIFY(scan.found()->rows()[2].known);
    }

    void anUnusedWalletIsSaidWithWhatWasAsked()
    {
        ScanViewModel scan(m_gate);
        begin(scan);
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QVERIFY(scan.verdict().cause.contains(QStringLiteral("120 accounts on 6 paths")));
        QVERIFY(!scan.verdict().money.isEmpty() && !scan.verdict().next.isEmpty() && !scan.incomplete());
    }

    void whatWasNotAnsweredIsAskedAgain()
    {
        m_uses->used = {at(kFourth)};
        m_uses->away = true;
        ScanViewModel scan(m_gate);
        begin(scan);
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QVERIFY(scan.incomplete());
        QVERIFY(scan.verdict().money.contains(QStringLiteral("says nothing")));
        QVERIFY(scan.paths()->rows()[0].ended.contains(QStringLiteral("no answer")));
        m_uses->away = false;
        scan.retry();
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QVERIFY(!scan.incomplete());
        QCOMPARE(scan.wantedCount(), 1);
    }

    void stoppedInTheMiddle()
    {
        m_uses->used = {at(kFirst)};
        ScanViewModel scan(m_gate);
        int asked = 0;
        m_uses->onAsk = [&] {
            if (++asked == 3) {
                scan.cancel();
            }
        };
        begin(scan);
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QCOMPARE(asked, 3);
        QVERIFY(scan.incomplete() && !scan.cancelling());
        QVERIFY(scan.verdict().money.contains(QStringLiteral("Not everything")));
        QVERIFY(scan.paths()->rows()[5].ended.contains(QStringLiteral("not asked")));
        scan.retry(); // goes on where it stopped
        QTRY_COMPARE(scan.state(), ScanViewModel::Asked);
        QVERIFY(!scan.incomplete());
        QCOMPARE(scan.wantedCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
