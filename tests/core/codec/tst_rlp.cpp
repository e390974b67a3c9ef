// SPDX-License-Identifier: GPL-3.0-or-later
#include "rlp_item.h"
#include "vectors.h"

#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

// The vectors write numbers as JSON numbers, or as "#" and the decimal where they are large.
rlp::Item itemOf(const QJsonValue& json)
{
    rlp::Item out;
    if (json.isArray()) {
        out.isList = true;
        const QJsonArray items = json.toArray();
        for (const auto& item : items) {
            out.items.push_back(itemOf(item));
        }
        return out;
    }
    const std::string text = json.isDouble() ? "#" + std::to_string(json.toInteger()) : test::str(json);
    out.data = text.starts_with('#') ? U256::fromDecimal(text.substr(1))->toBigEndianTrimmed() : toBytes(text);
    return out;
}

bool refuses(std::string_view hex)
{
    return !rlp::decode(unhex(hex)).has_value();
}

} // namespace

class TestRlp : public QObject
{
    Q_OBJECT

private slots:
    void officialVectors()
    {
        const QJsonObject cases = test::readVectors("ethereum/rlp-valid.json").object();
        QCOMPARE(cases.size(), 28);
        for (auto it = cases.begin(); it != cases.end(); ++it) {
            const Bytes encoded = unhex(it.value().toObject().value(QStringLiteral("out")));
            const auto decoded = rlp::decode(encoded);
            QVERIFY2(decoded.has_value(), qPrintable(it.key()));
            QCOMPARE(rlp::encode(*decoded), encoded);
            if (it.key() != QStringLiteral("bigint")) { // 2^256 does not fit into a U256
                QVERIFY2(*decoded == itemOf(it.value().toObject().value(QStringLiteral("in"))), qPrintable(it.key()));
            }
        }
        QVERIFY(rlp::decode(unhex("c7c0c1c0c3c0c1c0")).has_value()); // RandomRLPTests
    }

    void invalidVectors()
    {
        const QJsonObject cases = test::readVectors("ethereum/rlp-invalid.json").object();
        QCOMPARE(cases.size(), 26);
        for (auto it = cases.begin(); it != cases.end(); ++it) {
            const Bytes encoded = unhex(it.value().toObject().value(QStringLiteral("out")));
            QVERIFY2(!rlp::decode(encoded).has_value(), qPrintable(it.key()));
        }
    }

    void onlyWholeAndCanonical()
    {
        QVERIFY(refuses(""));
        QVERIFY(refuses("8201"));
        QVERIFY(refuses("c201"));
        QVERIFY(refuses("b9ff"));
        QVERIFY(refuses("bfffffffffffffffff")); // a length that would wrap
        QVERIFY(refuses("ffffffffffffffffff"));
        QVERIFY(refuses("c382010200"));
        QVERIFY(refuses("c28201")); // a member reaches out of its list
        QVERIFY(refuses("8100"));
        QVERIFY(refuses("817f"));
        QVERIFY(refuses("b80100"));
        QVERIFY(refuses("b9000100"));
        QVERIFY(refuses("f800"));
    }

    void depthIsCapped()
    {
        const auto nested = [](int depth) {
            Bytes out;
            for (int i = 0; i < depth; ++i) {
                out = rlp::list(out);
            }
            return out;
        };
        QVERIFY(rlp::decode(nested(rlp::kMaxDepth)).has_value());
        QVERIFY(!rlp::decode(nested(rlp::kMaxDepth + 1)).has_value());
        QVERIFY(!rlp::decode(nested(20'000)).has_value());
        QVERIFY(readRlp(nested(20'000)).has_value()); // what lies inside is somebody else's question
    }

    void readersTakeWhatWritersWrote()
    {
        for (const std::size_t length : {0U, 1U, 2U, 55U, 56U, 255U, 256U, 65'535U, 65'536U}) {
            const Bytes data(length, 0x91);
            Bytes written;
            rlp::appendString(written, data);
            QCOMPARE(written, rlp::encode({false, data, {}}));
            QCOMPARE(rlp::decode(written)->data, data);
            QCOMPARE(rlp::list(written), rlp::encode({true, {}, {{false, data, {}}}}));
        }
        for (const std::uint64_t number : {0ULL, 1ULL, 0x7fULL, 0x80ULL, 0x100ULL, ~0ULL}) {
            Bytes written;
            rlp::appendUint(written, U256(number));
            QCOMPARE(U256::fromBigEndian(rlp::decode(written)->data), U256(number));
        }
        Bytes largest;
        rlp::appendUint(largest, U256::max());
        QCOMPARE(largest.size(), std::size_t(33));
    }
};

QTEST_APPLESS_MAIN(TestRlp)
#include "tst_rlp.moc"
