// SPDX-License-Identifier: GPL-3.0-or-later
// What a write-ahead log holds that SQLite would pass over in silence. SQLite reads frames up to the first whose
// checksum does not fit and takes that for the end: right after a crash in the middle of a write, but a damaged frame
// would hide every transaction behind it. Format: sqlite.org/fileformat2.html, section 4.
#pragma once

#include "store/error.h"

#include <cstdint>
#include <string>

namespace autochain::store
{

struct WalState {
    bool present = false; // there is a log with at least one frame: the last process did not end orderly
    // Whole transactions were behind the first frame that does not fit, which no interrupted write leaves: damaged.
    bool damaged = false;
    // One unfinished transaction at the end; SQLite leaves it out. It was never acknowledged, unless the damage is in
    // the very last transaction: the two cannot be told apart.
    bool unfinished = false;
    std::uint32_t commits = 0; // whole transactions SQLite will read
};

// Nobody may be writing. A missing file is an empty state. IoError, NoAccess.
Result<WalState> scanWal(const std::string& walPath);

} // namespace autochain::store
