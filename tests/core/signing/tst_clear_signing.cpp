// SPDX-License-Identifier: GPL-3.0-or-later
// Every call the suite sends, encoded by the generated bindings, and what must not be signed.
#include "contracts/bytecode.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe_proxy_factory.h"
#include "contracts/generated/vehicle_registry.h"
#include "signing_fixture.h"

#include <QTest>

using namespace autochain;
using namespace autochain::contracts;
using namespace autochain::testing;
using signing::Check;
using signing::Kind;
using signing::Statement;
using signing::Warning;

namespace
{

const NetworkFile kNet = network();

U256 money(std::uint64_t whole)
{
    return autochain::auc(whole); // auc alone is a namespace here as well
}

Address at(const char* key)
{
    return kNet.contract(key);
}

Result<Statement> decode(const Call& call, const char* self = "Alice Brandt")
{
    return signing::decodeTransaction(transaction(call), context(self), hints());
}

std::string reason(const Result<Statement>& result)
{
    return result.ok() ? "ok" : result.error().args.empty() ? "" : result.error().args.front();
}

Hash32 vehicleId()
{
    return terms().vehicleId;
}

U256 tokenId()
{
    return U256::fromBigEndian(vehicleId().view());
}

Bytes dealIdBytes()
{
    return toBytes(hashTerms(terms()).view());
}

Bytes termsSignature(const char* by)
{
    return keyOf(by).sign(termsDigest(31337, at("dealBook"), terms())).toRsv();
}

appraisalDesk::Profile profile()
{
    return {{}, {}, money(10'000), money(500), "Martin Weiss", "Bavaria", "de, en"};
}

#define REFUSED(expression, why)                                                                                       \
    do {                                                                                                               \
        const auto refusedResult = (expression);                                                                       \
        QVERIFY(!refusedResult.ok());                                                                                  \
        QVERIFY2(refusedResult.error().is(SigningError::Refused), reason(refusedResult).c_str());                      \
        QCOMPARE(reason(refusedResult), std::string(why));                                                             \
    } while (false)

#define UNREADABLE(expression)                                                                                         \
    do {                                                                                                               \
        const auto unreadable = (expression);                                                                          \
        QVERIFY(!unreadable.ok());                                                                                     \
        QVERIFY2(unreadable.error().is(SigningError::CannotDecode), reason(unreadable).c_str());                       \
    } while (false)

} // namespace

class TestClearSigning : public QObject
{
    Q_OBJECT

private slots:
    void sendingMoney();
    void envelope();
    void approvals();
    void funding();
    void stakes();
    void vehicleCalls();
    void titles();
    void listings();
    void offers();
    void clockPaths();
    void people();
    void creation();
    void unknownCalls();
    void nonCanonical();
    void hintsAreNeverBelieved();
};

void TestClearSigning::sendingMoney()
{
    const Address bob = addressOf("Bob Keller");
    const auto coins = decode({bob, U256(5), {}});
    QVERIFY(coins.ok());
    QCOMPARE(coins->kind, Kind::SendCoin);
    QVERIFY(coins->moves.front().to.address == bob && coins->moves.front().amount == U256(5));

    const auto sent = decode(contracts::auc::transfer(at("auc"), bob, money(25)));
    QVERIFY2(sent.ok(), reason(sent).c_str());
    QCOMPARE(sent->kind, Kind::SendAuc);
    QCOMPARE(sent->moves.size(), 1U);
    QCOMPARE(sent->moves.front().to.name, std::string("Bob Keller"));
    QVERIFY(sent->moves.front().from.self);
    QVERIFY(sent->moves.front().amount == money(25));
    QVERIFY(sent->has(Check::PlainCall) && sent->has(Check::EveryByte));
    QVERIFY(!sent->warns(Warning::UnknownRecipient));
    QVERIFY(*sent->maxFeeWei == U256(3'400'000'000'000'000ULL));

    Address alike = bob;
    alike.bytes[9] ^= 0x55;
    const auto poisoned = decode(contracts::auc::transfer(at("auc"), alike, money(25)));
    QVERIFY(poisoned.ok() && poisoned->warns(Warning::UnknownRecipient) && poisoned->warns(Warning::LooksAlike));

    REFUSED(decode(contracts::auc::transfer(at("auc"), {}, money(1))), "zero address");
    REFUSED(decode(contracts::auc::transfer(at("auc"), at("auc"), money(1))), "recipient is a contract");
    REFUSED(decode({at("vehicleRegistry"), U256(1), {}}), "recipient is a contract");
    REFUSED(decode({at("treasury"), U256(1), {}}), "recipient is a contract");
    QVERIFY(decode(contracts::auc::transfer(at("auc"), at("treasury"), money(1))).ok());
}

void TestClearSigning::envelope()
{
    auto tx = transaction(contracts::auc::transfer(at("auc"), addressOf("Bob Keller"), money(1)));
    const auto decodeTx = [](const Transaction& t) {
        return signing::decodeTransaction(t, context("Alice Brandt"), hints());
    };
    QVERIFY(decodeTx(tx).ok());
    auto other = tx;
    other.chainId = 1;
    REFUSED(decodeTx(other), "foreign chain id");
    other = tx;
    other.type = TxType::Legacy;
    other.chainId = 0; // without EIP-155 it would be good on every chain
    REFUSED(decodeTx(other), "foreign chain id");
    other = tx;
    other.accessList.push_back({});
    REFUSED(decodeTx(other), "access list");
    other = tx;
    other.value = U256(1);
    REFUSED(decodeTx(other), "coins sent along with a call");
    other = tx;
    other.maxFeePerGas = U256::max();
    REFUSED(decodeTx(other), "fee overflows");
    other = tx;
    other.maxPriorityFeePerGas = other.maxFeePerGas + U256(1);
    REFUSED(decodeTx(other), "tip above the highest price");
    other = tx;
    other.maxFeePerGas = U256(10'000'000'000'000ULL);
    const auto dear = decodeTx(other);
    QVERIFY(dear.ok() && dear->warns(Warning::HighFee));
    other = tx;
    other.type = TxType::Legacy;
    other.gasPrice = U256(7);
    const auto legacy = decodeTx(other);
    QVERIFY(legacy.ok() && *legacy->maxFeeWei == U256(7 * 340'000));
}

void TestClearSigning::approvals()
{
    const Address bob = addressOf("Bob Keller");
    const auto some = decode(contracts::auc::approve(at("auc"), bob, money(10)));
    QVERIFY(some.ok() && some->kind == Kind::ApproveAuc && some->warns(Warning::AllowanceStands));
    const auto none = decode(contracts::auc::approve(at("auc"), bob, {}));
    QVERIFY(none.ok() && none->kind == Kind::RevokeAllowance);
    REFUSED(decode(contracts::auc::approve(at("auc"), bob, U256::max())), "unlimited approval");
    REFUSED(decode(contracts::auc::approve(at("auc"), bob, money(10'000'000'000ULL))), "unlimited approval");
    const auto permit = [&](const char* owner, const U256& value) {
        return decode(contracts::auc::permit(at("auc"), addressOf(owner), bob, value, U256(1'800'000'000), 27, {}, {}));
    };
    QVERIFY(permit("Alice Brandt", money(10)).ok());
    REFUSED(permit("Martin Weiss", money(10)), "another owner's permit");
    REFUSED(permit("Alice Brandt", U256::max()), "unlimited approval");
}

void TestClearSigning::funding()
{
    const auto pay = [&](const U256& amount, const Bytes& data) {
        return contracts::auc::transferAndCall(at("auc"), at("dealBook"), amount, data);
    };
    const auto funded = decode(pay(money(200'000), dealIdBytes()));
    QVERIFY2(funded.ok(), reason(funded).c_str());
    QCOMPARE(funded->kind, Kind::FundDeal);
    QVERIFY(funded->moves.front().to.address == dealSafeAddress(kNet, terms()));
    QCOMPARE(funded->vehicle->vin, std::string(kVin));
    QVERIFY(funded->has(Check::SafeFromTerms) && funded->has(Check::VinFitsTitle));
    REFUSED(decode(pay(money(199'999), dealIdBytes())), "amount does not fit the terms");
    REFUSED(decode(pay(money(200'000), dealIdBytes()), "Bob Keller"), "not the buyer of this deal");
    UNREADABLE(decode(pay(money(200'000), {})));
    UNREADABLE(decode(pay(money(200'000), Bytes(32, 9))));
    UNREADABLE(decode(contracts::auc::transferAndCall(at("auc"), addressOf("Bob Keller"), money(1), {})));
}

void TestClearSigning::stakes()
{
    const auto desk = at("appraisalDesk");
    const auto first =
        decode(contracts::auc::transferAndCall(at("auc"), desk, money(50'000), appraisalDesk::encodeProfile(profile())),
               "Martin Weiss");
    QVERIFY2(first.ok(), reason(first).c_str());
    QCOMPARE(first->kind, Kind::RegisterAppraiser);
    QCOMPARE(std::get<std::string>(first->facts.front().value), std::string("Martin Weiss"));
    QCOMPARE(decode(contracts::auc::transferAndCall(at("auc"), desk, money(1), {}))->kind, Kind::AddStake);
    Bytes long_ = appraisalDesk::encodeProfile(profile());
    long_.resize(long_.size() + 32, 0);
    UNREADABLE(decode(contracts::auc::transferAndCall(at("auc"), desk, money(1), long_)));
    auto sly = profile();
    sly.name = "Martin\xE2\x80\xAEssieW";
    REFUSED(decode(appraisalDesk::updateProfile(desk, sly)), "control characters");
    QCOMPARE(decode(appraisalDesk::updateProfile(desk, profile()))->kind, Kind::UpdateProfile);
    QCOMPARE(decode(appraisalDesk::withdrawStake(desk, money(3)))->kind, Kind::WithdrawStake);
    const auto seat = decode(appraisalDesk::acceptSeat(desk, hashTerms(terms())), "Martin Weiss");
    QVERIFY(seat.ok() && seat->kind == Kind::AcceptSeat && seat->deal->terms);
    REFUSED(decode(appraisalDesk::acceptSeat(desk, hashTerms(terms())), "Sara Lind"), "not the appraiser of this deal");
    const auto blind = decode(appraisalDesk::acceptSeat(desk, {}), "Martin Weiss");
    QVERIFY(blind.ok() && blind->warns(Warning::TermsUnknown));
}

void TestClearSigning::vehicleCalls()
{
    const auto registry = at("vehicleRegistry");
    const Address lender = addressOf("Sara Lind");
    const auto made = decode(vehicleRegistry::register_(registry, kVin, 45'120, {}));
    QVERIFY(made.ok() && made->kind == Kind::RegisterVehicle && made->vehicle->vin == kVin);
    REFUSED(decode(vehicleRegistry::register_(registry, "JM1BPALM9K113459", 1, {})), "not a VIN");
    REFUSED(decode(vehicleRegistry::register_(registry, "JM1BPALM9K113459O", 1, {})), "not a VIN");
    const auto record =
        decode(vehicleRegistry::append(registry, vehicleId(), vehicleRegistry::Kind::Service, 50'000, {}));
    QVERIFY(record.ok() && record->kind == Kind::AppendRecord);
    QCOMPARE(std::get<std::uint64_t>(record->facts.front().value), 4U);
    QCOMPARE(decode(vehicleRegistry::setGrant(registry, vehicleId(), lender, 1, 2, U256(16)))->kind, Kind::SetGrant);
    QCOMPARE(decode(vehicleRegistry::proposeLien(registry, vehicleId()))->kind, Kind::ProposeLien);
    QCOMPARE(decode(vehicleRegistry::acceptLien(registry, vehicleId(), lender))->kind, Kind::AcceptLien);
    QCOMPARE(decode(vehicleRegistry::releaseLien(registry, vehicleId()))->kind, Kind::ReleaseLien);
}

void TestClearSigning::titles()
{
    const auto registry = at("vehicleRegistry");
    const Address alice = addressOf("Alice Brandt");
    const Address bob = addressOf("Bob Keller");
    const auto put = decode(vehicleRegistry::safeTransferFrom(registry, bob, at("dealBook"), tokenId(), dealIdBytes()),
                            "Bob Keller");
    QVERIFY2(put.ok(), reason(put).c_str());
    QCOMPARE(put->kind, Kind::DepositTitle);
    QVERIFY(put->moves.front().to.address == dealSafeAddress(kNet, terms()));
    REFUSED(decode(vehicleRegistry::safeTransferFrom(registry, alice, at("dealBook"), tokenId(), dealIdBytes())),
            "not the seller of this deal");
    REFUSED(
        decode(vehicleRegistry::safeTransferFrom(registry, bob, at("dealBook"), U256(7), dealIdBytes()), "Bob Keller"),
        "title is not the deal's");
    UNREADABLE(
        decode(vehicleRegistry::safeTransferFrom(registry, bob, at("dealBook"), tokenId(), Bytes{}), "Bob Keller"));
    const auto given = decode(vehicleRegistry::safeTransferFrom(registry, alice, bob, tokenId()));
    QVERIFY(given.ok() && given->kind == Kind::GiveTitle && given->warns(Warning::TitleForNothing));
    REFUSED(decode(vehicleRegistry::safeTransferFrom(registry, bob, alice, tokenId())), "another holder's title");
    REFUSED(decode(vehicleRegistry::safeTransferFrom(registry, alice, at("auc"), tokenId())),
            "recipient is a contract");
    UNREADABLE(decode(vehicleRegistry::safeTransferFrom(registry, alice, bob, tokenId(), Bytes{1})));
    UNREADABLE(decode(vehicleRegistry::setApprovalForAll(registry, bob, true)));
    UNREADABLE(decode(vehicleRegistry::approve(registry, bob, tokenId())));
}

void TestClearSigning::listings()
{
    const auto board = at("listingBoard");
    const auto listed = decode(listingBoard::publish(board, vehicleId(), money(210'000), 1'800'000'000, {}));
    QVERIFY(listed.ok() && listed->kind == Kind::PublishListing);
    QVERIFY(std::get<U256>(listed->facts.front().value) == money(210'000));
    QCOMPARE(decode(listingBoard::setPrice(board, vehicleId(), money(1)))->kind, Kind::SetPrice);
    const auto off = signing::decodeTransaction(transaction(listingBoard::withdraw(board, vehicleId())),
                                                context("Alice Brandt"), {});
    QVERIFY(off.ok() && off->kind == Kind::WithdrawListing && off->warns(Warning::VinUnknown));
    QVERIFY(!off->has(Check::VinFitsTitle) && off->vehicle->vin.empty());
}

void TestClearSigning::offers()
{
    const auto book = at("dealBook");
    const auto offered = decode(dealBook::offer(book, terms(), termsSignature("Alice Brandt")));
    QVERIFY2(offered.ok(), reason(offered).c_str());
    QCOMPARE(offered->kind, Kind::OfferDeal);
    QVERIFY(offered->has(Check::OwnSignature));
    REFUSED(decode(dealBook::offer(book, terms(), termsSignature("Bob Keller"))), "wrong signature");
    REFUSED(decode(dealBook::offer(book, terms(), Bytes(65, 1))), "signature of another kind");
    REFUSED(decode(dealBook::offer(book, terms(), termsSignature("Alice Brandt")), "Bob Keller"),
            "not the buyer of this deal");
    auto bent = terms();
    bent.fundBy = bent.depositBy;
    REFUSED(decode(dealBook::offer(book, bent, termsSignature("Alice Brandt"))), "terms contradict themselves");
    bent = terms();
    bent.appraiser = bent.buyer;
    REFUSED(decode(dealBook::offer(book, bent, termsSignature("Alice Brandt"))), "terms contradict themselves");

    const auto accepted =
        decode(dealBook::accept(book, hashTerms(terms()), termsSignature("Bob Keller")), "Bob Keller");
    QVERIFY2(accepted.ok(), reason(accepted).c_str());
    QCOMPARE(accepted->kind, Kind::AcceptDeal);
    REFUSED(decode(dealBook::accept(book, hashTerms(terms()), termsSignature("Alice Brandt")), "Bob Keller"),
            "wrong signature");
    UNREADABLE(decode(dealBook::accept(book, {}, termsSignature("Bob Keller")), "Bob Keller"));
    QCOMPARE(decode(dealBook::withdrawOffer(book, hashTerms(terms())))->kind, Kind::WithdrawOffer);
}

void TestClearSigning::clockPaths()
{
    const auto module = at("dealModule");
    const auto id = hashTerms(terms());
    QCOMPARE(decode(dealModule::cancelUnfunded(module, id))->kind, Kind::CancelUnfunded);
    const auto refund = decode(dealModule::refundNoTitle(module, id));
    QVERIFY(refund->moves.front().to.self && refund->moves.front().amount == money(200'000));
    QCOMPARE(decode(dealModule::openDispute(module, id))->kind, Kind::OpenDispute);
    QCOMPARE(decode(dealModule::replaceAppraiser(module, id))->kind, Kind::ReplaceAppraiser);
    const auto split = decode(dealModule::fallbackSplit(module, id));
    QCOMPARE(split->moves.size(), 3U);
    QVERIFY(split->moves[0].amount + split->moves[1].amount == money(200'000));
    UNREADABLE(decode(dealModule::settle(module, id, release()))); // only the Safe may
}

void TestClearSigning::people()
{
    const auto list = at("participants");
    QCOMPARE(decode(participants::grantRole(list, addressOf("Sara Lind"), participants::Role::Lender, 0))->kind,
             Kind::GrantRole);
    QCOMPARE(decode(participants::revokeRole(list, addressOf("Sara Lind"), participants::Role::Lender))->kind,
             Kind::RevokeRole);
    QCOMPARE(decode(participants::setName(list, addressOf("Sara Lind"), "Lind & Co"))->kind, Kind::SetPublicName);
    const auto factory = at("safeProxyFactory");
    const auto setup = [&](const Address& to, const Bytes& data) {
        return safe::setup(at("safe"), {addressOf("Alice Brandt")}, U256(1), to, data, {}, {}, {}, {}).data;
    };
    QCOMPARE(decode(safeProxyFactory::createProxyWithNonce(factory, at("safe"), setup({}, {}), U256(1)))->kind,
             Kind::CreateTreasury);
    REFUSED(decode(safeProxyFactory::createProxyWithNonce(factory, at("safe"), setup(addressOf("x"), {1}), U256(1))),
            "delegatecall");
    REFUSED(decode(safeProxyFactory::createProxyWithNonce(factory, addressOf("x"), setup({}, {}), U256(1))),
            "another Safe program");
}

void TestClearSigning::creation()
{
    Bytes code = creationCode(ContractId::ListingBoard);
    code.resize(code.size() + 32, 0);
    const auto made = decode({{}, {}, code});
    QVERIFY2(made.ok(), reason(made).c_str());
    QCOMPARE(made->kind, Kind::DeployContract);
    QCOMPARE(std::get<std::string>(made->facts.front().value), std::string("listingBoard"));
    code[100] ^= 1;
    UNREADABLE(decode({{}, {}, code}));
    UNREADABLE(decode({{}, {}, {}}));
    UNREADABLE(decode({{}, {}, Bytes{0x60, 0x00}}));
}

void TestClearSigning::unknownCalls()
{
    // Of another token: told by a descriptor, never as AUC.
    const auto foreign = decode(
        {addressOf("stranger"), {}, contracts::auc::transfer(at("auc"), addressOf("Bob Keller"), money(1)).data});
    QVERIFY(foreign.ok() && foreign->kind == Kind::Described && foreign->moves.empty());
    UNREADABLE(decode({addressOf("stranger"), {}, Bytes{0xde, 0xad, 0xbe, 0xef}}));
    UNREADABLE(decode({at("auc"), {}, Bytes{1, 2, 3}}));
    UNREADABLE(decode({at("auc"), {}, Bytes{0xde, 0xad, 0xbe, 0xef}}));
    UNREADABLE(
        decode(contracts::auc::transferFrom(at("auc"), addressOf("Bob Keller"), addressOf("Alice Brandt"), money(1))));
    UNREADABLE(decode({at("safe"), {}, execution(release(), "Alice Brandt", "Bob Keller").data}));
    REFUSED(decode({at("treasury"), {}, execution(release(), "Alice Brandt", "Bob Keller").data}),
            "recipient is a contract");
}

void TestClearSigning::nonCanonical()
{
    auto call = contracts::auc::transfer(at("auc"), addressOf("Bob Keller"), money(1));
    call.data.push_back(0);
    UNREADABLE(decode(call));
    call.data.resize(call.data.size() - 2);
    UNREADABLE(decode(call));
    call = contracts::auc::transfer(at("auc"), addressOf("Bob Keller"), money(1));
    call.data[4] = 1; // padding before the address
    UNREADABLE(decode(call));
    call = contracts::auc::transferAndCall(at("auc"), at("appraisalDesk"), money(1), {});
    call.data.resize(call.data.size() + 32, 0);
    UNREADABLE(decode(call));
}

void TestClearSigning::hintsAreNeverBelieved()
{
    const auto call = contracts::auc::transferAndCall(at("auc"), at("dealBook"), money(200'000), dealIdBytes());
    auto other = terms();
    other.seller = addressOf("Sara Lind");
    UNREADABLE(signing::decodeTransaction(transaction(call), context("Alice Brandt"), hints(other)));
    SigningHints wrong = hints();
    wrong.vins = {"WVWZZZ1JZ3W386752"};
    const auto shorter = signing::decodeTransaction(transaction(call), context("Alice Brandt"), wrong);
    QVERIFY(shorter.ok() && shorter->vehicle->vin.empty() && shorter->warns(Warning::VinUnknown));
    SigningHints noise = hints();
    noise.terms.insert(noise.terms.begin(), {Bytes{1, 2, 3}, {}, Bytes(672, 0xff)});
    QVERIFY(signing::decodeTransaction(transaction(call), context("Alice Brandt"), noise).ok());
}

QTEST_GUILESS_MAIN(TestClearSigning)
#include "tst_clear_signing.moc"
