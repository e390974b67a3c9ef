// SPDX-License-Identifier: GPL-3.0-or-later
// Settlements: the Safe's transaction with both signatures, single signatures, publication; and every byte of them
// bent.
#include "base/hex.h"
#include "contracts/record_hash.h"
#include "signing_fixture.h"

#include <QTest>

using namespace autochain;
using namespace autochain::contracts;
using namespace autochain::testing;
using signing::Check;
using signing::Kind;
using signing::Role;
using signing::Statement;
using signing::Warning;

namespace
{

Result<Statement> decode(const Transaction& tx, const char* self = "Alice Brandt")
{
    return signing::decodeTransaction(tx, context(self), hints());
}

std::string reason(const Result<Statement>& result)
{
    return result.ok() ? "ok" : result.error().args.empty() ? "" : result.error().args.front();
}

Transaction executionWith(const std::function<void(safe::ExecTransactionArgs&)>& bend)
{
    auto tx = execution(release(), "Alice Brandt", "Bob Keller");
    auto a = *safe::decodeExecTransaction(tx.data);
    bend(a);
    tx.data = safe::execTransaction(*tx.to, a.to, a.value, a.data, a.operation, a.safeTxGas, a.baseGas, a.gasPrice,
                                    a.gasToken, a.refundReceiver, a.signatures)
                  .data;
    return tx;
}

} // namespace

class TestSettlement : public QObject
{
    Q_OBJECT

private slots:
    void release();
    void ownMarkInsteadOfSignature();
    void ruling();
    void nonceIsFound();
    void wrongSigners();
    void whatASafeMustNotDo();
    void splitsOutsideTheTable();
    void otherDeal();
    void coSign();
    void typedTerms();
    void typedSettlement();
    void typedPermit();
    void typedRecord();
    void typedForeign();
    void everyByteOfAnExecution();
    void everyCharacterOfADocument();
};

void TestSettlement::release()
{
    const auto s = decode(execution(testing::release(), "Alice Brandt", "Bob Keller"));
    QVERIFY2(s.ok(), reason(s).c_str());
    QCOMPARE(s->kind, Kind::ExecuteSettlement);
    QCOMPARE(s->moves.size(), 2U);
    QCOMPARE(s->moves[0].to.name, std::string("Bob Keller"));
    QVERIFY(s->moves[0].amount == auc(200'000));
    QVERIFY(s->moves[1].asset == signing::Asset::Title && s->moves[1].to.self);
    QCOMPARE(s->vehicle->vin, std::string(kVin));
    QVERIFY(s->otherSide == signing::OtherSide::Signed);
    for (const auto check : {Check::PlainCall, Check::EveryByte, Check::VinFitsTitle, Check::SameAsTermsSigned,
                             Check::SafeFromTerms, Check::OtherSignature, Check::OwnSignature}) {
        QVERIFY(s->has(check));
    }
    for (const auto warning :
         {Warning::CannotUndo, Warning::SafeEmptyAfterwards, Warning::OnlyWithCarAndKeys, Warning::SilencePaysNobody}) {
        QVERIFY(s->warns(warning));
    }
    auto stranger = context("Alice Brandt");
    stranger.signedDeals.clear();
    const auto unsure =
        signing::decodeTransaction(execution(testing::release(), "Alice Brandt", "Bob Keller"), stranger, hints());
    QVERIFY(unsure.ok() && !unsure->has(Check::SameAsTermsSigned) && unsure->warns(Warning::TermsNotSignedHere));
}

void TestSettlement::ownMarkInsteadOfSignature()
{
    const auto tx = execution(testing::release(), "Alice Brandt", "Bob Keller", "Alice Brandt");
    const auto s = decode(tx);
    QVERIFY2(s.ok(), reason(s).c_str());
    QVERIFY(s->has(Check::OtherSignature));
    QVERIFY(*s->settlement->safeNonce == U256(1));
    QCOMPARE(reason(decode(tx, "Bob Keller")),
             std::string("signature of another kind")); // Bob sends, Alice's mark counts not
}

void TestSettlement::ruling()
{
    const auto s = decode(execution(testing::ruling(), "Alice Brandt", "Martin Weiss"));
    QVERIFY2(s.ok(), reason(s).c_str());
    QCOMPARE(s->moves.size(), 3U);
    QVERIFY(s->moves[0].to.self && s->moves[0].amount == auc(190'000));
    QVERIFY(s->moves[1].fee && s->moves[1].to.name == "Martin Weiss" && s->moves[1].amount == auc(10'000));
    QCOMPARE(s->moves[2].to.name, std::string("Bob Keller"));
    const auto substitute = decode(execution(testing::ruling(), "Alice Brandt", "Sara Lind"));
    QVERIFY(substitute.ok() && substitute->moves[1].to.role == Role::Substitute);
}

void TestSettlement::nonceIsFound()
{
    const auto s = decode(execution(testing::release(), "Alice Brandt", "Bob Keller"));
    QVERIFY(s.ok() && *s->settlement->safeNonce == U256(1));
}

void TestSettlement::wrongSigners()
{
    QCOMPARE(reason(decode(execution(testing::release(), "Alice Brandt", "Martin Weiss"))),
             std::string("wrong signature"));
    QCOMPARE(reason(decode(execution(testing::ruling(), "Alice Brandt", "Bob Keller"))),
             std::string("wrong signature"));
    QCOMPARE(reason(decode(execution(testing::ruling(), "Martin Weiss", "Sara Lind"))), std::string("wrong signature"));
    QCOMPARE(reason(decode(execution(testing::release(), "Alice Brandt", "Mallory"))), std::string("wrong signature"));
    const auto swapped = executionWith(
        [](auto& a) { std::rotate(a.signatures.begin(), a.signatures.begin() + 65, a.signatures.end()); });
    QCOMPARE(reason(decode(swapped)), std::string("wrong signature"));
    const auto ethSign =
        executionWith([](auto& a) { a.signatures[64] = static_cast<std::uint8_t>(a.signatures[64] + 4); });
    QCOMPARE(reason(decode(ethSign)), std::string("signature of another kind"));
    const auto three = executionWith([](auto& a) { append(a.signatures, Bytes(65, 1)); });
    QCOMPARE(reason(decode(three)), std::string("not exactly two signatures"));
}

void TestSettlement::whatASafeMustNotDo()
{
    const auto why = [](auto bend) { return reason(decode(executionWith(bend))); };
    QCOMPARE(why([](auto& a) { a.operation = safe::Operation::DelegateCall; }), std::string("delegatecall"));
    QCOMPARE(why([](auto& a) { a.to = network().contract("auc"); }),
             std::string("a deal's Safe calls nothing but its module"));
    QCOMPARE(why([](auto& a) { a.value = U256(1); }), std::string("coins sent along with a call"));
    QCOMPARE(why([](auto& a) { a.safeTxGas = U256(1); }), std::string("payment for gas out of the Safe"));
    QCOMPARE(why([](auto& a) { a.baseGas = U256(1); }), std::string("payment for gas out of the Safe"));
    QCOMPARE(why([](auto& a) { a.gasPrice = U256(1); }), std::string("payment for gas out of the Safe"));
    QCOMPARE(why([](auto& a) { a.gasToken = addressOf("x"); }), std::string("payment for gas out of the Safe"));
    QCOMPARE(why([](auto& a) { a.refundReceiver = addressOf("x"); }), std::string("payment for gas out of the Safe"));
    QCOMPARE(why([](auto& a) { a.data = {}; }), std::string("settle"));
    QCOMPARE(why([](auto& a) { a.data.push_back(0); }), std::string("settle"));
    QCOMPARE(why([](auto& a) { a.data = dealModule::openDispute({}, hashTerms(terms())).data; }),
             std::string("settle"));
}

void TestSettlement::splitsOutsideTheTable()
{
    const auto why = [](auto bend, const char* other = "Bob Keller") {
        auto s = testing::release();
        bend(s);
        return reason(decode(execution(s, "Alice Brandt", other)));
    };
    QCOMPARE(why([](auto& s) { s.toSeller = auc(199'999); }),
             std::string("amounts do not add up to what the Safe holds"));
    QCOMPARE(why([](auto& s) {
                 s.toSeller = U256::max();
                 s.toBuyer = auc(200'001);
             }),
             std::string("amounts do not add up to what the Safe holds"));
    QCOMPARE(why([](auto& s) {
                 s.toSeller = auc(190'000);
                 s.toBuyer = auc(10'000);
             }),
             std::string("settlement does not fit the terms"));
    QCOMPARE(why([](auto& s) { s.titleTo = terms().seller; }), std::string("settlement does not fit the terms"));
    QCOMPARE(why([](auto& s) { s.titleTo = addressOf("Mallory"); }), std::string("title to neither side"));
    QCOMPARE(why([](auto& s) { s.outcome = dealBook::Outcome::Fallback; }),
             std::string("not a settlement people sign"));
    // A settle by both may split as they like, a ruling may not give one side car and price.
    auto both = testing::release();
    both.outcome = dealBook::Outcome::Settle;
    both.toSeller = auc(150'000);
    both.toBuyer = auc(50'000);
    QVERIFY(decode(execution(both, "Alice Brandt", "Bob Keller")).ok());
    auto greedy = testing::ruling();
    greedy.titleTo = terms().buyer;
    QCOMPARE(reason(decode(execution(greedy, "Bob Keller", "Martin Weiss"))),
             std::string("settlement does not fit the terms"));
    auto silent = testing::ruling();
    silent.reasonsDigest = {};
    QCOMPARE(reason(decode(execution(silent, "Alice Brandt", "Martin Weiss"))),
             std::string("settlement does not fit the terms"));
}

void TestSettlement::otherDeal()
{
    auto tx = execution(testing::release(), "Alice Brandt", "Bob Keller");
    QVERIFY(!signing::decodeTransaction(tx, context("Alice Brandt"), {}).ok());
    tx.to = addressOf("another Safe");
    QCOMPARE(reason(decode(tx)), std::string("Safe is not this deal's"));
}

void TestSettlement::coSign()
{
    const auto book = network().contract("dealBook");
    const auto publish = [&](const dealBook::Settlement& s, const char* by, const std::string& reasons,
                             const char* self) {
        return decode(
            transaction(dealBook::coSign(book, hashTerms(terms()), U256(1), s, signatureOver(safeTx(s), by), reasons)),
            self);
    };
    const auto own = publish(testing::release(), "Bob Keller", "", "Bob Keller");
    QVERIFY2(own.ok(), reason(own).c_str());
    QCOMPARE(own->kind, Kind::PublishSettlement);
    QVERIFY(own->has(Check::OwnSignature) && own->warns(Warning::CannotTakeBack));
    const auto ruled = publish(testing::ruling(), "Martin Weiss", "worn brakes", "Martin Weiss");
    QVERIFY2(ruled.ok(), reason(ruled).c_str());
    QVERIFY(ruled->moves[1].to.self);
    QCOMPARE(reason(publish(testing::ruling(), "Martin Weiss", "no reasons", "Martin Weiss")),
             std::string("reasons do not fit their digest"));
    QCOMPARE(reason(publish(testing::release(), "Martin Weiss", "", "Martin Weiss")), std::string("wrong signature"));
}

void TestSettlement::typedTerms()
{
    const auto document = typedDataJson(31337, network().contract("dealBook"), terms());
    const auto s = signing::decodeTypedData(document, context("Bob Keller"), hints());
    QVERIFY2(s.ok(), s.ok() ? "" : s.error().args.front().c_str());
    QCOMPARE(s->statement.kind, Kind::SignTerms);
    QVERIFY(s->digest == termsDigest(31337, network().contract("dealBook"), terms()));
    QVERIFY(s->statement.has(Check::ThisNetwork) && s->statement.has(Check::VinFitsTitle));
    QVERIFY(s->statement.deal->id == hashTerms(terms()));
    const auto martin = signing::decodeTypedData(document, context("Martin Weiss"), hints());
    QVERIFY(!martin.ok() && martin.error().args.front() == "not a side of this deal");
}

void TestSettlement::typedSettlement()
{
    const auto safeAddress = dealSafeAddress(network(), terms());
    const auto document = [&](const SafeTx& tx) { return typedDataJson(31337, safeAddress, tx); };
    const auto s = signing::decodeTypedData(document(safeTx(testing::release())), context("Bob Keller"), hints());
    QVERIFY2(s.ok(), s.ok() ? "" : s.error().args.front().c_str());
    QCOMPARE(s->statement.kind, Kind::SignSettlement);
    QVERIFY(s->digest == safeTxHash(31337, safeAddress, safeTx(testing::release())));
    QVERIFY(s->statement.warns(Warning::CannotTakeBack) && s->statement.has(Check::SafeFromTerms));
    const auto why = [&](const SafeTx& tx, const char* self) {
        const auto r = signing::decodeTypedData(document(tx), context(self), hints());
        return r.ok() ? std::string("ok") : r.error().args.front();
    };
    QCOMPARE(why(safeTx(testing::release()), "Martin Weiss"), std::string("this settlement is not yours to sign"));
    auto bent = safeTx(testing::release());
    bent.operation = safe::Operation::DelegateCall;
    QCOMPARE(why(bent, "Bob Keller"), std::string("delegatecall"));
    bent = safeTx(testing::release());
    bent.value = U256(1);
    QCOMPARE(why(bent, "Bob Keller"), std::string("coins sent along with a call"));
    bent = safeTx(testing::release());
    bent.gasPrice = U256(1);
    QCOMPARE(why(bent, "Bob Keller"), std::string("payment for gas out of the Safe"));
    bent = safeTx(testing::release());
    bent.to = safeAddress;
    QCOMPARE(why(bent, "Bob Keller"), std::string("a deal's Safe calls nothing but its module"));
    const auto elsewhere = signing::decodeTypedData(typedDataJson(31337, addressOf("x"), safeTx(testing::release())),
                                                    context("Bob Keller"), hints());
    QVERIFY(!elsewhere.ok() && elsewhere.error().args.front() == "Safe is not this deal's");
}

namespace
{

std::string permitDocument(const char* owner, const std::string& value, const std::string& name = "AutoChain",
                           const std::string& extraType = "")
{
    const auto hex = [](const Address& a) { return toHex0x(a); };
    return R"({"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},)"
           R"({"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],)"
           R"("Permit":[{"name":"owner","type":"address"},{"name":"spender","type":"address"},{"name":"value","type":"uint256"},)"
           R"({"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"})" +
           extraType + R"(]},"primaryType":"Permit","domain":{"name":")" + name +
           R"(","version":"1","chainId":31337,"verifyingContract":")" + hex(network().contract("auc")) +
           R"("},"message":{"owner":")" + hex(addressOf(owner)) + R"(","spender":")" + hex(addressOf("Bob Keller")) +
           R"(","value":")" + value + R"(","nonce":"0","deadline":"1800000000","more":"1"}})";
}

std::string whyPermit(const std::string& document)
{
    const auto r = signing::decodeTypedData(document, context("Alice Brandt"), {});
    return r.ok() ? "ok" : r.error().args.front();
}

std::string recordDocument(const Address& registry, std::uint8_t kind)
{
    return contracts::recordDocument(31337, registry,
                                     {keccak256(std::string_view(kVin)), kind, 61'000, keccak256("content")});
}

} // namespace

// The content of a record, shown as what it is before it is signed.
void TestSettlement::typedRecord()
{
    const Address registry = network().contract("vehicleRegistry");
    const auto read = signing::decodeTypedData(recordDocument(registry, 8), context("Bob Keller"), hints());
    QVERIFY(read.ok());
    const Statement& s = read->statement;
    QVERIFY(s.kind == Kind::SignRecord && s.vehicle && s.vehicle->vin == kVin);
    QVERIFY(s.has(Check::ThisNetwork) && s.has(Check::VinFitsTitle) && s.warns(Warning::PublicForGood));
    QCOMPARE(std::get<std::uint64_t>(s.facts.at(0).value), std::uint64_t(8));
    QCOMPARE(std::get<std::uint64_t>(s.facts.at(1).value), std::uint64_t(61'000));
    QCOMPARE(read->digest,
             contracts::recordDigest(contracts::recordDomainSeparator(31337, registry),
                                     {keccak256(std::string_view(kVin)), 8, 61'000, keccak256("content")}));
    const auto why = [](const std::string& document) {
        const auto r = signing::decodeTypedData(document, context("Bob Keller"), hints());
        return r.ok() ? std::string("ok") : r.error().args.front();
    };
    QCOMPARE(why(recordDocument(registry, 0)), std::string("member kind"));
    QCOMPARE(why(recordDocument(registry, 24)), std::string("member kind"));
    QVERIFY(why(recordDocument(addressOf("x"), 8)) != "ok");
    std::string more = recordDocument(registry, 8);
    more.replace(more.find("uint32"), 6, "uint64");
    QVERIFY(why(more) != "ok");
}

void TestSettlement::typedPermit()
{
    QCOMPARE(whyPermit(permitDocument("Alice Brandt", "1000")), std::string("ok"));
    QCOMPARE(whyPermit(permitDocument("Martin Weiss", "1000")), std::string("another owner's permit"));
    QCOMPARE(whyPermit(permitDocument("Alice Brandt", U256::max().toDecimal())), std::string("unlimited approval"));
    QCOMPARE(whyPermit(permitDocument("Alice Brandt", "1000", "AutoCoin")), std::string("document Permit"));
    QCOMPARE(whyPermit(permitDocument("Alice Brandt", "1000", "AutoChain", R"(,{"name":"more","type":"uint256"})")),
             std::string("document Permit"));
}

void TestSettlement::typedForeign()
{
    const auto why = [](const std::string& document) {
        const auto r = signing::decodeTypedData(document, context("Bob Keller"), hints());
        return r.ok() ? std::string("ok") : r.error().args.front();
    };
    const auto book = network().contract("dealBook");
    QCOMPARE(why(typedDataJson(1, book, terms())), std::string("foreign chain id"));
    QCOMPARE(why(typedDataJson(31337, addressOf("x"), terms())), std::string("foreign contract"));
    QCOMPARE(why("{}"), std::string("document"));
    QCOMPARE(why("not json"), std::string("document"));
}

// Every single flipped bit of the calldata either changes what is shown or is refused.
void TestSettlement::everyByteOfAnExecution()
{
    for (const auto& good : {execution(testing::release(), "Alice Brandt", "Bob Keller"),
                             execution(testing::ruling(), "Alice Brandt", "Martin Weiss")}) {
        const auto shown = decode(good);
        QVERIFY(shown.ok());
        for (std::size_t i = 0; i < good.data.size(); ++i) {
            for (const std::uint8_t flip : {0x01, 0x80}) {
                auto bad = good;
                bad.data[i] ^= flip;
                const auto other = decode(bad);
                QVERIFY2(!other.ok() || !(*other == *shown), qPrintable(QString::number(i)));
            }
        }
    }
}

void TestSettlement::everyCharacterOfADocument()
{
    const auto good = typedDataJson(31337, network().contract("dealBook"), terms());
    const auto shown = signing::decodeTypedData(good, context("Bob Keller"), hints());
    QVERIFY(shown.ok());
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x01);
        const auto other = signing::decodeTypedData(bad, context("Bob Keller"), hints());
        // The same digest means the same document, whatever white space or letter case changed.
        QVERIFY2(!other.ok() || other->digest == shown->digest || !(other->statement == shown->statement), bad.c_str());
    }
}

QTEST_GUILESS_MAIN(TestSettlement)
#include "tst_clear_signing_settlement.moc"
