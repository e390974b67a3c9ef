// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/transaction_rules.h"
#include "vectors.h"

#include <functional>
#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

PrivateKey someKey()
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 0x46))).value();
}

Transaction transfer(TxType type)
{
    Transaction tx;
    tx.type = type;
    tx.chainId = 1;
    tx.nonce = 9;
    (type == TxType::DynamicFee ? tx.maxFeePerGas : tx.gasPrice) = U256(20'000'000'000U);
    tx.maxPriorityFeePerGas = type == TxType::DynamicFee ? U256(1'000'000'000U) : U256();
    tx.gasLimit = 21000;
    tx.to = Address::from(Bytes(20, 0x35));
    tx.value = U256(1'000'000'000'000'000'000U);
    return tx;
}

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT

private slots:
    void eip155Example()
    {
        // EIP-155, "Example"
        const Transaction tx = transfer(TxType::Legacy);
        QCOMPARE(toHex(encodeUnsigned(tx)),
                 std::string("ec098504a817c800825208943535353535353535353535353535353535353535880de0"
                             "b6b3a764000080018080"));
        QCOMPARE(toHex(signingHash(tx).view()),
                 std::string("daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53"));
        const Bytes encoded = encodeSigned(tx, someKey().sign(signingHash(tx)));
        QCOMPARE(
            toHex(encoded),
            std::string(
                "f86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025a028ef61340bd9"
                "39bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b"
                "297fb1966a3b6d83"));
        QCOMPARE(recoverAddress(signingHash(tx), decodeSigned(encoded)->signature).value(), someKey().address());
    }

    void everyTypeReadsBack()
    {
        for (const TxType type : {TxType::Legacy, TxType::AccessList, TxType::DynamicFee}) {
            Transaction tx = transfer(type);
            for (int i = 0; i < 4; ++i) {
                tx.nonce = i == 0 ? 0 : UINT64_MAX - 1;
                tx.to = i == 1 ? std::nullopt : tx.to;
                tx.data = Bytes(static_cast<std::size_t>(i) * 40, 0x80);
                if (type != TxType::Legacy && i >= 2) {
                    tx.accessList.push_back({Address::from(Bytes(20, 1)), {Hash32(), Hash32::from(Bytes(32, 2))}});
                }
                tx.chainId = type == TxType::Legacy && i == 3 ? 0 : 61;
                QCOMPARE(*decodeUnsigned(encodeUnsigned(tx)), tx);
                const Signature signature = someKey().sign(signingHash(tx));
                const auto read = decodeSigned(encodeSigned(tx, signature));
                QVERIFY(read.ok());
                QCOMPARE(read->tx, tx);
                QCOMPARE(read->signature, signature);
            }
        }
    }

    void largestChainId()
    {
        Transaction tx = transfer(TxType::Legacy);
        tx.chainId = UINT64_MAX;
        const Signature signature = someKey().sign(signingHash(tx));
        QCOMPARE(decodeSigned(encodeSigned(tx, signature))->tx.chainId, UINT64_MAX);
    }

    // Every shortening and every byte more of a good transaction is refused.
    void cutAndLengthened()
    {
        for (const TxType type : {TxType::Legacy, TxType::AccessList, TxType::DynamicFee}) {
            const Transaction tx = transfer(type);
            const Bytes encoded = encodeSigned(tx, someKey().sign(signingHash(tx)));
            for (std::size_t length = 0; length < encoded.size(); ++length) {
                QVERIFY(!decodeSigned(BytesView(encoded).first(length)).ok());
            }
            Bytes longer = encoded;
            longer.push_back(0);
            QVERIFY(!decodeSigned(longer).ok());
            QVERIFY(!decodeUnsigned(encoded).ok());
            QVERIFY(!decodeSigned(encodeUnsigned(tx)).ok());
        }
    }

    void highSIsRefused()
    {
        const Transaction tx = transfer(TxType::DynamicFee);
        Signature signature = someKey().sign(signingHash(tx));
        const U256 order = *U256::fromHexQuantity("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        signature.s = Hash32::from((order - U256::fromBigEndian(signature.s.view())).toBigEndian());
        signature.yParity ^= 1;
        QVERIFY(!decodeSigned(encodeSigned(tx, signature)).ok());
    }

    void intrinsicGasByTheYellowPaper()
    {
        Transaction tx = transfer(TxType::AccessList);
        QCOMPARE(intrinsicGas(tx), U256(21'000));
        tx.data = {0, 1, 0, 2, 3};
        QCOMPARE(intrinsicGas(tx), U256(21'000 + 2 * 4 + 3 * 16));
        tx.to.reset();
        QCOMPARE(intrinsicGas(tx), U256(53'000 + 2 * 4 + 3 * 16));
        tx.data.clear();
        tx.accessList = {{Address(), {Hash32(), Hash32()}}, {Address(), {}}};
        QCOMPARE(intrinsicGas(tx), U256(53'000 + 2 * 2'400 + 2 * 1'900));
    }

    void faults()
    {
        const auto fault = [](TxType type, const std::function<void(Transaction&)>& change) {
            Transaction tx = transfer(type);
            change(tx);
            return findFault(tx, 1);
        };
        for (const TxType type : {TxType::Legacy, TxType::AccessList, TxType::DynamicFee}) {
            QCOMPARE(fault(type, [](Transaction&) {}), std::nullopt);
            QCOMPARE(fault(type, [](Transaction& tx) { tx.chainId = 61; }), TransactionFault::OtherChain);
            QCOMPARE(fault(type, [](Transaction& tx) { tx.gasLimit = 20'999; }), TransactionFault::TooLittleGas);
            QCOMPARE(fault(type, [](Transaction& tx) { tx.gasPrice = tx.maxFeePerGas = U256::max(); }),
                     TransactionFault::CostOverflow);
        }
        QCOMPARE(fault(TxType::Legacy, [](Transaction& tx) { tx.chainId = 0; }), std::nullopt);
        QCOMPARE(fault(TxType::AccessList, [](Transaction& tx) { tx.chainId = 0; }), TransactionFault::OtherChain);
        QCOMPARE(fault(TxType::DynamicFee, [](Transaction& tx) { tx.maxPriorityFeePerGas = U256(20'000'000'001); }),
                 TransactionFault::PriorityAboveMax);
        const Transaction tx = transfer(TxType::DynamicFee);
        QCOMPARE(findFault(SignedTransaction{tx, someKey().sign(signingHash(tx))}, 1), std::nullopt);
        const Signature none{Hash32::from(Bytes(32, 0)), Hash32::from(Bytes(32, 1)), 0};
        QCOMPARE(findFault(SignedTransaction{tx, none}, 1), TransactionFault::NoSender);
    }

    void otherTypesAreRefused()
    {
        Bytes encoded = encodeUnsigned(transfer(TxType::DynamicFee));
        for (int type = 0; type < 0x80; ++type) {
            encoded[0] = static_cast<std::uint8_t>(type);
            QCOMPARE(decodeUnsigned(encoded).ok(), type == 2);
        }
        QVERIFY(!decodeUnsigned({}).ok());
        QVERIFY(decodeUnsigned(Bytes((1 << 20) + 1, 0xf8)).error().is(CodecError::TooLarge));
    }
};

QTEST_APPLESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
