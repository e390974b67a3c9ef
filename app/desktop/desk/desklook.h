// SPDX-License-Identifier: GPL-3.0-or-later
// The suite's tokens for the desk's widgets: the same source as the signer's windows use, and what only a table needs.
#pragma once

#include "buttons.h"
#include "tokens.h"
#include "vehicle/assess.h"

#include <QPalette>

class QAbstractScrollArea;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace autochain::desktop
{
using signer::Face;
using signer::FlatButton;
using signer::Look;

inline constexpr int kDeskRow = 25; // px at 100 %
inline constexpr int kDeskHead = 28;

QPalette paletteOf(const Look& look);
QColor nodataOf(const Look& look); // sign of "no data"
QColor colorOf(const Look& look, vehicle::Status status);
QPixmap verdictMark(const Look& look, vehicle::Status status, int size);
QPixmap provenanceMark(const Look& look, const QString& level, int size); // "proven" …; null for others

QLabel* makeLabel(const Look& look, Face face, const QColor& color, const QString& text, QWidget* parent);
// A field with the suite's outline and focus ring.
void dressField(const Look& look, QLineEdit& field, bool wrong = false);
void dressChoice(const Look& look, QComboBox& choice);
void dressTick(const Look& look, QCheckBox& tick); // its box stands out on dark ground, too
void dressBars(const Look& look, QAbstractScrollArea& area);

} // namespace autochain::desktop
