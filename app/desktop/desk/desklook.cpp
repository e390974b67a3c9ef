// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desklook.h"

#include <QLabel>
#include <QLineEdit>

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

} // namespace autochain::desktop
