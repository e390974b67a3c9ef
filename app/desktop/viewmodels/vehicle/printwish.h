// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose in a print dialog, and the way of a finished PDF to that printer.
#pragma once

#include "report/report_options.h"

#include <QCoroTask>
#include <QString>
#include <QStringList>

namespace autochain::desktop
{

struct PrintWish {
    QString printer; // its queue; empty: into `file`
    QString file;
    report::Paper paper = report::Paper::A4; // what is drawn
    QString scaledTo;                        // the printer's paper where it is another ("A5"); empty: as drawn
    int copies = 1;
    QStringList options; // name=value, as CUPS knows them
    bool operator==(const PrintWish&) const = default;
};

// The arguments of `lp`. Options of any other form than name=value are left out.
QStringList printArguments(const PrintWish& wish, const QString& pdf, const QString& title);
// Hands the file to the printing system, whose own format PDF is: the printer gets the pages as they were drawn.
// VehicleError::ReportFailed with what it said.
QCoro::Task<Result<>> sendToPrinter(PrintWish wish, QString pdf, QString title);

} // namespace autochain::desktop
