// SPDX-License-Identifier: GPL-3.0-or-later
// What came of looking for the accounts of words, as it is said to people. Never "an empty wallet" without what was
// looked at.
#pragma once

#include "messages/error_text.h"
#include "wallet/discovery.h"

namespace autochain::messages
{

QString schemeName(const std::string& schemeId); // "Ledger Live"
QString endOf(const wallet::SchemeScan& scan);   // why it ended: "20 unused in a row"
QString progressOf(const wallet::Discovery& known);
// cause: what was found of how many asked; money: what that means; next: what to do.
ErrorText verdictOf(const wallet::Discovery& discovery);
// "found", "nothing-used", "found-in-part", "could-not-ask"; "gap", "most", "no-answer", "stopped": for JSON.
QString verdictName(wallet::DiscoveryVerdict verdict);
QString endName(wallet::SchemeScan::End end);

} // namespace autochain::messages
