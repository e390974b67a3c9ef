// SPDX-License-Identifier: GPL-3.0-or-later
// The file `store.key` of earlier versions ("autochain-vault/1"): a database's 32-byte key under a passphrase, scrypt
// and AES-256-GCM. Only read, so that its key can be taken over into a vault.
#pragma once

#include "base/secret_bytes.h"
#include "store/error.h"

#include <string_view>

namespace autochain::vault
{

// At most 16 KiB of text, N between 2^15 and 2^20, r * p at most 64. Slow. WrongPassphrase, BadVault, OutOfMemory.
Result<SecretBytes> openOldStoreKey(std::string_view json, const SecretBytes& passphraseUtf8);

} // namespace autochain::vault
