// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a vault: what is accepted is within the caps, writes to itself, and opens with no key made up here.
#include "fuzz.h"
#include "vault/vault.h"

using namespace autochain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = vault::readVault(text);
    if (!file.ok()) {
        fuzz::require(file.error().is(StoreError::BadVault) || file.error().is(StoreError::NewerVersion),
                      "refused as a bad or newer vault");
        return 0;
    }
    fuzz::require(vault::isPermitted(file->passphrase.cost), "the cost is within the caps");
    std::size_t accounts = 0;
    for (const auto& secret : file->secrets) {
        accounts += secret.accounts.size();
    }
    fuzz::require(accounts <= vault::kMaxAccounts, "the accounts are within the cap");
    const auto again = vault::readVault(vault::writeVault(*file));
    fuzz::require(again.ok() && vault::writeVault(*again) == vault::writeVault(*file), "it writes to itself");
    for (const auto& secret : file->secrets) {
        for (const auto& account : secret.accounts) {
            fuzz::require(account.path.size() <= vault::kMaxPathDepth, "the paths are within the cap");
            fuzz::require((secret.kind == vault::SecretKind::Seed) == !account.path.empty(),
                          "words have paths, keys none");
        }
    }
    const SecretBytes seed(vault::kSeedBytes);
    fuzz::require(!vault::openByWords(*file, seed).ok(), "made-up words open nothing");
    const SecretBytes key(vault::kKeyBytes);
    fuzz::require(!vault::openBySlotKey(*file, key).ok(), "a made-up slot key opens nothing");
    fuzz::require(file->secrets.empty() || !vault::openAccounts(*file, key).ok() ||
                      file->secrets.front().kind == vault::SecretKind::DatabaseKey,
                  "a made-up master opens nothing");
    return 0;
}
