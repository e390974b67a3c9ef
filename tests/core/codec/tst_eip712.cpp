// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/eip712.h"
#include "codec/json.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;

namespace
{

// EIP-712, "Example"
const std::string kMail = R"({
 "types": {
  "EIP712Domain": [{"name":"name","type":"string"},{"name":"version","type":"string"},{"name":"chainId","type":"uint256"},
                   {"name":"verifyingContract","type":"address"}],
  "Person": [{"name":"name","type":"string"},{"name":"wallet","type":"address"}],
  "Mail": [{"name":"from","type":"Person"},{"name":"to","type":"Person"},{"name":"contents","type":"string"}]},
 "primaryType": "Mail",
 "domain": {"name":"Ether Mail","version":"1","chainId":1,"verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
 "message": {"from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
             "to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},"contents":"Hello, Bob!"}})";

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    return at == std::string::npos ? std::string("not found") : text.replace(at, what.size(), with);
}

// A document with one struct "T" of one member "v" of `type`.
std::string single(const std::string& type, const std::string& value)
{
    return R"({"types":{"T":[{"name":"v","type":")" + type +
           R"("}]},"primaryType":"T","domain":{"name":"d"},"message":{"v":)" + value + "}}";
}

Result<Hash32> digestOf(std::string_view json)
{
    AC_TRY(const eip712::TypedData data, eip712::parse(asBytes(json)));
    return eip712::digest(data);
}

bool refuses(std::string_view json)
{
    const auto digest = digestOf(json);
    return !digest.ok() && digest.error().domain == Domain::Codec;
}

} // namespace

class TestEip712 : public QObject
{
    Q_OBJECT

private slots:
    void exampleOfTheEip()
    {
        const auto data = eip712::parse(asBytes(kMail));
        QVERIFY(data.ok());
        QCOMPARE(*eip712::encodeType(*data, "Mail"),
                 std::string("Mail(Person from,Person to,string contents)Person(string name,address wallet)"));
        QCOMPARE(toHex(keccak256(*eip712::encodeType(*data, "Mail")).view()),
                 std::string("a0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2"));
        QCOMPARE(toHex(eip712::domainSeparator(*data)->view()),
                 std::string("f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f"));
        QCOMPARE(toHex(eip712::hashStruct(*data, "Mail", data->message)->view()),
                 std::string("c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e"));
        const Hash32 digest = *eip712::digest(*data);
        QCOMPARE(toHex(digest.view()), std::string("be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2"));
        const auto cow = PrivateKey::fromBytes(SecretBytes::copyOf(keccak256("cow").view()));
        QCOMPARE(toHex(cow->sign(digest).toRsv()),
                 std::string("4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                             "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c"));
    }

    void domainTypeIsMadeFromTheDomain()
    {
        std::string without = kMail;
        const auto from = without.find("\"EIP712Domain\"");
        without.erase(from, without.find("\"Person\": [") - from);
        QCOMPARE(*digestOf(without), *digestOf(kMail));
    }

    void everythingIsBound()
    {
        const Hash32 original = *digestOf(kMail);
        for (const auto& [what, with] :
             {std::pair("Hello, Bob!", "Hello, Bob?"), std::pair("\"chainId\":1", "\"chainId\":2"),
              std::pair("Ether Mail", "Other Mail"), std::pair("\"version\":\"1\"", "\"version\":\"2\""),
              std::pair("\"name\":\"Cow\"", "\"name\":\"Ox\""),
              std::pair("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", "0x0000000000000000000000000000000000000001")}) {
            const auto changed = digestOf(replaced(kMail, what, with));
            QVERIFY2(changed.ok(), what);
            QVERIFY(*changed != original);
        }
    }

    // What the reader of the domain would see but the signature would not bind.
    void domainFieldOutsideOfItsType()
    {
        QVERIFY(refuses(replaced(kMail, R"("chainId":1)", R"("chainId":1,"salt":"0x00")")));
        QVERIFY(refuses(replaced(kMail, R"(,{"name":"chainId","type":"uint256"})", "")));
        QVERIFY(refuses(replaced(kMail, R"("domain": {)", R"("domain": {"extra":1,)")));
    }

    void valuesInTheirForms()
    {
        const Hash32 minusFive = *digestOf(single("int64", "-5"));
        QCOMPARE(*digestOf(single("int64", "\"-5\"")), minusFive);
        QCOMPARE(*digestOf(single("int64", "\"-0x5\"")), minusFive);
        const Hash32 ten = *digestOf(single("uint256", "10"));
        QCOMPARE(*digestOf(single("uint256", "\"10\"")), ten);
        QCOMPARE(*digestOf(single("uint256", "\"0xa\"")), ten);
        QVERIFY(digestOf(single("int8", "-128")).ok());
        QVERIFY(digestOf(single("int8", "127")).ok());
        QVERIFY(digestOf(single("uint8", "255")).ok());
        QVERIFY(digestOf(single("uint8", "\"-0\"")).ok());
        QVERIFY(digestOf(single("int256",
                                "\"-57896044618658097711785492504343953926634992332820282019728792003956564819968\""))
                    .ok());
        QVERIFY(digestOf(single("uint8[2][]", "[[1,2],[3,4]]")).ok());
        QVERIFY(digestOf(single("bytes", "\"0x\"")).ok());
    }

    void valuesThatDoNotFit_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* type, const char* value) {
            QTest::addRow("%s %s", type, value) << QString::fromUtf8(type) << QString::fromUtf8(value);
        };
        for (const char* value : {"256", "-1", "1.5", "\"\"", "\"0x\"", "\"1e2\"", "\"0x100\"", "true", "null", "[1]",
                                  "{}", "\" 1\"", "\"--1\""}) {
            row("uint8", value);
        }
        row("int8", "128");
        row("int8", "-129");
        row("int8", "\"0xff\"");
        row("uint256", "1e30");
        row("uint256", "\"-1\"");
        row("uint256", "\"115792089237316195423570985008687907853269984665640564039457584007913129639936\"");
        row("int256", "\"57896044618658097711785492504343953926634992332820282019728792003956564819968\"");
        row("int256", "\"-57896044618658097711785492504343953926634992332820282019728792003956564819969\"");
        row("int256", "\"115792089237316195423570985008687907853269984665640564039457584007913129639935\"");
        row("bool", "1");
        row("bool", "\"true\"");
        row("address", "\"0x01\"");
        row("address", "\"CD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826\"");
        row("address", "\"0xcD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826\""); // wrong checksum
        row("address", "0");
        row("bytes4", "\"0x010203\"");
        row("bytes4", "\"0x0102030405\"");
        row("bytes4", "\"01020304\"");
        row("bytes", "\"0x0\"");
        row("bytes", "\"hello\"");
        row("string", "1");
        row("string", "\"\\ud800\""); // half of a character
        row("uint8[2]", "[1]");
        row("uint8[2]", "[1,2,3]");
        row("uint8[]", "1");
        row("uint8[]", "[[1]]");
        row("uint8[2][]", "[[1]]");
    }
    void valuesThatDoNotFit()
    {
        QFETCH(QString, type);
        QFETCH(QString, value);
        QVERIFY(refuses(single(type.toStdString(), value.toStdString())));
    }

    void typesThatAreNone()
    {
        for (const char* type :
             {"uint", "int", "uint7", "uint264", "bytes0", "bytes33", "Unknown", "function", "uint8[", "uint8[-1]",
              "uint8[0]", "uint8[01]", "uint8]", "[]", "", "uint8 []", "(uint8)", "uint8[99999999999]"}) {
            QVERIFY2(refuses(single(type, "1")), type);
        }
        QVERIFY(refuses(replaced(kMail, "\"Person\": [", "\"uint256\": [")));
        QVERIFY(refuses(replaced(kMail, "\"Person\": [", "\"Per son\": [")));
        QVERIFY(refuses(replaced(kMail, "\"Person\": [", "\"Person[]\": [")));
        QVERIFY(refuses(replaced(kMail, R"("name":"contents")", R"("name":"from")"))); // twice the same name
        QVERIFY(refuses(replaced(kMail, R"("name":"contents")", R"("name":"a,b")")));
        QVERIFY(refuses(replaced(kMail, R"("primaryType": "Mail")", R"("primaryType": "Nail")")));
        QVERIFY(refuses(replaced(kMail, R"("primaryType": "Mail")", R"("primaryType": "EIP712Domain")")));
        QVERIFY(refuses(replaced(kMail, R"("contents":"Hello, Bob!")", R"("c":"Hello, Bob!")"))); // missing
    }

    void recursiveTypes()
    {
        const std::string document =
            R"({"types":{"Node":[{"name":"children","type":"Node[]"}]},"primaryType":"Node","domain":{"name":"d"},"message":)";
        QVERIFY(digestOf(document + R"({"children":[{"children":[]},{"children":[]}]}})").ok());
        std::string deep = R"({"children":[]})";
        for (int i = 0; i < 25; ++i) {
            deep = R"({"children":[)" + deep + "]}";
        }
        QVERIFY(refuses(document + deep + "}"));
        const auto direct = digestOf(
            R"({"types":{"A":[{"name":"a","type":"A"}]},"primaryType":"A","domain":{"name":"d"},"message":{}})");
        QVERIFY(!direct.ok());
    }

    void capsHoldAndAreFast()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(eip712::parse(Bytes(256 * 1024 + 1, ' ')).error().is(CodecError::TooLarge));
        std::string types;
        for (int i = 0; i < 65; ++i) {
            types += (i == 0 ? "" : ",") + ("\"T" + std::to_string(i) + "\":[]");
        }
        QVERIFY(refuses(R"({"types":{)" + types + R"(},"primaryType":"T0","domain":{},"message":{}})"));
        std::string members;
        for (int i = 0; i < 65; ++i) {
            members += (i == 0 ? "" : ",") + member("m" + std::to_string(i), "bool");
        }
        QVERIFY(refuses(R"({"types":{"T":[)" + members + R"(]},"primaryType":"T","domain":{},"message":{}})"));
        QVERIFY(manyStructsWithALongDescription().ok());
        QVERIFY(timer.elapsed() < 20000);
    }

private:
    static std::string quoted(const std::string& text) { return '"' + text + '"'; }
    static std::string member(const std::string& name, const std::string& type)
    {
        return "{" + quoted("name") + ":" + quoted(name) + "," + quoted("type") + ":" + quoted(type) + "}";
    }

    // A list whose elements have a description of 60 types: it must not be put together once per element.
    static Result<Hash32> manyStructsWithALongDescription()
    {
        std::string members;
        std::string types;
        std::string element;
        for (int i = 0; i < 60; ++i) {
            const std::string number = std::to_string(i);
            const std::string comma = i == 0 ? "" : ",";
            members += comma + member("m" + number, "X" + number + "[]");
            types += "," + quoted("X" + number) + ":[" + member(std::string(200, 'n'), "bool") + "]";
            element += comma + quoted("m" + number) + ":[]";
        }
        std::string list;
        for (int i = 0; i < 350; ++i) {
            list += (i == 0 ? "{" : ",{") + element + "}";
        }
        types = quoted("Root") + ":[" + member("list", "E[]") + "]," + quoted("E") + ":[" + members + "]" + types;
        return digestOf("{" + quoted("types") + ":{" + types + "}," + quoted("primaryType") + ":" + quoted("Root") +
                        "," + quoted("domain") + ":{}," + quoted("message") + ":{" + quoted("list") + ":[" + list +
                        "]}}");
    }
};

QTEST_APPLESS_MAIN(TestEip712)
#include "tst_eip712.moc"
