// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dealer/table.h"

#include <QString>

class QPagedPaintDevice;

namespace autochain::desktop
{
/// The cars as a list on paper, A4 or what the device has, landscape: columns as on the desk, verdicts in words, when
/// each was read. Gives the number of pages; 0: the device takes nothing.
int printCars(QPagedPaintDevice& device, const dealer::Table& table, const std::vector<std::uint32_t>& rows,
              const std::vector<dealer::Column>& columns, const QString& title, UnixTime now);
} // namespace autochain::desktop
