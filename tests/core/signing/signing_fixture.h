// SPDX-License-Identifier: GPL-3.0-or-later
// People, network and a deal for the tests of signing. Keys are keccak256 of a name: known to everybody.
#pragma once

#include "base/amount.h"
#include "chain/network_file.h"
#include "contracts/deal_hash.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/safe.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "signing/clear_signing.h"

namespace autochain::testing
{

inline constexpr const char* kVin = "JM1BPALM9K1134592"; // Mazda of 2019, check digit right

inline PrivateKey keyOf(const char* name)
{
    const Hash32 seed = keccak256(std::string_view(name));
    return std::move(*PrivateKey::fromBytes(SecretBytes::copyOf(seed.view())));
}

inline Address addressOf(const char* name)
{
    return keyOf(name).address();
}

inline NetworkFile network()
{
    NetworkFile out;
    out.name = "Practice market";
    out.kind = NetworkKind::Practice;
    out.chainId = 31337;
    out.coin = "ETC";
    out.nodeUrls = {"http://127.0.0.1:8545"};
    for (const char* key : {"auc", "incentivePool", "treasury", "privatePlacement", "team", "participants",
                            "vehicleRegistry", "listingBoard", "dealBook", "dealModule", "dealGuard", "appraisalDesk",
                            "safeSetup", "safe", "safeProxyFactory", "sectionGrants"}) {
        out.contracts[key] = addressOf(key);
    }
    return out;
}

inline contracts::dealBook::Terms terms()
{
    contracts::dealBook::Terms t;
    t.vehicleId = keccak256(std::string_view(kVin));
    t.historyHead = keccak256(std::string_view("head"));
    t.historyCount = 7;
    t.odometerKm = 45'120;
    t.price = auc(200'000);
    t.buyer = addressOf("Alice Brandt");
    t.seller = addressOf("Bob Keller");
    t.appraiser = addressOf("Martin Weiss");
    t.substitute = addressOf("Sara Lind");
    t.rulingFee = auc(10'000);
    t.seatBy = 1'800'000'000;
    t.fundBy = 1'800'086'400;
    t.depositBy = 1'800'172'800;
    t.handoverBy = 1'800'864'000;
    t.ruleWithin = 7 * 86'400;
    t.substituteRuleWithin = 7 * 86'400;
    t.fallbackToBuyer = auc(100'000);
    t.salt = U256(42);
    return t;
}

inline signing::SigningContext context(const char* self)
{
    signing::SigningContext out;
    out.network = network();
    out.self = addressOf(self);
    for (const char* name : {"Alice Brandt", "Bob Keller", "Martin Weiss", "Sara Lind"}) {
        out.names[addressOf(name)] = name;
    }
    out.signedDeals.insert(contracts::hashTerms(terms()));
    return out;
}

inline SigningHints hints(const contracts::dealBook::Terms& t = terms())
{
    return {{kVin}, {contracts::dealBook::encodeTerms(t)}};
}

inline Transaction transaction(const Call& call)
{
    Transaction tx;
    tx.chainId = 31337;
    tx.nonce = 3;
    tx.maxPriorityFeePerGas = U256(1'000'000'000);
    tx.maxFeePerGas = U256(10'000'000'000ULL);
    tx.gasLimit = 340'000;
    tx.to = call.to;
    tx.value = call.value;
    tx.data = call.data;
    return tx;
}

inline contracts::dealBook::Settlement release(const contracts::dealBook::Terms& t = terms())
{
    contracts::dealBook::Settlement s;
    s.outcome = contracts::dealBook::Outcome::Release;
    s.toSeller = t.price;
    s.toAppraiser = t.assessmentFee;
    s.titleTo = t.buyer;
    return s;
}

inline contracts::dealBook::Settlement ruling(const contracts::dealBook::Terms& t = terms())
{
    contracts::dealBook::Settlement s;
    s.outcome = contracts::dealBook::Outcome::Ruling;
    s.toBuyer = auc(190'000);
    s.toAppraiser = t.rulingFee;
    s.titleTo = t.seller;
    s.reasonsDigest = sha256(asBytes("worn brakes"));
    return s;
}

inline contracts::SafeTx safeTx(const contracts::dealBook::Settlement& s, std::uint64_t nonce = 1,
                                const contracts::dealBook::Terms& t = terms())
{
    contracts::SafeTx tx;
    tx.to = network().contract("dealModule");
    tx.data = contracts::dealModule::settle(tx.to, contracts::hashTerms(t), s).data;
    tx.nonce = U256(nonce);
    return tx;
}

inline Bytes signatureOver(const contracts::SafeTx& tx, const char* by, const contracts::dealBook::Terms& t = terms())
{
    return keyOf(by).sign(contracts::safeTxHash(31337, contracts::dealSafeAddress(network(), t), tx)).toRsv();
}

// The Safe's own transaction with two signatures in the order of their owners' addresses; `mark`: that one sends it
// himself.
inline Transaction execution(const contracts::dealBook::Settlement& s, const char* one, const char* two,
                             const char* mark = nullptr)
{
    const auto tx = safeTx(s);
    const auto part = [&](const char* by) {
        if (mark == nullptr || std::string_view(mark) != by) {
            return signatureOver(tx, by);
        }
        Bytes out(12, 0);
        append(out, addressOf(by).view());
        out.resize(64, 0);
        out.push_back(1);
        return out;
    };
    Bytes both = addressOf(one) < addressOf(two) ? part(one) : part(two);
    append(both, addressOf(one) < addressOf(two) ? part(two) : part(one));
    return transaction(contracts::safe::execTransaction(contracts::dealSafeAddress(network(), terms()), tx.to, tx.value,
                                                        tx.data, tx.operation, {}, {}, {}, {}, {}, both));
}

} // namespace autochain::testing
