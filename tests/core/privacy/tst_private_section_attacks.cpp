// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who writes blocks, or keeps keys he once had, can try. Everything ends in a clear error.
#include "sections_fixture.h"

#include "crypto/aead.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::testing;

class TestPrivateSectionAttacks : public QObject
{
    Q_OBJECT

private slots:
    void aStrangersKeyOpensNothing()
    {
        const Section section = serviceSection();
        const WrappedKey key = wrappedFor("alice", section);
        QVERIFY(unwrapKey({section.head, key}, keyOf("mallory")).error().is(PrivacyError::WrongKey));
        QVERIFY(unwrapKey({section.head, key}, keyOf("bob")).error().is(PrivacyError::WrongKey));
        WrappedKey renamed = key;
        renamed.reader = addressOf("mallory");
        QVERIFY(unwrapKey({section.head, renamed}, keyOf("mallory")).error().is(PrivacyError::WrongKey));
    }

    void swappedKeysAreRefused()
    {
        const Section first = serviceSection("first");
        const Section second = serviceSection("second");
        const WrappedKey ofFirst = wrappedFor("alice", first, "first");
        const WrappedKey ofSecond = wrappedFor("alice", second, "second");
        QVERIFY(unwrapKey({first.head, ofSecond}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        QVERIFY(unwrapKey({second.head, ofFirst}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        QVERIFY(openSection(first, contentKey("second")).error().is(PrivacyError::WrongKey));
    }

    void anotherCarsSectionIsRefused()
    {
        const Section section = serviceSection();
        QCOMPARE(checkBelongs(section.head, kOtherCar, kService, addressOf("shop")).error().args.front(),
                 std::string("car"));
        QCOMPARE(checkBelongs(section.head, kCar, kRepair, addressOf("shop")).error().args.front(),
                 std::string("kind"));
        QCOMPARE(checkBelongs(section.head, kCar, kService, addressOf("x")).error().args.front(),
                 std::string("writer"));
        // Its head written over: the key no longer belongs to it, and neither do the bytes.
        Section moved = section;
        moved.head.vehicleId = kOtherCar;
        QVERIFY(
            unwrapKey({moved.head, wrappedFor("alice", section)}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        QVERIFY(openSection(moved, contentKey("first")).error().is(PrivacyError::WrongKey));
    }

    void everyBitOfWhatIsBoundCounts()
    {
        const Section section = serviceSection();
        const LockedKey locked{section.head, wrappedFor("alice", section)};
        const Bytes good = encodeLocked(locked);
        const PrivateKey alice = keyOf("alice");
        for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
            Bytes bad = good;
            bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const auto read = decodeLocked(bad);
            QVERIFY(read.ok());
            QVERIFY2(unwrapKey(*read, alice).error().is(PrivacyError::WrongKey), qPrintable(QString::number(bit)));
        }
        QVERIFY(unwrapKey(*decodeLocked(good), alice).ok());
    }

    void everyBitOfTheSectionCounts()
    {
        const Section section = serviceSection();
        const Bytes good = encodeSection(section);
        const SecretBytes key = contentKey("first");
        for (std::size_t bit = 0; bit < 8 * good.size(); bit += bit < 1'200 ? 1 : 7) {
            Bytes bad = good;
            bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const auto read = decodeSection(bad);
            QVERIFY(!read.ok() || !openSection(*read, key).ok());
        }
        Section altered = section;
        altered.sealed.back() ^= 1;
        QVERIFY(openSection(altered, key).error().is(PrivacyError::Altered));
    }

    void longerSpansCannotBeWrittenIn()
    {
        const Section section = serviceSection();
        WrappedKey key = wrappedFor("alice", section, "first", "bob", 2'000);
        key.until = 0; // "no end"
        QVERIFY(unwrapKey({section.head, key}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        key = wrappedFor("alice", section);
        key.sharedBy = addressOf("mallory");
        QVERIFY(unwrapKey({section.head, key}, keyOf("alice")).error().is(PrivacyError::WrongKey));
    }

    // secp256k1 has prime order: infinity is the only point of low order, and SEC 1 gives it no 33 bytes. What a sender
    // can try are encodings that are none, an x that is on no point, and points whose secret is known to everybody.
    void badPointsAreRefused()
    {
        const Section section = serviceSection();
        const WrappedKey good = wrappedFor("alice", section);
        const auto with = [&](auto change) {
            WrappedKey bad = good;
            change(bad.ephemeral);
            return unwrapKey({section.head, bad}, keyOf("alice"));
        };
        QVERIFY(with([](auto& p) { p.fill(0); }).error().is(PrivacyError::WrongKey));    // infinity, padded
        QVERIFY(with([](auto& p) { p.fill(0xff); }).error().is(PrivacyError::WrongKey)); // x above the field
        QVERIFY(with([](auto& p) { p[0] = 0x04; }).error().is(PrivacyError::WrongKey));  // uncompressed, cut off
        QVERIFY(with([](auto& p) { p[0] = 0x06; }).error().is(PrivacyError::WrongKey));  // hybrid
        QVERIFY(with([](auto& p) {
                    p.fill(0);
                    p[0] = 0x02;
                    p[32] = 5; // x = 5: 5^3 + 7 is no square
                })
                    .error()
                    .is(PrivacyError::WrongKey));
        QVERIFY(with([](auto& p) {
                    p.fill(0);
                    p[0] = 0x02; // x = 0
                })
                    .error()
                    .is(PrivacyError::WrongKey));
        QVERIFY(with([](auto& p) { p[0] ^= 1; }).error().is(PrivacyError::WrongKey)); // the mirrored point: same x
        Bytes one(32);
        one.back() = 1;
        const PrivateKey known = std::move(*PrivateKey::fromBytes(SecretBytes::copyOf(one))); // the generator itself
        QVERIFY(with([&](auto& p) { p = known.publicKeyCompressed(); }).error().is(PrivacyError::WrongKey));
    }

    // Two texts under two keys in one block: AES-GCM alone would let a writer do that.
    void oneSectionOpensToOneTextOnly()
    {
        const Section section = serviceSection();
        SectionHead other = section.head;
        other.commitment = secretsOf(section.head, contentKey("another")).commitment;
        QVERIFY(other.commitment != section.head.commitment);
        const WrappedKey lying =
            wrapKey(section.head, contentKey("another"), pointOf("alice"), addressOf("bob"), 0, keyOf("e"));
        QVERIFY(unwrapKey({section.head, lying}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        QVERIFY(openSection(section, contentKey("another")).error().is(PrivacyError::WrongKey));
    }

    void aFormerOwnersKeysAreNotThisOwners()
    {
        KeyBlock block{kCar, addressOf("bob"), addressOf("alice"), 0, {}};
        QCOMPARE(checkBelongs(block, kCar, addressOf("martin"), addressOf("alice")).error().args.front(),
                 std::string("holder"));
        QCOMPARE(checkBelongs(block, kOtherCar, addressOf("bob"), addressOf("alice")).error().args.front(),
                 std::string("car"));
        QCOMPARE(checkBelongs(block, kCar, addressOf("bob"), addressOf("mallory")).error().args.front(),
                 std::string("reader"));
    }

    // A changed program of somebody whose grant is over: it keeps every key it ever got and asks nobody. What was
    // sealed after the end has a key of its own, which was never wrapped for him.
    void whatComesAfterTheEndStaysShut()
    {
        const Section during = serviceSection("during");
        const SecretBytes kept =
            std::move(*unwrapKey({during.head, wrappedFor("alice", during, "during")}, keyOf("alice")));
        QVERIFY(openSection(during, kept).ok()); // what he once could read he can read for ever
        Section after = serviceSection("after");
        after.keys.push_back(wrappedFor("bob", after, "after"));
        QVERIFY(openSection(after, kept).error().is(PrivacyError::WrongKey));
        QVERIFY(keyFor(after.keys, addressOf("alice")) == nullptr);
        for (const WrappedKey& key : after.keys) {
            QVERIFY(unwrapKey({after.head, key}, keyOf("alice")).error().is(PrivacyError::WrongKey));
        }
        const WrappedKey old = wrappedFor("alice", during, "during");
        QVERIFY(unwrapKey({after.head, old}, keyOf("alice")).error().is(PrivacyError::WrongKey));
    }

    void hostileBlocksAreNoSections()
    {
        const Bytes good = encodeSection(serviceSection());
        for (std::size_t size = 0; size < 200; ++size) {
            QVERIFY(decodeSection(BytesView(good).first(size)).error().is(PrivacyError::BadSection));
        }
        Bytes manyKeys = good;
        manyKeys[20 + kHeadBytes] = 65;
        QCOMPARE(decodeSection(manyKeys).error().args.front(), std::string("keys"));
        Bytes odd = good;
        odd.push_back(0);
        QCOMPARE(decodeSection(odd).error().args.front(), std::string("length"));
        QCOMPARE(decodeSection(Bytes(300 * 1024, 'a')).error().args.front(), std::string("format"));
        Bytes keys = encodeKeyBlock({kCar, addressOf("bob"), addressOf("alice"), 0, {}});
        keys.back() = 1;
        QVERIFY(decodeKeyBlock(keys).error().is(PrivacyError::BadKeyBlock));
        keys[keys.size() - 2] = 0xff;
        QCOMPARE(decodeKeyBlock(keys).error().args.front(), std::string("keys"));
    }
};

QTEST_APPLESS_MAIN(TestPrivateSectionAttacks)
#include "tst_private_section_attacks.moc"
