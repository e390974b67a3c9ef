// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_deal.h"

#include "base/hex.h"
#include "codec/eip712.h"
#include "contracts/generated/deal_module.h"
#include "escrow/convert.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::escrow;
using namespace autochain::escrow::sample;

class TestSafeTx : public QObject
{
    Q_OBJECT

private slots:
    void hashIsThatOfTheDocument()
    {
        DealView deal = dealIn(State::BothIn);
        deal.safeNonce = 3;
        const SafeTx tx = safeTxOf(deal, releaseOf(deal.terms, deal.deal));
        const auto document = eip712::parse(asBytes(safeTxTypedData(tx)));
        QVERIFY(document.ok());
        QCOMPARE(eip712::digest(*document).value(), safeTxHash(tx));
        QCOMPARE(tx.to, deal.dealModule);
        const auto args = contracts::dealModule::decodeSettle(tx.data);
        QVERIFY(args.ok());
        QCOMPARE(args->dealId, deal.id);
        QCOMPARE(fromContract(args->settlement), releaseOf(deal.terms, deal.deal));
    }

    void genuineSignaturesAreTaken()
    {
        const DealView deal = dealIn(State::Disputed);
        const Settlement ruling = rulingOf(deal.terms, deal.deal, true, "why").value();
        QVERIFY(verifyCoSignature(deal, coSign(deal, bob(), releaseOf(deal.terms, deal.deal))).ok());
        QVERIFY(verifyCoSignature(deal, coSign(deal, martin(), ruling, "why")).ok());
        QVERIFY(verifyCoSignature(deal, coSign(deal, alice(), ruling)).ok());
    }

    void forgeriesAreNot()
    {
        const DealView deal = dealIn(State::Disputed);
        const Settlement release = releaseOf(deal.terms, deal.deal);
        const auto refused = [&](const CoSignature& c) { return verifyCoSignature(deal, c).error(); };

        CoSignature c = coSign(deal, mallory(), release);
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // not of this deal
        c.signer = bob().address();
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // claims to be Bob
        c = coSign(deal, martin(), release);
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // the appraiser has no say in a release
        const Settlement forAlice = rulingOf(deal.terms, deal.deal, true, "why").value();
        c = coSign(deal, bob(), forAlice, "why");
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // nor the other side in a ruling
        c = coSign(deal, bob(), release);
        c.settlement = refundOf(deal.terms, deal.deal);
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // signature of another settlement
        c = coSign(deal, bob(), release);
        c.signature.back() = 1;
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // the sender's mark is no signature
        c.signature.back() = 31;
        QVERIFY(refused(c).is(EscrowError::BadCoSignature)); // eth_sign
        c = coSign(deal, bob(), release);
        c.signature.pop_back();
        QVERIFY(refused(c).is(EscrowError::BadCoSignature));
        c = coSign(deal, bob(), release);
        c.safeNonce = 1;
        QVERIFY(refused(c).is(EscrowError::NonceMoved));
        c = coSign(deal, martin(), forAlice, "another text");
        QVERIFY(refused(c).is(EscrowError::ReasonsDoNotFit));
        Settlement greedy = release;
        greedy.toSeller += auc(1);
        QVERIFY(refused(coSign(deal, bob(), greedy)).is(EscrowError::SumsDoNotAddUp));
        for (std::size_t i = 0; i < 64; ++i) { // any flipped bit
            c = coSign(deal, bob(), release);
            c.signature[i] ^= 0x10;
            QVERIFY(!verifyCoSignature(deal, c).ok());
        }
    }

    void signaturesStandInOrderOfOwners()
    {
        const DealView deal = dealIn(State::BothIn);
        const CoSignature theirs = coSign(deal, bob(), releaseOf(deal.terms, deal.deal));
        const OwnerSignature mine = preValidated(alice().address());
        const Bytes one = joinSignatures({{bob().address(), theirs.signature}, mine});
        const Bytes other = joinSignatures({mine, {bob().address(), theirs.signature}});
        QCOMPARE(one, other);
        QCOMPARE(one.size(), std::size_t(130));
        const bool aliceFirst = alice().address() < bob().address();
        const std::size_t at = aliceFirst ? 0 : 65;
        QCOMPARE(int(one[at + 64]), 1);
        QCOMPARE(Address::from(BytesView(one).subspan(at + 12, 20)), alice().address());
        QVERIFY(one[65 - at + 64] == 27 || one[65 - at + 64] == 28);
    }

    void filesCarryACoSignature()
    {
        const DealView deal = dealIn(State::Disputed);
        const Settlement ruling = rulingOf(deal.terms, deal.deal, true, "Größe & <so>").value();
        const CoSignature signature = coSign(deal, martin(), ruling, "Größe & <so>");
        const std::string text = writeCoSignature(deal, signature);
        const auto read = readCoSignature(deal, asBytes(text));
        QVERIFY(read.ok());
        QCOMPARE(read->settlement, signature.settlement);
        QCOMPARE(read->signature, signature.signature);
        QCOMPARE(read->reasons, signature.reasons);

        Terms t = terms();
        t.salt = U256(8);
        QVERIFY(readCoSignature(dealIn(State::Disputed, t), asBytes(text)).error().is(EscrowError::UnknownDeal));
        for (std::size_t cut = 0; cut < text.size(); cut += 7) {
            QVERIFY(!readCoSignature(deal, asBytes(text.substr(0, cut))).ok());
        }
        const std::string big(20'000, ' ');
        QVERIFY(!readCoSignature(deal, asBytes(text + big)).ok());
    }
};

QTEST_GUILESS_MAIN(TestSafeTx)
#include "tst_safe_tx.moc"
