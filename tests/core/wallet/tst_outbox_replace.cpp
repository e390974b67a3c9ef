// SPDX-License-Identifier: GPL-3.0-or-later
// Taking over the number of a transaction that waits, and what the list tells of it.
#include "base/hex.h"
#include "contracts/generated/auc.h"
#include "wallet/activity.h"
#include "wallet/address_check.h"
#include "wallet/balances.h"
#include "wallet_scene.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::wallet;
using std::chrono::milliseconds;

namespace
{
Call payment(std::uint64_t wei = 5)
{
    return Call{someone(9), U256(wei), {}};
}

Hash32 sendOne(Outbox& outbox, WalletScene& scene, Purpose purpose = Purpose::SendCoin)
{
    const auto hash = await(outbox.submit(scene.me, payment(), {}, purpose));
    return hash.ok() ? *hash : Hash32();
}

OutboxState stateOf(WalletScene& scene, const Hash32& hash)
{
    return scene.rows.byHash(hash).value()->state;
}

std::vector<Activity> activityOf(WalletScene& scene)
{
    ActivityQuery query;
    query.account = scene.me;
    return await(readActivity(scene.node, scene.network, scene.rows, query)).value();
}
} // namespace

class TestOutboxReplace : public QObject
{
    Q_OBJECT

private slots:
    void quoteSignsNothing()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        const auto faster = await(outbox.quoteReplacement(first, Replace::WithFaster));
        QVERIFY(faster.ok());
        QVERIFY(faster->tx.maxFeePerGas > faster->old.tx.maxFeePerGas);
        QVERIFY(faster->quote.mostWei == U256(faster->tx.gasLimit) * faster->tx.maxFeePerGas);
        QVERIFY(faster->quote.likelyWei <= faster->quote.mostWei);
        const auto nothing = await(outbox.quoteReplacement(first, Replace::WithNothing));
        QVERIFY(nothing->tx.value.isZero() && nothing->tx.data.empty() && nothing->tx.to == scene.me);
        QCOMPARE(nothing->tx.gasLimit, std::uint64_t(21'000));
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(1));
        QCOMPARE(scene.rows.of(31337, scene.me)->size(), std::size_t(1));
    }

    void minedMeanwhile()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        scene.mine(first); // nobody has noticed yet
        const auto late = await(outbox.speedUp(first));
        QVERIFY(late.error().is(WalletError::AlreadyMined));
        QCOMPARE(late.error().args, std::vector<std::string>{toHex0x(first)});
        QCOMPARE(stateOf(scene, first), OutboxState::Mined);
        QVERIFY(await(outbox.cancel(first)).error().is(WalletError::AlreadyMined)); // from the row alone
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(1));
    }

    void minedWhileTheSignerAsks()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        scene.signer.onSign = [&](const Transaction&) {
            scene.mine(first);
            scene.node.sendError = Error(ChainError::NodeRefused, {"url", "nonce too low"});
        };
        QVERIFY(await(outbox.cancel(first)).error().is(WalletError::AlreadyMined));
        QCOMPARE(stateOf(scene, first), OutboxState::Mined);
        QVERIFY(scene.rows.pending(31337)->empty());
    }

    void refusedWhereNothingWaits()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        QVERIFY(await(outbox.speedUp(Hash32())).error().is(WalletError::NotPending));
        scene.node.sendError = Error(ChainError::NodeRefused, {"url", "intrinsic gas too low"});
        const auto refused = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        scene.node.sendError.reset();
        const Hash32 dropped = scene.rows.of(31337, scene.me)->front().hash;
        QVERIFY(await(outbox.speedUp(dropped)).error().is(WalletError::NeverSent));
        const Hash32 lost = sendOne(outbox, scene);
        scene.node.accounts[scene.me].nonce = 1; // the same words on another computer
        QVERIFY(await(outbox.speedUp(lost)).error().is(WalletError::Replaced));
        QVERIFY(await(outbox.cancel(lost)).error().is(WalletError::Replaced));
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(2));
    }

    void replacedTwice()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        const Hash32 second = *await(outbox.speedUp(first));
        const auto stale = await(outbox.speedUp(first));
        QVERIFY(stale.error().is(WalletError::Superseded));
        QCOMPARE(stale.error().args, std::vector<std::string>{toHex0x(second)});
        const Hash32 third = *await(outbox.speedUp(second));
        const auto& all = scene.signer.signedOnes;
        QCOMPARE(all.size(), std::size_t(3));
        for (std::size_t i = 1; i < all.size(); ++i) {
            QVERIFY(all[i].nonce == all[0].nonce && all[i].value == all[0].value && all[i].to == all[0].to);
            QVERIFY(all[i].maxFeePerGas * U256(10) >= all[i - 1].maxFeePerGas * U256(11)); // geth's rule
        }
        scene.mine(second);
        QVERIFY(await(outbox.resume()).ok());
        QCOMPARE(stateOf(scene, first), OutboxState::Replaced);
        QCOMPARE(stateOf(scene, second), OutboxState::Mined);
        QCOMPARE(stateOf(scene, third), OutboxState::Replaced);
    }

    void raisedOverTheFreshSuggestion()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        scene.node.fee.baseFeePerGas = U256(50'000'000'000ULL); // the network became dear
        const auto dear = await(outbox.quoteReplacement(first, Replace::WithFaster));
        QVERIFY(dear->tx.maxFeePerGas >= U256(100'000'000'000ULL));
        scene.node.fee.baseFeePerGas = U256(7); // and cheap again: still an eighth above the old one
        const auto cheap = await(outbox.quoteReplacement(first, Replace::WithFaster));
        QVERIFY(cheap->tx.maxFeePerGas * U256(8) > cheap->old.tx.maxFeePerGas * U256(9));
        FeeChoice own;
        own.maxFeePerGas = cheap->old.tx.maxFeePerGas + U256(1);
        scene.node.fee.baseFeePerGas = U256(1'000'000'000);
        const auto low = await(outbox.speedUp(first, {}, own));
        QVERIFY(low.error().is(WalletError::ReplacementTooLow));
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(1));
    }

    void notEnoughForTheHigherFee()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        const auto quote = await(outbox.quoteReplacement(first, Replace::WithFaster));
        scene.node.accounts[scene.me].balanceWei = quote->tx.value + quote->quote.mostWei - U256(1);
        QVERIFY(await(outbox.speedUp(first)).error().is(WalletError::NotEnoughCoin));
        scene.node.accounts[scene.me].balanceWei += U256(1);
        QVERIFY(await(outbox.speedUp(first)).ok());
        Outbox capped = scene.outbox(U256(1'000));
        const Hash32 newest = scene.rows.of(31337, scene.me)->front().hash;
        QVERIFY(await(capped.cancel(newest)).error().is(WalletError::FeeTooHigh));
    }

    void onlyTheLowestNumberCanBeFaster()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 low = sendOne(outbox, scene);
        const Hash32 high = sendOne(outbox, scene);
        const auto waiting = await(outbox.waiting(scene.me));
        QCOMPARE(waiting->size(), std::size_t(2));
        QCOMPARE((*waiting)[0].why, WhyWaiting::NextBlock);
        QCOMPARE((*waiting)[1].why, WhyWaiting::EarlierWaits);
        QCOMPARE((*waiting)[1].earlier->hash, low);
        const auto blocked = await(outbox.speedUp(high));
        QVERIFY(blocked.error().is(WalletError::EarlierWaits));
        QCOMPARE(blocked.error().args, (std::vector<std::string>{"0", toHex0x(low)}));
        QVERIFY(await(outbox.quoteReplacement(high, Replace::WithNothing)).ok()); // taking back is never too early
        scene.mine(low);
        scene.node.accounts[scene.me].nonce = 1;
        QVERIFY(await(outbox.speedUp(high)).ok());
        // The lower one went out from another computer.
        scene.node.accounts[scene.me].nonce = 0;
        QVERIFY(await(outbox.resume()).ok());
        QCOMPARE(await(outbox.waiting(scene.me))->front().why, WhyWaiting::EarlierUnknown);
        QCOMPARE(await(outbox.speedUp(scene.rows.of(31337, scene.me)->front().hash)).error().args.back(),
                 std::string());
    }

    void whyItWaits()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        scene.node.sendError = Error(ChainError::NodeUnreachable, {"u"});
        QVERIFY(!await(outbox.submit(scene.me, payment(), {}, Purpose::SendCoin)).ok());
        QCOMPARE(await(outbox.waiting(scene.me))->front().why, WhyWaiting::NotTaken);
        scene.node.sendError.reset();
        QVERIFY(await(outbox.resume()).ok());
        QCOMPARE(await(outbox.waiting(scene.me))->front().why, WhyWaiting::NextBlock);
        scene.node.fee.baseFeePerGas = U256(9'000'000'000ULL);
        const auto dear = await(outbox.waiting(scene.me));
        QCOMPARE(dear->front().why, WhyWaiting::FeeTooLow);
        QVERIFY(dear->front().offeredPerGas < dear->front().wantedPerGas);
        QVERIFY(await(outbox.waiting(someone(7)))->empty());
    }

    void crashBetweenSigningAndSending()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        scene.node.sendError = Error(ChainError::NodeUnreachable, {"u"});
        const auto lost = await(outbox.speedUp(first));
        QVERIFY(lost.error().is(WalletError::NodeLostAfter));
        const Hash32 faster = scene.rows.of(31337, scene.me)->front().hash;
        QCOMPARE(stateOf(scene, faster), OutboxState::Signed);

        // The node comes back empty, the program starts anew: the newest goes out, once, and nothing is signed again.
        scene.node.sendError.reset();
        scene.node.sent.clear();
        Outbox again = scene.outbox();
        const auto resumed = await(again.resume());
        QCOMPARE(resumed->sentAgain, 1);
        QCOMPARE(resumed->waiting, 1);
        QCOMPARE(scene.node.sent.size(), std::size_t(1));
        QCOMPARE(transactionHash(scene.node.sent.front()), faster);
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(2));
        QCOMPARE(stateOf(scene, faster), OutboxState::Sent);
    }

    void crashWhileTheSignerAsked()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const Hash32 first = sendOne(outbox, scene);
        OutboxEntry asked = scene.rows.byHash(first).value().value();
        asked.replaces = asked.id;
        QVERIFY(scene.rows.add(asked).ok()); // written down, the program died before a signature
        QVERIFY(await(outbox.speedUp(first)).error().is(WalletError::PendingNonce));
        Outbox again = scene.outbox();
        QCOMPARE(await(again.resume())->dropped, 1);
        QVERIFY(await(again.speedUp(first)).ok());
    }

    void dealStepsKeepWhatTheyAreAbout()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        Submission step;
        step.from = scene.me;
        step.call = Call{scene.network.contract("dealBook"), {}, Bytes{1, 2, 3, 4}};
        step.purpose = Purpose::FundDeal;
        step.subject.bytes.fill(0xdd);
        const Hash32 first = *await(outbox.submit(step));
        const Hash32 faster = *await(outbox.speedUp(first));
        QCOMPARE(scene.rows.byHash(faster).value()->purpose, Purpose::FundDeal);
        QCOMPARE(scene.rows.byHash(faster).value()->subject, step.subject);
        QCOMPARE(scene.signer.signedOnes[1].data, step.call.data);
        const Hash32 cancelled = *await(outbox.cancel(faster));
        QCOMPARE(scene.rows.byHash(cancelled).value()->purpose, Purpose::CancelPending);
        scene.mine(cancelled);
        QVERIFY(await(outbox.waitMined(cancelled, milliseconds(50))).ok());
        const auto list = activityOf(scene);
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].turn, Turn::Cancelled);
        QCOMPARE(list[0].purpose, Purpose::FundDeal);
        QCOMPARE(list[0].subject, step.subject);
        QCOMPARE(list[0].attempts.size(), std::size_t(3));
    }

    void oneStoryOneEntry()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto first =
            await(outbox.submit(scene.me, sendAuc(scene.network, someone(9), auc(7)).value(), {}, Purpose::SendAuc));
        scene.signer.refusal = Error(SigningError::Declined);
        QVERIFY(!await(outbox.cancel(*first)).ok());
        scene.signer.refusal.reset();
        auto list = activityOf(scene);
        QCOMPARE(list.size(), std::size_t(1)); // declined: nothing was tried
        QCOMPARE(list[0].turn, Turn::None);

        const auto cancel = await(outbox.cancel(*first));
        list = activityOf(scene);
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].turn, Turn::Cancelling);
        QCOMPARE(list[0].counterparty, someone(9)); // whom it was for, not oneself
        QCOMPARE(list[0].auc, (AucDelta{true, auc(7)}));
        QCOMPARE(list[0].transactionHash, *cancel);

        // The first one goes through after all.
        Log log;
        log.address = scene.network.contract("auc");
        log.topics = {contracts::auc::kTransferTopic, word(scene.me), word(someone(9))};
        log.data = toBytes(BytesView(auc(7).toBigEndian()));
        log.blockNumber = 42;
        log.transactionHash = *first;
        scene.node.allLogs.push_back(log);
        scene.mine(*first);
        QVERIFY(await(outbox.resume()).ok());
        list = activityOf(scene);
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].what, What::Sent);
        QCOMPARE(list[0].turn, Turn::FirstWon);
        QCOMPARE(list[0].transactionHash, *first);
    }
};

QTEST_GUILESS_MAIN(TestOutboxReplace)
#include "tst_outbox_replace.moc"
