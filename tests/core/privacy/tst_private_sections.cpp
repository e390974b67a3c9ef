// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "sections_fixture.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::testing;

class TestPrivateSections : public QObject
{
    Q_OBJECT

private slots:
    void theReaderReadsWhatWasSealed()
    {
        Section section = serviceSection();
        section.keys.push_back(wrappedFor("alice", section));
        const auto back = decodeSection(encodeSection(section));
        QVERIFY(back.ok());
        QVERIFY(*back == section);
        const WrappedKey* mine = keyFor(back->keys, addressOf("alice"));
        QVERIFY(mine != nullptr);
        QVERIFY(keyFor(back->keys, addressOf("mallory")) == nullptr);
        const auto key = unwrapKey({back->head, *mine}, keyOf("alice"));
        QVERIFY(key.ok());
        const auto read = openSection(*back, *key);
        QVERIFY(read.ok());
        QVERIFY(*read == invoice());
        QVERIFY(checkBelongs(back->head, kCar, kService, addressOf("shop")).ok());
    }

    // The bytes are the format: a change here makes every section that was ever written unreadable. They were made by
    // another implementation, tests/core/privacy/peer.py, with Python's cryptography.
    void bytesOfAnotherImplementation()
    {
        Section section = serviceSection();
        section.keys.push_back(wrappedFor("alice", section));
        QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/privacy/data/section.hex"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(toHex(encodeSection(section)), file.readAll().trimmed().toStdString());
    }

    void lengthTellsLittle()
    {
        const auto sealedSize = [](std::size_t bytes) {
            const Document document{"a", "text/plain", Bytes(bytes, 'x')};
            return sealSection(kCar, kService, addressOf("shop"), idOf("x"), contentKey("x"), document)->sealed.size();
        };
        QCOMPARE(sealedSize(0), std::size_t{1024 + 16});
        QCOMPARE(sealedSize(1), sealedSize(900));
        QCOMPARE(sealedSize(1'100), sealedSize(2'000));
        QCOMPARE(sealedSize(140'000), std::size_t{240 * 1024 + 16});
        QCOMPARE(sealedSize(kMaxDocumentBytes), std::size_t{240 * 1024 + 16});
        const Document large{"a", "b", Bytes(kMaxDocumentBytes + 1)};
        QVERIFY(sealSection(kCar, kService, {}, idOf("x"), contentKey("x"), large).error().is(PrivacyError::TooLarge));
    }

    void theLargestSectionFitsIntoABlock()
    {
        Section section = *sealSection(kCar, kService, addressOf("shop"), idOf("x"), contentKey("x"),
                                       {"a", "b", Bytes(kMaxDocumentBytes)});
        section.keys.assign(kMaxSectionKeys, wrappedFor("alice", section, "x"));
        QVERIFY(encodeSection(section).size() <= 256 * 1024);
        KeyBlock block;
        block.keys.resize(kMaxBlockKeys);
        QVERIFY(encodeKeyBlock(block).size() <= 256 * 1024);
    }

    void keyBlockGoesThereAndBack()
    {
        const Section first = serviceSection("first");
        const Section second = serviceSection("second");
        KeyBlock block{kCar, addressOf("bob"), addressOf("alice"), 2'000, {}};
        block.keys.push_back({keccak256("digest 1"), wrappedFor("alice", first, "first")});
        block.keys.push_back({keccak256("digest 2"), wrappedFor("alice", second, "second")});
        const auto back = decodeKeyBlock(encodeKeyBlock(block));
        QVERIFY(back.ok());
        QVERIFY(*back == block);
        QVERIFY(checkBelongs(*back, kCar, addressOf("bob"), addressOf("alice")).ok());
        const WrappedKey* key = keyOf(*back, keccak256("digest 2"));
        QVERIFY(key != nullptr);
        QVERIFY(openSection(second, *unwrapKey({second.head, *key}, keyOf("alice"))).ok());
        QVERIFY(keyOf(*back, keccak256("digest 3")) == nullptr);
    }

    void namesAndTypesAreChecked()
    {
        for (const char* name : {"../secret", "a/b", "a\\b", "..", "line\nbreak"}) {
            const Document document{name, "text/plain", {}};
            QVERIFY2(padded(document).error().is(PrivacyError::BadSection), name);
        }
        QVERIFY(padded({"a", "text/<html>", {}}).error().is(PrivacyError::BadSection));
        QVERIFY(padded({std::string(201, 'x'), "a", {}}).error().is(PrivacyError::BadSection));
        QVERIFY(unpadded(*padded(invoice())).ok());
        Bytes dirty = *padded(invoice());
        dirty.back() = 1;
        QCOMPARE(unpadded(dirty).error().args.front(), std::string("padding"));
    }

    void lockedKeysGoOverThePipe()
    {
        const Section section = serviceSection();
        const LockedKey locked{section.head, wrappedFor("alice", section)};
        const Bytes bytes = encodeLocked(locked);
        QCOMPARE(bytes.size(), kLockedBytes);
        QVERIFY(*decodeLocked(bytes) == locked);
        QVERIFY(!decodeLocked(BytesView(bytes).first(bytes.size() - 1)).ok());
        Bytes longer = bytes;
        longer.push_back(0);
        QVERIFY(decodeLocked(longer).error().is(PrivacyError::BadKeyBlock));
    }
};

QTEST_APPLESS_MAIN(TestPrivateSections)
#include "tst_private_sections.moc"
