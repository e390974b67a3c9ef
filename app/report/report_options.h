// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a report that is not in the history itself. Travels inside the PDF beside the history, so that the
// same pages can be drawn again.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"
#include "chain/provenance.h"

#include <QByteArray>
#include <QString>

namespace autochain::report
{

enum class Paper { A4, Letter };
enum class Scope { Whole, Summary };

struct ReportOptions {
    Paper paper = Paper::A4;
    Scope scope = Scope::Whole;
    QString language = QStringLiteral("en"); // BCP 47, of words, dates and numbers
    UnixTime drawnAt = 0;                    // also "now" of every verdict in it
    QString network;                         // name of the network file; what the chain is called is nobody's proof
    Provenance provenance = Provenance::Reported; // how well the header was known when it was drawn: a claim
    bool offline = false;                         // from the cache, no node was asked
    QString body;                                 // drawing on the cover: "saloon", "estate" …; empty: none
    QString paint;                                // rrggbb; empty: grey
    QString drawnBy;                              // program, Qt and specimen (specimen.h)
    bool operator==(const ReportOptions&) const = default;
};

inline constexpr qsizetype kMaxOptionsBytes = 4096;

// Canonical JSON: keys sorted, no blanks; the same options give the same bytes.
QByteArray writeOptions(const ReportOptions& options);
// Written by strangers: unknown keys, missing keys and anything that would not be written again the same way are
// refused. VehicleError::ReportUnreadable with the field.
Result<ReportOptions> parseOptions(const QByteArray& json);

} // namespace autochain::report
