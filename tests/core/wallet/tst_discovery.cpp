// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/generated/auc.h"
#include "crypto/mnemonic.h"
#include "wallet/discovery_scan.h"
#include "wallet_scene.h"

#include <QTest>
#include <set>

using namespace autochain;
using namespace autochain::wallet;

namespace
{

const char* const kWords = "test test test test test test test test test test test junk";

// Whoever has the words.
class WordsAddresses : public AddressPort
{
public:
    ExtendedPrivateKey root = ExtendedPrivateKey::fromSeed(seedFromMnemonic(kWords)).value();
    std::optional<Error> refusal;

    Address at(const HdPath& path) const { return root.derive(path)->key().address(); }
    Address at(const char* path) const { return at(*parseHdPath(path)); }
    QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths) override
    {
        if (refusal) {
            co_return Error(*refusal);
        }
        std::vector<Address> out;
        for (const HdPath& path : paths) {
            out.push_back(at(path));
        }
        co_return out;
    }
};

AccountUse coins(std::uint64_t wei)
{
    AccountUse out;
    out.coinWei = U256(wei);
    return out;
}

// Answers every probe; which indexes of which scheme are used is said by the map.
Discovery run(DiscoveryPlan plan, const std::map<std::size_t, std::set<std::uint32_t>>& used)
{
    while (const auto probe = plan.next()) {
        const auto scheme = used.find(probe->scheme);
        const bool isUsed = scheme != used.end() && scheme->second.contains(probe->index);
        plan.answered(*probe, someone(static_cast<std::uint8_t>(probe->scheme * 40 + probe->index)),
                      coins(isUsed ? 1 : 0));
    }
    return plan.result();
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void usualPaths()
    {
        std::vector<std::string> patterns;
        for (const PathScheme& scheme : usualPathSchemes()) {
            patterns.push_back(scheme.pattern());
        }
        const std::vector<std::string> expected{"m/44'/60'/0'/0/i", "m/44'/60'/i'/0/0", "m/44'/60'/0'/i",
                                                "m/44'/61'/0'/0/i", "m/44'/61'/i'/0/0", "m/44'/60'/160720'/0'/i"};
        QCOMPARE(patterns, expected);
        QCOMPARE(hdPathText(usualPathSchemes()[0].at(7)), std::string("m/44'/60'/0'/0/7"));
        QCOMPARE(hdPathText(usualPathSchemes()[1].at(7)), std::string("m/44'/60'/7'/0/0"));
    }

    void nothingUsedSaysWhatWasAsked()
    {
        const Discovery result = run(DiscoveryPlan(), {});
        QCOMPARE(result.verdict(), DiscoveryVerdict::NothingUsed);
        QCOMPARE(result.asked(), 6U * 20U);
        for (const SchemeScan& scan : result.scans) {
            QCOMPARE(scan.asked, 20U);
            QCOMPARE(scan.end, SchemeScan::End::Gap);
        }
        QVERIFY(result.accounts().empty());
    }

    void gapStartsAnewBehindEveryUsedAccount()
    {
        const Discovery result = run(DiscoveryPlan(), {{0, {0, 19, 38}}, {2, {20}}});
        QCOMPARE(result.verdict(), DiscoveryVerdict::Found);
        QCOMPARE(result.scans[0].asked, 38U + 1U + 20U);
        QCOMPARE(result.scans[0].found.size(), std::size_t(3));
        QCOMPARE(hdPathText(result.scans[0].found[2].path), std::string("m/44'/60'/0'/0/38"));
        QCOMPARE(result.scans[2].asked, 20U); // account 20 lies behind a gap of 20
        QCOMPARE(result.accounts().size(), std::size_t(3));
    }

    void limitIsNotCompleteness()
    {
        std::set<std::uint32_t> all;
        for (std::uint32_t i = 0; i < 100; ++i) {
            all.insert(i);
        }
        const Discovery result = run(DiscoveryPlan(usualPathSchemes(), {20, 30}), {{1, all}});
        QCOMPARE(result.scans[1].asked, 30U);
        QCOMPARE(result.scans[1].end, SchemeScan::End::Most);
        QCOMPARE(result.verdict(), DiscoveryVerdict::FoundInPart);
    }

    void whatCountsAsUse()
    {
        QVERIFY(!AccountUse().used());
        QVERIFY((AccountUse{U256(1), {}, 0, false, {}, {}}.used()));
        QVERIFY((AccountUse{{}, U256(1), 0, false, {}, {}}.used()));
        QVERIFY((AccountUse{{}, {}, 1, false, {}, {}}.used()));
        QVERIFY((AccountUse{{}, {}, 0, true, {}, {}}.used()));
    }

    // The node goes away in the middle of the second scheme: nothing is called empty that was not answered.
    void noAnswerIsNotEmpty()
    {
        const Error gone(ChainError::NodeUnreachable);
        DiscoveryPlan plan;
        int questions = 0;
        while (const auto probe = plan.next()) {
            if (++questions > 27) {
                plan.failed(*probe, gone);
            } else {
                plan.answered(*probe, someone(static_cast<std::uint8_t>(questions)), AccountUse());
            }
        }
        Discovery result = plan.result();
        QCOMPARE(result.verdict(), DiscoveryVerdict::CouldNotAsk);
        QCOMPARE(result.asked(), 27U);
        QCOMPARE(result.scans[0].end, SchemeScan::End::Gap);
        QCOMPARE(result.scans[1].end, SchemeScan::End::NoAnswer);
        QCOMPARE(result.scans[1].asked, 7U);
        QCOMPARE(*result.scans[1].error, gone);

        // The node is back: it goes on where it stopped and finds what lies behind.
        plan.retry();
        QCOMPARE(plan.next()->scheme, std::size_t(1));
        QCOMPARE(plan.next()->index, 7U);
        plan.answered(*plan.next(), someone(0xee), coins(5));
        QCOMPARE(plan.result().verdict(), DiscoveryVerdict::FoundInPart);
        result = run(plan, {});
        QCOMPARE(result.verdict(), DiscoveryVerdict::Found);
        QCOMPARE(result.scans[1].asked, 8U + 20U);
    }

    void answersOutOfOrderAreNotTaken()
    {
        DiscoveryPlan plan;
        const Probe first = *plan.next();
        plan.answered({0, 5, {}}, someone(1), coins(1));
        plan.answered({99, 0, {}}, someone(1), coins(1));
        plan.failed({0, 5, {}}, Error(ChainError::NodeTimeout));
        QCOMPARE(plan.result().asked(), 0U);
        plan.answered(first, someone(1), coins(1));
        plan.answered(first, someone(1), coins(1)); // once more
        QCOMPARE(plan.result().asked(), 1U);
        QCOMPARE(plan.result().accounts().size(), std::size_t(1));
    }

    void asksAtOnceOnlyWhatIsCertain()
    {
        DiscoveryPlan plan(usualPathSchemes(), {5, 500});
        QCOMPARE(plan.nextOnes(20).size(), std::size_t(5));
        plan.answered(*plan.next(), someone(1), AccountUse());
        QCOMPARE(plan.nextOnes(20).size(), std::size_t(4));
        QCOMPARE(plan.nextOnes(2).size(), std::size_t(2));
        plan.answered(*plan.next(), someone(1), coins(1));
        QCOMPARE(plan.nextOnes(20).size(), std::size_t(5));
        QVERIFY(DiscoveryPlan(std::vector<PathScheme>()).nextOnes(20).empty());
        QCOMPARE(DiscoveryPlan(std::vector<PathScheme>()).result().verdict(), DiscoveryVerdict::CouldNotAsk);
    }

    // --- with a node ---

    void findsOverSeveralPaths()
    {
        WalletScene scene;
        WordsAddresses words;
        scene.node.accounts[words.at("m/44'/60'/0'/0/3")].nonce = 7;
        scene.node.accounts[words.at("m/44'/60'/2'/0/0")].balanceWei = U256(5);
        scene.node.accounts[words.at("m/44'/60'/0'/0/0")].balanceWei = U256(1); // the first of Ledger Live as well
        const Address tokens = words.at("m/44'/61'/0'/0/1");
        const auto slot = contracts::auc::balancesReader(tokens);
        scene.node.setWord(scene.network.contract("auc"), slot.slotKeys.front(), U256(9));
        NodeAccountUse uses(scene.node, scene.network);
        int progress = 0;
        const Discovery result = QCoro::waitFor(
            discoverAccounts(DiscoveryPlan(), words, uses, [&](const Discovery& /*now*/) { ++progress; }));
        QCOMPARE(result.verdict(), DiscoveryVerdict::Found);
        std::map<std::string, Address> found;
        for (const FoundAccount& account : result.accounts()) {
            found[hdPathText(account.path)] = account.address;
        }
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found.at("m/44'/61'/0'/0/1"), tokens);
        QCOMPARE(found.at("m/44'/60'/2'/0/0"), words.at("m/44'/60'/2'/0/0"));
        QVERIFY(progress >= 6);
    }

    void nodeThatFailsOnceIsAskedAgain()
    {
        WalletScene scene;
        WordsAddresses words;
        scene.node.failures = {Error(ChainError::NodeTimeout)};
        NodeAccountUse uses(scene.node, scene.network);
        const Discovery result = QCoro::waitFor(discoverAccounts(DiscoveryPlan(), words, uses));
        QCOMPARE(result.verdict(), DiscoveryVerdict::NothingUsed);
    }

    void nodeThatIsAwayIsNotAnEmptyWallet()
    {
        WalletScene scene;
        WordsAddresses words;
        scene.node.accounts[words.at("m/44'/60'/0'/0/0")].balanceWei = U256(1);
        scene.node.failures = std::deque<Error>(1000, Error(ChainError::NodeUnreachable));
        NodeAccountUse uses(scene.node, scene.network);
        const Discovery result = QCoro::waitFor(discoverAccounts(DiscoveryPlan(), words, uses));
        QCOMPARE(result.verdict(), DiscoveryVerdict::CouldNotAsk);
        QCOMPARE(result.asked(), 0U);
        for (const SchemeScan& scan : result.scans) {
            QVERIFY(scan.error->is(ChainError::NodeUnreachable));
        }
    }

    void lockedSignerIsNotAnEmptyWallet()
    {
        WalletScene scene;
        WordsAddresses words;
        words.refusal = Error(SigningError::Locked);
        NodeAccountUse uses(scene.node, scene.network);
        const Discovery result = QCoro::waitFor(discoverAccounts(DiscoveryPlan(), words, uses));
        QCOMPARE(result.verdict(), DiscoveryVerdict::CouldNotAsk);
    }

    void stopsAndGoesOn()
    {
        WalletScene scene;
        WordsAddresses words;
        scene.node.accounts[words.at("m/44'/61'/0'/0/1")].nonce = 1;
        NodeAccountUse uses(scene.node, scene.network);
        DiscoveryPlan plan;
        int answers = 0;
        QCoro::waitFor(askPlan(plan, words, uses, [&](const Discovery&) { return ++answers < 2; }));
        QCOMPARE(answers, 2);
        const Discovery half = plan.result();
        QCOMPARE(half.asked(), 40U);
        QCOMPARE(half.verdict(), DiscoveryVerdict::CouldNotAsk); // not asked is not empty
        QCoro::waitFor(askPlan(plan, words, uses, [](const Discovery&) { return true; }));
        QCOMPARE(plan.result().verdict(), DiscoveryVerdict::Found);
        QCOMPARE(plan.result().asked(), 122U);
    }

    void watchedKeyFindsTheSame()
    {
        WalletScene scene;
        WordsAddresses words;
        scene.node.accounts[words.at("m/44'/60'/0'/0/3")].nonce = 7;
        const HdPath account = *parseHdPath("m/44'/60'/0'");
        WatchedAddresses watched(words.root.derive(account)->publicKey(), account);
        NodeAccountUse uses(scene.node, scene.network);
        const DiscoveryPlan plan(std::vector<PathScheme>{usualPathSchemes()[0]});
        const Discovery result = QCoro::waitFor(discoverAccounts(plan, watched, uses));
        QCOMPARE(result.accounts().size(), std::size_t(1));
        QCOMPARE(result.accounts().front().address, words.at("m/44'/60'/0'/0/3"));
        // Hardened indexes cannot be derived from it, and other trees are not its own.
        QVERIFY(await(watched.addresses({usualPathSchemes()[1].at(1)})).error().is(CryptoError::BadPath));
        QVERIFY(await(watched.addresses({*parseHdPath("m/44'/60'/0'/1'")})).error().is(CryptoError::BadPath));
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
