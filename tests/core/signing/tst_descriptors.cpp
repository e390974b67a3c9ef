// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and documents of contracts that are not the network's, what only an expert may sign, look-alikes, and every
// call of the suite's own contracts.
#include "base/hex.h"
#include "contracts/functions.h"
#include "contracts/generated/auc.h"
#include "crypto/address.h"
#include "signing/clear_signing_scene.h"
#include "signing/descriptor.h"
#include "signing/descriptor_files.h"
#include "signing_fixture.h"

#include <QTest>

using namespace autochain;
using namespace autochain::testing;
using signing::Check;
using signing::FactKind;
using signing::Kind;
using signing::Statement;
using signing::Warning;

namespace
{
const U256 kHalf = *U256::fromHexQuantity("0x8000000000000000000000000000000000000000000000000000000000000000");

Bytes callOf(const char* signature, const std::vector<abi::Value>& values)
{
    const std::string text(signature);
    Bytes out = toBytes(BytesView(abi::selector(text)));
    append(out, *abi::encode(*abi::parseType(text.substr(text.find('('))), values));
    return out;
}

Result<Statement> decode(Bytes data, bool expert = false, U256 value = {}, Address to = addressOf("stranger's token"))
{
    SigningHints with = hints();
    with.expert = expert;
    return signing::decodeTransaction(transaction({to, value, std::move(data)}), context("Alice Brandt"), with);
}

std::string why(const Result<Statement>& result)
{
    return result.ok() ? "ok" : result.error().args.front();
}

bool shows(const Statement& s, const char* label, const decltype(signing::Fact::value)& value)
{
    return std::any_of(s.facts.begin(), s.facts.end(),
                       [&](const auto& fact) { return fact.label == label && fact.value == value; });
}

signing::Party person(const char* name)
{
    return {addressOf(name), signing::Role::Person, name, std::string_view(name) == "Alice Brandt"};
}

Bytes safeCall(const Address& to, const U256& value, Bytes data, std::uint64_t operation = 0,
               std::uint64_t gasPrice = 0)
{
    return callOf("execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
                  {to, value, std::move(data), operation, std::uint64_t(0), std::uint64_t(0), gasPrice, Address(),
                   Address(), Bytes(65, 7)});
}

Address imitationOf(const char* name)
{
    Address out = addressOf(name);
    out.bytes[9] ^= 0x55;
    return out;
}

std::string permit(const char* owner, const char* spender, const std::string& value, int chain = 31337,
                   const char* extra = "")
{
    return std::string(
               R"({"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},)") +
           R"({"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],"Permit":[)" +
           R"({"name":"owner","type":"address"},{"name":"spender","type":"address"},{"name":"value","type":"uint256"},)" +
           R"({"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"})" + extra +
           R"(]},"primaryType":"Permit","domain":{"name":"Gold","version":"2","chainId":)" + std::to_string(chain) +
           R"(,"verifyingContract":")" + checksumAddress(addressOf("gold")) + R"("},"message":{"owner":")" +
           checksumAddress(addressOf(owner)) + R"(","spender":")" + checksumAddress(addressOf(spender)) +
           R"(","value":")" + value + R"(","nonce":0,"deadline":1800000000}})";
}

Result<signing::TypedDataStatement> document(const std::string& json, bool expert = false)
{
    SigningHints with = hints();
    with.expert = expert;
    return signing::decodeTypedData(json, context("Alice Brandt"), with);
}

signing::Decoder decoderOf(contracts::ContractId id, const contracts::Selector& selector)
{
    using contracts::ContractId;
    switch (id) {
    case ContractId::Auc:
        return signing::aucDecoder(selector);
    case ContractId::VehicleRegistry:
        return signing::vehicleDecoder(selector);
    case ContractId::ListingBoard:
        return signing::listingDecoder(selector);
    case ContractId::Participants:
        return signing::participantsDecoder(selector);
    case ContractId::AppraisalDesk:
        return signing::deskDecoder(selector);
    case ContractId::DealBook:
        return signing::dealBookDecoder(selector);
    case ContractId::DealModule:
        return signing::dealModuleDecoder(selector);
    case ContractId::SafeProxyFactory:
        return signing::proxyFactoryDecoder(selector);
    case ContractId::SectionGrants:
        return signing::sectionsDecoder(selector);
    default:
        return nullptr;
    }
}
} // namespace

class TestDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void filesAreWhole()
    {
        QCOMPARE(signing::builtInDescriptors().size(), signing::descriptorFiles().size());
        for (const std::string_view text : signing::descriptorFiles()) {
            const auto one = signing::parseDescriptor(asBytes(text));
            QVERIFY2(one.ok(), one.ok() ? "" : one.error().detail.c_str());
        }
    }

    void parserIsStrict_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("a parameter untold") << R"("path": "to", "label": "To")"
                                            << R"("path": "value", "label": "To")";
        QTest::newRow("unknown path") << R"("path": "to")"
                                      << R"("path": "too")";
        QTest::newRow("unknown format") << "tokenAmount"
                                        << "tokenSum";
        QTest::newRow("format of another type") << "addressName"
                                                << "date";
        QTest::newRow("unknown member") << R"("intent": "Send tokens")"
                                        << R"("intent": "Send tokens", "x": 1)";
        QTest::newRow("unknown warning") << "cannotUndo"
                                         << "fine";
        QTest::newRow("odd type") << "address to"
                                  << "addres to";
        QTest::newRow("alias") << "uint256 value"
                               << "uint value";
        QTest::newRow("rule without a name") << R"(, "rule": "unlimited approval")"
                                             << "";
        QTest::newRow("control sign") << "Send tokens"
                                      << "Send\\u202etokens";
        QTest::newRow("not JSON") << "display"
                                  << "dis\"play";
    }
    void parserIsStrict()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString text = QString::fromUtf8(signing::descriptorFiles()[0].data(),
                                         static_cast<qsizetype>(signing::descriptorFiles()[0].size()));
        QVERIFY(text.contains(from));
        text.replace(from, to);
        QVERIFY(!signing::parseDescriptor(asBytes(text.toStdString())).ok());
    }

    void tokens()
    {
        const auto sent = decode(callOf("transfer(address,uint256)", {addressOf("Bob Keller"), std::uint64_t(77)}));
        QVERIFY2(sent.ok(), why(sent).c_str());
        QCOMPARE(sent->kind, Kind::Described);
        QVERIFY(sent->moves.empty()); // what it is worth is not known
        QVERIFY(shows(*sent, "Smallest units", U256(77)));
        QVERIFY(shows(*sent, "To", person("Bob Keller")));
        QVERIFY(sent->warns(Warning::UnknownToken) && sent->has(Check::EveryByte));
        QVERIFY(decode(callOf("approve(address,uint256)", {addressOf("Bob Keller"), kHalf - U256(1)})).ok());
        for (const char* call : {"approve(address,uint256)", "increaseAllowance(address,uint256)"}) {
            QCOMPARE(why(decode(callOf(call, {addressOf("Bob Keller"), kHalf}))), std::string("unlimited approval"));
            QCOMPARE(why(decode(callOf(call, {addressOf("Bob Keller"), U256::max()}), true)),
                     std::string("unlimited approval")); // an expert neither
        }
        QCOMPARE(why(decode(callOf("transfer(address,uint256)", {Address(), std::uint64_t(7)}))),
                 std::string("zero address"));
        QCOMPARE(why(decode(callOf("transferFrom(address,address,uint256)",
                                   {addressOf("Bob Keller"), addressOf("Alice Brandt"), std::uint64_t(7)}))),
                 std::string("another owner's tokens"));
        QCOMPARE(why(decode(callOf("transfer(address,uint256)", {addressOf("Bob Keller"), std::uint64_t(7)}), true,
                            U256(5))),
                 std::string("coins sent along with a call"));
    }

    void collections()
    {
        const Address me = addressOf("Alice Brandt");
        const auto given = decode(
            callOf("safeTransferFrom(address,address,uint256)", {me, addressOf("Bob Keller"), std::uint64_t(9)}));
        QVERIFY(given.ok() && shows(*given, "Number of the token", U256(9)));
        QVERIFY(decode(callOf("safeTransferFrom(address,address,uint256,bytes)",
                              {me, addressOf("Bob Keller"), std::uint64_t(9), Bytes{1, 2}}))
                    .ok());
        QCOMPARE(why(decode(callOf("setApprovalForAll(address,bool)", {addressOf("Bob Keller"), std::uint64_t(1)}))),
                 std::string("unlimited approval"));
        QVERIFY(decode(callOf("setApprovalForAll(address,bool)", {addressOf("Bob Keller"), std::uint64_t(0)})).ok());
    }

    void everyByteCounts()
    {
        Bytes call = callOf("transfer(address,uint256)", {addressOf("Bob Keller"), std::uint64_t(77)});
        call.push_back(0);
        QVERIFY(!decode(call).ok());
        call.pop_back();
        call[4] = 1; // padding before the address
        QVERIFY(!decode(call).ok());
        call[4] = 0;
        call.pop_back();
        QVERIFY(!decode(call).ok());
    }

    void safes()
    {
        const auto coins = decode(safeCall(addressOf("Bob Keller"), auc(3), {}));
        QVERIFY2(coins.ok(), why(coins).c_str());
        QVERIFY(shows(*coins, "Coins out of the Safe", auc(3)));
        const auto token = decode(safeCall(
            addressOf("gold"), {}, callOf("transfer(address,uint256)", {addressOf("Bob Keller"), std::uint64_t(5)})));
        QVERIFY2(token.ok(), why(token).c_str());
        QVERIFY(shows(*token, "Smallest units", U256(5)) && shows(*token, "Then", std::string("Send tokens")));
        QCOMPARE(why(decode(safeCall(addressOf("gold"), {}, {}, 1), true)), std::string("delegatecall"));
        QCOMPARE(why(decode(safeCall(addressOf("gold"), {}, {}, 0, 1))),
                 std::string("payment for gas out of the Safe"));
        QCOMPARE(why(decode(safeCall(addressOf("gold"), {},
                                     callOf("approve(address,uint256)", {addressOf("Bob Keller"), U256::max()})))),
                 std::string("unlimited approval"));
        QVERIFY(!decode(safeCall(addressOf("gold"), {}, Bytes{1, 2, 3, 4})).ok());
        const auto owner = decode(
            safeCall(addressOf("my Safe"), {},
                     callOf("addOwnerWithThreshold(address,uint256)", {addressOf("Bob Keller"), std::uint64_t(2)})));
        QVERIFY(owner.ok() && owner->warns(Warning::SafeOwners));
        for (const char* power : {"enableModule(address)", "setGuard(address)", "setFallbackHandler(address)"}) {
            QCOMPARE(why(decode(safeCall(addressOf("my Safe"), {}, callOf(power, {addressOf("x")})), true)),
                     std::string("power over the Safe"));
        }
        QCOMPARE(why(decode(callOf("approveHash(bytes32)", {Bytes(32, 9)}), true)),
                 std::string("a hash nobody can read"));
        // A deal's Safe does nothing but settle.
        const auto deals = contracts::dealSafeAddress(network(), terms());
        QCOMPARE(why(decode(safeCall(addressOf("Bob Keller"), auc(3), {}), true, {}, deals)),
                 std::string("a deal's Safe calls nothing but its module"));
    }

    void documents()
    {
        const auto good = document(permit("Alice Brandt", "Bob Keller", "12"));
        QVERIFY2(good.ok(), good.ok() ? "" : good.error().args.front().c_str());
        QVERIFY(good->statement.kind == Kind::Described && shows(good->statement, "Taker", person("Bob Keller")));
        QVERIFY(good->statement.warns(Warning::UnknownToken) && good->statement.has(Check::ThisNetwork));
        const auto refused = [](const Result<signing::TypedDataStatement>& r) {
            return r.ok() ? std::string("ok") : r.error().args.front();
        };
        QCOMPARE(refused(document(permit("Alice Brandt", "Bob Keller", kHalf.toDecimal()))),
                 std::string("unlimited approval"));
        QCOMPARE(refused(document(permit("Bob Keller", "Alice Brandt", "1"))), std::string("another owner's permit"));
        QCOMPARE(refused(document(permit("Alice Brandt", "Bob Keller", "1", 1))), std::string("foreign chain id"));
        const auto more =
            document(permit("Alice Brandt", "Bob Keller", "1", 31337, R"(,{"name":"more","type":"uint256"})"), true);
        QVERIFY(!more.ok() && more.error().is(SigningError::CannotDecode)); // never, for an expert neither
    }

    void unknownCalls()
    {
        const Bytes noise = *fromHex("0xdeadbeef00112233");
        QVERIFY(decode(noise).error().is(SigningError::CannotDecode));
        const auto asked = decode(noise, true, auc(2));
        QVERIFY2(asked.ok(), why(asked).c_str());
        QCOMPARE(asked->kind, Kind::UnknownCall);
        QVERIFY(asked->warns(Warning::UnknownCode) && !asked->has(Check::EveryByte) && !asked->has(Check::PlainCall));
        QCOMPARE(asked->moves.size(), std::size_t(1)); // the coins, and nothing else is called a fact
        QVERIFY(asked->moves[0].asset == signing::Asset::Coin && asked->moves[0].amount == auc(2));
        QVERIFY(decode(noise, true, {}, network().contract("dealBook")).error().is(SigningError::CannotDecode));
        QCOMPARE(why(decode(noise, true, {}, Address())), std::string("zero address"));
        Transaction foreign = transaction({addressOf("x"), {}, noise});
        foreign.chainId = 1;
        SigningHints expert;
        expert.expert = true;
        QVERIFY(signing::decodeTransaction(foreign, context("Alice Brandt"), expert).error().is(SigningError::Refused));
    }

    void takingANumber()
    {
        const auto empty = decode({}, false, {}, addressOf("Alice Brandt"));
        QVERIFY(empty.ok() && empty->kind == Kind::TakeNumber && empty->moves.empty() && empty->maxFeeWei);
    }

    void lookAlikes()
    {
        const Address bait = imitationOf("Bob Keller");
        const auto called = [&](const Result<Statement>& s) {
            return s.ok() && std::any_of(s->warnings.begin(), s->warnings.end(), [&](const auto& line) {
                       return line.kind == Warning::LooksAlike && line.address == bait &&
                              line.known == addressOf("Bob Keller") && line.arg == "Bob Keller";
                   });
        };
        const Address token = network().contract("auc");
        QVERIFY(called(decode({}, false, auc(1), bait)));
        QVERIFY(called(decode(contracts::auc::transfer(token, bait, auc(1)).data, false, {}, token)));
        QVERIFY(called(decode(contracts::auc::approve(token, bait, auc(1)).data, false, {}, token)));
        QVERIFY(called(decode(callOf("transfer(address,uint256)", {bait, std::uint64_t(1)}))));
        QVERIFY(
            called(decode(callOf("transfer(address,uint256)", {addressOf("Sara Lind"), std::uint64_t(1)}), false, {},
                          bait))); // the contract itself
        QVERIFY(called(decode(safeCall(bait, auc(1), {}))));
        QVERIFY(called(decode(Bytes{1, 2, 3, 4}, true, {}, bait)));
        auto terms = testing::terms();
        terms.seller = bait;
        const auto book = network().contract("dealBook");
        const auto deal = signing::decodeTypedData(contracts::typedDataJson(31337, book, terms),
                                                   context("Alice Brandt"), hints(terms));
        QVERIFY(deal.ok() && deal->statement.warns(Warning::LooksAlike)); // a side of a deal
        QVERIFY(!decode({}, false, auc(1), addressOf("Bob Keller"))->warns(Warning::LooksAlike));
    }

    // Every call that changes something: decoded, or here with the reason why not.
    void ownContracts()
    {
        static const std::map<std::string, const char*> kRefused = {
            {"appraisalDesk.forfeitSeat(bytes32)", "of the deals' module"},
            {"appraisalDesk.onTransferReceived(address,address,uint256,bytes)", "of the token"},
            {"appraisalDesk.releaseSeat(bytes32,address)", "of the deals' module"},
            {"auc.burn(uint256)", "the suite burns nothing"},
            {"auc.burnFrom(address,uint256)", "the suite burns nothing"},
            {"auc.transferFrom(address,address,uint256)",
             "moves another's money; the suite's contracts do it, people do not"},
            {"compatibilityFallbackHandler.simulate(address,bytes)", "changes nothing"},
            {"dealBook.appraiserReplaced(bytes32)", "of the deals' module"},
            {"dealBook.closed(bytes32,(uint8,uint256,uint256,uint256,address,bytes32))", "of the deals' module"},
            {"dealBook.disputeOpened(bytes32,address)", "of the deals' module"},
            {"dealBook.onERC721Received(address,address,uint256,bytes)", "of the registry"},
            {"dealBook.onTransferReceived(address,address,uint256,bytes)", "of the token"},
            {"dealBook.seatTaken(bytes32,address)", "of the desk"},
            {"dealModule.settle(bytes32,(uint8,uint256,uint256,uint256,address,bytes32))",
             "of a deal's Safe, with two signatures"},
            {"incentivePool.pay(address,uint256,bytes32)", "of the pool's payers"},
            {"safe.addOwnerWithThreshold(address,uint256)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.approveHash(bytes32)", "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.changeThreshold(uint256)", "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.disableModule(address,address)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.enableModule(address)", "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.execTransactionFromModule(address,uint256,bytes,uint8)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.execTransactionFromModuleReturnData(address,uint256,bytes,uint8)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.removeOwner(address,address,uint256)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.setFallbackHandler(address)", "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.setGuard(address)", "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.setup(address[],uint256,address,bytes,address,address,uint256,address)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.simulateAndRevert(address,bytes)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safe.swapOwner(address,address,address)",
             "of Safes, never of the program they share; Safes have a descriptor"},
            {"safeProxyFactory.createChainSpecificProxyWithNonce(address,bytes,uint256)",
             "the suite makes its Safes otherwise"},
            {"safeProxyFactory.createProxyWithCallback(address,bytes,uint256,address)",
             "the suite makes its Safes otherwise"},
            {"safeSetup.configure(address,address)", "of a Safe while it is made"},
            {"vehicleRegistry.approve(address,uint256)", "lets somebody take a title"},
            {"vehicleRegistry.lockForDeal(bytes32,bytes32,address)", "of the deal book"},
            {"vehicleRegistry.setApprovalForAll(address,bool)", "lets somebody take every title"},
            {"vehicleRegistry.transferFrom(address,address,uint256)",
             "may strand a title: safeTransferFrom asks the receiver"},
            {"vehicleRegistry.unlockFromDeal(bytes32,bytes32)", "of the deal book"},
            {"vestingWallet.release()", "anybody may send it, the suite does not"},
            {"vestingWallet.release(address)", "anybody may send it, the suite does not"},
            {"vestingWallet.renounceOwnership()", "gives vested money away"},
            {"vestingWallet.transferOwnership(address)", "gives vested money away"},
        };
        std::set<std::string> unused;
        for (const auto& [name, reason] : kRefused) {
            unused.insert(name);
        }
        for (std::size_t i = 0; i < contracts::kContractCount; ++i) {
            const auto id = static_cast<contracts::ContractId>(i);
            for (const auto& function : contracts::functionsOf(id)) {
                const std::string name = std::string(contracts::keyOf(id)) + "." + function.signature;
                if (function.view) {
                    continue;
                }
                const bool decoded = decoderOf(id, function.selector) != nullptr;
                QVERIFY2(decoded != kRefused.contains(name), name.c_str());
                unused.erase(name);
                if (!decoded && network().contracts.contains(std::string(contracts::keyOf(id)))) {
                    Bytes call = toBytes(BytesView(function.selector));
                    call.resize(call.size() + 32 * 12, 0);
                    const auto answer = decode(call, true, {}, network().contract(std::string(contracts::keyOf(id))));
                    QVERIFY2(!answer.ok(), name.c_str()); // for an expert neither
                }
            }
        }
        QVERIFY2(unused.empty(), unused.empty() ? "" : unused.begin()->c_str());
    }
};

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
