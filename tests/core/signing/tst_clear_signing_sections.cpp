// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections: the contract's calls in words, what opening means, and the message that asks for it.
#include "base/hex.h"
#include "contracts/generated/section_grants.h"
#include "signing/protocol.h"
#include "signing_fixture.h"

#include <QTest>

using namespace autochain;
using namespace autochain::testing;
using signing::FactKind;
using signing::Kind;
using signing::Statement;
using signing::Warning;

namespace
{

const Address kGrants = addressOf("sectionGrants");

Result<Statement> decode(const Call& call, const char* self = "Bob Keller")
{
    return signing::decodeTransaction(transaction(call), context(self), hints());
}

contracts::sectionGrants::Grant grantTerms()
{
    contracts::sectionGrants::Grant out;
    out.from = 1'800'000'000;
    out.until = 1'800'086'400;
    out.lastRecord = ~std::uint64_t{0};
    out.kinds = U256(1U << 4U);
    out.keysDigest = keccak256(std::string_view("keys"));
    return out;
}

Call publishing(const char* whose)
{
    const auto point = keyOf(whose).publicKey64();
    return contracts::sectionGrants::publishKey(kGrants, Hash32::from(BytesView(point).first(32)),
                                                Hash32::from(BytesView(point).last(32)));
}

template <typename T>
const T* fact(const Statement& s, FactKind kind)
{
    for (const auto& one : s.facts) {
        if (one.kind == kind) {
            return std::get_if<T>(&one.value);
        }
    }
    return nullptr;
}

privacy::LockedKey lockedKey(const char* reader, const char* by, std::uint64_t until, std::uint8_t kind = 4)
{
    privacy::LockedKey out;
    out.head.vehicleId = terms().vehicleId;
    out.head.kind = kind;
    out.head.writer = addressOf("shop");
    const auto contentKey = SecretBytes::copyOf(keccak256(std::string_view("content")).view());
    out.head.commitment = privacy::secretsOf(out.head, contentKey).commitment;
    out.key =
        privacy::wrapKey(out.head, contentKey, PublicKey(keyOf(reader)), addressOf(by), until, keyOf("ephemeral"));
    return out;
}

std::string openRequest(const std::string& sections, const std::string& vehicle, const char* account = "Alice Brandt")
{
    return R"({"v":4,"id":3,"method":"openSections","params":{"account":")" + toHex0x(addressOf(account)) +
           R"(","vehicle":")" + vehicle + R"(","sections":[)" + sections + R"(],"hints":{"vins":[],"terms":[]}}})";
}

std::string quoted(const privacy::LockedKey& key)
{
    return '"' + toHex0x(privacy::encodeLocked(key)) + '"';
}

} // namespace

class TestClearSigningSections : public QObject
{
    Q_OBJECT

private slots:
    void onlyOnesOwnKeyIsPublished()
    {
        const auto own = decode(publishing("Bob Keller"));
        QVERIFY(own.ok() && own->kind == Kind::PublishKey && own->warns(Warning::PublicForGood));
        const auto others = decode(publishing("Alice Brandt"));
        QVERIFY(others.error().is(SigningError::Refused));
        const auto noPoint = decode(contracts::sectionGrants::publishKey(kGrants, Hash32(), Hash32()));
        QVERIFY(noPoint.error().is(SigningError::Refused));
    }

    void aGrantSaysWhoWhatAndUntilWhen()
    {
        const auto call =
            contracts::sectionGrants::grantRead(kGrants, terms().vehicleId, addressOf("Alice Brandt"), grantTerms());
        const auto s = decode(call);
        QVERIFY(s.ok() && s->kind == Kind::ShareSections);
        QCOMPARE(s->vehicle->vin, std::string(kVin));
        QCOMPARE(fact<signing::Party>(*s, FactKind::Reader)->name, std::string("Alice Brandt"));
        QCOMPARE(*fact<std::uint64_t>(*s, FactKind::Until), std::uint64_t{1'800'086'400});
        QVERIFY(*fact<U256>(*s, FactKind::RecordKinds) == U256(16));
        QVERIFY(s->warns(Warning::CopiesStay) && !s->warns(Warning::UnknownRecipient));
        const auto stranger =
            decode(contracts::sectionGrants::grantRead(kGrants, terms().vehicleId, addressOf("x"), grantTerms()));
        QVERIFY(stranger.ok() && stranger->warns(Warning::UnknownRecipient));
        for (const Address& nobody : {Address(), addressOf("Bob Keller")}) {
            QVERIFY(decode(contracts::sectionGrants::grantRead(kGrants, terms().vehicleId, nobody, grantTerms()))
                        .error()
                        .is(SigningError::Refused));
        }
    }

    void endingIsSaidToo()
    {
        const auto s =
            decode(contracts::sectionGrants::revokeRead(kGrants, terms().vehicleId, addressOf("Alice Brandt")));
        QVERIFY(s.ok() && s->kind == Kind::EndSharing && s->warns(Warning::CopiesStay));
    }

    void bytesLeftOverAreRefused()
    {
        Call call = contracts::sectionGrants::revokeRead(kGrants, terms().vehicleId, addressOf("Alice Brandt"));
        call.data.push_back(0);
        QVERIFY(decode(call).error().is(SigningError::CannotDecode));
        call.data.pop_back();
        call.value = U256(1);
        QVERIFY(decode(call).error().is(SigningError::Refused));
    }

    void openingSaysHowManyByWhomAndTheEarliestEnd()
    {
        const std::vector<privacy::LockedKey> keys{lockedKey("Alice Brandt", "Bob Keller", 2'000'000'000),
                                                   lockedKey("Alice Brandt", "Bob Keller", 0, 5),
                                                   lockedKey("Alice Brandt", "Bob Keller", 1'900'000'000)};
        const auto s = signing::describeOpening(keys, terms().vehicleId, context("Alice Brandt"), hints());
        QVERIFY(s.ok() && s->kind == Kind::OpenSections && s->warns(Warning::SuiteReads));
        QCOMPARE(*fact<std::uint64_t>(*s, FactKind::Sections), std::uint64_t{3});
        QCOMPARE(*fact<std::uint64_t>(*s, FactKind::Until), std::uint64_t{1'900'000'000});
        QCOMPARE(fact<signing::Party>(*s, FactKind::SharedBy)->name, std::string("Bob Keller"));
        QVERIFY(*fact<U256>(*s, FactKind::RecordKinds) == U256(16 + 32));
        QCOMPARE(s->vehicle->vin, std::string(kVin));
    }

    void othersSectionsAreRefused()
    {
        const auto refused = [](std::vector<privacy::LockedKey> keys, const Hash32& car) {
            const auto s = signing::describeOpening(keys, car, context("Alice Brandt"), hints());
            return !s.ok() && s.error().is(SigningError::Refused);
        };
        QVERIFY(refused({}, terms().vehicleId));
        QVERIFY(refused({lockedKey("Bob Keller", "Bob Keller", 0)}, terms().vehicleId));
        QVERIFY(refused({lockedKey("Alice Brandt", "Bob Keller", 0)}, keccak256(std::string_view("another car"))));
    }

    void theRequestGoesThereAndBack()
    {
        wire::Request request;
        request.id = 9;
        request.method = wire::Method::OpenSections;
        request.account = addressOf("Alice Brandt");
        request.vehicle = terms().vehicleId;
        request.sections.assign(wire::kMaxSections, lockedKey("Alice Brandt", "Bob Keller", 7));
        request.hints = hints();
        const auto text = wire::encodeRequest(request);
        QVERIFY(text.size() <= wire::kMaxFrame);
        const auto back = wire::decodeRequest(asBytes(text));
        QVERIFY(back.ok() && *back == request);
        QVERIFY(back->sections == request.sections);
        request.sections.push_back(request.sections.front());
        QVERIFY(wire::decodeRequest(asBytes(wire::encodeRequest(request))).error().is(SigningError::BadMessage));
        wire::Request key;
        key.method = wire::Method::PublicKey;
        key.account = addressOf("Alice Brandt");
        QVERIFY(*wire::decodeRequest(asBytes(wire::encodeRequest(key))) == key);
    }

    void hostileRequestsAreNoMessages()
    {
        const auto bad = [](const std::string& text) {
            const auto read = wire::decodeRequest(asBytes(text));
            return !read.ok() && read.error().is(SigningError::BadMessage);
        };
        const std::string car = toHex0x(terms().vehicleId);
        const auto good = lockedKey("Alice Brandt", "Bob Keller", 7);
        QVERIFY(!bad(openRequest(quoted(good), car)));
        QVERIFY(bad(openRequest("", car)));
        QVERIFY(bad(openRequest(quoted(good), toHex0x(keccak256(std::string_view("another car"))))));
        QVERIFY(bad(openRequest(quoted(good), car, "Bob Keller"))); // wrapped for somebody else
        QVERIFY(bad(openRequest(quoted(good) + ",7", car)));
        QVERIFY(bad(openRequest("\"0x00\"", car)));
        QVERIFY(bad(openRequest("\"zz\"", car)));
        QVERIFY(bad(openRequest(quoted(good), "0x12")));
    }
};

QTEST_APPLESS_MAIN(TestClearSigningSections)
#include "tst_clear_signing_sections.moc"
