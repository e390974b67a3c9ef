// SPDX-License-Identifier: GPL-3.0-or-later
// The list of accounts on fakes: what is in the vault, what is only looked at, and what can be done with each.
#include "crypto/hdkey.h"
#include "crypto/mnemonic.h"
#include "sample_session.h"
#include "store/watched_accounts.h"
#include "viewmodels/base/format.h"
#include "viewmodels/settings/accountsviewmodel.h"

using namespace autochain;
using namespace autochain::desktop;

namespace
{
const SecretBytes kSeed =
    seedFromMnemonic("legal winner thank year wave sausage worth useful legal winner thank yellow");

Address ofWords(const char* path)
{
    return ExtendedPrivateKey::fromSeed(kSeed)->derive(*parseHdPath(path))->key().address();
}

QString xpub(const char* path)
{
    return QString::fromStdString(ExtendedPrivateKey::fromSeed(kSeed)->derive(*parseHdPath(path))->publicKey().text());
}
} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<AccountsViewModel> m_accounts;

    const std::vector<AccountRow>& rows() const { return m_accounts->accounts()->rows(); }
    const AccountRow* row(const Address& address) const
    {
        const auto found = std::find_if(rows().begin(), rows().end(),
                                        [&](const AccountRow& one) { return one.key == format::address(address); });
        return found == rows().end() ? nullptr : &*found;
    }
    void hold(const Address& account, const U256& amount)
    {
        const Address token = m_sample->session->network().contract("auc");
        m_sample->node->setWord(token, contracts::auc::balancesReader(account).slotKeys.front(), amount);
    }

private slots:
    void init()
    {
        NetworkFile network = sampleNetwork();
        network.kind = NetworkKind::Private;
        m_sample = std::make_unique<SampleSession>(network);
        m_sample->signer->answer.accounts = {{sampleMe(), "Alice Brandt", AccountKind::Words, "m/44'/60'/0'/0/0"},
                                             {sampleAddress(7), "Savings", AccountKind::Key, {}}};
        m_sample->signer->answer.hasWords = true;
        hold(sampleMe(), auc(100));
        m_accounts = std::make_unique<AccountsViewModel>(*m_sample->session);
        m_accounts->refresh();
        QTRY_VERIFY(rows().size() == 2 && !rows()[0].auc.isEmpty() && !rows()[1].auc.isEmpty());
    }
    void cleanup()
    {
        m_sample->end();
        m_accounts.reset();
        m_sample.reset();
    }

    void listsWhatIsInTheVault()
    {
        const AccountRow* const mine = row(sampleMe());
        QCOMPARE(mine->name, QStringLiteral("Alice Brandt"));
        QVERIFY(mine->origin.contains(QStringLiteral("m/44'/60'/0'/0/0")));
        QCOMPARE(mine->auc, QStringLiteral("100.00"));
        QVERIFY(mine->inUse && !mine->watched && !mine->level.isEmpty());
        const AccountRow* const other = row(sampleAddress(7));
        QVERIFY(!other->inUse && other->useReason.isEmpty());
        QCOMPARE(other->auc, QStringLiteral("0.00"));
        QVERIFY(m_accounts->addReason().isEmpty());
        m_sample->signer->answer.hasWords = false;
        m_accounts->refresh();
        QTRY_VERIFY(!m_accounts->addReason().isEmpty());
    }

    void looksAtAnAddress()
    {
        hold(sampleAddress(9), auc(5));
        m_accounts->watch(QStringLiteral("Cold"),
                          QStringLiteral("ethereum:%1@31337").arg(format::address(sampleAddress(9))));
        QTRY_VERIFY(row(sampleAddress(9)) != nullptr && !row(sampleAddress(9))->auc.isEmpty());
        const AccountRow cold = *row(sampleAddress(9));
        QCOMPARE(cold.name, QStringLiteral("Cold"));
        QCOMPARE(cold.auc, QStringLiteral("5.00"));
        QVERIFY(cold.watched && cold.useReason.contains(QStringLiteral("never signs")));
        QVERIFY(!m_accounts->done().isEmpty() && !m_accounts->error().present());
        m_accounts->rename(cold.key, QStringLiteral("Paper"));
        QTRY_COMPARE(row(sampleAddress(9))->name, QStringLiteral("Paper"));
        m_accounts->unwatch(cold.key);
        QTRY_VERIFY(row(sampleAddress(9)) == nullptr);
        QVERIFY(store::WatchedAccounts(m_sample->session->database()).all()->empty());
    }

    void ownAndWrongOnesAreRefused()
    {
        m_accounts->watch({}, format::address(sampleMe()));
        QTRY_VERIFY(m_accounts->error().present());
        QCOMPARE(rows().size(), 2U);
        m_accounts->watch({}, QStringLiteral("0x52908400098527886E0F7030069857D2E4169Ee7")); // a capital too few
        QTRY_VERIFY(m_accounts->error().cause.contains(QStringLiteral("misspelt")));
        // Whoever pastes words is not told them back.
        m_accounts->watch(
            {}, QStringLiteral("legal winner thank year wave sausage worth useful legal winner thank yellow"));
        QTRY_VERIFY(m_accounts->error().cause.contains(QStringLiteral("not an address")));
        QVERIFY(!m_accounts->error().detail.contains(QStringLiteral("legal")));
    }

    void ofAnExtendedKeyTheUsedOnes()
    {
        hold(ofWords("m/44'/60'/0'/0/1"), auc(3));
        hold(ofWords("m/44'/60'/0'/0/4"), auc(4));
        m_accounts->watch(QStringLiteral("Tree"), xpub("m/44'/60'/0'"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_accounts->busy(), 20'000);
        QVERIFY2(!m_accounts->error().present(), qPrintable(m_accounts->error().cause + m_accounts->error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 4U, 20'000);
        QVERIFY(row(ofWords("m/44'/60'/0'/0/1")) != nullptr);
        QCOMPARE(row(ofWords("m/44'/60'/0'/0/4"))->name, QStringLiteral("Tree 2"));
        QTRY_COMPARE(row(ofWords("m/44'/60'/0'/0/4"))->auc, QStringLiteral("4.00"));
    }

    void ofAnUnusedExtendedKeyTheFirst()
    {
        m_accounts->watch({}, xpub("m/44'/60'/5'/0"));
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 3U, 20'000);
        QVERIFY(row(ofWords("m/44'/60'/5'/0/0")) != nullptr);
    }

    void whatNeedsTheProgramSaysSo()
    {
        m_accounts->add(QStringLiteral("New"), {}); // a fake cannot add; the real one is in the e2e
        QTRY_VERIFY(m_accounts->error().present() && !m_accounts->busy());
        m_accounts->add({}, QStringLiteral("m/44/sixty"));
        QTRY_VERIFY(m_accounts->error().present());
    }

    void balancesGoStale()
    {
        m_sample->node->failures.assign(20, Error(ChainError::NodeUnreachable));
        m_accounts->refresh();
        QTRY_COMPARE(row(sampleMe())->level, QStringLiteral("stale"));
        QCOMPARE(row(sampleMe())->auc, QStringLiteral("100.00")); // what was read stays
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
