// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd about lines of somebody's file, and what a log of the diagnosis socket shows, in words.
#pragma once

#include "imports/issue.h"
#include "imports/obd_report.h"
#include "imports/trouble_code.h"

#include <QString>

namespace autochain::messages
{

QString text(imports::Issue issue);
QString text(const imports::LineIssue& issue); // with column, value and suggestion
QString text(imports::obd::Condition condition);
QString text(imports::CodeSystem system);
QString text(imports::CodeOwner owner);
QString text(imports::CodeArea area); // empty for None

} // namespace autochain::messages
