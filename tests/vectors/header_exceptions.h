// SPDX-License-Identifier: GPL-3.0-or-later
// What ethereum/tests calls the reason why a block is invalid, in the names of all its years.
#pragma once

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace autochain::vectors
{

// Of a block: the value of "expectException" or of one of its variants; empty where there is none.
std::string exceptionOf(const QJsonObject& block);
// The rules by which a header may be refused for that reason; none where the header is not at fault.
std::optional<std::vector<const char*>> headerRulesOf(const std::string& exception);

} // namespace autochain::vectors
