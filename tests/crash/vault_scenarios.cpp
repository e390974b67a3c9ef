// SPDX-License-Identifier: GPL-3.0-or-later
// The vault file: everything the signer writes into it.
#include "scenarios.h"

#include "crypto/mnemonic.h"
#include "vault/vault.h"
#include "vault/vault_storage.h"

#include <algorithm>
#include <filesystem>

namespace autochain::crash
{
namespace
{
using namespace vault;

constexpr const char* kOld = "the passphrase before";
constexpr const char* kNew = "the passphrase after";

std::string vaultIn(const std::string& folder)
{
    return folder + "/vault.json";
}

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

SecretBytes seed()
{
    return seedFromMnemonic(
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about");
}

PrivateKey imported()
{
    SecretBytes bytes(32);
    bytes.data()[31] = 7;
    return std::move(*PrivateKey::fromBytes(std::move(bytes)));
}

Result<> makeIn(const std::string& folder, std::string& known)
{
    AC_TRY(NewVault made, makeVault(secret(kOld), kFastCost));
    AC_CHECK(addSeed(made.file, made.master, seed()));
    AC_CHECK(addKey(made.file, made.master, imported()));
    return saveVault(vaultIn(folder), made.file, known);
}

Result<> prepareVault(const std::string& folder)
{
    std::string known;
    return makeIn(folder, known);
}

// Opens with either passphrase. Which of them it was: whether a change of it came through.
struct Opened {
    StoredVault stored;
    SecretBytes master;
    bool changed = false;
};

Result<Opened> openIn(const std::string& folder)
{
    AC_TRY(StoredVault stored, loadVault(vaultIn(folder)));
    auto master = openByPassphrase(stored.file, secret(kOld));
    const bool changed = !master.ok();
    if (changed) {
        AC_TRY(master, openByPassphrase(stored.file, secret(kNew)));
    }
    return Opened{std::move(stored), std::move(*master), changed};
}

// The accounts of prepareVault() or more, every key and every way to open it.
std::string verifyOpened(const Opened& opened)
{
    const auto accounts = openAccounts(opened.stored.file, opened.master);
    const auto byWords = openByWords(opened.stored.file, seed());
    if (!accounts.ok() || accounts->size() < 2) {
        return "accounts are lost";
    }
    const bool words = byWords.ok() && std::ranges::equal(byWords->view(), opened.master.view());
    return words ? "" : "the words do not open it";
}

std::string verifyVault(const std::string& folder, const std::function<std::string(const Opened&)>& check)
{
    const auto opened = openIn(folder);
    if (!opened.ok()) {
        return "open: error " + std::to_string(opened.error().code) + " " + opened.error().detail;
    }
    const std::string wrong = verifyOpened(*opened);
    return wrong.empty() ? check(*opened) : wrong;
}

Result<> playMake(const std::string& folder, const Runner& run)
{
    std::string known;
    return run("made", [&] { return makeIn(folder, known); });
}

std::string verifyMake(const std::string& folder, const Acknowledged& done)
{
    if (!std::filesystem::exists(vaultIn(folder))) {
        return done.contains("made") ? "the vault is not there" : "";
    }
    return verifyVault(folder, [](const Opened&) { return std::string(); });
}

// A change as the keyring makes it: of a copy, which counts once it is saved.
Result<> change(StoredVault& stored, const std::string& folder, const std::function<Result<>(VaultFile&)>& work)
{
    VaultFile after = stored.file;
    AC_CHECK(work(after));
    AC_CHECK(saveVault(vaultIn(folder), after, stored.text));
    stored.file = std::move(after);
    return {};
}

Result<> playAdd(const std::string& folder, const Runner& run)
{
    AC_TRY(Opened opened, openIn(folder));
    for (int i = 0; i < 3; ++i) {
        AC_CHECK(run("account " + std::to_string(i), [&] {
            return change(opened.stored, folder, [&](VaultFile& file) -> Result<> {
                AC_CHECK(addNextAccount(file, opened.master));
                return {};
            });
        }));
    }
    return {};
}

std::string verifyAdd(const std::string& folder, const Acknowledged& done)
{
    return verifyVault(folder, [&](const Opened& opened) -> std::string {
        const auto accounts = openAccounts(opened.stored.file, opened.master);
        return accounts->size() >= 2 + done.size() ? "" : "an added account is lost";
    });
}

Result<> playPassphrase(const std::string& folder, const Runner& run)
{
    AC_TRY(Opened opened, openIn(folder));
    return run("changed", [&] {
        return change(opened.stored, folder,
                      [&](VaultFile& file) { return setPassphrase(file, opened.master, secret(kNew), kFastCost); });
    });
}

Result<> playRecover(const std::string& folder, const Runner& run)
{
    AC_TRY(StoredVault stored, loadVault(vaultIn(folder)));
    AC_TRY(const SecretBytes master, openByWords(stored.file, seed()));
    return run("changed", [&] {
        return change(stored, folder,
                      [&](VaultFile& file) { return setPassphrase(file, master, secret(kNew), kFastCost); });
    });
}

std::string verifyChanged(const std::string& folder, const Acknowledged& done)
{
    return verifyVault(folder, [&](const Opened& opened) -> std::string {
        return done.contains("changed") && !opened.changed ? "the old passphrase still opens it" : "";
    });
}

// As a version before left it.
Result<> prepareOlder(const std::string& folder)
{
    std::filesystem::copy_file(std::string(AUTOCHAIN_SOURCE_DIR) + "/tests/core/vault/data/vault2.json",
                               vaultIn(folder));
    return {};
}

constexpr const char* kOfOlder = "vier alte W\xc3\xb6rter, gut gemerkt";

Result<> playUpgrade(const std::string& folder, const Runner& run)
{
    AC_TRY(StoredVault stored, loadVault(vaultIn(folder)));
    AC_TRY(const SecretBytes master, openByPassphrase(stored.file, secret(kOfOlder)));
    return run("upgraded",
               [&] { return change(stored, folder, [&](VaultFile& file) { return upgrade(file, master); }); });
}

std::string verifyUpgrade(const std::string& folder, const Acknowledged& done)
{
    const auto stored = loadVault(vaultIn(folder));
    const auto master =
        stored.ok() ? openByPassphrase(stored->file, secret(kOfOlder)) : Result<SecretBytes>(stored.error());
    if (!master.ok() || openAccounts(stored->file, *master).value().size() != 3) {
        return "it does not open any more";
    }
    const bool newer = stored->file.format == kNewestFormat && openByWords(stored->file, seed()).ok();
    return newer || !done.contains("upgraded") ? "" : "it is not upgraded";
}
} // namespace

std::vector<Scenario> vaultScenarios()
{
    const auto nothing = [](const std::string&) { return Result<>(); };
    return {{"vault: made", nothing, playMake, verifyMake},
            {"vault: accounts added", prepareVault, playAdd, verifyAdd},
            {"vault: passphrase changed", prepareVault, playPassphrase, verifyChanged},
            {"vault: passphrase set by words", prepareVault, playRecover, verifyChanged},
            {"vault: upgraded", prepareOlder, playUpgrade, verifyUpgrade}};
}

} // namespace autochain::crash
