// SPDX-License-Identifier: GPL-3.0-or-later
// One encrypted file that brings back what the chain does not know: settings, names, drafts, watched cars, messages and
// pending co-signatures, grants that still hold, transactions on their way. Deals, titles and money need no backup:
// they are found again from the words and the chain. Described in docs/backup-format.md.
#pragma once

#include "base/clock.h"
#include "store/backup_rows.h"
#include "store/database.h"

namespace autochain::store
{

// What a drill or a restore found. Rows as they are afterwards, grants that are over left out.
struct BackupReport {
    UnixTime madeAt = 0;
    std::int64_t ageSeconds = 0; // at the `now` that was asked for; never below 0
    int schema = 0;
    std::size_t fileBytes = 0;
    std::vector<std::pair<std::string, std::int64_t>> rows; // by table, in the order of the file
    std::int64_t expiredGrants = 0;

    std::int64_t rowsOf(std::string_view table) const; // 0 where it has none
};

// The key of the backups of one set of words: HKDF-SHA256 of the 64-byte BIP-39 seed, without salt, info
// "autochain-backup-key/1". So the words alone open every backup.
Result<SecretBytes> backupKeyOfSeed(const SecretBytes& seed64);

// Reads in one transaction and seals. `backupKey`: 32 bytes.
Result<Bytes> writeBackup(Database& database, const SecretBytes& backupKey, UnixTime now);
// BadBackup, ForeignBackup, NewerVersion.
Result<BackupContents> readBackup(BytesView file, const SecretBytes& backupKey);

// Proves that file and key bring everything back: restores into memory, runs SQLite's checks, compares every row with
// the file's. Nothing on the disk is read or touched.
Result<BackupReport> drillBackup(BytesView file, const SecretBytes& backupKey, UnixTime now);
// Into a store that does not exist yet: built beside it, checked, then renamed, so after a crash it is there as a
// whole or not at all. AlreadyExists where there is a store at `storePath`.
Result<BackupReport> restoreBackup(BytesView file, const SecretBytes& backupKey, const std::string& storePath,
                                   const SecretBytes& databaseKey, UnixTime now);

} // namespace autochain::store
