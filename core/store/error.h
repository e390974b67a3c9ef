// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class StoreError {
    WrongKey,        // the database was not made with this key (or is not a database at all)
    Corrupt,         // the right key, and the pages still do not hold together
    Busy,            // another process keeps it locked longer than the busy timeout
    DiskFull,        // nothing was changed
    IoError,         // the system could not read or write; detail: SQLite's words
    NoAccess,        // may not open or create the file; args: path
    ReadOnly,        // the file or its folder may not be written
    NewerVersion,    // written by a newer program; args: its version, ours
    MigrationFailed, // args: number of the step; the backup beside the file is untouched
    WrongPassphrase, // vault file: the passphrase does not open it
    BadVault,        // vault file: damaged, not ours or out of the caps
    AlreadyExists,   // would overwrite a vault; args: path
    Conflict,        // breaks a rule of the tables (the same nonce twice, a state out of order)
    NotFound,        // no such entry
    OutOfMemory,
    BadBackup,     // a backup file that is damaged, cut or not one
    ForeignBackup, // a whole backup file made with other words
    Misuse,        // a defect of the program: bad SQL or bind index; detail says which
    FolderGone     // the folder chosen for backups is not there (a stick that was pulled out); args: path
};
constexpr Domain domainOf(StoreError)
{
    return Domain::Store;
}
} // namespace autochain
