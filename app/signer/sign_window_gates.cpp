// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before "Hold to sign" where a look is not enough: bytes nobody can read, an address that looks like
// another.
#include "crypto/address.h"
#include "sign_window.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace autochain::signer
{

namespace
{

// Two addresses one above the other: what is the same is quiet, what differs stands out.
QString differingAddress(const Address& address, const Address& other, const Tokens& t)
{
    const QString text = QString::fromStdString(checksumAddress(address)).mid(2);
    const QString against = QString::fromStdString(checksumAddress(other)).mid(2);
    QString out = QStringLiteral("<span style='color:%1'>0x</span>").arg(t.text3.name());
    for (int i = 0; i < text.size(); ++i) {
        if (i % 4 == 0) {
            out += QLatin1Char(' ');
        }
        const bool same = text[i].toLower() == against[i].toLower();
        out += same ? QStringLiteral("<span style='color:%1'>%2</span>").arg(t.text3.name(), text[i])
                    : QStringLiteral("<span style='color:%1;background-color:%2;font-weight:700'>%3</span>")
                          .arg(t.surface.name(), t.problem.name(), text[i]);
    }
    return out;
}

} // namespace

// A page of its own: nothing of this can be said in words, so the bytes stand open.
void SignWindow::addUnknown(const Approval& approval)
{
    const auto& t = m_look.tokens;
    auto* around = block(t.problemTint);
    auto* lines = new QVBoxLayout(around);
    lines->setContentsMargins(m_look.px(12), m_look.px(10), m_look.px(12), m_look.px(10));
    lines->setSpacing(m_look.px(4));
    for (const QString& text : {tr("This program cannot tell you what you would sign."),
                                tr("The contract may take all your AUC, titles and coins, at once or later. Do it only "
                                   "if you wrote the call yourself or checked each of its bytes.")}) {
        auto* one = label(text, lines->count() == 0 ? Face::Strong : Face::Body, t.text);
        one->setWordWrap(true);
        lines->addWidget(one);
    }
    auto* words = new QPlainTextEdit(rawWords(approval.raw).join(QLatin1Char('\n')));
    words->setReadOnly(true);
    QFont font = m_look.font(Face::Mono);
    font.setPixelSize(m_look.px(11));
    words->setFont(font);
    words->setFrameShape(QFrame::NoFrame);
    words->setLineWrapMode(QPlainTextEdit::NoWrap);
    words->setFixedHeight(m_look.px(150));
    words->setTabChangesFocus(true);
    words->setObjectName(QStringLiteral("words"));
    words->setAccessibleName(tr("The call's bytes"));
    auto* box = new QVBoxLayout;
    box->setContentsMargins(m_look.px(24), 0, m_look.px(24), m_look.px(8));
    box->setSpacing(m_look.px(8));
    box->addWidget(around);
    box->addWidget(words);
    body()->addLayout(box);
}

void SignWindow::addLookAlike(const LookAlikeText& alike)
{
    const auto& t = m_look.tokens;
    auto* around = block(t.problemTint);
    auto* lines = new QVBoxLayout(around);
    lines->setContentsMargins(m_look.px(12), m_look.px(10), m_look.px(12), m_look.px(10));
    lines->setSpacing(m_look.px(4));
    auto* head = label(tr("This is not the address of %1. It only begins and ends like it.").arg(alike.name),
                       Face::Strong, t.text);
    head->setWordWrap(true);
    lines->addWidget(head);
    const auto add = [&](const QString& whose, const Address& address, const Address& other) {
        lines->addWidget(label(whose, Face::Caption, t.text2));
        auto* shown = addressLabel(address);
        shown->setText(differingAddress(address, other, t));
        lines->addWidget(shown);
    };
    add(tr("What you are asked to sign"), alike.address, alike.known);
    add(tr("%1, as you know it").arg(alike.name), alike.known, alike.address);
    auto* tick = new QCheckBox(tr("I compared both. The upper one is the one I mean."));
    tick->setFont(m_look.font(Face::Body));
    tick->setObjectName(QStringLiteral("lookAlike"));
    tick->setStyleSheet(QStringLiteral("QCheckBox { color: %1 }").arg(t.text.name()));
    connect(tick, &QCheckBox::toggled, this, &SignWindow::updateHold);
    m_ticks << tick;
    lines->addWidget(tick);
    auto* box = new QVBoxLayout;
    box->setContentsMargins(m_look.px(24), 0, m_look.px(24), m_look.px(8));
    box->addWidget(around);
    body()->addLayout(box);
}

void SignWindow::addGate()
{
    if (!m_ticks.isEmpty()) {
        m_off = label(tr("Off until you say that you compared the addresses."), Face::Caption, m_look.tokens.text2);
        m_off->setAlignment(Qt::AlignRight);
        m_off->setContentsMargins(0, 0, FlatButton::margin(m_look), 0);
        foot()->addWidget(m_off);
    }
    if (m_text.gateTyped.isEmpty()) {
        return;
    }
    m_gate = new QLineEdit;
    m_gate->setFont(m_look.font(Face::Body));
    m_gate->setFixedHeight(m_look.px(36));
    m_gate->setPlaceholderText(m_text.gatePrompt);
    m_gate->setAccessibleName(m_text.gatePrompt);
    m_gate->setObjectName(QStringLiteral("gate"));
    m_gate->setMaxLength(64);
    connect(m_gate, &QLineEdit::textChanged, this, &SignWindow::updateHold);
    foot()->addWidget(m_gate);
}

// Off until what has to be typed is typed and what has to be compared is ticked.
void SignWindow::updateHold()
{
    const bool typed =
        m_gate == nullptr || m_gate->text().trimmed().compare(m_text.gateTyped, Qt::CaseInsensitive) == 0;
    const bool compared =
        std::all_of(m_ticks.begin(), m_ticks.end(), [](const QCheckBox* tick) { return tick->isChecked(); });
    m_hold->setEnabled(typed && compared);
    if (m_off != nullptr) {
        m_off->setVisible(!compared);
    }
    if (!m_hold->isEnabled()) {
        m_typing->hide();
        m_typed->clear();
    }
    m_hold->setAccessibleDescription(
        !typed      ? tr("Off until the last six signs of the address are typed")
        : !compared ? tr("Off until you say that you compared the addresses")
                    : tr("Hold for more than a second; pressing it asks to type the amount instead"));
}

} // namespace autochain::signer
