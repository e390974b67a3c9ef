// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace autochain::messages
{
// Puts the arguments into %1, %2:auc … (see tables.h) in one pass, so that an argument cannot bring placeholders of its
// own. A missing argument becomes "…"; control characters are dropped and an argument is cut at 200 characters.
QString fillIn(const QString& text, const std::vector<std::string>& args);
} // namespace autochain::messages
