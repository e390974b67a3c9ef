// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "codec/abi.h"
#include "wallet/balances.h"
#include "wallet_scene.h"

#include <QtTest>

#include <set>

using namespace autochain;
using namespace autochain::wallet;
using std::chrono::milliseconds;

namespace
{
Call payment(std::uint64_t wei = 5)
{
    return Call{someone(9), U256(wei), {}};
}

Error unreachable()
{
    return Error(ChainError::NodeUnreachable, {"http://127.0.0.1:1"});
}
} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void happyWay()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        // The row is there before the signer is asked, and the signed bytes before the node is.
        bool rowWasThere = false;
        scene.signer.onSign = [&](const Transaction&) {
            const auto pending = scene.rows.pending(31337);
            rowWasThere = pending->size() == 1 && pending->front().state == OutboxState::Created;
        };
        OutboxState atSending = OutboxState::Created;
        scene.node.onSend = [&](const Bytes& raw) -> Result<Hash32> {
            atSending = scene.rows.byHash(transactionHash(raw)).value()->state;
            return transactionHash(raw);
        };
        const auto hash = await(outbox.submit(scene.me, payment(), {}, Purpose::SendCoin));
        QVERIFY2(hash.ok(), hash.ok() ? "" : hash.error().detail.c_str());
        QVERIFY(rowWasThere);
        QCOMPARE(atSending, OutboxState::Signed);
        const auto row = scene.rows.byHash(*hash).value().value();
        QCOMPARE(row.state, OutboxState::Sent);
        QCOMPARE(row.raw, scene.node.sent.at(0));
        QCOMPARE(row.tx.gasLimit, std::uint64_t(120'000));
        scene.mine(*hash);
        const auto receipt = await(outbox.waitMined(*hash, milliseconds(100)));
        QVERIFY(receipt.ok());
        const auto mined = scene.rows.byHash(*hash).value().value();
        QCOMPARE(mined.state, OutboxState::Mined);
        QCOMPARE(mined.gasUsed, std::uint64_t(21'000));
        QCOMPARE(mined.closedAt.value(), UnixTime(6'000));
    }

    void nothingIsSignedWhereItCannotWork()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto refused = [&](const Call& call, WalletError why) {
            const auto hash = await(outbox.submit(scene.me, call, {}, Purpose::Other));
            return !hash.ok() && hash.error().is(why) && scene.signer.signedOnes.empty() &&
                   scene.rows.pending(31337)->empty();
        };
        QVERIFY(refused(Call{someone(9), auc(11), {}}, WalletError::NotEnoughCoin));
        QVERIFY(refused(Call{someone(9), auc(10), {}}, WalletError::NotEnoughCoin)); // nothing left for the fee
        QVERIFY(refused(Call{someone(9), U256::max(), {}}, WalletError::NotEnoughCoin));
        Outbox capped = scene.outbox(U256(1'000));
        QVERIFY(await(capped.submit(scene.me, payment(), {}, Purpose::Other)).error().is(WalletError::FeeTooHigh));

        Bytes revert = toBytes(BytesView(abi::selector("ERC20InsufficientBalance(address,uint256,uint256)")));
        append(revert,
               abi::encode(abi::parseType("(address,uint256,uint256)").value(), {scene.me, U256(3), U256(8)}).value());
        scene.node.estimateError = Error(ChainError::Reverted, {}, toHex0x(revert));
        QVERIFY(refused(payment(), WalletError::NotEnoughAuc));
        const auto quoted = await(outbox.quote(scene.me, payment()));
        QCOMPARE(quoted.error().args, (std::vector<std::string>{"8", "3"}));
        scene.node.estimateError = Error(ChainError::Reverted, {}, "0x");
        QVERIFY(refused(payment(), WalletError::WouldRevert));
        scene.node.estimateError = unreachable();
        QVERIFY(refused(payment(), WalletError::NodeLostBefore));
    }

    void modulesDecodeTheirOwnReverts()
    {
        WalletScene scene;
        Outbox outbox(scene.node, scene.signer, scene.rows, scene.network, scene.clock, {[](BytesView data) {
                          return data.size() == 2 ? std::optional(Error(SigningError::Locked)) : std::nullopt;
                      }});
        scene.node.estimateError = Error(ChainError::Reverted, {}, "0x0102");
        QVERIFY(await(outbox.quote(scene.me, payment())).error().is(SigningError::Locked));
        scene.node.estimateError = Error(ChainError::Reverted, {}, "0x010203");
        QVERIFY(await(outbox.quote(scene.me, payment())).error().is(WalletError::WouldRevert));
    }

    void declinedFreesTheNonce()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        scene.signer.refusal = Error(SigningError::Declined);
        QVERIFY(await(outbox.submit(scene.me, payment(), {}, Purpose::Other)).error().is(SigningError::Declined));
        QVERIFY(scene.rows.pending(31337)->empty());
        QCOMPARE(scene.rows.of(31337, scene.me)->front().state, OutboxState::Failed);
        scene.signer.refusal.reset();
        const auto hash = await(outbox.submit(scene.me, payment(6), {}, Purpose::Other));
        QCOMPARE(scene.rows.byHash(*hash).value()->tx.nonce, std::uint64_t(0));
    }

    void corruptSigner_data()
    {
        QTest::addColumn<int>("what");
        for (int i = 0; i < 6; ++i) {
            QTest::addRow("%d", i) << i;
        }
    }
    void corruptSigner()
    {
        QFETCH(int, what);
        WalletScene scene;
        Outbox outbox = scene.outbox();
        scene.signer.alter = [&](Transaction& tx) {
            switch (what) {
            case 0:
                tx.to = someone(0x66);
                break;
            case 1:
                tx.value = U256(6);
                break;
            case 2:
                tx.nonce += 1;
                break;
            case 3:
                tx.chainId = 1;
                break;
            case 4:
                tx.maxFeePerGas += U256(1);
                break;
            default:
                scene.signer.key = PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 0x12))).value();
            }
        };
        QVERIFY(await(outbox.submit(scene.me, payment(), {}, Purpose::Other)).error().is(WalletError::BadSignedBytes));
        QVERIFY(scene.node.sent.empty());
        QVERIFY(scene.rows.pending(31337)->empty());
    }

    void nodeLostWhileSending()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        scene.node.sendError = unreachable();
        const auto lost = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        QVERIFY(!lost.ok() && lost.error().is(WalletError::NodeLostAfter));
        QCOMPARE(scene.rows.pending(31337)->front().state, OutboxState::Signed);
        QVERIFY(await(outbox.resume()).error().is(WalletError::NodeLostAfter)); // still away

        // A new program on the same store: the same bytes, once.
        scene.node.sendError.reset();
        Outbox again = scene.outbox();
        const auto resumed = await(again.resume());
        QVERIFY(resumed.ok());
        QCOMPARE(resumed->sentAgain, 1);
        QCOMPARE(scene.signer.signedOnes.size(), std::size_t(1));
        QCOMPARE(scene.node.sent.at(0), scene.node.attempted.at(0));
        QCOMPARE(scene.rows.pending(31337)->front().state, OutboxState::Sent);
    }

    void nonceIsNeverUsedTwice()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        // The node keeps answering nonce 0, as one that forgot or lies.
        std::set<std::uint64_t> nonces;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(
                await(outbox.submit(scene.me, payment(static_cast<std::uint64_t>(i) + 1), {}, Purpose::Other)).ok());
            nonces.insert(scene.signer.signedOnes.back().nonce);
        }
        QCOMPARE(nonces, (std::set<std::uint64_t>{0, 1, 2, 3}));
        scene.node.sendError = unreachable();
        QVERIFY(
            !await(outbox.submit(scene.me, payment(9), {}, Purpose::Other)).ok()); // signed, not sent: holds nonce 4
        scene.node.sendError.reset();
        QVERIFY(await(outbox.submit(scene.me, payment(10), {}, Purpose::Other)).ok());
        QCOMPARE(scene.signer.signedOnes.back().nonce, std::uint64_t(5));
    }

    void oneAfterTheOther()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        auto first = outbox.submit(scene.me, payment(1), {}, Purpose::Other);
        auto second = outbox.submit(scene.me, payment(2), {}, Purpose::Other);
        QVERIFY(await(std::move(second)).ok());
        QVERIFY(await(std::move(first)).ok());
        QCOMPARE(scene.signer.signedOnes[0].nonce + scene.signer.signedOnes[1].nonce, std::uint64_t(1));
    }

    void nodeRefuses()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        scene.node.sendError = Error(ChainError::NodeRefused, {"url", "intrinsic gas too low"});
        QVERIFY(await(outbox.submit(scene.me, payment(), {}, Purpose::Other)).error().is(WalletError::NodeRefused));
        QVERIFY(scene.rows.pending(31337)->empty());
        scene.node.sendError = Error(ChainError::UnderpricedOrKnown, {"already known"});
        const auto known = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        QVERIFY(known.ok());
        QCOMPARE(scene.rows.byHash(*known).value()->state, OutboxState::Sent);
    }

    void waiting()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto hash = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        QVERIFY(await(outbox.waitMined(*hash, milliseconds(20))).error().is(WalletError::TimedOut));
        // The node goes away for a while; the wait outlives it.
        scene.node.receiptError = unreachable();
        QTimer::singleShot(30, [&] {
            scene.node.receiptError.reset();
            scene.mine(*hash, false);
        });
        QVERIFY(await(outbox.waitMined(*hash, milliseconds(2'000))).error().is(WalletError::Reverted));
        QCOMPARE(scene.rows.byHash(*hash).value()->state, OutboxState::Reverted);
        QVERIFY(await(outbox.waitMined(*hash, milliseconds(20))).error().is(WalletError::Reverted)); // asked again
    }

    void replacedBySomebodyElse()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto hash = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        scene.node.accounts[scene.me].nonce = 1; // the seed is also used on another computer
        QVERIFY(await(outbox.waitMined(*hash, milliseconds(50))).error().is(WalletError::Replaced));
        QCOMPARE(scene.rows.byHash(*hash).value()->state, OutboxState::Replaced);
    }

    void speedUpAndCancel()
    {
        WalletScene scene;
        Outbox outbox = scene.outbox();
        const auto first = await(outbox.submit(scene.me, payment(), {}, Purpose::SendCoin));
        const auto faster = await(outbox.speedUp(*first));
        QVERIFY(faster.ok());
        const Transaction& a = scene.signer.signedOnes[0];
        const Transaction& b = scene.signer.signedOnes[1];
        QCOMPARE(b.nonce, a.nonce);
        QVERIFY(b.to == a.to && b.value == a.value && b.gasLimit == a.gasLimit);
        QVERIFY(b.maxFeePerGas * U256(10) >= a.maxFeePerGas * U256(11));
        QVERIFY(b.maxPriorityFeePerGas * U256(10) >= a.maxPriorityFeePerGas * U256(11));

        scene.signer.refusal = Error(SigningError::Declined);
        QVERIFY(await(outbox.cancel(*faster)).error().is(SigningError::Declined));
        scene.signer.refusal.reset();
        const auto cancelled = await(outbox.cancel(*faster));
        QVERIFY(cancelled.ok());
        const Transaction& c = scene.signer.signedOnes[2];
        QVERIFY(c.to == scene.me && c.value.isZero() && c.data.empty() && c.nonce == a.nonce);
        scene.mine(*faster); // too late: the payment was faster
        const auto resumed = await(outbox.resume());
        QVERIFY(resumed.ok());
        QCOMPARE(scene.rows.byHash(*faster).value()->state, OutboxState::Mined);
        QCOMPARE(scene.rows.byHash(*cancelled).value()->state, OutboxState::Replaced);
        QVERIFY(await(outbox.cancel(*faster)).error().is(WalletError::AlreadyMined));
        QVERIFY(await(outbox.cancel(Hash32())).error().is(WalletError::NotPending));
    }

    void resumeAfterCrash()
    {
        WalletScene scene;
        OutboxEntry unsignedRow;
        unsignedRow.from = scene.me;
        unsignedRow.tx.chainId = 31337;
        QVERIFY(scene.rows.add(unsignedRow).ok()); // the program died while the signer was asking
        Outbox outbox = scene.outbox();
        const auto resumed = await(outbox.resume());
        QCOMPARE(resumed->dropped, 1);
        QVERIFY(scene.node.sent.empty());
        const auto hash = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        QCOMPARE(scene.rows.byHash(*hash).value()->tx.nonce, std::uint64_t(0));
        QCOMPARE(await(outbox.resume())->waiting, 1);
        scene.mine(*hash);
        QCOMPARE(await(outbox.resume())->mined, 1);
        QCOMPARE(await(outbox.resume())->mined, 0);
    }

    void legacyChain()
    {
        WalletScene scene;
        scene.node.fee = FeeSuggestion{false, U256(), U256(), U256(1'000)};
        Outbox outbox = scene.outbox();
        const auto hash = await(outbox.submit(scene.me, payment(), {}, Purpose::Other));
        QVERIFY(hash.ok());
        QCOMPARE(scene.signer.signedOnes[0].type, TxType::Legacy);
        QCOMPARE(scene.signer.signedOnes[0].chainId, std::uint64_t(31337)); // EIP-155
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
