// SPDX-License-Identifier: GPL-3.0-or-later
// Every generated reader against the contract's own getter, hashes and addresses against what the contracts say: on a
// real node, with a deal under way.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "base/amount.h"
#include "base/hex.h"
#include "codec/transaction.h"
#include "contracts/bytecode.h"
#include "contracts/deal_hash.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/safe_proxy_factory.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/revert.h"
#include "contracts/storage_reader.h"
#include "crypto/hash.h"
#include "crypto/keystore.h"
#include "net/rpc_node.h"
#include "practice/car_catalog.h"
#include "practice/people.h"
#include "practice/practice_market.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::contracts;

class TestContractsOnChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        practice::PracticeOptions options;
        options.folder = m_dir.path().toStdString();
        m_market = std::make_unique<practice::PracticeMarket>(options);
        const auto made = await(m_market->create());
        QVERIFY(made.ok());
        m_network = *made;
        m_node = std::make_unique<net::RpcNode>(net::NodeOptions::of(m_network));
        makeDeal();
    }

    void cleanupTestCase()
    {
        m_node.reset();
        QVERIFY(await(m_market->reset()).ok());
    }

    void dealBookReaders()
    {
        const Address book = at("dealBook");
        same(dealBook::dealsReader(m_dealId), dealBook::deal(book, m_dealId), dealBook::decodeDealResult);
        same(dealBook::termsReader(m_dealId), dealBook::terms(book, m_dealId), dealBook::decodeTermsResult);
        same(dealBook::dealIdsReader(0), dealBook::dealAt(book, U256(0)), dealBook::decodeDealAtResult);
        QCOMPARE(read(book, dealBook::dealIdsLengthReader()), std::uint64_t{1});
        const auto deal = read(book, dealBook::dealsReader(m_dealId));
        QVERIFY(deal.state == dealBook::State::Accepted);
        QVERIFY(deal.acceptedAt != 0);
        QVERIFY(deal.currentAppraiser == m_terms.appraiser);
    }

    void vehicleRegistryReaders()
    {
        namespace r = vehicleRegistry;
        const Address registry = at("vehicleRegistry");
        const Hash32 id = m_terms.vehicleId;
        same(r::historiesReader(id), r::history(registry, id), r::decodeHistoryResult);
        same(r::holdersReader(id), r::holderOf(registry, id), r::decodeHolderOfResult);
        same(r::liensReader(id), r::lienOf(registry, id), r::decodeLienOfResult);
        same(r::ownersReader(U256::fromBigEndian(id.view())), r::ownerOf(registry, U256::fromBigEndian(id.view())),
             r::decodeOwnerOfResult);
        same(r::balancesReader(m_terms.seller), r::balanceOf(registry, m_terms.seller), r::decodeBalanceOfResult);
        const auto lock = read(registry, r::locksReader(id));
        QVERIFY(lock.dealId == m_dealId);
        QVERIFY(lock.dealId == *r::decodeDealOfResult(call(r::dealOf(registry, id))));
        QVERIFY(lock.safe == read(at("dealBook"), dealBook::dealsReader(m_dealId)).safe);
        const auto count = *r::decodeVehicleCountResult(call(r::vehicleCount(registry)));
        QVERIFY(U256(read(registry, r::vehicleIdsLengthReader())) == count);
        for (std::uint64_t i = 0; i < 5; ++i) {
            same(r::vehicleIdsReader(i), r::vehicleAt(registry, U256(i)), r::decodeVehicleAtResult);
        }
        for (const char* shop : {"Subaru Ottawa Service", "Lakeshore Garage"}) {
            const Address address = person(shop).address();
            const auto grant = *r::decodeGrantOfResult(call(r::grantOf(registry, id, address)));
            QVERIFY(read(registry, r::grantsReader(id, m_terms.seller, address)) == grant);
        }
        QVERIFY(read(registry, r::issuedReader(id, person("Mazda").address())));
        QVERIFY(!read(registry, r::issuedReader(id, person("Alice Brandt").address())));
        QCOMPARE(readText(registry, r::nameReader()), std::string("AutoChain Vehicle Title"));
        QCOMPARE(readText(registry, r::symbolReader()), *r::decodeSymbolResult(call(r::symbol(registry))));
    }

    void listingBoardReaders()
    {
        const Address board = at("listingBoard");
        const auto count = read(board, listingBoard::listedLengthReader());
        QVERIFY(U256(count) == *listingBoard::decodeListedCountResult(call(listingBoard::listedCount(board))));
        for (std::uint64_t i = 0; i < 10; ++i) {
            const Hash32 id = read(board, listingBoard::listedReader(i));
            QVERIFY(id == *listingBoard::decodeListedAtResult(call(listingBoard::listedAt(board, U256(i)))));
            same(listingBoard::listingsReader(id), listingBoard::listing(board, id), listingBoard::decodeListingResult);
            QVERIFY(read(board, listingBoard::positionReader(id)) == U256(i + 1));
        }
    }

    void appraisalDeskReaders()
    {
        namespace d = appraisalDesk;
        const Address desk = at("appraisalDesk");
        const auto count = *d::decodeAppraiserCountResult(call(d::appraiserCount(desk)));
        QVERIFY(U256(read(desk, d::accountsLengthReader())) == count);
        for (std::uint64_t i = 0; i < count.toU64(); ++i) {
            const Address account = read(desk, d::accountsReader(i));
            QVERIFY(account == *d::decodeAppraiserAtResult(call(d::appraiserAt(desk, U256(i)))));
            same(d::appraisersReader(account), d::appraiser(desk, account), d::decodeAppraiserResult);
            auto profile = read(desk, d::profilesReader(account));
            profile.name = readText(desk, d::profilesNameReader(account));
            profile.regions = readText(desk, d::profilesRegionsReader(account));
            profile.languages = readText(desk, d::profilesLanguagesReader(account));
            QVERIFY(profile == *d::decodeProfileResult(call(d::profile(desk, account))));
            QVERIFY(!profile.name.empty());
        }
        const auto seat = read(desk, d::seatsReader(m_dealId));
        QVERIFY(seat.appraiser == m_terms.appraiser);
        QVERIFY(seat.stake == *d::decodeSeatStakeResult(call(d::seatStake(desk))));
    }

    // A text longer than a word, as one profile has it.
    void longTexts()
    {
        namespace d = appraisalDesk;
        d::Profile profile = *d::decodeProfileResult(call(d::profile(at("appraisalDesk"), m_terms.appraiser)));
        profile.regions = "Ontario, Quebec, Nova Scotia, New Brunswick, Manitoba, British Columbia, Saskatchewan";
        send("Martin Sato", d::updateProfile(at("appraisalDesk"), profile));
        QCOMPARE(readText(at("appraisalDesk"), d::profilesRegionsReader(m_terms.appraiser)), profile.regions);
    }

    void participantsReaders()
    {
        namespace p = participants;
        const Address contract = at("participants");
        const Address dealer = person("North Ridge Motors").address();
        same(p::membershipsReader(dealer, p::Role::Dealer), p::membership(contract, dealer, p::Role::Dealer),
             p::decodeMembershipResult);
        QVERIFY(read(contract, p::membershipsReader(dealer, p::Role::Dealer)).since != 0);
        QVERIFY(read(contract, p::membershipsReader(dealer, p::Role::Lender)).since == 0);
        QCOMPARE(read(contract, p::pastMembershipsLengthReader(dealer, p::Role::Dealer)), std::uint64_t{0});
        QCOMPARE(readText(contract, p::namesReader(dealer)), *p::decodeNameOfResult(call(p::nameOf(contract, dealer))));
        send("AutoChain Foundation", p::revokeRole(contract, dealer, p::Role::Dealer));
        send("AutoChain Foundation", p::grantRole(contract, dealer, p::Role::Dealer, 0));
        QCOMPARE(read(contract, p::pastMembershipsLengthReader(dealer, p::Role::Dealer)), std::uint64_t{1});
        const auto past = read(contract, p::pastMembershipsReader(dealer, p::Role::Dealer, 0));
        QVERIFY(past.since != 0 && past.until > past.since);
    }

    void aucReaders()
    {
        const Address token = at("auc");
        for (const auto& someone : m_network.people) {
            same(auc::balancesReader(someone.address), auc::balanceOf(token, someone.address),
                 auc::decodeBalanceOfResult);
        }
        QVERIFY(read(token, auc::balancesReader(person("Alice Brandt").address())) == autochain::auc(412'850));
        same(auc::totalSupplyReader(), auc::totalSupply(token), auc::decodeTotalSupplyResult);
        const Address alice = person("Alice Brandt").address();
        send("Alice Brandt", auc::approve(token, at("dealBook"), U256(12345)));
        same(auc::allowancesReader(alice, at("dealBook")), auc::allowance(token, alice, at("dealBook")),
             auc::decodeAllowanceResult);
        same(auc::noncesReader(alice), auc::nonces(token, alice), auc::decodeNoncesResult);
        QCOMPARE(readText(token, auc::symbolReader()), std::string("AUC"));
    }

    void safeReaders()
    {
        const Address treasury = at("treasury");
        same(safe::nonceReader(), safe::nonce(treasury), safe::decodeNonceResult);
        same(safe::thresholdReader(), safe::getThreshold(treasury), safe::decodeGetThresholdResult);
        QVERIFY(read(treasury, safe::nonceReader()) > U256(10));
        QVERIFY(read(treasury, safe::singletonReader()) == at("safe"));
        QVERIFY(read(treasury, safe::ownerCountReader()) == U256(1));
    }

    void hashesFitTheContracts()
    {
        const Address book = at("dealBook");
        QVERIFY(hashTerms(m_terms) == m_dealId);
        QVERIFY(*dealBook::decodeHashTermsResult(call(dealBook::hashTerms(book, m_terms))) == m_dealId);
        QVERIFY(*dealBook::decodeDomainSeparatorResult(call(dealBook::domainSeparator(book))) ==
                dealDomainSeparator(m_network.chainId, book));
        const Address safeOfDeal = read(book, dealBook::dealsReader(m_dealId)).safe;
        QVERIFY(dealSafeAddress(m_network, m_terms) == safeOfDeal);
        SafeTx tx;
        tx.to = at("dealModule");
        tx.value = U256(3);
        tx.data = Bytes(77, 5);
        tx.operation = safe::Operation::DelegateCall;
        tx.safeTxGas = U256(1);
        tx.baseGas = U256(2);
        tx.gasPrice = U256(4);
        tx.gasToken = at("auc");
        tx.refundReceiver = m_terms.buyer;
        tx.nonce = U256(6);
        const Call asked = safe::getTransactionHash(safeOfDeal, tx.to, tx.value, tx.data, tx.operation, tx.safeTxGas,
                                                    tx.baseGas, tx.gasPrice, tx.gasToken, tx.refundReceiver, tx.nonce);
        QVERIFY(*safe::decodeGetTransactionHashResult(call(asked)) == safeTxHash(m_network.chainId, safeOfDeal, tx));
        const auto proxyCode = safeProxyFactory::decodeProxyCreationCodeResult(
            call(safeProxyFactory::proxyCreationCode(at("safeProxyFactory"))));
        QVERIFY(*proxyCode == creationCode(ContractId::SafeProxy));
    }

    void refusalsHaveTheirReasons()
    {
        const Call accept = dealBook::accept(at("dealBook"), m_dealId, Bytes(65, 0));
        CallRequest request;
        request.from = m_terms.buyer;
        request.to = accept.to;
        request.data = accept.data;
        const auto refused = await(m_node->call(request));
        QVERIFY(refused.error().is(ChainError::Reverted));
        const auto reason = decodeRevert(*fromHex(refused.error().detail));
        QCOMPARE(reason.name, std::string("WrongState"));
        QVERIFY(await(m_node->estimateGas(request)).error().is(ChainError::Reverted));
    }

private:
    const Address& at(const char* key) const { return m_network.contract(key); }

    PrivateKey person(std::string_view name) const
    {
        for (const auto& entry : m_network.people) {
            if (entry.name == name) {
                QFile file(QString::fromStdString(entry.keystorePath));
                (void)file.open(QIODevice::ReadOnly);
                return decryptKeystore(file.readAll().toStdString(),
                                       SecretBytes::copyOf(asBytes(practice::kPracticePassphrase)))
                    .value();
            }
        }
        qFatal("no such person");
    }

    void send(std::string_view name, const Call& what)
    {
        const PrivateKey key = person(name);
        Transaction tx;
        tx.chainId = m_network.chainId;
        tx.nonce = *await(m_node->pendingNonce(key.address()));
        tx.maxFeePerGas = U256(100'000'000'000ULL);
        tx.maxPriorityFeePerGas = U256(1'000'000'000ULL);
        tx.gasLimit = 2'000'000;
        tx.to = what.to;
        tx.data = what.data;
        const auto hash = await(m_node->sendRaw(encodeSigned(tx, key.sign(signingHash(tx)))));
        QVERIFY(hash.ok());
        auto receipt = await(m_node->receipt(*hash));
        for (int i = 0; i < 200 && receipt.ok() && !receipt->has_value(); ++i) { // mined soon after it was taken
            QTest::qWait(10);
            receipt = await(m_node->receipt(*hash));
        }
        QVERIFY(receipt.ok() && receipt->has_value());
        QVERIFY2((*receipt)->succeeded, std::string(name).c_str());
    }

    Bytes call(const Call& what)
    {
        CallRequest request;
        request.to = what.to;
        request.data = what.data;
        const auto answer = await(m_node->call(request));
        return answer.ok() ? *answer : Bytes();
    }

    template <typename T>
    T read(const Address& contract, StorageReader<T> reader)
    {
        StorageBatch batch;
        const auto value = batch.add(contract, std::move(reader));
        const auto source = await(batch.run(*m_node));
        if (!source.ok()) {
            qFatal("storage cannot be read");
        }
        return *value;
    }

    std::string readText(const Address& contract, StringReader reader)
    {
        StorageBatch batch;
        const auto value = batch.addString(contract, reader);
        return await(batch.run(*m_node)).ok() ? *value : std::string("?");
    }

    template <typename T, typename Decode>
    void same(StorageReader<T> reader, const Call& getter, Decode decode)
    {
        const auto told = decode(call(getter));
        QVERIFY(told.ok());
        QVERIFY(read(*getter.to, std::move(reader)) == *told);
    }

    void makeDeal()
    {
        m_terms.vehicleId = keccak256(practice::kBobsVin);
        const auto history = read(at("vehicleRegistry"), vehicleRegistry::historiesReader(m_terms.vehicleId));
        const auto now = static_cast<std::uint64_t>(m_market->now());
        m_terms.historyHead = history.head;
        m_terms.historyCount = history.count;
        m_terms.odometerKm = history.odometerKm;
        m_terms.price = autochain::auc(200'000);
        m_terms.buyer = person("Alice Brandt").address();
        m_terms.seller = person("Bob Keller").address();
        m_terms.appraiser = person("Martin Sato").address();
        m_terms.substitute = person("Ingrid Holm").address();
        m_terms.rulingFee = autochain::auc(10'000);
        m_terms.assessmentFee = autochain::auc(4'500);
        m_terms.seatBy = now + 86400;
        m_terms.fundBy = now + 2 * 86400;
        m_terms.depositBy = now + 3 * 86400;
        m_terms.handoverBy = now + 9 * 86400;
        m_terms.ruleWithin = 14 * 86400;
        m_terms.substituteRuleWithin = 14 * 86400;
        m_terms.fallbackToBuyer = autochain::auc(100'000);
        m_terms.salt = U256(1);
        m_dealId = hashTerms(m_terms);
        const Hash32 digest = termsDigest(m_network.chainId, at("dealBook"), m_terms);
        send("Alice Brandt", dealBook::offer(at("dealBook"), m_terms, person("Alice Brandt").sign(digest).toRsv()));
        send("Bob Keller", dealBook::accept(at("dealBook"), m_dealId, person("Bob Keller").sign(digest).toRsv()));
        send("Martin Sato", appraisalDesk::acceptSeat(at("appraisalDesk"), m_dealId));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<practice::PracticeMarket> m_market;
    std::unique_ptr<net::RpcNode> m_node;
    NetworkFile m_network;
    dealBook::Terms m_terms;
    Hash32 m_dealId;
};

QTEST_GUILESS_MAIN(TestContractsOnChain)
#include "tst_contracts_on_chain.moc"
