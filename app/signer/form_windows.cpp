// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_windows.h"

#include "crypto/mnemonic.h"
#include "crypto/secp256k1.h"
#include "statement_text.h"

#include <algorithm>
#include <QHBoxLayout>

namespace autochain::signer
{

namespace
{

constexpr int kMinPassphrase = 10;

QVBoxLayout* inset(const Look& look, QVBoxLayout* body)
{
    auto* box = new QVBoxLayout;
    box->setContentsMargins(look.px(24), 0, look.px(24), look.px(16));
    box->setSpacing(look.px(8));
    body->addLayout(box);
    return box;
}

// The field with "Show" beside it, which shows what was typed until pressed again.
QHBoxLayout* withShow(const Look& look, SecretField* field)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(look.px(8));
    row->addWidget(field, 1);
    auto* show = new FlatButton(look, FlatButton::Style::Quiet, PassphraseWindow::tr("Show"));
    show->setFocusPolicy(Qt::TabFocus);
    QObject::connect(show, &QAbstractButton::clicked, field, [field, show] {
        field->setShown(!field->isShown());
        show->setText(field->isShown() ? PassphraseWindow::tr("Hide") : PassphraseWindow::tr("Show"));
    });
    row->addWidget(show);
    return row;
}

QString passphraseTitle(const PassphraseQuestion& question)
{
    using What = PassphraseQuestion::What;
    switch (question.what) {
    case What::Vault:
        return PassphraseWindow::tr("Unlock AutoChain");
    case What::OldAccount:
        return PassphraseWindow::tr("Unlock %1").arg(QString::fromStdString(question.account.name));
    case What::KeyFile:
        return PassphraseWindow::tr("The key file of %1").arg(QString::fromStdString(question.account.name));
    case What::OldRecords:
        return PassphraseWindow::tr("The password of your records");
    case What::Change:
        return PassphraseWindow::tr("Your passphrase as it is now");
    case What::KeepSlot:
        return PassphraseWindow::tr("Let this desktop unlock AutoChain?");
    case What::Export:
        return PassphraseWindow::tr("The key of %1 goes into a file")
            .arg(QString::fromStdString(question.account.name));
    }
    return {};
}

QString passphraseLead(const PassphraseQuestion& question)
{
    using What = PassphraseQuestion::What;
    switch (question.what) {
    case What::Vault:
        return PassphraseWindow::tr(
            "It opens your records and keys. It stays in this program; nobody else ever asks you "
            "for it.");
    case What::OldAccount:
        return PassphraseWindow::tr("Your key file moves into the new vault on this computer, under this passphrase.");
    case What::KeyFile:
        return PassphraseWindow::tr("The passphrase the file was made with. Afterwards the key has your own.");
    case What::OldRecords:
        return PassphraseWindow::tr("Up to now your records had a password of their own. It is needed this once.");
    case What::Change:
        return PassphraseWindow::tr("Then you choose the new one. The old one opens nothing any more; your words stay "
                                    "the same.");
    case What::KeepSlot:
        return PassphraseWindow::tr("Whoever is logged in to this desktop then opens your records and keys without the "
                                    "passphrase. Type it if you want that. The passphrase always keeps working.");
    case What::Export:
        return PassphraseWindow::tr("Whoever has that file and its passphrase has the account. Then you choose the "
                                    "file's passphrase.");
    }
    return {};
}

QString passphraseButton(const PassphraseQuestion& question)
{
    using What = PassphraseQuestion::What;
    switch (question.what) {
    case What::Vault:
    case What::OldAccount:
    case What::OldRecords:
        return PassphraseWindow::tr("Unlock");
    case What::KeepSlot:
        return PassphraseWindow::tr("Let it unlock");
    case What::KeyFile:
    case What::Change:
    case What::Export:
        break;
    }
    return PassphraseWindow::tr("Go on");
}

} // namespace

RefusalWindow::RefusalWindow(const Look& look, const Scenery& scenery, const Error& error)
    : FrameWindow(look, scenery, ofTheBytes())
{
    const auto text = refusalText(error);
    addTitle(text.title, tr("The signer refuses it, whatever another program shows."));
    auto* box = inset(m_look, body());
    box->addWidget(errorBlock(text.cause, text.money, text.whatToDo));
    body()->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* close = new FlatButton(m_look, FlatButton::Style::Normal, tr("Close"));
    close->setKeyHint(tr("Esc"));
    close->setHeight(44);
    row->addWidget(close);
    foot()->addLayout(row);
    connect(close, &QAbstractButton::clicked, this, [this] { answer(false); });
    close->setFocus();
}

PassphraseWindow::PassphraseWindow(const Look& look, const Scenery& scenery, const PassphraseQuestion& question)
    : FrameWindow(look, scenery), m_left(question.waitSeconds)
{
    addTitle(passphraseTitle(question), passphraseLead(question));
    auto* box = inset(m_look, body());
    if (const QString told = slotText(question.slot); !told.isEmpty()) {
        auto* note = label(told, Face::Body, m_look.tokens.text);
        note->setWordWrap(true);
        box->addWidget(note);
    }
    box->addWidget(label(tr("Passphrase"), Face::Label, m_look.tokens.text2));
    m_field = new SecretField(m_look, tr("Passphrase"));
    box->addLayout(withShow(m_look, m_field));
    auto* caps = label(tr("Caps Lock is on."), Face::Body, m_look.tokens.attention);
    caps->hide();
    connect(m_field, &SecretField::capsLock, caps, &QWidget::setVisible);
    box->addWidget(caps);
    if (question.wrong || m_left > 0) {
        QString money;
        QString whatToDo;
        const QString cause = wrongPassphraseText(question.triesLeft, m_left, &money, &whatToDo);
        box->addWidget(errorBlock(cause, money, whatToDo));
    }
    m_wait = label({}, Face::Body, m_look.tokens.text2);
    box->addWidget(m_wait);
    body()->addStretch(1);

    m_ok = addGoOn(passphraseButton(question));
    connect(m_field, &SecretField::submitted, m_ok, &QAbstractButton::click); // unlocking signs nothing
    auto* every = new QTimer(this);
    connect(every, &QTimer::timeout, this, [this] {
        m_left = std::max(0, m_left - 1);
        countDown();
    });
    every->start(1000);
    countDown();
    m_field->setFocus();
}

void PassphraseWindow::countDown()
{
    m_ok->setEnabled(m_left == 0);
    m_wait->setVisible(m_left > 0);
    m_wait->setText(tr("“%1” is off for %2 more seconds.").arg(m_ok->text()).arg(m_left));
}

SecretBytes PassphraseWindow::take()
{
    return m_field->take();
}

NewPassphraseWindow::Words NewPassphraseWindow::ofVault(const std::string& networkName)
{
    return {tr("A passphrase for this computer"),
            tr("It locks your keys and records of %1 here. It cannot be asked back from anybody; your words are what "
               "saves you.")
                .arg(QString::fromStdString(networkName))};
}

NewPassphraseWindow::Words NewPassphraseWindow::ofFile(const std::string& accountName)
{
    return {tr("A passphrase for the key file"),
            tr("It locks the file with the key of %1, wherever the file goes. It need not be that of this computer.")
                .arg(QString::fromStdString(accountName))};
}

NewPassphraseWindow::NewPassphraseWindow(const Look& look, const Scenery& scenery, const Words& words)
    : FrameWindow(look, scenery)
{
    addTitle(words.title, words.lead);
    auto* box = inset(m_look, body());
    box->addWidget(label(tr("Passphrase"), Face::Label, m_look.tokens.text2));
    m_first = new SecretField(m_look, tr("Passphrase"));
    box->addLayout(withShow(m_look, m_first));
    box->addWidget(label(tr("The same again"), Face::Label, m_look.tokens.text2));
    m_second = new SecretField(m_look, tr("The same again"));
    box->addLayout(withShow(m_look, m_second));
    m_why = label({}, Face::Body, m_look.tokens.text2);
    m_why->setWordWrap(true);
    box->addWidget(m_why);
    body()->addStretch(1);
    m_ok = addGoOn(tr("Go on"));
    connect(m_first, &SecretField::changed, this, &NewPassphraseWindow::check);
    connect(m_second, &SecretField::changed, this, &NewPassphraseWindow::check);
    connect(m_first, &SecretField::submitted, m_second, [this] { m_second->setFocus(); });
    connect(m_second, &SecretField::submitted, m_ok, &QAbstractButton::click);
    check();
    m_first->setFocus();
}

void NewPassphraseWindow::check()
{
    const bool isLong = m_first->count() >= kMinPassphrase && !m_first->isTooLong();
    const bool same = std::ranges::equal(m_first->view(), m_second->view());
    m_ok->setEnabled(isLong && same);
    m_why->setText(!isLong ? tr("At least %1 signs. Four or five ordinary words are easy to keep.").arg(kMinPassphrase)
                   : !same ? tr("The two are not the same yet.")
                           : QString());
}

SecretBytes NewPassphraseWindow::take()
{
    SecretBytes out = m_first->take();
    m_second->clear();
    return out;
}

QString WordsWindow::showTitle()
{
    return tr("Write down these 24 words");
}

QString WordsWindow::showLead()
{
    return tr("In this order, on paper. They are shown only now. Whoever has them has the account; without them and "
              "without this computer it is lost.");
}

WordsWindow::WordsWindow(const Look& look, const Scenery& scenery, SecretBytes words, const std::vector<int>& asked)
    : FrameWindow(look, scenery), m_all(std::move(words)), m_words(splitWords(m_all.view())), m_asked(asked)
{
    addTitle(showTitle(), showLead());
    auto* box = inset(m_look, body());
    m_list = new QWidget;
    auto* grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const int at = static_cast<int>(i);
        grid->addWidget(new SecretWord(m_look, m_words[i], at + 1), at % 8, at / 8);
    }
    box->addWidget(m_list);
    m_questions = new QWidget;
    auto* questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(0, 0, 0, 0);
    for (const int index : m_asked) {
        const QString name = tr("Word %1").arg(index + 1);
        questions->addWidget(label(name, Face::Label, m_look.tokens.text2));
        auto* field = new SecretField(m_look, name);
        field->setShown(true);
        questions->addWidget(field);
        m_fields << field;
        connect(field, &SecretField::changed, this, &WordsWindow::check);
    }
    m_why = label(tr("Done is off until all three are right. Look at your paper."), Face::Body, m_look.tokens.text2);
    questions->addWidget(m_why);
    m_questions->hide();
    box->addWidget(m_questions);
    body()->addStretch(1);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new FlatButton(m_look, FlatButton::Style::Normal, tr("Cancel"));
    m_next = new FlatButton(m_look, FlatButton::Style::Primary, tr("I wrote them down"));
    m_done = new FlatButton(m_look, FlatButton::Style::Primary, tr("Done"));
    cancel->setKeyHint(tr("Esc"));
    m_again = new FlatButton(m_look, FlatButton::Style::Normal, tr("Show them again"));
    m_again->hide();
    for (auto* button : {cancel, m_again, m_next, m_done}) {
        button->setHeight(44);
        row->addWidget(button);
    }
    m_done->setEnabled(false);
    m_done->hide();
    foot()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { ask(true); });
    connect(m_again, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(m_done, &QAbstractButton::clicked, this, [this] { answer(true); });
}

void WordsWindow::ask(bool back)
{
    if (back) {
        changeTitle(tr("Now three of them, from your paper"),
                    tr("So that nothing is missing or misread. Afterwards the words cannot be shown again."));
    } else {
        changeTitle(showTitle(), showLead());
        for (SecretField* field : m_fields) {
            field->clear();
        }
    }
    m_list->setVisible(!back);
    m_next->setVisible(!back);
    m_questions->setVisible(back);
    m_again->setVisible(back);
    m_done->setVisible(back);
    (back ? static_cast<QWidget*>(m_fields.front()) : m_next)->setFocus();
}

void WordsWindow::check()
{
    bool right = true;
    for (int i = 0; i < m_fields.size(); ++i) {
        const auto asked = static_cast<std::size_t>(m_asked[static_cast<std::size_t>(i)]);
        right = right && m_fields[i]->holds(m_words[asked]);
    }
    m_done->setEnabled(right);
    m_why->setVisible(!right);
}

KeyWindow::KeyWindow(const Look& look, const Scenery& scenery) : FrameWindow(look, scenery)
{
    addTitle(tr("Your private key"), tr("Whoever has it has the account. It stays in this program."));
    auto* box = inset(m_look, body());
    box->addWidget(label(tr("Private key"), Face::Label, m_look.tokens.text2));
    m_text = new SecretField(m_look, tr("Private key"), 3);
    box->addLayout(withShow(m_look, m_text));
    m_why = label({}, Face::Body, m_look.tokens.text2);
    box->addWidget(m_why);
    body()->addStretch(1);
    m_ok = addGoOn(tr("Go on"));
    connect(m_text, &SecretField::changed, this, &KeyWindow::check);
    check();
    m_text->setFocus();
}

void KeyWindow::check()
{
    const auto typed = m_text->view();
    const bool right =
        PrivateKey::fromHex(std::string_view(reinterpret_cast<const char*>(typed.data()), typed.size())).ok();
    m_ok->setEnabled(right);
    m_why->setText(right ? QString() : tr("64 signs, 0 to 9 and a to f; “0x” before them may stand or not."));
}

SecretBytes KeyWindow::take()
{
    return m_text->take();
}

TypeWordsWindow::TypeWordsWindow(const Look& look, const Scenery& scenery, const WordsQuestion& question)
    : FrameWindow(look, scenery)
{
    using What = WordsQuestion::What;
    addTitle(question.what == What::NewPassphrase ? tr("Your words set a new passphrase")
             : question.what == What::Test        ? tr("Test your words")
                                                  : tr("Your words"),
             question.what == What::NewPassphrase
                 ? tr("In their order, with spaces between. They open this computer's keys and records without the old "
                      "passphrase; nothing is lost. They stay in this program.")
             : question.what == What::Test
                 ? tr("From your paper, in their order, with spaces between. They are held against the accounts here "
                      "and then forgotten; nothing is changed.")
                 : tr("12 to 24 of them, in their order, with spaces between, in any of the twelve languages. They "
                      "stay in this program."));
    auto* box = inset(m_look, body());
    m_words = new SecretField(m_look, tr("Words"), 6);
    m_words->setShown(true);
    box->addWidget(m_words);
    m_why = label({}, Face::Body, m_look.tokens.text2);
    m_why->setWordWrap(true);
    box->addWidget(m_why);
    box->addWidget(label(tr("Their own passphrase (\"25th word\"). Most have none: leave it empty."), Face::Label,
                         m_look.tokens.text2));
    m_extra = new SecretField(m_look, tr("Passphrase of the words"));
    box->addLayout(withShow(m_look, m_extra));
    body()->addStretch(1);
    m_ok = addGoOn(tr("Go on"));
    connect(m_words, &SecretField::changed, this, &TypeWordsWindow::check);
    check();
    m_words->setFocus();
}

void TypeWordsWindow::check()
{
    const auto typed = m_words->view();
    const auto report = examineMnemonic(std::string_view(reinterpret_cast<const char*>(typed.data()), typed.size()));
    const bool wrongSum = report.countFits && report.unknown.empty() && report.fitting.empty();
    m_ok->setEnabled(!report.fitting.empty());
    m_why->setText(!report.fitting.empty() ? QString()
                   : wrongSum ? tr("All are words of the list, but they do not belong together: one is another, or two "
                                   "changed places.")
                   : report.countFits && !report.unknown.empty()
                       ? tr("Word %1 is in no list. Look at your paper.").arg(report.unknown.front().position)
                       : tr("Words so far: %1. A phrase has 12, 15, 18, 21 or 24.").arg(report.words));
}

TypedWords TypeWordsWindow::take()
{
    return {m_words->take(), m_extra->take()};
}

} // namespace autochain::signer
