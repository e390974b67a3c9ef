// SPDX-License-Identifier: GPL-3.0-or-later
// The generated bindings without a chain: encoding, decoding of what strangers send, tables, plans.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "base/hex.h"
#include "chain/node_port.h"
#include "codec/eip712.h"
#include "contracts/bytecode.h"
#include "contracts/deal_hash.h"
#include "contracts/deployment_plan.h"
#include "contracts/functions.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/revert.h"
#include "contracts/storage_value.h"
#include "crypto/address.h"
#include "crypto/hash.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::contracts;

namespace
{
Address addressOf(std::uint8_t last)
{
    Address address;
    address.bytes[19] = last;
    return address;
}

dealBook::Terms sampleTerms()
{
    dealBook::Terms terms;
    terms.vehicleId = keccak256(std::string_view("JM1BPALM9K1134592"));
    terms.historyCount = 7;
    terms.odometerKm = 64'210;
    terms.price = autochain::auc(200'000);
    terms.buyer = addressOf(1);
    terms.seller = addressOf(2);
    terms.appraiser = addressOf(3);
    terms.substitute = addressOf(4);
    terms.rulingFee = autochain::auc(10'000);
    terms.seatBy = 1;
    terms.fundBy = 2;
    terms.depositBy = 3;
    terms.handoverBy = 4;
    terms.fallbackTitleToBuyer = true;
    terms.salt = U256(99);
    return terms;
}
} // namespace

class TestGenerated : public QObject
{
    Q_OBJECT

private slots:
    // Selector of ERC-20 transfer and topic of Transfer, as the standard's users know them.
    void wellKnownSelectors()
    {
        QCOMPARE(toHex(auc::kTransferSelector), std::string("a9059cbb"));
        QCOMPARE(toHex0x(auc::kTransferTopic),
                 std::string("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"));
        const Call call = auc::transfer(addressOf(9), addressOf(1), U256(5));
        QVERIFY(call.to == addressOf(9));
        QCOMPARE(toHex(call.data), "a9059cbb" + std::string(63, '0') + "1" + std::string(63, '0') + "5");
    }

    void callsGoRoundTrip()
    {
        const auto terms = sampleTerms();
        const Bytes signature(65, 0x1b);
        const auto back = dealBook::decodeOffer(dealBook::offer(addressOf(8), terms, signature).data);
        QVERIFY(back.ok());
        QVERIFY(back->terms == terms);
        QCOMPARE(back->buyerSignature, signature);
        const auto again = dealBook::decodeTerms(dealBook::encodeTerms(terms));
        QVERIFY(again.ok() && *again == terms);
        dealBook::Settlement settlement{dealBook::Outcome::Ruling, autochain::auc(1), autochain::auc(2),
                                        autochain::auc(3),         addressOf(5),      {}};
        const auto settled = dealModule::decodeSettle(dealModule::settle({}, terms.vehicleId, settlement).data);
        QVERIFY(settled.ok() && settled->settlement == settlement);
    }

    void hostileCalldataIsRefused()
    {
        const Bytes good = dealBook::offer({}, sampleTerms(), Bytes(65, 1)).data;
        QVERIFY(!dealBook::decodeOffer({}).ok());
        QVERIFY(!dealBook::decodeOffer(BytesView(good).first(3)).ok());
        for (std::size_t cut : {4, 36, 700}) {
            QVERIFY(!dealBook::decodeOffer(BytesView(good).first(good.size() - cut)).ok());
        }
        Bytes other = good;
        other[0] ^= 1;
        QVERIFY(!dealBook::decodeOffer(other).ok());
        Bytes longer = good;
        longer.resize(longer.size() + 32);
        QVERIFY(!dealBook::decodeOffer(longer).ok());
        Bytes dirty = good;
        dirty[4 + 2 * 32] = 1; // historyCount above 64 bits
        QVERIFY(!dealBook::decodeOffer(dirty).ok());
    }

    void enumsOutOfRangeAreRefused()
    {
        Bytes append = vehicleRegistry::append({}, {}, vehicleRegistry::Kind::Correction, 1, {}).data;
        QVERIFY(vehicleRegistry::decodeAppend(append).ok());
        append[4 + 63] = 24;
        QVERIFY(!vehicleRegistry::decodeAppend(append).ok());
        QCOMPARE(std::string(vehicleRegistry::nameOf(vehicleRegistry::Kind::RecallOpened)),
                 std::string("RecallOpened"));
        QVERIFY(vehicleRegistry::kindFromName("Lien") == vehicleRegistry::Kind::Lien);
        QVERIFY(!vehicleRegistry::kindFromName("lien"));
        QVERIFY(vehicleRegistry::nameOf(static_cast<vehicleRegistry::Kind>(77)).empty());
    }

    void eventsCheckTopicAndShape()
    {
        Log log;
        log.topics = {auc::kTransferTopic, slotNumber(1), slotNumber(2)};
        log.data = Bytes(32, 0);
        log.data[31] = 7;
        const auto event = auc::decodeTransferEvent(log);
        QVERIFY(event.ok());
        QVERIFY(event->from == addressOf(1) && event->to == addressOf(2) && event->value == U256(7));
        Log wrong = log;
        wrong.topics[0] = auc::kApprovalTopic;
        QVERIFY(!auc::decodeTransferEvent(wrong).ok());
        wrong = log;
        wrong.topics.pop_back();
        QVERIFY(!auc::decodeTransferEvent(wrong).ok());
        wrong = log;
        wrong.topics[1].bytes[0] = 1; // more than an address
        QVERIFY(!auc::decodeTransferEvent(wrong).ok());
        wrong = log;
        wrong.data.pop_back();
        QVERIFY(!auc::decodeTransferEvent(wrong).ok());
    }

    void functionsAreFound()
    {
        const auto* info = findFunction(ContractId::DealBook, dealBook::kOfferSelector);
        QVERIFY(info != nullptr);
        QCOMPARE(info->name, std::string("offer"));
        QCOMPARE(info->inputs.names, (std::vector<std::string>{"terms", "buyerSignature"}));
        QCOMPARE(info->inputs.children[0].names[5], std::string("price"));
        QVERIFY(!info->view && !info->payable);
        QVERIFY(findFunction(ContractId::Auc, dealBook::kOfferSelector) == nullptr);
        for (std::size_t i = 0; i < kContractCount; ++i) {
            for (const auto& function : functionsOf(static_cast<ContractId>(i))) {
                QVERIFY2(abi::selector(function.signature) == function.selector, function.signature.c_str());
                QCOMPARE(function.name + function.inputs.canonicalName(), function.signature);
                QCOMPARE(function.inputs.names.size(), function.inputs.children.size());
            }
        }
    }

    void keysNameContracts()
    {
        QCOMPARE(std::string(keyOf(ContractId::DealBook)), std::string("dealBook"));
        QVERIFY(contractIdOfKey("auc") == ContractId::Auc);
        QVERIFY(contractIdOfKey("treasury") == ContractId::Safe);
        QVERIFY(contractIdOfKey("team") == ContractId::VestingWallet);
        QVERIFY(!contractIdOfKey("nothing"));
    }

    void revertsAreRead()
    {
        const Bytes wrongAmount = *fromHex(toHex(abi::selector("WrongAmount(uint256,uint256)")) + std::string(63, '0') +
                                           "1" + std::string(63, '0') + "2");
        const auto reason = decodeRevert(wrongAmount);
        QCOMPARE(reason.name, std::string("WrongAmount"));
        QVERIFY(reason.argument("due") != nullptr && reason.argument("due")->number() == U256(2));
        QCOMPARE(reason.describe(), std::string("WrongAmount(sent=1, due=2)"));
        QVERIFY(decodeRevert({}).name.empty());
        QVERIFY(decodeRevert(Bytes{1, 2, 3, 4}).name.empty());
        QVERIFY(decodeRevert(BytesView(wrongAmount).first(20)).name.empty());
        Bytes panic = *fromHex("4e487b71" + std::string(62, '0') + "11");
        QCOMPARE(decodeRevert(panic).describe(), std::string("Panic(code=17)"));
    }

    // The documents for the signer hash to what the contracts check.
    void documentsHashToTheSame()
    {
        const auto terms = sampleTerms();
        const auto document = eip712::parse(asBytes(typedDataJson(31337, addressOf(7), terms)));
        QVERIFY(document.ok());
        QVERIFY(*eip712::digest(*document) == termsDigest(31337, addressOf(7), terms));
        SafeTx tx;
        tx.to = addressOf(6);
        tx.data = Bytes(70, 3);
        tx.nonce = U256(4);
        const auto safeDocument = eip712::parse(asBytes(typedDataJson(1, addressOf(5), tx)));
        QVERIFY(safeDocument.ok());
        QVERIFY(*eip712::digest(*safeDocument) == safeTxHash(1, addressOf(5), tx));
    }

    // Safe 1.4.1 names these two type hashes as constants in Safe.sol.
    void safeTypeHashes()
    {
        const std::string code = toHex(runtimeCode(ContractId::Safe));
        QVERIFY(code.find("bb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d8") != std::string::npos);
        QVERIFY(code.find("47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218") != std::string::npos);
    }

    void plansHaveAddressesOfTheirNonces()
    {
        DeployOptions options;
        options.treasuryOwners = {addressOf(1)};
        const auto plan = planDeployment(addressOf(9), 5, options);
        QCOMPARE(plan.size(), std::size_t{17});
        for (std::size_t i = 0; i < plan.size(); ++i) {
            QVERIFY(plan[i].gasLimit < 8'000'000); // Ethereum Classic's blocks hold that much
            if (!plan[i].call.to) {
                QVERIFY(plan[i].expectedAddress == createAddress(addressOf(9), 5 + i));
            }
        }
        const auto contracts = contractsOf(plan);
        QCOMPARE(contracts.size(), std::size_t{16});
        QVERIFY(contracts.contains("treasury") && !contracts.contains("compatibilityFallbackHandler"));
        QVERIFY(planDeployment(addressOf(9), 6, options)[3].expectedAddress != contracts.at("treasury"));
    }
};

QTEST_GUILESS_MAIN(TestGenerated)
#include "tst_generated.moc"
