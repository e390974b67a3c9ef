// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault_storage.h"

#include "store/durable_file.h"

namespace autochain::vault
{
namespace
{

Result<std::string> textAt(const std::string& path)
{
    AC_TRY(const Bytes bytes, store::readWhole(path, kMaxVaultBytes));
    return std::string(bytes.begin(), bytes.end());
}

} // namespace

Result<StoredVault> loadVault(const std::string& path)
{
    auto text = textAt(path);
    if (!text.ok()) {
        return text.error().is(StoreError::Corrupt) ? Error(StoreError::BadVault, {}, "too large") : text.error();
    }
    AC_TRY(VaultFile file, readVault(*text));
    return StoredVault{std::move(file), std::move(*text)};
}

Result<> saveVault(const std::string& path, const VaultFile& file, std::string& known)
{
    const auto before = textAt(path);
    if (before.ok() && *before != known) {
        return Error(StoreError::Conflict, {}, "not the vault that was read");
    }
    if (!before.ok() && !before.error().is(StoreError::NotFound)) {
        return before.error();
    }
    std::string text = writeVault(file);
    AC_CHECK(readVault(text)); // what could not be read again must not be written
    const auto written = store::writeDurably(path, asBytes(text));
    const auto after = textAt(path);
    const bool there = after.ok() && *after == text;
    if (there) {
        known = std::move(text);
    }
    return written.ok() && !there ? Result<>(Error(StoreError::IoError, {}, "not as it was written")) : written;
}

} // namespace autochain::vault
