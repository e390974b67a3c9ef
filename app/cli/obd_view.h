// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_report.h"

#include <QStringList>

namespace autochain::cli
{

std::string obdJson(const std::string& file, const imports::obd::Report& report);
QStringList obdLines(const std::string& file, const imports::obd::Report& report);

} // namespace autochain::cli
