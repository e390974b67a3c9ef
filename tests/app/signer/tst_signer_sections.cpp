// SPDX-License-Identifier: GPL-3.0-or-later
// The real signer opens private sections: keys of sections come over their pipe, what was altered comes not, nobody
// else's opens, and nothing without a yes.
#include "signer_home.h"

#include "privacy/section.h"

#include <QTest>

using namespace autochain;
using namespace autochain::testing;

namespace
{

SecretBytes contentKey(const std::string& name)
{
    return SecretBytes::copyOf(keccak256(std::string_view(name)).view());
}

privacy::Section sectionOf(const std::string& name)
{
    return *privacy::sealSection(terms().vehicleId, 4, addressOf("shop"), {}, contentKey(name),
                                 {"invoice.txt", "text/plain", toBytes(std::string_view(name))});
}

privacy::LockedKey lockedFor(const char* reader, const std::string& name)
{
    const privacy::Section section = sectionOf(name);
    return {section.head, privacy::wrapKey(section.head, contentKey(name), PublicKey(keyOf(reader)),
                                           addressOf("Bob Keller"), 2'000'000'000, keyOf("ephemeral"))};
}

} // namespace

class TestSignerSections : public QObject, private SignerHome
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void keysComeInOrderAndOpen()
    {
        SignerProcess signer(options());
        const auto me = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")))->address;
        const auto key = wait(signer.publicKey(me));
        QVERIFY(key.ok() && key->address() == me);
        std::vector<privacy::LockedKey> sections;
        for (int i = 0; i < 200; ++i) {
            sections.push_back(lockedFor("Alice Brandt", "section " + std::to_string(i)));
        }
        sections[7].key.sealed[3] ^= 1;                              // altered
        std::swap(sections[20].key.sealed, sections[21].key.sealed); // swapped
        const auto keys = wait(signer.openSections(me, terms().vehicleId, sections, hints()));
        QVERIFY(keys.ok());
        QCOMPARE(keys->size(), sections.size());
        for (std::size_t i = 0; i < keys->size(); ++i) {
            const bool spoilt = i == 7 || i == 20 || i == 21;
            QCOMPARE((*keys)[i].has_value(), !spoilt);
            const std::string name = "section " + std::to_string(i);
            const auto read = spoilt ? Result<privacy::Document>(PrivacyError::WrongKey)
                                     : privacy::openSection(sectionOf(name), *(*keys)[i]);
            QVERIFY(spoilt || (read.ok() && read->content == toBytes(std::string_view(name))));
        }
        QVERIFY(wait(signer.signTransaction(me, transfer(1), {})).ok()); // the pipes are in step
    }

    void nobodyElsesAndNoOtherCars()
    {
        SignerProcess signer(options());
        const auto me = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")))->address;
        const auto others = wait(signer.openSections(me, terms().vehicleId, {lockedFor("Bob Keller", "a")}, {}));
        // No message of the protocol: the signer ends, and starts anew with the next question.
        QVERIFY(others.error().is(SigningError::BadMessage) || others.error().is(SigningError::SignerGone));
        QVERIFY(wait(signer.publicKey(me)).ok());
    }

    void strangersKeysAreNotHere()
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
        QVERIFY(wait(signer.publicKey(addressOf("Bob Keller"))).error().is(SigningError::UnknownAccount));
        const auto bobs =
            wait(signer.openSections(addressOf("Bob Keller"), terms().vehicleId, {lockedFor("Bob Keller", "a")}, {}));
        QVERIFY(bobs.error().is(SigningError::UnknownAccount));
    }

    void nothingWithoutAYes()
    {
        if (hasTerminal()) {
            QSKIP("runs on a terminal, where a person would be asked");
        }
        SignerProcess signer(options(false));
        const auto me = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")))->address;
        const auto keys = wait(signer.openSections(me, terms().vehicleId, {lockedFor("Alice Brandt", "a")}, hints()));
        QVERIFY(keys.error().is(SigningError::Declined));
    }
};

QTEST_GUILESS_MAIN(TestSignerSections)
#include "tst_signer_sections.moc"
