// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/protocol.h"

#include <QJsonArray>
#include <QTest>

using namespace autochain;
using namespace autochain::wire;

class TestSigningProtocol : public QObject
{
    Q_OBJECT

private slots:
    void framesComeOutAsTheyWentIn();
    void framesInPieces();
    void badFrames_data();
    void badFrames();
    void requestsRoundTrip_data();
    void requestsRoundTrip();
    void badRequests_data();
    void badRequests();
    void answersRoundTrip();
    void accountsAndAddressesRoundTrip();
    void badAnswers_data();
    void badAnswers();
    void everyByteFlipIsHandled();
};

namespace
{

Bytes text(const Bytes& frameBytes)
{
    return Bytes(frameBytes.begin() + 4, frameBytes.end());
}

QByteArray tooManyPaths()
{
    QByteArray paths;
    for (std::size_t i = 0; i <= kMaxPaths; ++i) {
        paths += (i == 0 ? "\"m/" : ",\"m/") + QByteArray::number(static_cast<int>(i)) + '"';
    }
    return R"({"v":4,"id":1,"method":"addresses","params":{"paths":[)" + paths + "]}}";
}

Request signRequest()
{
    Request request;
    request.id = 9;
    request.method = Method::SignTransaction;
    request.account = Address::from(Bytes(20, 0x11));
    request.transaction = {1, 2, 3};
    request.hints = {{"JM1BPALM9K1134592"}, {Bytes(672, 7)}};
    return request;
}

} // namespace

void TestSigningProtocol::framesComeOutAsTheyWentIn()
{
    FrameReader reader;
    reader.feed(frame("one"));
    reader.feed(frame("two!"));
    QCOMPARE(**reader.next(), toBytes(std::string_view("one")));
    QCOMPARE(**reader.next(), toBytes(std::string_view("two!")));
    QVERIFY(!*reader.next());
    QVERIFY(!reader.midFrame());
}

void TestSigningProtocol::framesInPieces()
{
    const Bytes whole = frame("truncated frames wait for the rest");
    FrameReader reader;
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
        reader.feed(BytesView(whole).subspan(i, 1));
        const auto next = reader.next();
        QVERIFY(next.ok() && !*next);
    }
    QVERIFY(reader.midFrame());
    reader.feed(BytesView(whole).last(1));
    QCOMPARE(**reader.next(), text(whole));
}

void TestSigningProtocol::badFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("\0\0\0\0", 4);
    QTest::newRow("one more than allowed") << QByteArray("\0\x08\0\x01", 4);
    QTest::newRow("four gigabytes") << QByteArray("\xff\xff\xff\xff", 4);
    QTest::newRow("text without a length") << QByteArray("{\"v\":4}");
}

void TestSigningProtocol::badFrames()
{
    QFETCH(QByteArray, bytes);
    FrameReader reader;
    reader.feed(asBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    const auto next = reader.next();
    QVERIFY(!next.ok());
    QVERIFY(next.error().is(SigningError::BadMessage));
}

void TestSigningProtocol::requestsRoundTrip_data()
{
    QTest::addColumn<int>("method");
    for (int m = 0; m <= static_cast<int>(Method::Shutdown); ++m) {
        QTest::addRow("%d", m) << m;
    }
}

void TestSigningProtocol::requestsRoundTrip()
{
    QFETCH(int, method);
    Request request;
    request.id = 77;
    request.method = static_cast<Method>(method);
    const bool named = request.method == Method::Create || request.method == Method::Import ||
                       request.method == Method::ChangeName || request.method == Method::AddAccount;
    if (named) {
        request.name = "Alice Brandt";
    }
    if (request.method == Method::Addresses || request.method == Method::AddAccount) {
        request.paths.push_back({44 | kHardened, 60 | kHardened, 3 | kHardened, 0, 0});
    }
    request.extra = request.method == Method::Recover;
    if (request.method == Method::ExportKey) {
        request.file = "/home/alice/key.json";
    }
    if (request.method == Method::Import) {
        request.file = "/keys/alice.json";
    }
    const bool accounted = request.method == Method::SignTransaction || request.method == Method::SignTypedData ||
                           request.method == Method::ChangeName || request.method == Method::Unlock ||
                           request.method == Method::ExportKey || request.method == Method::Addresses ||
                           request.method == Method::AddAccount;
    if (accounted) {
        request.account = Address::from(Bytes(20, 0xab));
    }
    if (request.method == Method::Unlock || request.method == Method::StoreKey) {
        request.slot = SlotState::Slow;
    }
    if (request.method == Method::StoreKey) {
        request.purpose = KeyPurpose::Backup;
        request.file = "/home/alice/store.key";
        request.quiet = true;
    }
    if (request.method == Method::SetLockAfter) {
        request.seconds = 1800;
    }
    if (request.method == Method::SignTransaction) {
        request = signRequest();
    }
    if (request.method == Method::SignTypedData) {
        request.typedDataJson = R"({"primaryType":"Terms"})";
    }
    const auto back = decodeRequest(asBytes(encodeRequest(request)));
    QVERIFY(back.ok());
    QVERIFY(*back == request);
    QCOMPARE(back->id, request.id);
    QCOMPARE(static_cast<int>(back->method), method);
    QCOMPARE(back->transaction, request.transaction);
    QCOMPARE(back->hints.terms, request.hints.terms);
    QCOMPARE(back->paths, request.paths);
    QCOMPARE(back->extra, request.extra);
}

void TestSigningProtocol::badRequests_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* json) { QTest::newRow(name) << QByteArray(json); };
    row("not JSON", "hello");
    row("an array", "[]");
    row("no version", R"({"id":1,"method":"status","params":{}})");
    row("another version", R"({"v":1,"id":1,"method":"status","params":{}})");
    row("negative id", R"({"v":4,"id":-1,"method":"status","params":{}})");
    row("fraction as id", R"({"v":4,"id":1.5,"method":"status","params":{}})");
    row("unknown method", R"({"v":4,"id":1,"method":"signHash","params":{}})");
    row("params missing", R"({"v":4,"id":1,"method":"status"})");
    row("superfluous member", R"({"v":4,"id":1,"method":"status","params":{},"more":1})");
    row("superfluous param", R"({"v":4,"id":1,"method":"status","params":{"force":true}})");
    row("passphrase on the wire", R"({"v":4,"id":1,"method":"unlock","params":{"passphrase":"x"}})");
    row("no account",
        R"({"v":4,"id":1,"method":"signTransaction","params":{"transaction":"0x","hints":{"vins":[],"terms":[]}}})");
    row("account with a wrong checksum",
        R"({"v":4,"id":1,"method":"unlock","params":{"account":"0xa0Cf798816D4b9b9866b5330EEa46a18382f251e"}})");
    row("slot that is none", R"({"v":4,"id":1,"method":"unlock","params":{"slot":""}})");
    row("slot unknown", R"({"v":4,"id":1,"method":"unlock","params":{"slot":"maybe"}})");
    row("key for no purpose", R"({"v":4,"id":1,"method":"storeKey","params":{}})");
    row("key for another purpose", R"({"v":4,"id":1,"method":"storeKey","params":{"purpose":"seed"}})");
    row("relative store.key", R"({"v":4,"id":1,"method":"storeKey","params":{"purpose":"database","file":"x"}})");
    row("a key on the wire", R"({"v":4,"id":1,"method":"unlock","params":{"slot":"here","key":"00"}})");
    row("name of spaces", R"({"v":4,"id":1,"method":"create","params":{"name":"  "}})");
    row("name with a line break", R"({"v":4,"id":1,"method":"create","params":{"name":"a\nb"}})");
    row("name turning the text around", "{\"v\":4,\"id\":1,\"method\":\"create\",\"params\":{\"name\":\"a\\u202eb\"}}");
    row("long name",
        R"({"v":4,"id":1,"method":"create","params":{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})");
    row("key with a file", R"({"v":4,"id":1,"method":"import","params":{"name":"a","kind":"key","file":"/x"}})");
    row("keystore without one", R"({"v":4,"id":1,"method":"import","params":{"name":"a","kind":"keystore"}})");
    row("relative path", R"({"v":4,"id":1,"method":"import","params":{"name":"a","kind":"keystore","file":"x.json"}})");
    row("no paths", R"({"v":4,"id":1,"method":"addresses","params":{"paths":[]}})");
    row("path as numbers", R"({"v":4,"id":1,"method":"addresses","params":{"paths":[[44,60]]}})");
    row("path spelt otherwise", R"({"v":4,"id":1,"method":"addresses","params":{"paths":["m/44h/60h/0h/0/0"]}})");
    row("the root", R"({"v":4,"id":1,"method":"addresses","params":{"paths":["m"]}})");
    row("path too deep", R"({"v":4,"id":1,"method":"addresses","params":{"paths":["m/1/2/3/4/5/6/7/8/9/10/11"]}})");
    QTest::newRow("too many paths") << tooManyPaths();
    row("account without a name", R"({"v":4,"id":1,"method":"addAccount","params":{}})");
    row("export to a relative path",
        R"({"v":4,"id":1,"method":"exportKey","params":{"account":"0x1111111111111111111111111111111111111111","file":"key.json"}})");
    row("export of nobody", R"({"v":4,"id":1,"method":"exportKey","params":{"file":"/key.json"}})");
    row("words on the wire", R"({"v":4,"id":1,"method":"recover","params":{"words":"abandon"}})");
    row("extra that is not true", R"({"v":4,"id":1,"method":"recover","params":{"extra":false}})");
    row("extra of a key", R"({"v":4,"id":1,"method":"import","params":{"name":"a","kind":"key","extra":true}})");
    row("hints of the wrong type",
        R"({"v":4,"id":1,"method":"signTypedData","params":{"account":"0x1111111111111111111111111111111111111111","typedData":"{}","hints":[]}})");
    row("hint that is a number",
        R"({"v":4,"id":1,"method":"signTypedData","params":{"account":"0x1111111111111111111111111111111111111111","typedData":"{}","hints":{"vins":[1],"terms":[]}}})");
    row("odd hex",
        R"({"v":4,"id":1,"method":"signTransaction","params":{"account":"0x1111111111111111111111111111111111111111","transaction":"0x123","hints":{"vins":[],"terms":[]}}})");
}

void TestSigningProtocol::badRequests()
{
    QFETCH(QByteArray, json);
    const auto request = decodeRequest(asBytes({json.constData(), static_cast<std::size_t>(json.size())}));
    QVERIFY(!request.ok());
    QVERIFY(request.error().is(SigningError::BadMessage));
}

void TestSigningProtocol::answersRoundTrip()
{
    const Answer good{5, {{QStringLiteral("raw"), QStringLiteral("0x00")}}, {}};
    const auto back = decodeAnswer(asBytes(encodeAnswer(good)));
    QVERIFY(back.ok() && !back->error);
    QCOMPARE(back->id, 5);
    QCOMPARE(back->result, good.result);

    for (int code = 0; code <= static_cast<int>(SigningError::BadSecret); ++code) {
        const Error error(static_cast<SigningError>(code), {"delegatecall"}, "detail");
        const auto failed = decodeAnswer(asBytes(encodeAnswer({6, {}, error})));
        QVERIFY(failed.ok() && failed->error);
        QVERIFY(*failed->error == error);
    }
}

void TestSigningProtocol::accountsAndAddressesRoundTrip()
{
    const Address one = Address::from(Bytes(20, 0x11));
    for (const auto kind : {AccountKind::Words, AccountKind::Key, AccountKind::File}) {
        const auto back = accountFromJson(accountToJson({one, "Savings", kind, "m/44'/60'/0'/0/3"}));
        QVERIFY(back.ok() && back->kind == kind && back->address == one);
        QCOMPARE(back->path, std::string("m/44'/60'/0'/0/3"));
    }
    QJsonObject odd = accountToJson({one, "Savings"});
    odd.insert(QStringLiteral("kind"), QStringLiteral("gift"));
    QVERIFY(!accountFromJson(odd).ok());
    const std::vector<Address> many(kMaxPaths, one);
    QVERIFY(*addressesFromJson(addressesToJson(many)) == many);
    QVERIFY(!addressesFromJson(addressesToJson(std::vector<Address>(kMaxPaths + 1, one))).ok());
    QVERIFY(!addressesFromJson({{QStringLiteral("addresses"), QJsonArray{1}}}).ok());
}

void TestSigningProtocol::badAnswers_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* json) { QTest::newRow(name) << QByteArray(json); };
    row("neither", R"({"v":4,"id":1})");
    row("both", R"({"v":4,"id":1,"result":{},"error":{"code":"Declined","args":[],"detail":""}})");
    row("unknown code", R"({"v":4,"id":1,"error":{"code":"Fine","args":[],"detail":""}})");
    row("result of the wrong type", R"({"v":4,"id":1,"result":[]})");
}

void TestSigningProtocol::badAnswers()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeAnswer(asBytes({json.constData(), static_cast<std::size_t>(json.size())})).ok());
}

// Whatever a flipped byte makes of a request: it is refused, or it is a request that encodes to itself again.
void TestSigningProtocol::everyByteFlipIsHandled()
{
    const std::string good = encodeRequest(signRequest());
    int refused = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char flip : {'\x01', '\x20', '\x7f'}) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ flip);
            const auto request = decodeRequest(asBytes(bad));
            if (!request.ok()) {
                QVERIFY(request.error().is(SigningError::BadMessage));
                ++refused;
                continue;
            }
            QVERIFY(*decodeRequest(asBytes(encodeRequest(*request))) == *request);
        }
    }
    QVERIFY(refused > 100);
}

QTEST_GUILESS_MAIN(TestSigningProtocol)
#include "tst_signing_protocol.moc"
