// SPDX-License-Identifier: GPL-3.0-or-later
// Slot arithmetic, packed words, strings and the batch that reads them.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "base/hex.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"
#include "contracts/storage_words.h"
#include "net/fake_node.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::contracts;

namespace
{
const Address kContract = *addressFromHex("0x00000000000000000000000000000000000000aa");

U256 word(const char* hex)
{
    return U256::fromBigEndian(hash32FromHex(hex)->view());
}

// Long form: length * 2 + 1 in the slot itself, the text from keccak256(slot) on.
void putLongText(net::FakeNode& node, const Hash32& slot, const std::string& text)
{
    node.setWord(kContract, slot, U256(text.size() * 2 + 1));
    for (std::size_t i = 0; i * 32 < text.size(); ++i) {
        Bytes part = toBytes(std::string_view(text).substr(i * 32, 32));
        part.resize(32);
        node.setWord(kContract, slotPlus(arrayDataSlot(slot), i), U256::fromBigEndian(part));
    }
}
} // namespace

class TestStorageValue : public QObject
{
    Q_OBJECT

private slots:
    // keccak256 of 32 zero bytes: the well-known start of a dynamic array in slot 0.
    void arrayStart()
    {
        QCOMPARE(toHex0x(arrayDataSlot(slotNumber(0))),
                 std::string("0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563"));
    }

    // keccak256 of 64 zero bytes: mapping in slot 0, key 0.
    void mappingEntry()
    {
        QCOMPARE(toHex0x(mappingSlot(slotNumber(0), slotNumber(0))),
                 std::string("0xad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5"));
        QVERIFY(mappingSlot(slotNumber(1), slotNumber(0)) != mappingSlot(slotNumber(0), slotNumber(1)));
    }

    void slotsCarryAndWrap()
    {
        QVERIFY(slotPlus(slotNumber(0xffffffffffffffffULL), 1) ==
                *hash32FromHex("0x0000000000000000000000000000000000000000000000010000000000000000"));
        Hash32 last;
        last.bytes.fill(0xff);
        QVERIFY(slotPlus(last, 1) == slotNumber(0));
    }

    void keysArePaddedAsTheirTypeWants()
    {
        QVERIFY(detail::keyWord(kContract) == slotNumber(0xaa));
        QVERIFY(detail::keyWord(true) == slotNumber(1));
        const auto left = detail::keyWord(std::array<std::uint8_t, 2>{0x12, 0x34});
        QCOMPARE(left.bytes[0], std::uint8_t{0x12});
        QCOMPARE(left.bytes[31], std::uint8_t{0});
    }

    void packedValues()
    {
        const U256 w = word("0x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        QCOMPARE(detail::readPacked<std::uint8_t>(w, 0, 1), std::uint8_t{0x20});
        QCOMPARE(detail::readPacked<std::uint64_t>(w, 8, 8), std::uint64_t{0x1112131415161718});
        QCOMPARE(detail::readPacked<std::uint64_t>(w, 24, 8), std::uint64_t{0x0102030405060708});
        QCOMPARE(toHex(detail::readPacked<Address>(w, 12, 20).view()),
                 std::string("0102030405060708090a0b0c0d0e0f1011121314"));
        QVERIFY(detail::readPacked<U256>(w, 0, 32) == w);
        const auto two = detail::readPacked<std::array<std::uint8_t, 2>>(w, 0, 2);
        QVERIFY((two == std::array<std::uint8_t, 2>{0x1f, 0x20}));
        QVERIFY(detail::readPacked<bool>(U256(256), 1, 1));
        QVERIFY(!detail::readPacked<bool>(U256(256), 0, 1));
    }

    void enumNumbersWithoutMemberGiveTheFirst()
    {
        QVERIFY(detail::readPacked<dealBook::State>(U256(3), 0, 1) == dealBook::State::Funded);
        QVERIFY(detail::readPacked<dealBook::State>(U256(200), 0, 1) == dealBook::State::None);
    }

    void structReadersReadPackedMembers()
    {
        const auto reader = vehicleRegistry::historiesReader(slotNumber(7));
        QCOMPARE(reader.slotKeys.size(), std::size_t{3});
        const std::vector<U256> words{U256(5), U256(9), (U256(1'700'000'000) << 32U) + U256(64'210)};
        const auto history = reader.decode(words);
        QCOMPARE(history.count, std::uint64_t{5});
        QVERIFY(history.head == slotNumber(9));
        QCOMPARE(history.odometerKm, 64'210U);
        QCOMPARE(history.lastTime, std::uint64_t{1'700'000'000});
    }

    void shortStrings()
    {
        Bytes bytes = toBytes(std::string_view("AutoChain"));
        bytes.resize(32);
        bytes[31] = 18;
        const U256 first = U256::fromBigEndian(bytes);
        QVERIFY(StringReader::moreSlots(slotNumber(1), first).empty());
        QCOMPARE(StringReader::decode(first, {}), std::string("AutoChain"));
        QCOMPARE(StringReader::decode(U256(0), {}), std::string());
        QCOMPARE(StringReader::decode(U256(254), {}).size(), std::size_t{31}); // a length that can't be
    }

    void longStringsAreCapped()
    {
        QCOMPARE(StringReader::moreSlots(slotNumber(1), U256(33 * 2 + 1)).size(), std::size_t{2});
        QCOMPARE(StringReader::moreSlots(slotNumber(1), U256::max()).size(), std::size_t{2048});
    }

    void batchReadsAll()
    {
        net::FakeNode node;
        node.top.number = 77;
        node.provenance = Provenance::Proven;
        const std::string text(100, 'x');
        putLongText(node, slotNumber(4), text);
        node.setWord(kContract, slotNumber(0), U256(42));
        StorageBatch batch;
        const auto number = batch.add(kContract, detail::wordReader<U256>(slotNumber(0), 0, 32));
        const auto longText = batch.addString(kContract, {slotNumber(4)});
        const auto empty = batch.addString(kContract, {slotNumber(5)});
        const auto source = await(batch.run(node));
        QVERIFY(source.ok());
        QVERIFY(*number == U256(42));
        QCOMPARE(*longText, text);
        QCOMPARE(*empty, std::string());
        QCOMPARE(source->block.number, std::uint64_t{77});
        QVERIFY(source->provenance == Provenance::Proven);
        QCOMPARE(node.storageRounds, std::size_t{2});
    }

    void batchPassesFailuresOn()
    {
        net::FakeNode node;
        node.failures.push_back(Error(ChainError::NodeTimeout, {"u"}));
        StorageBatch batch;
        batch.add(kContract, detail::wordReader<U256>(slotNumber(0), 0, 32));
        QVERIFY(await(batch.run(node)).error().is(ChainError::NodeTimeout));
    }
};

QTEST_GUILESS_MAIN(TestStorageValue)
#include "tst_storage_value.moc"
