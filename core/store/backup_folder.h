// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of one store: a folder of files "autochain-<unix time>.acbackup", written on a schedule, each verified
// by reading it back from the disk.
#pragma once

#include "store/backup.h"

namespace autochain::store
{

struct BackupSchedule {
    bool enabled = true;
    std::int64_t everySeconds = 24 * 3'600;
    int keep = 7; // files; at least 1
};

// Pure. `last`: when the newest backup was made. One from the future (a clock that ran ahead) does not count.
bool backupDue(UnixTime now, std::optional<UnixTime> last, const BackupSchedule& schedule);
// None where backups are switched off.
std::optional<UnixTime> nextBackupAt(UnixTime now, std::optional<UnixTime> last, const BackupSchedule& schedule);

struct BackupFile {
    std::string path;
    UnixTime madeAt = 0; // as its header says; 0 where that cannot be read
    std::uintmax_t bytes = 0;
    bool readable = false;              // the header is whole
    std::optional<UnixTime> verifiedAt; // when this store last proved that it restores
};

class BackupFolder
{
public:
    // `database` keeps which file was verified when (settings "backup.verified/<name>").
    BackupFolder(std::string folder, Database& database) : m_folder(std::move(folder)), m_database(database) {}

    Result<std::vector<BackupFile>> list();             // newest first; a folder that is not there is empty
    Result<std::optional<UnixTime>> last(UnixTime now); // newest readable one not from the future
    // Writes, syncs, reads back from the disk and drills; only then are older files beyond `keep` removed. On an error
    // the new file is gone and the old ones are all there. DiskFull, IoError, NoAccess, BadBackup (what was read back
    // is not what was written).
    Result<BackupReport> make(const SecretBytes& backupKey, UnixTime now, int keep = BackupSchedule().keep);
    // The drill on a file anywhere; a success is noted where the file is in this folder.
    Result<BackupReport> drill(const std::string& path, const SecretBytes& backupKey, UnixTime now);

private:
    Result<> note(const std::string& path, UnixTime now);
    Result<> rotate(const std::string& newest, int keep);
    std::string m_folder;
    Database& m_database;
};

Result<BackupSchedule> backupSchedule(Database& database); // the default where nothing is set
Result<> setBackupSchedule(Database& database, const BackupSchedule& schedule);

// A whole backup file; at most kMaxSealedBytes. NotFound, NoAccess, IoError, BadBackup (too large).
Result<Bytes> readBackupFile(const std::string& path);

} // namespace autochain::store
