// SPDX-License-Identifier: GPL-3.0-or-later
// The suite's design tokens, as far as the signer's windows use them, and the fonts and sizes made from them.
#pragma once

#include <QColor>
#include <QFont>

namespace autochain::signer
{

struct Tokens {
    QColor canvas, rail, surface, sunken, hover, pressed, divider, border, borderControl;
    QColor text, text2, text3;
    QColor accent, onAccent, accentText, accentTint;
    QColor clean, attention, attentionTint, problem, problemTint;
    QColor practice, practiceTint, focus;
};
Tokens lightTokens();
Tokens darkTokens();

enum class Face { Title, Heading, Body, Label, Strong, Caption, CaptionStrong, Mono, MonoTitle };

// Colours and sizes at one scale (1.0 to 3.0). Every size in the windows goes through px().
struct Look {
    Tokens tokens;
    bool dark = false;
    double scale = 1.0;

    int px(int at100) const { return qRound(at100 * scale); }
    QFont font(Face face) const;
    int lineHeight(Face face) const; // pixels, scaled
};

// Recoloured Lucide icon or mark of the suite, e.g. "icon/key-round", "marks/attention"; `cut` is the colour of a
// mark's sign.
QPixmap art(const Look& look, const QString& name, int size, const QColor& color, double stroke = 1.75,
            const QColor& cut = {});

enum class Theme { System, Light, Dark };
Look makeLook(Theme theme, double scale); // needs a QGuiApplication

} // namespace autochain::signer
