// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing_scene.h"

#include "privacy/section.h"

#include <QTest>

using namespace autochain;
using namespace autochain::testing;

class TestSectionDesk : public QObject
{
    Q_OBJECT

private slots:
    void theShopSealsForTheHolderAndForWhoMayRead()
    {
        SharingScene s;
        s.grant("bob", "alice", SharingScene::services(2'000));
        s.grant("bob", "martin", {900, 2'000, 0, privacy::kEveryRecord, 1U << SharingScene::kRepair, {}});
        const auto sealed = s.seal("shop", "timing belt");
        QVERIFY(sealed.ok());
        const std::vector<Address> readers{addressOf("shop"), addressOf("bob"), addressOf("alice")};
        QVERIFY(sealed->readers == readers);
        QCOMPARE(*s.open("bob", 0), std::string("timing belt"));
        QCOMPARE(*s.open("alice", 0), std::string("timing belt"));
        QCOMPARE(*s.open("shop", 0), std::string("timing belt")); // his own document
        QVERIFY(s.open("martin", 0).error().is(PrivacyError::NotCovered));
    }

    void disclosedIsTheBlockAndItsOwnKey()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok() && s.seal("bob", "second").ok());
        const auto first = await(s.desk.disclose(s.history(), 0, addressOf("bob")));
        const auto second = await(s.desk.disclose(s.history(), 1, addressOf("bob")));
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(sha256(first->block), s.history().sections[0].digest); // as the record names it
        const auto section = privacy::decodeSection(first->block);
        QVERIFY(section.ok());
        QCOMPARE(privacy::openSection(*section, first->key)->content, toBytes(std::string_view("first")));
        QVERIFY(privacy::openSection(*section, second->key).error().is(PrivacyError::WrongKey));
        QVERIFY(await(s.desk.disclose(s.history(), 0, addressOf("martin"))).error().is(PrivacyError::AskOwner));
    }

    void aStrangerIsRefusedBeforeTheSignerIsAsked()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "secret").ok());
        const auto refused = s.open("martin", 0);
        QVERIFY(refused.error().is(PrivacyError::AskOwner));
        QCOMPARE(s.signer.asked, 0);
        QVERIFY(s.open("bob", 1).error().is(PrivacyError::NoSection));
    }

    void grantedLaterReadsWhatIsThereAndWhatComes()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok() && s.seal("bob", "repair", SharingScene::kRepair).ok());
        const auto shared = s.share("bob", "alice", SharingScene::services(2'000));
        QVERIFY(shared.ok());
        QCOMPARE(shared->sections, std::size_t{1});
        QVERIFY(shared->shut.empty() && !shared->grant.keysDigest.isZero());
        QCOMPARE(*s.open("alice", 0), std::string("first"));
        QVERIFY(s.open("alice", 1).error().is(PrivacyError::NotCovered));
        QVERIFY(s.seal("bob", "third").ok());
        QCOMPARE(*s.open("alice", 2), std::string("third"));
    }

    // Decided by the time of the block the grant was read from, and by nothing else.
    void atTheEndOfTheGrantItIsOver()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        QVERIFY(s.share("bob", "alice", SharingScene::services(2'000)).ok());
        s.setTime(1'999);
        QVERIFY(s.open("alice", 0).ok());
        s.setTime(2'000);
        const int asked = s.signer.asked;
        const auto ended = s.open("alice", 0);
        QVERIFY(ended.error().is(PrivacyError::Ended));
        QCOMPARE(ended.error().args.front(), std::string("2000"));
        QCOMPARE(s.signer.asked, asked);
        const auto after = s.seal("bob", "after");
        QVERIFY(std::find(after->readers.begin(), after->readers.end(), addressOf("alice")) == after->readers.end());
        // Her program ignores all of this and looks for keys: there are none for her.
        const auto section = privacy::decodeSection(*s.content.read(after->section.digest));
        QVERIFY(privacy::keyFor(section->keys, addressOf("alice")) == nullptr);
        for (const auto& key : section->keys) {
            QVERIFY(privacy::unwrapKey({section->head, key}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        }
    }

    void beforeItBeginsItIsNotYet()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        privacy::ReadGrant later = SharingScene::services(3'000);
        later.from = 2'000;
        QVERIFY(s.share("bob", "alice", later).ok());
        QVERIFY(s.open("alice", 0).error().is(PrivacyError::NotYet));
        s.setTime(2'000);
        QVERIFY(s.open("alice", 0).ok());
    }

    void aFormerOwnersGrantIsReplayedInVain()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        const auto old = s.share("bob", "alice", SharingScene::services(9'000));
        s.setHolder("martin");
        QVERIFY(s.open("alice", 0).error().is(PrivacyError::AskOwner));
        QVERIFY(s.open("martin", 0).error().is(PrivacyError::NoKeyForYou)); // nobody left him a key
        // The new owner's grant, with the former one's block of keys put under it: it is not from him, so not used.
        privacy::ReadGrant replayed = SharingScene::services(9'000);
        replayed.keysDigest = old->grant.keysDigest;
        s.grant("martin", "alice", replayed);
        QVERIFY(s.open("alice", 0).error().is(PrivacyError::NoKeyForYou));
    }

    void whatWasSharedWithTheBuyerStaysHis()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        QVERIFY(s.share("bob", "martin", SharingScene::services(1'500)).ok());
        s.setHolder("martin");
        s.setTime(5'000);
        s.m_car.formerHolders = {addressOf("bob")};
        QCOMPARE(*s.open("martin", 0), std::string("first"));
        QVERIFY(s.share("martin", "alice", SharingScene::services(9'000)).ok());
        QCOMPARE(*s.open("alice", 0), std::string("first"));
        QVERIFY(s.share("bob", "alice", SharingScene::services(9'000)).error().is(PrivacyError::NotHolder));
    }

    void nothingWithoutAYes()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        s.signer.says = false;
        QVERIFY(s.open("bob", 0).error().is(SigningError::Declined));
        QVERIFY(s.share("bob", "alice", SharingScene::services(2'000)).error().is(SigningError::Declined));
    }

    void keysThatAreMissing()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok());
        s.unpublish("alice");
        QVERIFY(s.share("bob", "alice", SharingScene::services(2'000)).error().is(PrivacyError::NoPublicKey));
        s.grant("bob", "alice", SharingScene::services(2'000));
        const auto sealed = s.seal("bob", "second");
        QVERIFY(sealed->withoutKey == std::vector<Address>(1, addressOf("alice")));
        QVERIFY(s.open("alice", 1).error().is(PrivacyError::NoKeyForYou));
        s.unpublish("bob");
        QVERIFY(s.seal("shop", "for whom?").error().is(PrivacyError::NoPublicKey));
    }

    void hostileBlocksAreRefusedWithAReason()
    {
        SharingScene s;
        QVERIFY(s.seal("bob", "first").ok() && s.seal("shop", "second").ok());
        // Another record's section under this record: written by somebody else.
        s.m_car.sections[0].digest = s.m_car.sections[1].digest;
        const auto swapped = s.open("bob", 0);
        QVERIFY(swapped.error().is(PrivacyError::OtherCar));
        QCOMPARE(swapped.error().args.front(), std::string("writer"));
        // Not a section at all.
        s.m_car.sections[0].digest = *s.content.write(toBytes(std::string_view("hello")));
        QVERIFY(s.open("bob", 0).error().is(PrivacyError::BadSection));
        // Its key altered, and the block given a new name.
        auto section = *privacy::decodeSection(*s.content.read(s.m_car.sections[1].digest));
        for (auto& key : section.keys) {
            key.sealed[0] ^= 1;
        }
        s.m_car.sections[1].digest = *s.content.write(privacy::encodeSection(section));
        QVERIFY(s.open("bob", 1).error().is(PrivacyError::WrongKey));
        // Nobody has it.
        s.m_car.sections[1].digest = keccak256(std::string_view("nowhere"));
        QVERIFY(s.open("bob", 1).error().is(ContentError::NotFound));
    }

    void olderNetworksSayThatTheyAreOlder()
    {
        SharingScene s;
        s.network.contracts.erase("sectionGrants");
        QVERIFY(!sharing::isOffered(s.network));
        QVERIFY(s.seal("bob", "first").error().is(PrivacyError::NotOnThisNetwork));
        QVERIFY(await(sharing::readGrants(s.node, s.network, s.car)).error().is(PrivacyError::NotOnThisNetwork));
        QVERIFY(sharing::publishKey(s.network, PublicKey(keyOf("bob"))).error().is(PrivacyError::NotOnThisNetwork));
    }

    void theListTellsWhoAndUntilWhen()
    {
        SharingScene s;
        s.grant("bob", "alice", SharingScene::services(2'000));
        s.grant("bob", "martin", SharingScene::services(500));
        const auto read = await(sharing::readGrants(s.node, s.network, s.car));
        QVERIFY(read.ok());
        QVERIFY(read->value.holder == addressOf("bob"));
        QCOMPARE(read->value.grantees.size(), std::size_t{2});
        QVERIFY(read->value.grantees[0].account == addressOf("alice"));
        QCOMPARE(read->value.grantees[1].grant.until, UnixTime{500});
        QCOMPARE(read->value.grantees[0].grant.lastRecord, privacy::kEveryRecord);
        QCOMPARE(read->block.time, std::int64_t{1'000});
    }

    void aPublishedKeyThatIsNotTheirsIsRefused()
    {
        SharingScene s;
        const auto mallorys = keyOf("mallory").publicKey64();
        const auto reader = contracts::sectionGrants::keysReader(addressOf("alice"));
        s.node.setWord(s.network.contract("sectionGrants"), reader.slotKeys[0],
                       U256::fromBigEndian(BytesView(mallorys).first(32)));
        s.node.setWord(s.network.contract("sectionGrants"), reader.slotKeys[1],
                       U256::fromBigEndian(BytesView(mallorys).last(32)));
        QVERIFY(s.seal("bob", "first").ok());
        QVERIFY(s.share("bob", "alice", SharingScene::services(2'000)).error().is(PrivacyError::BadPublicKey));
    }
};

QTEST_GUILESS_MAIN(TestSectionDesk)
#include "tst_section_desk.moc"
