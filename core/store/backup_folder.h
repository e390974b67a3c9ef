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
    int keep = 7;       // files; at least 1
    std::string folder; // chosen by the person; empty: the home's own
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

    Result<std::vector<BackupFile>> list(); // newest first; a folder that is not there is empty
    // Newest one this store made and verified, not from the future. Others' files in the folder (two people and one
    // stick) do not count.
    Result<std::optional<UnixTime>> last(UnixTime now);
    // Writes, syncs, reads back from the disk and drills; only then are older files of this store beyond `keep`
    // removed. On an error the new file is gone and the old ones are all there. DiskFull, IoError, NoAccess, BadBackup
    // (what was read back is not what was written).
    Result<BackupReport> make(const SecretBytes& backupKey, UnixTime now, int keep = BackupSchedule().keep);

    // The three steps of make(). The first and last touch the database and belong to its thread; place() touches the
    // disk alone and may run in another.
    struct Draft {
        Bytes file;
        std::string path;
        UnixTime now = 0;
    };
    Result<Draft> prepare(const SecretBytes& backupKey, UnixTime now);
    static Result<BackupReport> place(const Draft& draft, const SecretBytes& backupKey);
    Result<> finish(const Draft& draft, int keep);

    // The drill on a file anywhere; a success is noted where the file is in this folder.
    Result<BackupReport> drill(const std::string& path, const SecretBytes& backupKey, UnixTime now);

    // After a drill of `path` by other means: noted where the file is in this folder.
    Result<> note(const std::string& path, UnixTime now);

private:
    Result<> rotate(const std::string& newest, int keep);
    std::string m_folder;
    Database& m_database;
};

Result<BackupSchedule> backupSchedule(Database& database); // the default where nothing is set
Result<> setBackupSchedule(Database& database, const BackupSchedule& schedule);

// Where backups go: the folder chosen, else `home`/backups. FolderGone where one was chosen and is not there now: it is
// never made anew, or files would pile up under the mount point of a stick that is in a drawer.
Result<std::string> backupFolderOf(const BackupSchedule& schedule, const std::string& home);

// When the words were last typed and found to bring everything back; none: never.
Result<std::optional<UnixTime>> lastWordsTest(Database& database);
Result<> noteWordsTest(Database& database, UnixTime now);

// A whole backup file; at most kMaxSealedBytes. NotFound, NoAccess, IoError, BadBackup (too large).
Result<Bytes> readBackupFile(const std::string& path);

} // namespace autochain::store
