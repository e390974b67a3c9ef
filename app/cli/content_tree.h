// SPDX-License-Identifier: GPL-3.0-or-later
// A file or folder by its CID onto the disk: whole or not at all.
#pragma once

#include "content/content_reader.h"

#include <QString>

namespace autochain::cli
{

struct Written {
    bool isFolder = false;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    QStringList symlinks; // met and left out: "path -> target"
};

// Nothing may be at `path` where it becomes a folder; a file there is replaced. Errors: those of content_reader.h,
// IoError, TooLarge, TooDeep and TooManyEntries of the tree as a whole.
QCoro::Task<Result<Written>> writeTree(BlockSource& from, Cid root, QString path, ReadLimits limits,
                                       ReadProgress progress);

} // namespace autochain::cli
