// SPDX-License-Identifier: GPL-3.0-or-later
// A vault file on the disk: after a crash it is the old one or the new one.
#pragma once

#include "vault/vault_file.h"

namespace autochain::vault
{

struct StoredVault {
    VaultFile file;
    std::string text; // as it lies on the disk
};
// NotFound, BadVault, NewerVersion, NoAccess, IoError.
Result<StoredVault> loadVault(const std::string& path);

// Written durably, mode 0600, and read back. `known`: what the caller takes for the text on the disk (empty: no file
// yet); another program's vault is never written over. Becomes the new text, also where writing failed so late that it
// is there already. Conflict, DiskFull, NoAccess, ReadOnly, IoError.
Result<> saveVault(const std::string& path, const VaultFile& file, std::string& known);

} // namespace autochain::vault
