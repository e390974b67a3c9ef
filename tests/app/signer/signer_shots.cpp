// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the signer's windows over a sample deal, a refusal, a passphrase and words, light and dark: signer_shots FOLDER
// [SCALE]
#include "codec/abi.h"
#include "fonts.h"
#include "form_windows.h"
#include "sign_window.h"
#include "signing_fixture.h"

#include <functional>
#include <QAbstractButton>
#include <QApplication>
#include <QDir>

using namespace autochain;
using namespace autochain::signer;

namespace
{

constexpr const char* kWords =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
    "abandon art"; // BIP-39's first vector of 24
using Shoot = std::function<void(FrameWindow&, const QString&)>;

void shootPassphrases(const Look& look, const Scenery& scenery, const Shoot& shoot)
{
    using What = PassphraseQuestion::What;
    PassphraseQuestion question;
    question.account.name = "Alice Brandt";
    for (const auto& [what, name] : {std::pair(What::Change, "change"), std::pair(What::KeyFile, "key-file"),
                                     std::pair(What::KeepSlot, "desktop"), std::pair(What::Export, "export")}) {
        question.what = what;
        PassphraseWindow window(look, scenery, question);
        shoot(window, QStringLiteral("signer-passphrase-") + QLatin1String(name));
    }
    question.what = What::Vault;
    question.wrong = true;
    question.triesLeft = 3;
    PassphraseWindow wrong(look, scenery, question);
    shoot(wrong, QStringLiteral("signer-passphrase"));
    NewPassphraseWindow ofVault(look, scenery, NewPassphraseWindow::ofVault("Ethereum Classic"));
    shoot(ofVault, QStringLiteral("signer-new-passphrase"));
    NewPassphraseWindow ofFile(look, scenery, NewPassphraseWindow::ofFile("Alice Brandt"));
    shoot(ofFile, QStringLiteral("signer-file-passphrase"));
}

void shootForms(const Look& look, const Scenery& scenery, const Shoot& shoot)
{
    shootPassphrases(look, scenery, shoot);
    using What = WordsQuestion::What;
    for (const auto& [what, name] : {std::pair(What::BringBack, "bring-back"), std::pair(What::Test, "test"),
                                     std::pair(What::NewPassphrase, "recover")}) {
        TypeWordsWindow window(look, scenery, WordsQuestion{what});
        shoot(window, QStringLiteral("signer-words-") + QLatin1String(name));
    }
    WordsWindow shown(look, scenery, SecretBytes::copyOf(toBytes(std::string(kWords))), {2, 11, 20});
    shoot(shown, QStringLiteral("signer-words-shown"));
    for (auto* button : shown.findChildren<QAbstractButton*>()) {
        if (button->text() == WordsWindow::tr("I wrote them down")) {
            button->click();
        }
    }
    shoot(shown, QStringLiteral("signer-words-asked"));
    KeyWindow key(look, scenery);
    shoot(key, QStringLiteral("signer-key"));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc < 2 || !resources::loadFonts()) {
        return 2;
    }
    const double scale = argc > 2 ? QString::fromLocal8Bit(argv[2]).toDouble() : 1.0;
    const auto tx = testing::execution(testing::release(), "Alice Brandt", "Bob Keller");
    const auto statement = signing::decodeTransaction(tx, testing::context("Alice Brandt"), testing::hints());
    const auto document = contracts::typedDataJson(31337, testing::network().contract("dealBook"), testing::terms());
    const auto terms = signing::decodeTypedData(document, testing::context("Alice Brandt"), testing::hints());
    if (!statement.ok() || !terms.ok()) {
        return 1;
    }
    Address bait = testing::addressOf("Bob Keller");
    bait.bytes[9] ^= 0x55;
    const auto baited = testing::transaction({bait, auc(3), {}});
    const auto alike = signing::decodeTransaction(baited, testing::context("Alice Brandt"), testing::hints());
    SigningHints expert;
    expert.expert = true;
    Bytes noise(4 + 32 * 5, 0x5a);
    const auto called = testing::transaction({testing::addressOf("stranger"), auc(1), noise});
    const auto unknown = signing::decodeTransaction(called, testing::context("Alice Brandt"), expert);
    Bytes transfer = toBytes(BytesView(abi::selector("transfer(address,uint256)")));
    append(transfer,
           *abi::encode(*abi::parseType("(address,uint256)"), {testing::addressOf("Bob Keller"), U256(77'000)}));
    const auto token = testing::transaction({testing::addressOf("gold"), {}, transfer});
    const auto described = signing::decodeTransaction(token, testing::context("Alice Brandt"), testing::hints());
    if (!alike.ok() || !unknown.ok() || !described.ok()) {
        return 1;
    }
    const Scenery scenery{true, QStringLiteral("ETC"), [] { return 9 * 60 + 41; }};
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const auto shoot = [&](FrameWindow& window, const QString& name) {
        window.show();
        window.activateWindow();
        QApplication::processEvents();
        window.grab().save(folder.filePath(name));
    };
    for (const auto theme : {Theme::Light, Theme::Dark}) {
        const Look look = makeLook(theme, scale);
        const QString end = look.dark ? QStringLiteral("-dark.png") : QStringLiteral(".png");
        SignWindow sign(look, scenery, {*statement, tx.data, signingHash(tx)});
        shoot(sign, QStringLiteral("signer-window") + end);
        SignWindow offer(look, scenery, {terms->statement, toBytes(document), terms->digest});
        shoot(offer, QStringLiteral("signer-terms") + end);
        SignWindow looksAlike(look, scenery, {*alike, baited.data, signingHash(baited)});
        shoot(looksAlike, QStringLiteral("signer-look-alike") + end);
        SignWindow call(look, scenery, {*unknown, called.data, signingHash(called)});
        shoot(call, QStringLiteral("signer-unknown-call") + end);
        SignWindow tokens(look, scenery, {*described, token.data, signingHash(token)});
        shoot(tokens, QStringLiteral("signer-token") + end);
        RefusalWindow refusal(look, scenery, Error(SigningError::Refused, {"delegatecall"}));
        shoot(refusal, QStringLiteral("signer-refusal") + end);
        shootForms(look, scenery, [&](FrameWindow& window, const QString& name) { shoot(window, name + end); });
    }
    return 0;
}
