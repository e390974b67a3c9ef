// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/panellines.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace autochain::desktop
{
namespace
{
constexpr int kLongWord = 20;

// A name may be long and without blanks: it breaks anywhere rather than being cut or widening the panel.
QString breakable(const QString& text)
{
    QString out;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        out += c;
        if (run == kLongWord && !c.isHighSurrogate()) {
            out += QChar(0x200B);
            run = 0;
        }
    }
    return out;
}
} // namespace

PanelLines::PanelLines(const Look& look, QWidget* parent)
    : QWidget(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(look.px(6));
}

void PanelLines::setLines(const std::vector<CarLine>& lines, const QString& closing)
{
    if (lines == m_lines && closing == m_closing && m_column->count() > 0) {
        return; // one of them may have the focus
    }
    m_lines = lines;
    m_closing = closing;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const CarLine& line : lines) {
        m_column->addWidget(makeLine(line));
    }
    if (!closing.isEmpty()) {
        QLabel* label = makeLabel(m_look, Face::Caption, m_look.tokens.text3, closing, this);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
}

QWidget* PanelLines::makeLine(const CarLine& line)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setHorizontalSpacing(m_look.px(8));
    grid->setColumnStretch(0, 1);
    auto* text = makeLabel(m_look, Face::Body, m_look.tokens.text, breakable(line.text), box);
    if (!line.route.isEmpty()) {
        text->setTextFormat(Qt::RichText);
        text->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
        text->setText(QStringLiteral("<a href='go' style='color:%1;text-decoration:none'>%2</a>")
                          .arg(m_look.tokens.accentText.name(), breakable(line.text).toHtmlEscaped()));
        connect(text, &QLabel::linkActivated, this, [this, route = line.route] { emit opened(route); });
    }
    text->setAccessibleName(line.text);
    text->setWordWrap(true);
    text->setMinimumWidth(1);
    auto* caption = makeLabel(m_look, Face::Caption, m_look.tokens.text3, line.caption, box);
    caption->setWordWrap(true);
    caption->setMinimumWidth(1);
    auto* mark = new QLabel(box);
    mark->setPixmap(provenanceMark(m_look, line.level, 13));
    mark->setAccessibleName(line.levelWord);
    mark->setToolTip(line.levelWord);
    grid->addWidget(text, 0, 0);
    grid->addWidget(mark, 0, 1, Qt::AlignTop);
    grid->addWidget(caption, 1, 0);
    return box;
}

} // namespace autochain::desktop
