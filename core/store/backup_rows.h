// SPDX-License-Identifier: GPL-3.0-or-later
// What a backup says, as plain values: rows of named tables. The bytes are described in docs/backup-format.md.
#pragma once

#include "base/bytes.h"
#include "store/error.h"

#include <variant>

namespace autochain::store
{

using BackupValue = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

struct BackupTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<BackupValue>> rows; // each as long as `columns`
    bool operator==(const BackupTable&) const = default;
};

struct BackupContents {
    int schema = 0; // the store's version the columns belong to
    std::vector<BackupTable> tables;
    bool operator==(const BackupContents&) const = default;
};

Bytes encodeContents(const BackupContents& contents);
// Every count and length is held against what is left. BadBackup.
Result<BackupContents> decodeContents(BytesView bytes);

} // namespace autochain::store
