// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_windows.h"

#include "crypto/address.h"
#include "statement_text.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

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

QLineEdit* secretField(const Look& look, const QString& name)
{
    auto* field = new QLineEdit;
    field->setFont(look.font(Face::Body));
    field->setFixedHeight(look.px(36));
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(256);
    field->setAccessibleName(name);
    return field;
}

SecretBytes takeField(QLineEdit* field)
{
    SecretBytes out = takeSecret(field->text());
    field->clear();
    return out;
}

} // namespace

SecretBytes takeSecret(QString text)
{
    QByteArray utf8 = text.toUtf8();
    SecretBytes out = SecretBytes::copyOf(asBytes({utf8.constData(), static_cast<std::size_t>(utf8.size())}));
    std::fill(utf8.begin(), utf8.end(), '\0');
    text.fill(QChar(0));
    return out;
}

RefusalWindow::RefusalWindow(const Look& look, const Scenery& scenery, const Error& error) : FrameWindow(look, scenery)
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
    addTitle(tr("Unlock %1").arg(QString::fromStdString(question.account.name)),
             tr("The passphrase stays in this program. Nobody else ever asks you for it."));
    auto* box = inset(m_look, body());
    box->addWidget(label(tr("Passphrase"), Face::Label, m_look.tokens.text2));
    m_field = secretField(m_look, tr("Passphrase"));
    box->addWidget(m_field);
    if (question.wrong || m_left > 0) {
        QString money;
        QString whatToDo;
        const QString cause = wrongPassphraseText(question.triesLeft, m_left, &money, &whatToDo);
        box->addWidget(errorBlock(cause, money, whatToDo));
    }
    m_wait = label({}, Face::Body, m_look.tokens.text2);
    box->addWidget(m_wait);
    body()->addStretch(1);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new FlatButton(m_look, FlatButton::Style::Normal, tr("Cancel"));
    cancel->setKeyHint(tr("Esc"));
    cancel->setHeight(44);
    m_ok = new FlatButton(m_look, FlatButton::Style::Primary, tr("Unlock"));
    m_ok->setHeight(44);
    row->addWidget(cancel);
    row->addWidget(m_ok);
    foot()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(m_ok, &QAbstractButton::clicked, this, [this] { answer(true); });
    connect(m_field, &QLineEdit::returnPressed, m_ok, &QAbstractButton::click); // unlocking signs nothing
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
    m_wait->setText(tr("Unlock is off for %1 more seconds.").arg(m_left));
}

SecretBytes PassphraseWindow::take()
{
    return takeField(m_field);
}

NewPassphraseWindow::NewPassphraseWindow(const Look& look, const Scenery& scenery, const std::string& accountName)
    : FrameWindow(look, scenery)
{
    addTitle(tr("A passphrase for %1").arg(QString::fromStdString(accountName)),
             tr("It locks the key on this computer. It cannot be asked back from anybody; the 24 words are what saves "
                "you."));
    auto* box = inset(m_look, body());
    box->addWidget(label(tr("Passphrase"), Face::Label, m_look.tokens.text2));
    m_first = secretField(m_look, tr("Passphrase"));
    box->addWidget(m_first);
    box->addWidget(label(tr("The same again"), Face::Label, m_look.tokens.text2));
    m_second = secretField(m_look, tr("The same again"));
    box->addWidget(m_second);
    m_why = label({}, Face::Body, m_look.tokens.text2);
    m_why->setWordWrap(true);
    box->addWidget(m_why);
    body()->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new FlatButton(m_look, FlatButton::Style::Normal, tr("Cancel"));
    cancel->setHeight(44);
    m_ok = new FlatButton(m_look, FlatButton::Style::Primary, tr("Go on"));
    m_ok->setHeight(44);
    row->addWidget(cancel);
    row->addWidget(m_ok);
    foot()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(m_ok, &QAbstractButton::clicked, this, [this] { answer(true); });
    connect(m_first, &QLineEdit::textChanged, this, &NewPassphraseWindow::check);
    connect(m_second, &QLineEdit::textChanged, this, &NewPassphraseWindow::check);
    check();
    m_first->setFocus();
}

void NewPassphraseWindow::check()
{
    const bool isLong = m_first->text().size() >= kMinPassphrase;
    const bool same = m_first->text() == m_second->text();
    m_ok->setEnabled(isLong && same);
    m_why->setText(!isLong ? tr("At least %1 signs. Four or five ordinary words are easy to keep.").arg(kMinPassphrase)
                   : !same ? tr("The two are not the same yet.")
                           : QString());
}

SecretBytes NewPassphraseWindow::take()
{
    m_second->clear();
    return takeField(m_first);
}

WordsWindow::WordsWindow(const Look& look, const Scenery& scenery, const SecretBytes& words,
                         const std::vector<int>& asked)
    : FrameWindow(look, scenery),
      m_words(QString::fromUtf8(reinterpret_cast<const char*>(words.data()), static_cast<qsizetype>(words.size()))
                  .split(QLatin1Char(' '))),
      m_asked(asked)
{
    addTitle(
        tr("Write down these 24 words"),
        tr("In this order, on paper. They are shown once. Whoever has them has the account; without them and without "
           "this computer it is lost."));
    auto* box = inset(m_look, body());
    m_list = new QWidget;
    auto* grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < m_words.size(); ++i) {
        auto* word = label(QStringLiteral("%1  %2").arg(i + 1, 2).arg(m_words[i]), Face::MonoTitle, m_look.tokens.text);
        grid->addWidget(word, i % 8, i / 8);
    }
    box->addWidget(m_list);
    m_questions = new QWidget;
    auto* questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(0, 0, 0, 0);
    for (const int index : m_asked) {
        const QString name = tr("Word %1").arg(index + 1);
        questions->addWidget(label(name, Face::Label, m_look.tokens.text2));
        auto* field = secretField(m_look, name);
        field->setEchoMode(QLineEdit::Normal);
        questions->addWidget(field);
        m_fields << field;
        connect(field, &QLineEdit::textChanged, this, &WordsWindow::check);
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
    for (auto* button : {cancel, m_next, m_done}) {
        button->setHeight(44);
        row->addWidget(button);
    }
    m_done->setEnabled(false);
    m_done->hide();
    foot()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(m_next, &QAbstractButton::clicked, this, &WordsWindow::askBack);
    connect(m_done, &QAbstractButton::clicked, this, [this] { answer(true); });
}

void WordsWindow::askBack()
{
    m_list->hide();
    m_next->hide();
    m_questions->show();
    m_done->show();
    m_fields.front()->setFocus();
}

void WordsWindow::check()
{
    bool right = true;
    for (int i = 0; i < m_fields.size(); ++i) {
        right = right && m_fields[i]->text().trimmed().toLower() == m_words[m_asked[static_cast<std::size_t>(i)]];
    }
    m_done->setEnabled(right);
    m_why->setVisible(!right);
}

SecretWindow::SecretWindow(const Look& look, const Scenery& scenery, wire::SecretKind kind) : FrameWindow(look, scenery)
{
    const bool words = kind == wire::SecretKind::Words;
    addTitle(words ? tr("Your 24 words") : tr("Your private key"),
             words ? tr("In their order, with spaces between. They stay in this program.")
                   : tr("64 hexadecimal signs. It stays in this program."));
    auto* box = inset(m_look, body());
    m_text = new QPlainTextEdit;
    m_text->setFont(m_look.font(Face::Mono));
    m_text->setAccessibleName(words ? tr("Words") : tr("Private key"));
    m_text->setFixedHeight(m_look.px(120));
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    box->addWidget(m_text);
    body()->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new FlatButton(m_look, FlatButton::Style::Normal, tr("Cancel"));
    auto* ok = new FlatButton(m_look, FlatButton::Style::Primary, tr("Go on"));
    cancel->setHeight(44);
    ok->setHeight(44);
    row->addWidget(cancel);
    row->addWidget(ok);
    foot()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(ok, &QAbstractButton::clicked, this, [this] { answer(true); });
    m_text->setFocus();
}

SecretBytes SecretWindow::take()
{
    SecretBytes out = takeSecret(m_text->toPlainText().simplified());
    m_text->clear();
    return out;
}

} // namespace autochain::signer
