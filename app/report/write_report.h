// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a report as PDF/A-1b (ISO 19005-1). The same packet gives the same bytes on every computer with the same
// program and Qt, in a process that was prepared with prepareDrawing().
#pragma once

#include "report/report_packet.h"

#include <QImage>

#include <functional>

namespace autochain::report
{

// Before the QGuiApplication is made: hash seed, time zone and platform, on which Qt's PDF depends.
void prepareProcess();
// After it: loads the typefaces. False: they could not be.
bool prepareDrawing();

// Of every page drawn; false stops.
using Progress = std::function<bool(int page, int pages)>;

// ReportUnreadable: the bundle is none, or `progress` said to stop ("cancelled").
Result<QByteArray> drawReport(const ReportPacket& packet, const Progress& progress = {});
// The first page, `width` pixels wide (at most 2000).
Result<QImage> drawPreview(const ReportPacket& packet, int width);

// The report of the same history and options, as `pdf` has to look if nobody changed it.
Result<QByteArray> drawAgain(const QByteArray& pdf, const Progress& progress = {});

// "AutoChain 0.1.0, Qt 6.4.2, a1b2c3d4e5f60718": the last is a fingerprint of how this very program draws a specimen,
// so that another version is not taken for a forger.
QString drawnBy(const QString& version);

} // namespace autochain::report
