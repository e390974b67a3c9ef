// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;

namespace
{

QJsonObject object(std::string_view text)
{
    return json::parseObject(asBytes(text)).value();
}

template <typename T>
bool namesField(const Result<T>& result, const char* key)
{
    return !result.ok() && result.error().is(CodecError::BadJson) &&
           result.error().args == std::vector<std::string>{key};
}

bool refuses(std::string_view text, CodecError code)
{
    const auto value = json::parse(asBytes(text));
    return !value.ok() && value.error().is(code);
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKindOfValue()
    {
        for (const std::string text :
             {"{}", "[]", "1", "-1.5", "\"a\"", "true", "false", "null", "[1,[2,{\"a\":[]}]]"}) {
            const auto value = json::parse(asBytes(text));
            QVERIFY2(value.ok(), text.c_str());
            QCOMPARE(json::write(*value), text);
            QVERIFY2(json::parse(asBytes(" \n" + text + "\t ")).ok(), text.c_str());
        }
        QVERIFY(json::parse(asBytes("null"))->isNull());
    }

    void refusesWhatIsNotJson()
    {
        for (const char* text :
             {"",    " ",   "{",     "}", "[1,]", "{\"a\"}", "{a:1}", "'a'", "01",       "+1",  "nul",
              "1 2", "1,2", "1],[2", "]", "],[",  "[1] x",   "{} {}", "\"a", "\"\xff\"", "NaN", "{\"a\":1,}"}) {
            QVERIFY2(refuses(text, CodecError::BadJson), text);
        }
        QVERIFY(json::parseObject(asBytes("[]")).error().is(CodecError::BadJson));
        QVERIFY(json::parseObject(asBytes("1")).error().is(CodecError::BadJson));
    }

    void depthIsCapped()
    {
        const auto nested = [](int depth) {
            return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
        };
        QVERIFY(json::parse(asBytes(nested(json::kMaxDepth))).ok());
        QVERIFY(refuses(nested(json::kMaxDepth + 1), CodecError::TooDeep));
        QVERIFY(refuses(std::string(10'000'000, '['), CodecError::TooDeep));
        QVERIFY(refuses(std::string(10'000'000, '{'), CodecError::TooDeep));
        std::string objects;
        for (int i = 0; i < 65; ++i) {
            objects += "{\"a\":";
        }
        QVERIFY(refuses(objects + "1" + std::string(65, '}'), CodecError::TooDeep));
    }

    void bracketsInsideStringsDoNotCount()
    {
        QVERIFY(json::parse(asBytes("\"" + std::string(1000, '[') + "\"")).ok());
        QVERIFY(json::parse(asBytes("[\"\\\"" + std::string(1000, '{') + "\"]")).ok());
        QVERIFY(json::parse(asBytes("[\"\\\\\"," + std::string("[]") + "]")).ok());
        QVERIFY(refuses("[\"\\\\\"," + std::string(100, '[') + std::string(100, ']') + "]", CodecError::TooDeep));
    }

    void sizeIsCapped()
    {
        QVERIFY(json::parse(asBytes("[1,2]"), 5).ok());
        QVERIFY(json::parse(asBytes("[1,2]"), 4).error().is(CodecError::TooLarge));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(refuses(std::string(json::kDefaultMaxBytes + 1, ' '), CodecError::TooLarge));
        QVERIFY(timer.elapsed() < 4000);
    }

    void fields()
    {
        const QJsonObject o = object(R"({"s":"text","i":-5,"f":1.5,"b":true,"o":{"x":1},"a":[1,2,3],"n":null,
            "big":9007199254740993,"max":9223372036854775807,"over":9223372036854775808,"zero":0})");
        QCOMPARE(*json::string(o, "s"), std::string("text"));
        QVERIFY(namesField(json::string(o, "s", 3), "s"));
        QVERIFY(namesField(json::string(o, "i"), "i"));
        QVERIFY(namesField(json::string(o, "missing"), "missing"));
        QCOMPARE(*json::integer(o, "i"), std::int64_t(-5));
        QCOMPARE(*json::integer(o, "zero"), std::int64_t(0));
        QCOMPARE(*json::integer(o, "big"), std::int64_t(9007199254740993)); // not through a double
        QCOMPARE(*json::integer(o, "max"), INT64_MAX);
        QVERIFY(namesField(json::integer(o, "over"), "over"));
        QVERIFY(namesField(json::integer(o, "f"), "f"));
        QVERIFY(namesField(json::integer(o, "s"), "s"));
        QVERIFY(namesField(json::integer(o, "b"), "b"));
        QCOMPARE(*json::boolean(o, "b"), true);
        QVERIFY(namesField(json::boolean(o, "i"), "i"));
        QCOMPARE(*json::integer(*json::object(o, "o"), "x"), std::int64_t(1));
        QVERIFY(namesField(json::object(o, "a"), "a"));
        QVERIFY(namesField(json::object(o, "n"), "n"));
        QCOMPARE(json::array(o, "a")->size(), 3);
        QVERIFY(namesField(json::array(o, "a", 2), "a"));
        QVERIFY(namesField(json::array(o, "o"), "o"));
    }

    void chainFields()
    {
        const QJsonObject o = object(R"({"address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "wrong":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD","short":"0x5a","q":"0x1f","leading":"0x01f","plain":"31",
            "hash":"0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421","data":"0x0102","odd":"0x012"})");
        QVERIFY(json::address(o, "address").ok());
        QVERIFY(namesField(json::address(o, "wrong"), "wrong"));
        QVERIFY(namesField(json::address(o, "short"), "short"));
        QCOMPARE(*json::quantity(o, "q"), U256(31));
        QCOMPARE(*json::quantity(o, "leading"), U256(31));
        QVERIFY(namesField(json::quantity(o, "plain"), "plain"));
        QVERIFY(json::hash32(o, "hash").ok());
        QVERIFY(namesField(json::hash32(o, "address"), "address"));
        QCOMPARE(*json::hexData(o, "data"), (Bytes{1, 2}));
        QVERIFY(namesField(json::hexData(o, "data", 1), "data"));
        QVERIFY(namesField(json::hexData(o, "odd"), "odd"));
    }

    void writesUtf8()
    {
        QCOMPARE(json::write(QJsonObject{{QStringLiteral("a"), QString::fromUtf8("ä\"\n")}}),
                 std::string("{\"a\":\"ä\\\"\\n\"}"));
        QCOMPARE(json::write(QJsonValue(12.5)), std::string("12.5"));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
