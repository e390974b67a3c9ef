// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections that somebody who could open them put into a report on purpose: the block as the record names it,
// and the key that opens this block and nothing else. So whoever has the file sees that the text is the record's own.
#pragma once

#include "privacy/document.h"
#include "vehicle/record.h"

#include <QByteArray>

#include <map>

namespace autochain::report
{

struct OpenedSection {
    std::uint64_t record = 0;
    Bytes block; // docs/private-sections.md
    Bytes key;   // 32 bytes
    bool operator==(const OpenedSection&) const = default;
};

inline constexpr int kMostOpened = 64;
inline constexpr qsizetype kMaxOpenedBytes = 32LL * 1024 * 1024;

// Canonical JSON; empty for none.
QByteArray writeOpened(const std::vector<OpenedSection>& sections);
// ReportUnreadable "private".
Result<std::vector<OpenedSection>> parseOpened(const QByteArray& json);

using OpenedDocuments = std::map<std::uint64_t, privacy::Document>; // by record
// Every section must be the one its record names, of this car, kind and writer, and open whole; else ReportUnreadable
// "private": nothing of it may stand beside proven things. The records' contents must be held against the chain
// already.
Result<OpenedDocuments> openSections(const QByteArray& json, const Hash32& vehicleId,
                                     const std::vector<vehicle::Record>& records);

} // namespace autochain::report
