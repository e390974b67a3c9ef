// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"
#include "fonts.h"
#include "sign_window.h"
#include "signing_fixture.h"
#include "statement_text.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
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
