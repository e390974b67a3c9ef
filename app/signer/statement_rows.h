// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the signer's window, row by row.
#pragma once

#include "signing/statement.h"
#include "statement_text.h"

namespace autochain::signer
{

// What moves, from whom to whom; then what it is paid out of.
QList<TextRow> moveRows(const signing::Statement& s, const QString& coin);
// What else the bytes say, except counters.
QList<TextRow> factRows(const signing::Statement& s, const QString& coin);
// Counters, which stand with the raw data.
QList<TextRow> numberRows(const signing::Statement& s, const QString& coin);

} // namespace autochain::signer
