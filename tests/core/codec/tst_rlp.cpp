// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp.h"
#include "vectors.h"

#include <QElapsedTimer>
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

bool refuses(std::string_view hex, CodecError code)
{
    const auto item = rlp::decode(unhex(hex));
    return !item.ok() && item.error().is(code);
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
            QVERIFY2(decoded.ok(), qPrintable(it.key()));
            QCOMPARE(rlp::encode(*decoded), encoded);
            if (it.key() != QStringLiteral("bigint")) { // 2^256 does not fit into a U256
                QVERIFY2(*decoded == itemOf(it.value().toObject().value(QStringLiteral("in"))), qPrintable(it.key()));
            }
        }
        QVERIFY(rlp::decode(unhex("c7c0c1c0c3c0c1c0")).ok()); // RandomRLPTests
    }

    void invalidVectors()
    {
        const QJsonObject cases = test::readVectors("ethereum/rlp-invalid.json").object();
        QCOMPARE(cases.size(), 26);
        for (auto it = cases.begin(); it != cases.end(); ++it) {
            const Bytes encoded = unhex(it.value().toObject().value(QStringLiteral("out")));
            QVERIFY2(!rlp::decode(encoded).ok(), qPrintable(it.key()));
        }
    }

    void saysWhatIsWrong()
    {
        QVERIFY(refuses("", CodecError::TooShort));
        QVERIFY(refuses("8201", CodecError::TooShort));
        QVERIFY(refuses("c201", CodecError::TooShort));
        QVERIFY(refuses("b9ff", CodecError::TooShort));
        QVERIFY(refuses("bfffffffffffffffff", CodecError::TooShort)); // a length that would wrap
        QVERIFY(refuses("ffffffffffffffffff", CodecError::TooShort));
        QVERIFY(refuses("c3820102"
                        "00",
                        CodecError::TrailingBytes));
        QVERIFY(refuses("c28201", CodecError::TooShort)); // a member reaches out of its list
        QVERIFY(refuses("8100", CodecError::NotCanonical));
        QVERIFY(refuses("817f", CodecError::NotCanonical));
        QVERIFY(refuses("b80100", CodecError::NotCanonical));
        QVERIFY(refuses("b90001"
                        "00",
                        CodecError::NotCanonical));
        QVERIFY(refuses("f800", CodecError::NotCanonical));
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
        QVERIFY(rlp::decode(nested(rlp::kMaxDepth)).ok());
        QVERIFY(rlp::decode(nested(rlp::kMaxDepth + 1)).error().is(CodecError::TooDeep));
        QVERIFY(rlp::decode(nested(20'000)).error().is(CodecError::TooDeep));
    }

    void sizeIsCapped()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(rlp::decode(Bytes(rlp::kMaxBytes + 1, 0xc0)).error().is(CodecError::TooLarge));
        // Millions of empty lists would take a hundred times the input's memory.
        QVERIFY(rlp::decode(rlp::list(Bytes(8'000'000, 0xc0))).error().is(CodecError::TooLarge));
        QVERIFY(rlp::decode(rlp::list(Bytes(100'000, 0xc0))).ok());
        QVERIFY(timer.elapsed() < 20000);
    }

    void writersAgreeWithTheTree()
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
