// SPDX-License-Identifier: GPL-3.0-or-later
// What a drive's signals and its device's remarks are called, on paper and on the vehicle's page.
#pragma once

#include <QString>

#include <string>

namespace autochain::report
{

// A signal or remark nobody gave words to keeps its own name.
QString signalName(const std::string& key);
QString flagName(const std::string& key);
// In the order in which a mechanic looks; those without words come last, all at the same place.
std::size_t signalPlace(const std::string& key);

} // namespace autochain::report
