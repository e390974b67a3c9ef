// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desklook.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

namespace autochain::desktop
{

QPalette paletteOf(const Look& look)
{
    const auto& t = look.tokens;
    QPalette palette;
    palette.setColor(QPalette::Window, t.canvas);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.sunken);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.surface);
    palette.setColor(QPalette::Link, t.accentText);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.border);
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, t.borderControl);
    palette.setColor(QPalette::Shadow, t.borderControl);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.text3);
    }
    return palette;
}

QColor nodataOf(const Look& look)
{
    return look.dark ? QColor(0xAEB3BB) : QColor(0x53565D);
}

QColor colorOf(const Look& look, vehicle::Status status)
{
    switch (status) {
    case vehicle::Status::Clean:
        return look.tokens.clean;
    case vehicle::Status::Attention:
        return look.tokens.attention;
    case vehicle::Status::Problem:
        return look.tokens.problem;
    case vehicle::Status::NoData:
        break;
    }
    return nodataOf(look);
}

QPixmap verdictMark(const Look& look, vehicle::Status status, int size)
{
    const char* const names[] = {"clean", "attention", "problem", "nodata"};
    return signer::art(look, QStringLiteral("marks/") + QLatin1String(names[static_cast<int>(status)]), size,
                       colorOf(look, status), 1.75, look.tokens.surface);
}

QPixmap provenanceMark(const Look& look, const QString& level, int size)
{
    const QColor color = level == QLatin1String("proven")     ? look.tokens.accentText
                         : level == QLatin1String("local")    ? look.tokens.practice
                         : level == QLatin1String("reported") ? look.tokens.text3
                         : level == QLatin1String("stale")    ? look.tokens.attention
                                                              : QColor();
    return color.isValid() ? signer::art(look, QStringLiteral("marks/") + level, size, color, 1.75, look.tokens.surface)
                           : QPixmap();
}

QLabel* makeLabel(const Look& look, Face face, const QColor& color, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(look.font(face));
    label->setTextFormat(Qt::PlainText);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
    return label;
}

void dressField(const Look& look, QLineEdit& field, bool wrong)
{
    const auto& t = look.tokens;
    field.setFont(look.font(Face::Body));
    field.setStyleSheet(
        QStringLiteral("QLineEdit{background:%1;color:%2;border:%3px solid %4;border-radius:%5px;padding:0 %6px;"
                       "selection-background-color:%7;selection-color:%8}"
                       "QLineEdit:focus{border:%9px solid %10}")
            .arg(t.surface.name(), t.text.name())
            .arg(wrong ? 2 : 1)
            .arg((wrong ? t.problem : t.borderControl).name())
            .arg(look.px(6))
            .arg(look.px(8))
            .arg(t.accent.name(), t.onAccent.name())
            .arg(look.px(2))
            .arg(t.focus.name()));
}

void dressChoice(const Look& look, QComboBox& choice)
{
    const auto& t = look.tokens;
    choice.setFont(look.font(Face::Body));
    choice.setStyleSheet(
        QStringLiteral("QComboBox{background:%1;color:%2;border:1px solid %3;border-radius:%4px;padding:0 %5px}"
                       "QComboBox:focus{border:%6px solid %7}"
                       "QComboBox::drop-down{border:0;width:%8px}")
            .arg(t.surface.name(), t.text.name(), t.borderControl.name())
            .arg(look.px(6))
            .arg(look.px(8))
            .arg(look.px(2))
            .arg(t.focus.name())
            .arg(look.px(22)));
    // A style sheet's arrow would be a file of one colour and size.
    auto* arrow = new QLabel(&choice);
    arrow->setPixmap(signer::art(look, QStringLiteral("icon/chevron-down"), 14, t.text2));
    arrow->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* row = new QHBoxLayout(&choice);
    row->setContentsMargins(0, 0, look.px(6), 0);
    row->addStretch();
    row->addWidget(arrow);
}

void dressTick(const Look& look, QCheckBox& tick)
{
    // The style draws the box in a darker shade of the ground behind it.
    QPalette palette = paletteOf(look);
    palette.setColor(QPalette::Window, look.tokens.borderControl.lighter(140));
    tick.setPalette(palette);
    tick.setFont(look.font(Face::Body));
}

void dressBars(const Look& look, QAbstractScrollArea& area)
{
    const auto& t = look.tokens;
    const QString sheet =
        QStringLiteral("QScrollBar{background:%1;border:0}"
                       "QScrollBar:vertical{width:%2px}QScrollBar:horizontal{height:%2px}"
                       "QScrollBar::handle{background:%3;border-radius:%4px;margin:%5px}"
                       "QScrollBar::handle:vertical{min-height:%6px}QScrollBar::handle:horizontal{min-width:%6px}"
                       "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}"
                       "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}")
            .arg(t.surface.name())
            .arg(look.px(12))
            .arg(t.borderControl.name())
            .arg(look.px(3))
            .arg(look.px(3))
            .arg(look.px(28));
    area.verticalScrollBar()->setStyleSheet(sheet);
    area.horizontalScrollBar()->setStyleSheet(sheet);
}

} // namespace autochain::desktop
