// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"
#include "fonts.h"
#include "form_windows.h"
#include "keyring.h"
#include "sign_window.h"
#include "signing_fixture.h"
#include "statement_text.h"

#include <QAccessible>
#include <QCheckBox>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::signer;

class TestSignerWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void sentenceAndNames();
    void harmlessButtonHasTheFocus();
    void enterNeverSigns();
    void escapeDeclines();
    void shortHoldDoesNothing();
    void holdBySpaceSigns();
    void holdByMouseSigns();
    void unknownCallsAreTypedFirst();
    void lookAlikesAreComparedFirst();
    void leavingTheButtonCancels();
    void pressingAsksToType();
    void closingDeclines();
    void wrongPassphraseHasThreeParts();
    void wordsAreAskedBack();
    void aKeyHasItsLength();
    void wordsAreChecked();
    void newPassphraseOfAFile();
    void secretFieldTakesKeys();
    void secretFieldTellsNobody();
    void desktopSlotIsTold();
    void windowGoesOnWhileAPassphraseIsTried();
    void everyKindHasASentence();

private:
    QWidget* named(const char* name) const;
    std::unique_ptr<SignWindow> m_window;
    std::unique_ptr<QSignalSpy> m_answers;
};

namespace
{

const Scenery kScenery{true, QStringLiteral("ETC"), [] { return 581; }};

signing::Statement sample()
{
    const auto tx = testing::execution(testing::release(), "Alice Brandt", "Bob Keller");
    return *signing::decodeTransaction(tx, testing::context("Alice Brandt"), testing::hints());
}

} // namespace

void TestSignerWindow::initTestCase()
{
    QVERIFY(resources::loadFonts());
}

void TestSignerWindow::init()
{
    m_window =
        std::make_unique<SignWindow>(makeLook(Theme::Light, 1.0), kScenery, Approval{sample(), Bytes(324, 1), {}});
    m_answers = std::make_unique<QSignalSpy>(m_window.get(), &FrameWindow::answered);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSignerWindow::cleanup()
{
    m_answers.reset();
    m_window.reset();
}

QWidget* TestSignerWindow::named(const char* name) const
{
    for (auto* widget : m_window->findChildren<QWidget*>()) {
        if (widget->accessibleName() == QLatin1String(name)) {
            return widget;
        }
    }
    return nullptr;
}

void TestSignerWindow::sentenceAndNames()
{
    const auto text = textOf(sample(), QStringLiteral("ETC"));
    QCOMPARE(text.asked, QStringLiteral("You are asked to sign, as Alice Brandt"));
    QCOMPARE(plain(text.sentence), QStringLiteral("200,000 AUC to Bob,\ntitle of JM1BPALM9K1134592 to you"));
    QCOMPARE(text.moves[0].what, QStringLiteral("Safe to Bob Keller"));
    QCOMPARE(text.moves[0].amount, QStringLiteral("200,000.00"));
    QCOMPARE(text.moves[1].what, QStringLiteral("Safe to you, Alice Brandt"));
    QCOMPARE(text.moves[1].amount, QStringLiteral("Mazda, 2019"));
    QCOMPARE(text.moves[2].what, QStringLiteral("Safe of this deal, number 2 of its transactions"));
    QCOMPARE(text.typed, QStringLiteral("200000"));
    QCOMPARE(text.warnings,
             QStringList({QStringLiteral("Nobody can undo this, Martin included. The Safe is empty afterwards."),
                          QStringLiteral("Sign only when you hold the car and its keys."),
                          QStringLiteral("Nothing forces you now: by your terms, silence pays nobody.")}));
    QCOMPARE(text.checks.size(), 4);
    QVERIFY(named("200,000 AUC to Bob,\ntitle of JM1BPALM9K1134592 to you"));
}

void TestSignerWindow::harmlessButtonHasTheFocus()
{
    QCOMPARE(m_window->focusWidget()->accessibleName(), QStringLiteral("Do not sign"));
}

void TestSignerWindow::enterNeverSigns()
{
    QTest::keyClick(named("Hold to sign"), Qt::Key_Return);
    QTest::keyClick(named("Hold to sign"), Qt::Key_Enter);
    QVERIFY(m_answers->isEmpty());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_answers->size(), 1);
    QCOMPARE(m_answers->front().front().toBool(), false);
}

void TestSignerWindow::escapeDeclines()
{
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_answers->size(), 1);
    QCOMPARE(m_answers->front().front().toBool(), false);
}

void TestSignerWindow::shortHoldDoesNothing()
{
    auto* hold = named("Hold to sign");
    hold->setFocus();
    QTest::keyPress(hold, Qt::Key_Space);
    QTest::qWait(HoldButton::kHoldMs / 2);
    QTest::keyRelease(hold, Qt::Key_Space);
    QTest::mousePress(hold, Qt::LeftButton);
    QTest::qWait(HoldButton::kHoldMs / 2);
    QTest::mouseRelease(hold, Qt::LeftButton);
    QTest::qWait(HoldButton::kHoldMs);
    QVERIFY(m_answers->isEmpty());
}

void TestSignerWindow::holdBySpaceSigns()
{
    auto* hold = named("Hold to sign");
    hold->setFocus();
    QTest::keyPress(hold, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers->size(), 1, 5000);
    QCOMPARE(m_answers->front().front().toBool(), true);
}

void TestSignerWindow::holdByMouseSigns()
{
    QTest::mousePress(named("Hold to sign"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers->size(), 1, 5000);
    QCOMPARE(m_answers->front().front().toBool(), true);
}

void TestSignerWindow::leavingTheButtonCancels()
{
    auto* hold = named("Hold to sign");
    QTest::mousePress(hold, Qt::LeftButton);
    QTest::mouseMove(hold, QPoint(-50, -50));
    QTest::qWait(HoldButton::kHoldMs + 200);
    QVERIFY(m_answers->isEmpty());
}

// The way of a screen reader: press action, type, press.
void TestSignerWindow::pressingAsksToType()
{
    auto* hold = QAccessible::queryAccessibleInterface(named("Hold to sign"));
    QVERIFY(hold && hold->actionInterface());
    hold->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_VERIFY(named("Type the amount 200000 to sign") && named("Type the amount 200000 to sign")->isVisible());
    QVERIFY(m_answers->isEmpty());
    auto* field = qobject_cast<QLineEdit*>(named("Type the amount 200000 to sign"));
    auto* sign = named("Sign");
    QVERIFY(!sign->isEnabled());
    field->setText(QStringLiteral("20000"));
    QVERIFY(!sign->isEnabled());
    field->setText(QStringLiteral("200000"));
    QVERIFY(sign->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(sign, Qt::Key_Return);
    QVERIFY(m_answers->isEmpty());
    QAccessible::queryAccessibleInterface(sign)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(m_answers->size(), 1);
    QCOMPARE(m_answers->front().front().toBool(), true);
}

void TestSignerWindow::closingDeclines()
{
    m_window->close();
    QCOMPARE(m_answers->size(), 1);
    QCOMPARE(m_answers->front().front().toBool(), false);
}

void TestSignerWindow::wrongPassphraseHasThreeParts()
{
    PassphraseQuestion question;
    question.wrong = true;
    question.triesLeft = 2;
    PassphraseWindow window(makeLook(Theme::Dark, 1.0), kScenery, question);
    QStringList texts;
    for (const auto* label : window.findChildren<QLabel*>()) {
        texts << label->text();
    }
    QVERIFY(texts.contains(QStringLiteral("Cause")) && texts.contains(QStringLiteral("Your money")) &&
            texts.contains(QStringLiteral("What to do")));
    auto* field = window.findChild<SecretField*>();
    QTest::keyClicks(field, QStringLiteral("correct horse"));
    const SecretBytes taken = window.take();
    QCOMPARE(toBytes(taken.view()), toBytes("correct horse"));
    QCOMPARE(field->count(), 0);
    question.waitSeconds = 60;
    PassphraseWindow waiting(makeLook(Theme::Dark, 1.0), kScenery, question);
    for (const auto* button : waiting.findChildren<FlatButton*>()) {
        QCOMPARE(button->isEnabled(), button->text() != QLatin1String("Unlock"));
    }
}

void TestSignerWindow::wordsAreAskedBack()
{
    const std::string_view words =
        "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24";
    WordsWindow window(makeLook(Theme::Light, 1.0), kScenery, SecretBytes::copyOf(asBytes(words)), {0, 4, 23});
    QSignalSpy answers(&window, &FrameWindow::answered);
    window.show();
    QList<FlatButton*> buttons = window.findChildren<FlatButton*>();
    const auto button = [&](const char* text) {
        return *std::find_if(buttons.begin(), buttons.end(), [&](auto* b) { return b->text() == QLatin1String(text); });
    };
    button("I wrote them down")->click();
    const auto fields = window.findChildren<SecretField*>();
    QCOMPARE(fields.size(), 3);
    QTest::keyClicks(fields[0], QStringLiteral("w9"));
    button("Show them again")->click(); // what was typed is gone, the words are there
    QVERIFY(fields[0]->count() == 0 && !fields[0]->isVisible() && button("I wrote them down")->isVisible());
    button("I wrote them down")->click();
    QTest::keyClicks(fields[0], QStringLiteral("w1"));
    QTest::keyClicks(fields[1], QStringLiteral(" w5 "));
    QTest::keyClicks(fields[2], QStringLiteral("w23"));
    QVERIFY(!button("Done")->isEnabled());
    QTest::keyClick(fields[2], Qt::Key_Backspace);
    QTest::keyClick(fields[2], '4');
    QVERIFY(button("Done")->isEnabled());
    button("Done")->click();
    QCOMPARE(answers.front().front().toBool(), true);
}

void TestSignerWindow::aKeyHasItsLength()
{
    KeyWindow window(makeLook(Theme::Light, 1.0), kScenery);
    window.show();
    FlatButton* goOn = nullptr;
    for (auto* button : window.findChildren<FlatButton*>()) {
        goOn = button->text() == QLatin1String("Go on") ? button : goOn;
    }
    auto* field = window.findChild<SecretField*>();
    QVERIFY(goOn != nullptr && !goOn->isEnabled());
    QTest::keyClicks(field, QStringLiteral("0x") + QString(63, QLatin1Char('1')));
    QVERIFY(!goOn->isEnabled());
    QTest::keyClicks(field, QStringLiteral("1"));
    QVERIFY(goOn->isEnabled());
}

void TestSignerWindow::wordsAreChecked()
{
    TypeWordsWindow window(makeLook(Theme::Light, 1.0), kScenery, WordsQuestion());
    window.show();
    const auto fields = window.findChildren<SecretField*>();
    QCOMPARE(fields.size(), 2);
    FlatButton* goOn = nullptr;
    for (auto* button : window.findChildren<FlatButton*>()) {
        goOn = button->text() == QLatin1String("Go on") ? button : goOn;
    }
    QVERIFY(goOn != nullptr && !goOn->isEnabled());
    const auto says = [&window](const char* part) {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* one) { return one->text().contains(QLatin1String(part)); });
    };
    QTest::keyClicks(fields[0], QStringLiteral("legal winner thank"));
    QVERIFY(says("so far: 3") && !goOn->isEnabled());
    QTest::keyClicks(fields[0], QStringLiteral(" year wave sausage worth useful legal winner thank thank"));
    QVERIFY(says("do not belong together") && !goOn->isEnabled());
    QTest::keyClick(fields[0], Qt::Key_Backspace, Qt::ControlModifier);
    QTest::keyClicks(fields[0], QStringLiteral(" yelow"));
    QVERIFY(says("Word 12") && !goOn->isEnabled());
    QTest::keyClick(fields[0], Qt::Key_Backspace, Qt::ControlModifier);
    QTest::keyClicks(fields[0], QStringLiteral(" yellow"));
    QVERIFY(goOn->isEnabled());
    QTest::keyClicks(fields[1], QStringLiteral("TREZOR"));
    const TypedWords typed = window.take();
    QCOMPARE(toBytes(typed.extra.view()), toBytes("TREZOR"));
    QVERIFY(typed.words.size() > 70);
    QCOMPARE(fields[0]->count() + fields[1]->count(), 0);
    WordsQuestion recovering;
    recovering.what = WordsQuestion::What::NewPassphrase;
    TypeWordsWindow other(makeLook(Theme::Light, 1.0), kScenery, recovering);
    const auto labels = other.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* one) {
        return one->text() == QLatin1String("Your words set a new passphrase");
    }));
}

void TestSignerWindow::newPassphraseOfAFile()
{
    NewPassphraseWindow window(makeLook(Theme::Light, 1.0), kScenery, NewPassphraseWindow::ofFile("Savings"));
    const auto labels = window.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel* one) { return one->text().contains(QLatin1String("Savings")); }));
}

void TestSignerWindow::secretFieldTakesKeys()
{
    SecretField field(makeLook(Theme::Light, 1.0), QStringLiteral("Passphrase"));
    QSignalSpy submitted(&field, &SecretField::submitted);
    const auto type = [&field](const QString& typed) {
        for (const QChar character : typed) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(&field, &key);
        }
    };
    type(QStringLiteral("grüne Äpfel"));
    QKeyEvent apple(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QStringLiteral("\U0001F34F"));
    QCoreApplication::sendEvent(&field, &apple);
    QCOMPARE(toBytes(field.view()), toBytes("grüne Äpfel\xF0\x9F\x8D\x8F"));
    QCOMPARE(field.count(), 12);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QCOMPARE(toBytes(field.view()), toBytes("grüne Äpfe"));
    QTest::keyClick(&field, Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(toBytes(field.view()), toBytes("grüne "));
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QCOMPARE(toBytes(field.view()), toBytes("x"));
    QTest::keyClick(&field, Qt::Key_Tab);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(field.count(), 1);
    QTest::keyClick(&field, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(field.count(), 0);
    type(QString(2000, QLatin1Char('y')));
    QVERIFY(field.isTooLong());
    QCOMPARE(field.take().size(), 1024U);
    QVERIFY(field.take().empty());
}

// A screen reader hears what the field is and how much is in it, not what.
void TestSignerWindow::secretFieldTellsNobody()
{
    SecretField field(makeLook(Theme::Light, 1.0), QStringLiteral("Passphrase"));
    QTest::keyClicks(&field, QStringLiteral("secret"));
    auto* access = QAccessible::queryAccessibleInterface(&field);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::EditableText);
    QVERIFY(access->state().passwordEdit && access->state().editable && access->state().focusable);
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Passphrase"));
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("6 characters typed"));
    QVERIFY(access->text(QAccessible::Value).isEmpty());
    QVERIFY(!access->textInterface() && !access->editableTextInterface() && !access->valueInterface());
    QInputMethodQueryEvent around(Qt::ImSurroundingText | Qt::ImHints);
    QCoreApplication::sendEvent(&field, &around);
    QVERIFY(around.value(Qt::ImSurroundingText).toString().isEmpty());
    QVERIFY((around.value(Qt::ImHints).toInt() & Qt::ImhSensitiveData) != 0);
    field.setShown(true);
    field.grab(); // paints the characters
    QVERIFY(access->text(QAccessible::Value).isEmpty());
    const SecretBytes words = SecretBytes::copyOf(asBytes("abandon ability"));
    SecretWord word(makeLook(Theme::Light, 1.0), splitWords(words.view())[1], 2);
    QCOMPARE(QAccessible::queryAccessibleInterface(&word)->text(QAccessible::Name), QStringLiteral(" 2  ability"));
}

void TestSignerWindow::desktopSlotIsTold()
{
    for (const SlotState slot :
         {SlotState::Gone, SlotState::Slow, SlotState::Wiped, SlotState::Refused, SlotState::Given}) {
        PassphraseQuestion question;
        question.slot = slot;
        PassphraseWindow window(makeLook(Theme::Light, 1.0), kScenery, question);
        QStringList texts;
        for (const auto* label : window.findChildren<QLabel*>()) {
            texts << label->text();
        }
        QVERIFY(!slotText(slot).isEmpty() && texts.contains(slotText(slot)));
        QVERIFY(slotText(slot).contains(QStringLiteral("passphrase")));
    }
    QVERIFY(slotText(SlotState::NotAsked).isEmpty());
}

void TestSignerWindow::windowGoesOnWhileAPassphraseIsTried()
{
    QTemporaryDir folder;
    Keyring keyring(folder.path(), vault::Argon2Cost());
    const SecretBytes passphrase = SecretBytes::copyOf(asBytes("correct horse battery"));
    PassphraseWindow window(makeLook(Theme::Light, 1.0), kScenery, PassphraseQuestion());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QElapsedTimer all;
    QElapsedTimer since;
    qint64 longest = 0;
    int turns = 0;
    QTimer frames;
    frames.setTimerType(Qt::PreciseTimer);
    connect(&frames, &QTimer::timeout, &window, [&] {
        longest = std::max(longest, since.restart());
        ++turns;
        window.update();
    });
    frames.start(4);
    all.start();
    since.start();
    QVERIFY(QCoro::waitFor(keyring.open(passphrase)).ok());
    const qint64 took = all.elapsed();
    qInfo("Argon2id and opening %lld ms, longest time between frames %lld ms in %d frames", took, longest, turns);
    QVERIFY(turns > 10);
    QVERIFY2(longest < took / 4, qPrintable(QString::number(longest)));
}

void TestSignerWindow::unknownCallsAreTypedFirst()
{
    SigningHints expert;
    expert.expert = true;
    const auto tx = testing::transaction({testing::addressOf("stranger"), auc(1), Bytes(68, 0x5a)});
    const auto statement = signing::decodeTransaction(tx, testing::context("Alice Brandt"), expert);
    QVERIFY(statement.ok());
    SignWindow window(makeLook(Theme::Light, 1.0), {true, QStringLiteral("ETC"), {}}, {*statement, tx.data, {}});
    window.show();
    QSignalSpy spy(&window, &FrameWindow::answered);
    auto* gate = window.findChild<QLineEdit*>(QStringLiteral("gate"));
    auto* hold = window.findChild<HoldButton*>();
    QVERIFY(gate != nullptr && hold != nullptr && !hold->isEnabled());
    QTest::mousePress(hold, Qt::LeftButton);
    QTest::qWait(HoldButton::kHoldMs + 100);
    QTest::mouseRelease(hold, Qt::LeftButton);
    QVERIFY(spy.isEmpty());
    const QString last = QString::fromStdString(checksumAddress(testing::addressOf("stranger"))).right(6);
    gate->setText(last.left(5));
    QVERIFY(!hold->isEnabled());
    QTest::keyClick(gate, Qt::Key_Return);
    QVERIFY(spy.isEmpty());
    gate->setText(last.toLower());
    QVERIFY(hold->isEnabled());
    const auto* words = window.findChild<QPlainTextEdit*>(QStringLiteral("words"));
    QVERIFY(words != nullptr && words->isVisible() && words->toPlainText().count(QStringLiteral("5a5a5a5a")) > 8);
    gate->clear();
    QVERIFY(!hold->isEnabled());
}

void TestSignerWindow::lookAlikesAreComparedFirst()
{
    Address bait = testing::addressOf("Bob Keller");
    bait.bytes[9] ^= 0x55;
    const auto tx = testing::transaction({bait, auc(3), {}});
    const auto statement = signing::decodeTransaction(tx, testing::context("Alice Brandt"), testing::hints());
    QVERIFY(statement.ok());
    SignWindow window(makeLook(Theme::Dark, 1.0), {true, QStringLiteral("ETC"), {}}, {*statement, {}, {}});
    window.show();
    auto* hold = window.findChild<HoldButton*>();
    auto* tick = window.findChild<QCheckBox*>(QStringLiteral("lookAlike"));
    QVERIFY(tick != nullptr && !tick->isChecked() && !hold->isEnabled());
    QStringList shown;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        shown << label->accessibleName();
    }
    for (const Address& address : {bait, testing::addressOf("Bob Keller")}) { // both in full
        QVERIFY(shown.contains(QString::fromStdString(checksumAddress(address))));
    }
    tick->click();
    QVERIFY(hold->isEnabled());
    tick->click();
    QVERIFY(!hold->isEnabled());
}

void TestSignerWindow::everyKindHasASentence()
{
    auto statement = sample();
    statement.facts.push_back({signing::FactKind::Amount, auc(1)});
    statement.intent = "Send tokens";
    for (int kind = 0; kind <= static_cast<int>(signing::Kind::UnknownCall); ++kind) {
        statement.kind = static_cast<signing::Kind>(kind);
        QVERIFY2(!plain(textOf(statement, QStringLiteral("ETC")).sentence).trimmed().isEmpty(),
                 qPrintable(QString::number(kind)));
    }
}

QTEST_MAIN(TestSignerWindow)
#include "tst_signer_window.moc"
