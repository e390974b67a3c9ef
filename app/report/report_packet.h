// SPDX-License-Identifier: GPL-3.0-or-later
// The machine-readable half of a report: options and history bundle, in the PDF's own XMP metadata (ISO 16684-1), where
// PDF/A-1 (ISO 19005-1, 6.7) wants such things and other programs leave them in peace. docs/report.md has the format.
#pragma once

#include "report/report_options.h"

#include <QByteArray>
#include <QString>

namespace autochain::report
{

inline constexpr qsizetype kMaxReportBytes = 256LL * 1024 * 1024;
inline constexpr qsizetype kMaxBundleBytes = 64LL * 1024 * 1024;

struct ReportPacket {
    ReportOptions options;
    QByteArray bundle; // history bundle as it was exported (core/vehicle/history_bundle.h)
    QByteArray opened; // opened_sections.h; empty: none, as it always is unless a person asked for it
};

struct DocumentInfo { // must say the same as the PDF's information dictionary (ISO 19005-1, 6.7.3)
    QString title;
    QString creator;
    QString producer;
};

// A whole XMP packet. `bundle` at most kMaxBundleBytes.
QByteArray writeXmp(const ReportPacket& packet, const DocumentInfo& info);

// Finds the packet in any PDF, also in one whose streams another program has compressed (no other filter is undone).
// Nothing else of the PDF is looked at, so nothing is said about its pages. ReportUnreadable with what is wrong:
// "size", "encrypted", "packet" (none in it), "packets" (several), "bundle", "private", or a
// field of the options.
Result<ReportPacket> findPacket(const QByteArray& pdf);

} // namespace autochain::report
