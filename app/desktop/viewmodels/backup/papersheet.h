// SPDX-License-Identifier: GPL-3.0-or-later
// A page to write the words on by hand. The words are never on it: a printer and its spooler keep what they print.
#pragma once

#include <QDate>
#include <QPainter>
#include <QString>

namespace autochain::desktop
{

struct SheetFacts {
    QString network;
    QString person;
    QString address; // with checksum; empty: a line to write it on
    QDate date;
    QString version;
};

/// Tenths of a point: what paintSheet() draws in.
inline constexpr int kSheetUnitsPerPoint = 10;

/// `page`: size of the paper in units, at least A5. Needs a QGuiApplication.
void paintSheet(QPainter& painter, const QSizeF& page, const SheetFacts& facts);
/// One page, A4 or, where the locale measures in inches, Letter. False: the file could not be written.
bool writeSheet(const QString& path, const SheetFacts& facts);

} // namespace autochain::desktop
