// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "base/hex.h"
#include "chain/receipt.h"
#include "chain/trie.h"
#include "crypto/hash.h"
#include "rlp_item.h"
#endif

#include <QTest>

using namespace autochain;

namespace
{

ReceiptRecord sample(std::uint8_t type)
{
    ReceiptRecord receipt;
    receipt.type = type;
    receipt.succeeded = true;
    receipt.cumulativeGasUsed = 123'456;
    ReceiptLog log;
    log.address.bytes[3] = 5;
    log.topics = {keccak256("Transfer(address,address,uint256)"), Hash32()};
    log.data = Bytes(64, 7);
    receipt.logs = {log, ReceiptLog()};
    receipt.logsBloom = bloomOf(receipt.logs);
    return receipt;
}

bool taken(const ReceiptRecord& receipt)
{
    return decodeReceipt(encodeReceipt(receipt)).ok();
}

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT

private slots:
    void goesRoundTrip()
    {
        for (std::uint8_t type = 0; type < 4; ++type) {
            for (const bool succeeded : {false, true}) {
                ReceiptRecord receipt = sample(type);
                receipt.succeeded = succeeded;
                const auto read = decodeReceipt(encodeReceipt(receipt));
                QVERIFY(read.ok());
                QVERIFY(*read == receipt);
            }
        }
        ReceiptRecord early = sample(0);
        early.succeeded = false;
        early.postState = keccak256("state");
        QVERIFY(*decodeReceipt(encodeReceipt(early)) == early);
    }

    // The address and topic of a log set three bits each; the published bloom of mainnet's first log is too long for
    // a test, so here is the rule by hand: keccak256 of the item, three pairs of bytes, modulo 2048.
    void bloomSetsThreeBits()
    {
        Bloom bloom;
        const Hash32 topic = keccak256("topic");
        addToBloom(bloom, topic.view());
        const Hash32 hash = keccak256(topic.view());
        int set = 0;
        for (const std::uint8_t byte : bloom.bytes) {
            set += std::popcount(byte);
        }
        QVERIFY(set >= 1 && set <= 3);
        for (std::size_t i = 0; i < 6; i += 2) {
            const unsigned bit = (256U * hash.bytes[i] + hash.bytes[i + 1]) % 2048U;
            QVERIFY((bloom.bytes[255 - bit / 8] >> (bit % 8) & 1) == 1);
        }
        QVERIFY(mayContain(bloom, topic.view()));
        QVERIFY(!mayContain(bloom, keccak256("another").view()));
        QVERIFY((Bloom() | bloom) == bloom);
    }

    // Block 1 of a chain of anvil: one transaction of EIP-1559 that made a contract, without logs.
    void rootOfARealBlock()
    {
        ReceiptRecord receipt;
        receipt.type = 2;
        receipt.succeeded = true;
        receipt.cumulativeGasUsed = 0xe5bce;
        const std::vector<Bytes> receipts{encodeReceipt(receipt)};
        QCOMPARE(toHex0x(orderedRoot(receipts)),
                 std::string("0xbf383b20530a365861cb5da0db0adf06f68a2250c48fc5566da16078c33427bc"));
    }

    void hiddenAndInventedLogsDoNotFit()
    {
        ReceiptRecord hidden = sample(2);
        hidden.logs.pop_back();
        QVERIFY(decodeReceipt(encodeReceipt(hidden)).error().is(CodecError::NotCanonical));
        ReceiptRecord invented = sample(2);
        invented.logs.front().topics.push_back(keccak256("more"));
        QVERIFY(!taken(invented));
        ReceiptRecord unsaid = sample(2);
        unsaid.logsBloom = Bloom();
        QVERIFY(!taken(unsaid));
    }

    void refusesWhatNoNodeWrites()
    {
        ReceiptRecord late = sample(2);
        late.postState = Hash32(); // typed receipts came after the status
        QVERIFY(!taken(late));
        ReceiptRecord unknown = sample(4);
        QVERIFY(!taken(unknown));
        ReceiptRecord five = sample(0);
        five.logs.front().topics.resize(5);
        five.logsBloom = bloomOf(five.logs);
        QVERIFY(!taken(five));
        five.logs.front().topics.resize(4);
        five.logsBloom = bloomOf(five.logs);
        QVERIFY(taken(five));
        const Bytes legacy = encodeReceipt(sample(0));
        Bytes zeroType{0};
        append(zeroType, legacy);
        QVERIFY(!decodeReceipt(zeroType).ok());
        auto item = rlp::decode(legacy).value();
        item.items[0].data = {2};
        QVERIFY(!decodeReceipt(rlp::encode(item)).ok());
        item.items[0].data = {1};
        QVERIFY(decodeReceipt(rlp::encode(item)).ok());
        item.items.push_back(item.items[0]);
        QVERIFY(!decodeReceipt(rlp::encode(item)).ok());
        QVERIFY(!decodeReceipt({}).ok());
    }

    void everyCutIsRefused()
    {
        const Bytes whole = encodeReceipt(sample(1));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            QVERIFY(!decodeReceipt(BytesView(whole).first(size)).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
