// SPDX-License-Identifier: GPL-3.0-or-later
// What a car's report is drawn from, read from the node and the content store.
#pragma once

#include "report/report_process.h"

namespace autochain::desktop
{

class Session;

struct CarReport {
    QByteArray bundle; // core/vehicle/history_bundle.h; empty: not read
    Provenance provenance = Provenance::Reported;
    int records = 0;
    int missing = 0; // records whose text was not to be had
};

// Fails where the history cannot be proven. The session must outlive the task.
QCoro::Task<Result<CarReport>> readCarReport(Session& session, Hash32 vehicleId);
// For everything but paper and scope. `body`, `paint`: of CarName.
report::ReportOptions reportOptions(const Session& session, Provenance provenance, const QString& body,
                                    const QString& paint);
// Where nobody chose: what this person's country has in its printers.
report::Paper usualPaper();
// The person stopped it: nothing to complain about.
bool wasCancelled(const Error& error);

} // namespace autochain::desktop
