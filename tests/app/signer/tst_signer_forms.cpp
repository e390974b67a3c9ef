// SPDX-License-Identifier: GPL-3.0-or-later
// The signer's forms: passphrases, words, keys, and the field they are typed into.
#include "fonts.h"
#include "form_windows.h"
#include "keyring.h"
#include "statement_text.h"

#include <QAccessible>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::signer;

class TestSignerForms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(resources::loadFonts()); }
    void wrongPassphraseHasThreeParts();
    void wordsAreAskedBack();
    void aKeyHasItsLength();
    void wordsAreChecked();
    void newPassphraseOfAFile();
    void secretFieldTakesKeys();
    void secretFieldTellsNobody();
    void desktopSlotIsTold();
    void windowGoesOnWhileAPassphraseIsTried();
};

namespace
{
const Scenery kScenery{true, QStringLiteral("ETC"), [] { return 581; }};
}

void TestSignerForms::wrongPassphraseHasThreeParts()
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

void TestSignerForms::wordsAreAskedBack()
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

void TestSignerForms::aKeyHasItsLength()
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

void TestSignerForms::wordsAreChecked()
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

void TestSignerForms::newPassphraseOfAFile()
{
    NewPassphraseWindow window(makeLook(Theme::Light, 1.0), kScenery, NewPassphraseWindow::ofFile("Savings"));
    const auto labels = window.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel* one) { return one->text().contains(QLatin1String("Savings")); }));
}

void TestSignerForms::secretFieldTakesKeys()
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
void TestSignerForms::secretFieldTellsNobody()
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

void TestSignerForms::desktopSlotIsTold()
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

void TestSignerForms::windowGoesOnWhileAPassphraseIsTried()
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

QTEST_MAIN(TestSignerForms)
#include "tst_signer_forms.moc"
