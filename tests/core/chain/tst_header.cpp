// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "codec/rlp_view.h"
#include "crypto/hash.h"
#include "headers.h"
#include "rlp_item.h"
#endif

#include <QTest>

#include <functional>

using namespace autochain;
using namespace autochain::test;

namespace
{

// The header with one field put in another's place, by way of the tree that codec reads.
Bytes changed(const Bytes& header, const std::function<void(rlp::Item&)>& change)
{
    auto item = rlp::decode(header).value();
    change(item);
    return rlp::encode(item);
}

rlp::Item string(Bytes bytes)
{
    return {false, std::move(bytes), {}};
}

Header fullHeader()
{
    Header header;
    header.extraData = {1, 2, 3};
    header.baseFeePerGas = U256(7);
    header.withdrawalsRoot.emplace();
    header.blobGasUsed = 131'072;
    header.excessBlobGas = 0;
    header.parentBeaconBlockRoot.emplace();
    return header;
}

} // namespace

class TestHeader : public QObject
{
    Q_OBJECT

private slots:
    void readsMainnet()
    {
        const auto headers = mainnetHeaders();
        QCOMPARE(headers.size(), std::size_t{6});
        for (const Bytes& bytes : headers) {
            const auto header = decodeHeader(bytes);
            QVERIFY(header.ok());
            QVERIFY(encodeHeader(*header) == bytes);
            QVERIFY(hashOf(*header) == keccak256(bytes));
        }
        // Block 3 of mainnet names block 2, whose hash every explorer shows.
        const auto third = decodeHeader(headers[1]);
        QCOMPARE(toHex0x(third->parentHash),
                 std::string("0xb495a1d7e6663152ae92708da4843337b958146015a2802f4193a410044698c9"));
        QVERIFY(hashOf(*decodeHeader(headers[0])) == third->parentHash);
        QCOMPARE(third->number, std::uint64_t{3});
    }

    void goesRoundTripWithEveryCountOfFields()
    {
        const Header full = fullHeader();
        Header shanghai = full;
        shanghai.blobGasUsed.reset();
        shanghai.excessBlobGas.reset();
        shanghai.parentBeaconBlockRoot.reset();
        Header london = shanghai;
        london.withdrawalsRoot.reset();
        Header frontier = london;
        frontier.baseFeePerGas.reset();
        for (const Header& header : {frontier, london, shanghai, full}) {
            const auto read = decodeHeader(encodeHeader(header));
            QVERIFY(read.ok());
            QVERIFY(*read == header);
            QVERIFY(sealHashOf(*read) != hashOf(*read));
        }
    }

    void refusesOtherCountsOfFields()
    {
        const Bytes whole = encodeHeader(fullHeader());
        for (const std::size_t count : {0, 1, 14, 18, 19}) {
            QVERIFY(!decodeHeader(changed(whole, [&](rlp::Item& item) { item.items.resize(count); })).ok());
        }
        for (const std::size_t count : {15, 16, 17, 20}) {
            QVERIFY(decodeHeader(changed(whole, [&](rlp::Item& item) { item.items.resize(count); })).ok());
        }
        QVERIFY(!decodeHeader(changed(whole, [](rlp::Item& item) { item.items.push_back(string({1})); })).ok());
    }

    void refusesFieldsOfOtherSizes()
    {
        const Bytes whole = encodeHeader(fullHeader());
        for (const std::size_t field : {0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 19}) {
            for (const int by : {-1, 1}) {
                const auto resized = changed(whole, [&](rlp::Item& item) {
                    Bytes& data = item.items[field].data;
                    data.resize(data.size() + static_cast<std::size_t>(by));
                });
                const auto read = decodeHeader(resized);
                QVERIFY2(read.error().is(CodecError::NotCanonical), std::to_string(field).c_str());
            }
        }
        for (const std::size_t field : {7, 8, 9, 10, 11, 15, 17, 18}) { // numbers
            const std::size_t most = field == 7 || field == 15 ? 32 : 8;
            const auto with = [&](Bytes data) {
                return decodeHeader(changed(whole, [&](rlp::Item& item) { item.items[field].data = data; })).ok();
            };
            QVERIFY(!with({0}));
            QVERIFY(!with({0, 1}));
            QVERIFY(with(Bytes(most, 0xff)));
            QVERIFY(!with(Bytes(most + 1, 0xff)));
        }
        for (std::size_t field = 0; field < 20; ++field) { // a list is no field
            QVERIFY(!decodeHeader(changed(whole, [&](rlp::Item& item) { item.items[field].isList = true; })).ok());
        }
    }

    void refusesEveryCutAndEveryAddition()
    {
        const Bytes whole = mainnetHeaders().front();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            QVERIFY(!decodeHeader(BytesView(whole).first(size)).ok());
        }
        Bytes longer = whole;
        longer.push_back(0x80);
        QVERIFY(!decodeHeader(longer).ok());
        QVERIFY(decodeHeader(Bytes(kMaxHeaderBytes + 1, 0xc0)).error().is(CodecError::TooLarge));
    }

    // Of all changes of one bit, what is still a header is another one.
    void noTwoEncodingsOfOneHeader()
    {
        const Bytes whole = mainnetHeaders().back();
        const Header original = *decodeHeader(whole);
        for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
            Bytes other = whole;
            other[bit / 8] = static_cast<std::uint8_t>(other[bit / 8] ^ 1U << (bit % 8));
            const auto read = decodeHeader(other);
            QVERIFY(!read.ok() || (*read != original && encodeHeader(*read) == other));
        }
    }

    void viewOfRlpReadsInPlace()
    {
        const Bytes long56 = [] {
            Bytes out;
            rlp::appendString(out, Bytes(56, 1));
            return out;
        }();
        QCOMPARE(readRlp(long56)->payload.size(), std::size_t{56});
        for (const char* hex : {"", "81", "8100", "817f", "b800", "b837", "b90038", "c1", "f800", "ff", "bf",
                                "bfffffffffffffffff", "ffffffffffffffffff", "8080"}) {
            QVERIFY2(!readRlp(*fromHex(hex)), hex);
        }
        for (const char* hex : {"00", "7f", "80", "8180", "c0", "c100"}) {
            QVERIFY2(readRlp(*fromHex(hex)), hex);
        }
        const Bytes two = *fromHex("0102");
        BytesView rest = two;
        QCOMPARE(takeRlpU64(rest), std::optional<std::uint64_t>(1));
        QCOMPARE(takeRlpU64(rest), std::optional<std::uint64_t>(2));
        QVERIFY(!takeRlpU64(rest));
    }
};

QTEST_GUILESS_MAIN(TestHeader)
#include "tst_header.moc"
