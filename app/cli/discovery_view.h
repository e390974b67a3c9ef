// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, and what came of looking for them.
#pragma once

#include "output.h"
#include "signing/signer_port.h"
#include "store/watched_accounts.h"
#include "wallet/discovery.h"

#include <set>

namespace autochain::cli
{

QJsonObject accountJson(const SignerAccount& account);
QJsonObject watchedJson(const store::WatchedAccount& account);
Output accountOutput(const SignerAccount& account);
QString kindWord(AccountKind kind); // JSON: "words", "imported", "key-file"
QString kindText(const SignerAccount& account);

// Puts "scan" into the output and a table by path below its lines. `added`: those that are the vault's now; `known`:
// that were before.
void putScan(Output& out, const wallet::Discovery& discovery, const std::set<Address>& added,
             const std::set<Address>& known);

} // namespace autochain::cli
