// SPDX-License-Identifier: GPL-3.0-or-later
#include "sign_window.h"

#include "base/hex.h"
#include "crypto/address.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace autochain::signer
{

namespace
{

QString qs(const std::string& text)
{
    return QString::fromStdString(text);
}

// Capitals in the accent, small letters in text, both strong; digits quiet (tokens.md, "Address chip").
QString colouredAddress(const Address& address, const Tokens& t)
{
    const QString text = qs(checksumAddress(address)).mid(2);
    QString out = QStringLiteral("<span style='color:%1'>0x</span>").arg(t.text3.name());
    for (int i = 0; i < text.size(); ++i) {
        if (i % 4 == 0) {
            out += QLatin1Char(' ');
        }
        const QChar c = text[i];
        const QColor color = c.isDigit() ? t.text3 : c.isUpper() ? t.accentText : t.text;
        out += QStringLiteral("<span style='color:%1;font-weight:%2'>%3</span>")
                   .arg(color.name(), c.isDigit() ? QStringLiteral("400") : QStringLiteral("600"), c);
    }
    return out;
}

} // namespace

SignWindow::SignWindow(const Look& look, const Scenery& scenery, const Approval& approval)
    : FrameWindow(look, scenery, ofTheBytes()), m_text(textOf(approval.statement, scenery.coin))
{
    addSentence(m_text);
    if (!m_text.gateTyped.isEmpty()) {
        addUnknown(approval);
    }
    for (const auto& alike : m_text.lookAlikes) {
        addLookAlike(alike);
    }
    for (const auto& row : m_text.moves) {
        body()->addWidget(line());
        addMove(row);
    }
    body()->addWidget(line());
    addFacts(m_text.facts);
    addWarnings(m_text.warnings);
    addChecks(m_text.checks);
    addRaw(approval, m_text.hashLabel);
    body()->addStretch(1);
    addGate();
    addFoot();
    updateHold();
}

void SignWindow::showEvent(QShowEvent* event)
{
    FrameWindow::showEvent(event);
    m_no->setFocus(Qt::OtherFocusReason);
}

void SignWindow::addSentence(const StatementText& text)
{
    const auto& t = m_look.tokens;
    auto* box = new QVBoxLayout;
    box->setContentsMargins(m_look.px(24), m_look.px(16), m_look.px(24), m_look.px(14));
    box->setSpacing(m_look.px(4));
    box->addWidget(label(text.asked, Face::Caption, t.text3));
    QString html = text.sentence.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    html.replace(kMonoOn, QStringLiteral("<span style=\"font-family:'AutoChain Mono',monospace;font-weight:400;"
                                         "font-size:%1px;letter-spacing:0\">")
                              .arg(m_look.px(18)));
    html.replace(kMonoOff, QStringLiteral("</span>"));
    auto* sentence = label({}, Face::Title, t.text);
    sentence->setTextFormat(Qt::RichText);
    sentence->setText(QStringLiteral("<div style='line-height:%1px'>%2</div>").arg(m_look.px(28)).arg(html));
    sentence->setWordWrap(true);
    sentence->setAccessibleName(plain(text.sentence));
    sentence->setObjectName(QStringLiteral("sentence"));
    box->addWidget(sentence);
    body()->addLayout(box);
}

QWidget* SignWindow::amountOf(const TextRow& row) const
{
    const auto& t = m_look.tokens;
    auto* out = new QLabel;
    out->setTextFormat(Qt::RichText);
    out->setFont(m_look.font(Face::Body));
    out->setText(QStringLiteral("<span style='color:%1;font-weight:%2'>%3</span>%4")
                     .arg(t.text.name(), row.strongAmount ? QStringLiteral("600") : QStringLiteral("400"),
                          row.amount.toHtmlEscaped(),
                          row.unit.isEmpty() ? QString()
                                             : QStringLiteral(" <span style='color:%1;font-size:%2px'>%3</span>")
                                                   .arg(t.text3.name())
                                                   .arg(m_look.px(12))
                                                   .arg(row.unit.toHtmlEscaped())));
    out->setMinimumHeight(m_look.lineHeight(Face::Body));
    out->setAccessibleName(row.unit.isEmpty() ? row.amount : row.amount + QLatin1Char(' ') + row.unit);
    return out;
}

QLabel* SignWindow::addressLabel(const Address& address) const
{
    auto* out = new QLabel;
    QFont font = m_look.font(Face::Mono);
    font.setPixelSize(m_look.px(12));
    font.setWordSpacing(-m_look.px(1));
    out->setFont(font);
    out->setTextFormat(Qt::RichText);
    out->setText(colouredAddress(address, m_look.tokens));
    out->setAccessibleName(qs(checksumAddress(address)));
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    out->setFixedHeight(m_look.lineHeight(Face::Mono));
    return out;
}

void SignWindow::addMove(const TextRow& row)
{
    const auto& t = m_look.tokens;
    auto* grid = new QGridLayout;
    grid->setContentsMargins(m_look.px(24), m_look.px(11), m_look.px(24), m_look.px(10));
    grid->setHorizontalSpacing(m_look.px(8));
    grid->setVerticalSpacing(m_look.px(2));
    grid->setColumnMinimumWidth(0, m_look.px(88));
    grid->setColumnStretch(1, 1);
    grid->addWidget(label(row.label, Face::Body, t.text3), 0, 0, Qt::AlignTop);
    auto* what = label(row.what, Face::Strong, t.text);
    what->setWordWrap(true);
    grid->addWidget(what, 0, 1, 1, row.amount.isEmpty() ? 2 : 1);
    if (!row.amount.isEmpty()) {
        grid->addWidget(amountOf(row), 0, 2, Qt::AlignRight | Qt::AlignTop);
    }
    if (row.address) {
        grid->addWidget(addressLabel(*row.address), 1, 1, 1, 2);
    }
    body()->addLayout(grid);
}

void SignWindow::addFacts(const QList<TextRow>& rows)
{
    const auto& t = m_look.tokens;
    auto* grid = new QGridLayout;
    grid->setContentsMargins(m_look.px(24), m_look.px(11), m_look.px(24), m_look.px(7));
    grid->setHorizontalSpacing(m_look.px(8));
    grid->setVerticalSpacing(m_look.px(4));
    grid->setColumnMinimumWidth(0, m_look.px(88));
    grid->setColumnStretch(1, 1);
    int at = 0;
    for (const auto& row : rows) {
        grid->addWidget(label(row.label, Face::Body, t.text3), at, 0, Qt::AlignTop);
        auto* what = label(row.what, row.mono ? Face::Mono : Face::Body, t.text);
        what->setWordWrap(true);
        if (row.mono) { // hashes have no place to break
            QString broken = row.what;
            for (qsizetype i = 40; i < broken.size(); i += 41) {
                broken.insert(i, QLatin1Char('\n'));
            }
            what->setText(broken);
        }
        grid->addWidget(what, at, 1, 1, row.amount.isEmpty() ? 2 : 1);
        if (!row.amount.isEmpty()) {
            grid->addWidget(amountOf(row), at, 2, Qt::AlignRight | Qt::AlignTop);
        }
        ++at;
        if (row.address) {
            grid->addWidget(addressLabel(*row.address), at++, 1, 1, 2);
        }
    }
    body()->addLayout(grid);
}

void SignWindow::addWarnings(const QStringList& warnings)
{
    if (warnings.isEmpty()) {
        return;
    }
    const auto& t = m_look.tokens;
    auto* around = block(t.attentionTint);
    auto* row = new QHBoxLayout(around);
    row->setContentsMargins(m_look.px(12), m_look.px(8), m_look.px(12), m_look.px(8));
    row->setSpacing(m_look.px(10));
    auto* icon = new QLabel;
    icon->setPixmap(art(m_look, QStringLiteral("marks/attention"), 18, t.attention, 1.75, t.attentionTint));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(label(tr("What could go wrong"), Face::Strong, t.text));
    auto* text = label({}, Face::Body, t.text2);
    text->setTextFormat(Qt::RichText);
    QStringList escaped;
    for (const auto& warning : warnings) {
        escaped << warning.toHtmlEscaped();
    }
    text->setText(QStringLiteral("<div style='line-height:%1px'>%2</div>")
                      .arg(m_look.px(20))
                      .arg(escaped.join(QStringLiteral("<br>"))));
    text->setWordWrap(true);
    text->setAccessibleName(warnings.join(QLatin1Char(' ')));
    lines->addWidget(text);
    row->addLayout(lines, 1);
    auto* margins = new QVBoxLayout;
    margins->setContentsMargins(m_look.px(24), 0, m_look.px(24), 0);
    margins->addWidget(around);
    body()->addLayout(margins);
}

void SignWindow::addChecks(const QStringList& checks)
{
    const auto& t = m_look.tokens;
    auto* grid = new QGridLayout;
    grid->setContentsMargins(m_look.px(24), m_look.px(8), m_look.px(24), m_look.px(7));
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(m_look.px(2));
    grid->setColumnMinimumWidth(0, m_look.px(264));
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < checks.size(); ++i) {
        auto* cell = new QHBoxLayout;
        cell->setSpacing(m_look.px(6));
        auto* tick = new QLabel;
        tick->setPixmap(art(m_look, QStringLiteral("icon/check"), 14, t.clean, 2));
        cell->addWidget(tick);
        auto* text = label(checks[i], Face::Body, t.text2);
        text->setAccessibleName(tr("checked: %1").arg(checks[i]));
        cell->addWidget(text, 1);
        grid->addLayout(cell, i / 2, i % 2);
    }
    body()->addLayout(grid);
}

void SignWindow::addRaw(const Approval& approval, const QString& hashLabel)
{
    const auto& t = m_look.tokens;
    auto* box = new QVBoxLayout;
    box->setContentsMargins(m_look.px(24), 0, m_look.px(24), 0);
    box->setSpacing(0);
    box->addWidget(line());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* open = new FlatButton(m_look, FlatButton::Style::Quiet, tr("Raw data, %1 bytes").arg(approval.raw.size()));
    open->setAccessibleName(tr("Show raw data, %1 bytes").arg(approval.raw.size()));
    open->setObjectName(QStringLiteral("raw"));
    open->setCheckable(true);
    open->setHeight(24);
    open->setFont(m_look.font(Face::Body));
    auto* chevron = new QLabel;
    chevron->setPixmap(art(m_look, QStringLiteral("icon/chevron-right"), 16, t.text2));
    row->addWidget(chevron);
    row->addWidget(open);
    row->addStretch(1);
    const QString hash = qs(toHex0x(approval.hash));
    auto* shown = label(QStringLiteral("%1 %2…%3").arg(hashLabel, hash.left(10), hash.right(8)), Face::Mono, t.text2);
    shown->setToolTip(hash);
    shown->setAccessibleName(hashLabel + QLatin1Char(' ') + hash);
    row->addWidget(shown);
    box->addLayout(row);
    QStringList lines = m_text.moreChecks;
    for (const auto& number : m_text.numbers) {
        lines << number.label + QLatin1Char(' ') + number.what;
    }
    lines << QString() << hash << QString() << qs(toHex0x(approval.raw));
    auto* raw = new QPlainTextEdit(lines.join(QLatin1Char('\n')));
    raw->setReadOnly(true);
    raw->setFont(m_look.font(Face::Mono));
    raw->setFrameShape(QFrame::NoFrame);
    raw->setAccessibleName(tr("Raw data"));
    raw->setWordWrapMode(QTextOption::WrapAnywhere);
    raw->setFixedHeight(m_look.px(160));
    raw->setTabChangesFocus(true);
    raw->hide();
    box->addWidget(raw);
    connect(open, &QAbstractButton::toggled, this, [this, raw, chevron](bool on) {
        raw->setVisible(on);
        chevron->setPixmap(art(m_look, on ? QStringLiteral("icon/chevron-down") : QStringLiteral("icon/chevron-right"),
                               16, m_look.tokens.text2));
    });
    body()->addLayout(box);
}

void SignWindow::addFoot()
{
    m_typing = new QWidget;
    auto* typing = new QHBoxLayout(m_typing);
    typing->setContentsMargins(m_look.px(4), 0, 0, 0);
    m_typed = new QLineEdit;
    m_typed->setFont(m_look.font(Face::Body));
    m_typed->setFixedHeight(m_look.px(36));
    m_typed->setPlaceholderText(m_text.typePrompt);
    m_typed->setAccessibleName(m_text.typePrompt);
    typing->addWidget(m_typed, 1);
    auto* sign = new FlatButton(m_look, FlatButton::Style::Normal, m_text.yes);
    sign->setHeight(36);
    sign->setEnabled(false);
    sign->ignoreEnter();
    sign->setAccessibleDescription(tr("Off until the text is the same"));
    typing->addWidget(sign);
    m_typing->hide();
    foot()->addWidget(m_typing);
    // Comparing letter by letter; Enter in the field does nothing.
    connect(m_typed, &QLineEdit::textChanged, this,
            [this, sign](const QString& text) { sign->setEnabled(text.trimmed() == m_text.typed); });
    connect(sign, &QAbstractButton::clicked, this, [this] { answer(true); });

    auto* row = new QHBoxLayout;
    row->setSpacing(m_look.px(4));
    m_no = new FlatButton(m_look, FlatButton::Style::Normal, m_text.no);
    m_no->setKeyHint(tr("Esc"));
    m_no->setHeight(44);
    m_hold = new HoldButton(m_look, m_text.hold);
    m_hold->setHeight(44);
    row->addWidget(m_no, 231);
    row->addWidget(m_hold, 268);
    foot()->addLayout(row);
    connect(m_no, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(m_hold, &HoldButton::held, this, [this] { answer(true); });
    connect(m_hold, &QAbstractButton::clicked, this, &SignWindow::askToType);
}

void SignWindow::askToType()
{
    m_typing->show();
    m_typed->setFocus(Qt::OtherFocusReason);
}

} // namespace autochain::signer
