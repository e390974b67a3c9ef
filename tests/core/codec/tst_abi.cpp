// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/abi.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using abi::Value;

namespace
{

abi::Type type(std::string_view text)
{
    return abi::parseType(text).value();
}

Bytes word(std::uint64_t number)
{
    return toBytes(U256(number).toBigEndian());
}

Bytes words(std::initializer_list<std::uint64_t> numbers)
{
    Bytes out;
    for (const auto number : numbers) {
        append(out, word(number));
    }
    return out;
}

bool refuses(const char* typeText, BytesView data, CodecError code, bool lenient = false)
{
    const auto decoded = abi::decode(type(typeText), data, lenient);
    return !decoded.ok() && decoded.error().is(code);
}

bool refusesValue(const char* typeText, Value value)
{
    const auto encoded = abi::encode(type(typeText), {std::move(value)});
    return !encoded.ok() && encoded.error().is(CodecError::BadAbiValue);
}

Value list(std::vector<Value> values)
{
    return Value(std::move(values));
}

const U256 kMinusOne = U256::max();

} // namespace

class TestAbi : public QObject
{
    Q_OBJECT

private slots:
    void officialVectors()
    {
        const QJsonObject cases = test::readVectors("ethereum/abi.json").object();
        const auto check = [&](const char* name, const char* typeText, const std::vector<Value>& values) {
            const Bytes expected =
                test::unhex(cases.value(QString::fromUtf8(name)).toObject().value(QStringLiteral("result")));
            QVERIFY(!expected.empty());
            QCOMPARE(*abi::encode(type(typeText), values), expected);
            QCOMPARE(*abi::decode(type(typeText), expected), values);
        };
        check("GithubWikiTest", "(uint256,uint32[],bytes10,bytes)",
              {Value(291), list({Value(1110), Value(1929)}), Value::text("1234567890"), Value::text("Hello, world!")});
        check("SingleInteger", "(uint256)", {Value(98127491)});
        check("IntegerAndAddress", "(uint256,address)",
              {Value(324124), Value(*addressFromHex("cd2a3d9f938e13cd947ec05abc7fe734df8dd826"))});
    }

    void solidityExamples()
    {
        // Solidity documentation, "Contract ABI Specification", "Examples" and "Use of Dynamic Types"
        QCOMPARE(toHex(abi::selector("baz(uint32,bool)")), std::string("cdcd77c0"));
        QCOMPARE(toHex(abi::selector("sam(bytes,bool,uint256[])")), std::string("a5643bf2"));
        QCOMPARE(toHex(abi::selector("f(uint256,uint32[],bytes10,bytes)")), std::string("8be65246"));
        QCOMPARE(toHex(*abi::encode(type("(bytes,bool,uint256[])"),
                                    {Value::text("dave"), Value::boolean(true), list({Value(1), Value(2), Value(3)})})),
                 toHex(words({0x60, 1, 0xa0, 4})) + "64617665" + std::string(56, '0') + toHex(words({3, 1, 2, 3})));
        QCOMPARE(toHex(abi::eventTopic("Transfer(address,address,uint256)").view()),
                 std::string("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"));
    }

    void typeNames()
    {
        for (const char* name : {"uint256", "int8", "address", "bool", "bytes", "string", "bytes1", "bytes32",
                                 "function", "()", "(uint256)", "(address,(bool,string[])[2][])", "uint256[3][]"}) {
            QCOMPARE(type(name).canonicalName(), std::string(name));
        }
        QCOMPARE(type("uint").canonicalName(), std::string("uint256"));
        QCOMPARE(type("int[]").canonicalName(), std::string("int256[]"));
        QCOMPARE(type("tuple(uint a, tuple(bool) b)[]").canonicalName(), std::string("(uint256,(bool))[]"));
        QCOMPARE(type("(uint256 amount,address to)").names, (std::vector<std::string>{"amount", "to"}));
    }

    void typeNamesThatAreNone()
    {
        for (const char* name : {"",
                                 "uint0",
                                 "uint7",
                                 "uint257",
                                 "uint264",
                                 "uint08",
                                 "bytes0",
                                 "bytes33",
                                 "bytes032",
                                 "float",
                                 "fixed128x18",
                                 "uint256[",
                                 "uint256]",
                                 "uint256[0]",
                                 "uint256[01]",
                                 "uint256[-1]",
                                 "uint256[1048577]",
                                 "uint256[99999999999999999999]",
                                 "(",
                                 ")",
                                 "(uint256",
                                 "(uint256,)",
                                 "(,uint256)",
                                 "uint256 ",
                                 " uint256",
                                 "tuple",
                                 "()[]",
                                 "()[2]",
                                 "uint256,uint256",
                                 "(uint256))"}) {
            const auto parsed = abi::parseType(name);
            QVERIFY2(!parsed.ok(), name);
            QVERIFY2(parsed.error().is(CodecError::BadAbiType), name);
        }
    }

    void deepTypesAreRefused()
    {
        std::string tuples = "uint256";
        std::string arrays = "uint256";
        for (int i = 0; i < 40; ++i) {
            tuples = "(" + tuples + ")";
            arrays += "[]";
        }
        QVERIFY(!abi::parseType(tuples).ok());
        QVERIFY(!abi::parseType(arrays).ok());
        QVERIFY(!abi::parseType(std::string(1'000'000, '(')).ok());
    }

    void valuesThatDoNotFit()
    {
        QVERIFY(refusesValue("(uint8)", Value(256)));
        QVERIFY(refusesValue("(bool)", Value(2)));
        QVERIFY(refusesValue("(address)", Value(U256(1) << 160)));
        QVERIFY(refusesValue("(int8)", Value(128)));
        QVERIFY(refusesValue("(int8)", Value(U256() - U256(129))));
        QVERIFY(abi::encode(type("(int8)"), {Value(U256() - U256(128))}).ok());
        QVERIFY(abi::encode(type("(int256)"), {Value(kMinusOne)}).ok());
        QVERIFY(refusesValue("(bytes4)", Value(Bytes(3))));
        QVERIFY(refusesValue("(bytes4)", Value(4)));
        QVERIFY(refusesValue("(uint8)", Value(Bytes(1))));
        QVERIFY(refusesValue("(uint8[2])", list({Value(1)})));
        QVERIFY(refusesValue("(uint8[])", Value(1)));
        QVERIFY(refusesValue("((uint8,uint8))", list({Value(1)})));
        QVERIFY(!abi::encode(type("(uint8)"), {}).ok());
        QVERIFY(!abi::encode(type("uint8"), {Value(1)}).ok());
    }

    void wordsThatNoEncoderWrites()
    {
        QVERIFY(refuses("(bool)", word(2), CodecError::NotCanonical));
        QVERIFY(refuses("(uint8)", word(256), CodecError::NotCanonical));
        QVERIFY(refuses("(int8)", word(128), CodecError::NotCanonical));
        QVERIFY(refuses("(int8)", word(255), CodecError::NotCanonical)); // not sign extended
        QVERIFY(refuses("(address)", Bytes(32, 1), CodecError::NotCanonical));
        QVERIFY(refuses("(bytes4)", word(1), CodecError::NotCanonical));
        QVERIFY(refuses("(function)", word(1), CodecError::NotCanonical));
        Bytes padding = words({32, 1});
        padding.resize(96, 0);
        QVERIFY(abi::decode(type("(bytes)"), padding).ok());
        padding[65] = 1;
        QVERIFY(refuses("(bytes)", padding, CodecError::NotCanonical));
        QVERIFY(abi::decode(type("(bytes)"), padding, true).ok());
    }

    void cutAndLengthened()
    {
        const abi::Type tuple = type("(string,(bytes,uint8[])[],address[2])");
        const Bytes good = *abi::encode(tuple, {Value::text(std::string(40, 'x')),
                                                list({list({Value(Bytes(33)), list({Value(1), Value(2)})})}),
                                                list({Value(Address()), Value(Address())})});
        QVERIFY(abi::decode(tuple, good).ok());
        for (std::size_t length = 0; length < good.size(); ++length) {
            QVERIFY(!abi::decode(tuple, BytesView(good).first(length)).ok());
        }
        Bytes longer = good;
        longer.resize(longer.size() + 32);
        QVERIFY(abi::decode(tuple, longer).error().is(CodecError::TrailingBytes));
        QCOMPARE(*abi::decode(tuple, longer, true), *abi::decode(tuple, good));
    }

    void offsetsThatNoEncoderWrites()
    {
        QVERIFY(refuses("(bytes)", words({0}), CodecError::NotCanonical));        // points at itself
        QVERIFY(refuses("(bytes)", words({64, 0, 0}), CodecError::NotCanonical)); // leaves a gap
        QVERIFY(abi::decode(type("(bytes)"), words({64, 0, 0}), true).ok());
        QVERIFY(refuses("(bytes,bytes)", words({64, 64, 0}), CodecError::NotCanonical)); // shares a tail
        QVERIFY(abi::decode(type("(bytes,bytes)"), words({64, 64, 0}), true).ok());
        QVERIFY(refuses("(bytes,bytes)", words({96, 64, 0, 0}), CodecError::NotCanonical)); // in another order
        QVERIFY(refuses("(bytes)", words({96, 0}), CodecError::TooShort));
        QVERIFY(refuses("(bytes)", Bytes(32, 0xff), CodecError::TooShort));
        QVERIFY(refuses("(bytes)", Bytes(32, 0xff), CodecError::TooShort, true));
    }

    // Lengths far beyond the data must be refused before anything is allocated for them.
    void hugeLengths()
    {
        QElapsedTimer timer;
        timer.start();
        for (const bool lenient : {false, true}) {
            for (const std::uint64_t length : {1'000ULL, 1ULL << 20, 1ULL << 32, 1ULL << 59, ~0ULL, ~0ULL - 31}) {
                for (const char* typeText :
                     {"(bytes)", "(uint8[])", "(string[])", "(uint256[1000][])", "(bytes[][])"}) {
                    const auto decoded = abi::decode(type(typeText), words({32, length, 0}), lenient);
                    QVERIFY(!decoded.ok());
                    QVERIFY(decoded.error().is(CodecError::TooShort));
                }
            }
            Bytes all = word(32);
            append(all, Bytes(32, 0xff));
            QVERIFY(refuses("(uint8[])", all, CodecError::TooShort, lenient));
            QVERIFY(refuses("(uint8[1048576][1048576])", words({0}), CodecError::TooShort, lenient));
        }
        QVERIFY(abi::decode(type("(bytes)"), Bytes((1 << 20) + 1)).error().is(CodecError::TooLarge));
        QVERIFY(timer.elapsed() < 4000);
    }

    // Lists of lists whose offsets all point back into the same few words grow with every level.
    void offsetLoops()
    {
        QElapsedTimer timer;
        timer.start();
        std::string nested = "(uint256";
        for (int i = 0; i < 20; ++i) {
            nested += "[]";
        }
        nested += ")";
        // Offsets count from behind the length, so none can point at its own list; the heads read as lists end at once.
        Bytes self = words({32, 10});
        for (int i = 0; i < 10; ++i) {
            append(self, word(32));
        }
        QVERIFY(refuses(nested.c_str(), self, CodecError::TooShort, true));
        QVERIFY(refuses(nested.c_str(), self, CodecError::NotCanonical));
        Bytes backwards = words({32, 1});
        append(backwards, toBytes((U256() - U256(32)).toBigEndian()));
        QVERIFY(refuses(nested.c_str(), backwards, CodecError::TooShort, true));
        // 1 MiB in which every level's elements share the next level's list
        Bytes wide = word(32);
        for (int level = 0; level < 4; ++level) {
            append(wide, word(1000));
            for (int i = 0; i < 1000; ++i) {
                append(wide, word(1000 * 32)); // to behind this level's heads
            }
        }
        wide.resize(1 << 20);
        QVERIFY(abi::decode(type("(uint256[][][][])"), wide, true).error().is(CodecError::TooLarge));
        QVERIFY(timer.elapsed() < 4000);
    }

    void packed()
    {
        // Solidity documentation, "Non-standard Packed Mode": int16(-1), bytes1(0x42), uint16(0x03), string("Hello,
        // world!")
        const auto bytes =
            abi::encodePacked({type("int16"), type("bytes1"), type("uint16"), type("string")},
                              {Value(kMinusOne), Value(Bytes{0x42}), Value(3), Value::text("Hello, world!")});
        QCOMPARE(toHex(*bytes), std::string("ffff42000348656c6c6f2c20776f726c6421"));
        QCOMPARE(toHex(*abi::encodePacked({type("uint8[]")}, {list({Value(1), Value(2)})})), toHex(words({1, 2})));
        QVERIFY(!abi::encodePacked({type("(uint8)")}, {list({Value(1)})}).ok());
        QVERIFY(!abi::encodePacked({type("string[]")}, {list({Value::text("a")})}).ok());
        QVERIFY(!abi::encodePacked({type("uint8")}, {Value(256)}).ok());
        QVERIFY(!abi::encodePacked({type("uint8")}, {Value(Bytes{1})}).ok());
        QVERIFY(!abi::encodePacked({type("uint8"), type("uint8")}, {Value(1)}).ok());
    }

    void valueAccessors()
    {
        const Address address = *addressFromHex("cd2a3d9f938e13cd947ec05abc7fe734df8dd826");
        QCOMPARE(Value(address).address(), address);
        const Hash32 hash = Hash32::from(Bytes(32, 7));
        QCOMPARE(Value(hash).hash32(), hash);
        QCOMPARE(Value::text("grüß").string(), std::string("grüß"));
        QCOMPARE(Value::boolean(true).number(), U256(1));
    }
};

QTEST_APPLESS_MAIN(TestAbi)
#include "tst_abi.moc"
