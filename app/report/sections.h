// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a report, in the order of their functions.
#pragma once

#include "report/flow.h"
#include "report/report_source.h"
#include "report/words.h"

namespace autochain::report
{

struct Book {
    const ReportSource& source;
    const ReportOptions& options;
    Words words;
    vehicle::Assessment assessment;
    vehicle::Coverage coverage;
    Flow& flow;

    const vehicle::Vehicle& car() const { return source.car; }
    double width() const { return flow.page().width(); }
    // As drawn beside values: nothing is proven in a history that does not fit.
    Provenance provenance() const { return source.fits ? options.provenance : Provenance::Reported; }
    QString vin() const;   // or the title's number
    QString title() const; // "Subaru of Indiana, 2016"
};

void addCover(Book& book);   // fills the first page
void addSummary(Book& book); // chart, owners, accidents, liens and recalls, coverage
void addMissing(Book& book);
void addRecords(Book& book); // everything
void addGuide(Book& book);
void addProof(Book& book);

// proof_code.h of this history.
QByteArray proofCode(const ReportSource& source);

// Blocks that several parts use.
void addHeading(Flow& flow, const QString& text, double size = 13);
void addParagraph(Flow& flow, const QString& text, const Style& style = {}, bool keepWithNext = false);
void addFact(Flow& flow, const QString& key, const QString& value, Face face = Face::Regular);
void addBox(Flow& flow, const QString& mark, const QString& text, const QColor& edge, const QColor& ground,
            const QColor& color);

// Of a record, at `indent`: its private part in words, where it was opened for this report, else that there is one.
void addPrivatePart(Book& book, const vehicle::Record& record, double indent);

// Drawings inside an area.
void drawOdometer(Canvas& canvas, const Book& book, const QRectF& area);
void drawBodyMap(Canvas& canvas, const std::vector<vehicle::AccidentEntry>& accidents, bool looked, const QRectF& area);
void drawOwners(Canvas& canvas, const Book& book, const QRectF& area);
void drawCoverage(Canvas& canvas, const Book& book, const QRectF& area);

} // namespace autochain::report
