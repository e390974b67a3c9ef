// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the tables over time. Steps are numbered from 1 and only ever added; docs/store-format.md describes
// them.
#pragma once

#include "store/database.h"

#include <span>

namespace autochain::store
{

struct Migration {
    int number = 0; // 1, 2, 3 …; the file's `PRAGMA user_version` after the step
    const char* sql = nullptr;
};

std::span<const Migration> allMigrations();
Result<int> versionOf(Database& database); // 0: empty file

// Brings the file forward, all steps in one transaction. A file that already has a version above 0 is first copied to
// "<path>.v<version>.bak" (an older copy of that name is replaced). Errors: NewerVersion, MigrationFailed and those of
// backupTo.
Result<> migrate(Database& database, const SecretBytes& key32, std::span<const Migration> steps = allMigrations());

// The same without a copy first, inside the caller's transaction: for a store that is being built.
Result<> migrateEmpty(Database& database, std::span<const Migration> steps = allMigrations());

// open + migrate: what programs use.
Result<Database> openStore(const std::string& path, const SecretBytes& key32, const OpenOptions& options = {});

} // namespace autochain::store
