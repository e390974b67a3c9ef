// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_life.h"

#include "crypto/mnemonic.h"
#include "vault/vault.h"
#include "vault/vault_storage.h"

#include <filesystem>

namespace autochain::crash
{
namespace
{
using namespace vault;

SecretBytes passphrase(int number)
{
    return SecretBytes::copyOf(asBytes("passphrase " + std::to_string(number)));
}

SecretBytes seed()
{
    return seedFromMnemonic("legal winner thank year wave sausage worth useful legal winner thank yellow");
}

struct Life {
    StoredVault stored;
    SecretBytes master;
    int passphrase = 0;
};

Result<Life> makeIn(const std::string& path)
{
    AC_TRY(NewVault made, makeVault(passphrase(0), kFastCost));
    AC_CHECK(addSeed(made.file, made.master, seed()));
    std::string text;
    AC_CHECK(saveVault(path, made.file, text));
    return Life{{std::move(made.file), std::move(text)}, std::move(made.master), 0};
}

Result<Life> openIn(const std::string& path, int known, int begun)
{
    AC_TRY(StoredVault stored, loadVault(path));
    for (const int number : {known, begun}) {
        auto master = openByPassphrase(stored.file, passphrase(number));
        if (master.ok()) {
            AC_TRY(const SecretBytes byWords, openByWords(stored.file, seed()));
            AC_CHECK(openAccounts(stored.file, byWords));
            return Life{std::move(stored), std::move(*master), number};
        }
    }
    return StoreError::WrongPassphrase;
}

std::size_t count(const VaultFile& file)
{
    return file.secrets.empty() ? 0 : file.secrets.front().accounts.size();
}

// Five accounts, then another passphrase, and so on; once the vault is full, passphrases alone.
Result<> changeOnce(Life& life, const std::string& path, bool byPassphrase)
{
    VaultFile after = life.stored.file;
    if (byPassphrase) {
        AC_CHECK(setPassphrase(after, life.master, passphrase(life.passphrase + 1), kFastCost));
    } else {
        AC_CHECK(addNextAccount(after, life.master));
    }
    AC_CHECK(saveVault(path, after, life.stored.text));
    life.stored.file = std::move(after);
    life.passphrase += byPassphrase ? 1 : 0;
    return {};
}
} // namespace

// "p n": the passphrase n comes next; "P n", "a n": acknowledged, the passphrase n, n accounts.
std::string GrowingVault::live(long at, long killAfterUs)
{
    const auto work = [&](const Say& say) {
        auto life = std::filesystem::exists(m_path) ? openIn(m_path, m_passphrase, m_begun) : makeIn(m_path);
        if (!life.ok()) {
            say("! error " + std::to_string(life.error().code) + " " + life.error().detail);
            return 1;
        }
        if (count(life->stored.file) < m_accounts) {
            say("! an account is lost");
            return 1;
        }
        say("P " + std::to_string(life->passphrase));
        for (int step = 0;; ++step) {
            const bool byPassphrase = step % 6 == 5 || count(life->stored.file) >= kMaxAccounts;
            if (byPassphrase) {
                say("p " + std::to_string(life->passphrase + 1));
            }
            if (const auto done = changeOnce(*life, m_path, byPassphrase); !done.ok()) {
                say("! change: " + done.error().detail);
                return 1;
            }
            say(byPassphrase ? "P " + std::to_string(life->passphrase)
                             : "a " + std::to_string(count(life->stored.file)));
        }
    };
    const std::string folder = std::filesystem::path(m_path).parent_path().string();
    const Ending ending = inChild(folder, at, FaultKill, killAfterUs, work);
    for (const std::string& line : ending.lines) {
        if (line.starts_with("!")) {
            return line;
        }
        const int number = std::stoi(line.substr(2));
        if (line.front() == 'a') {
            m_accounts = static_cast<std::size_t>(number);
            ++m_acknowledged;
        } else if (line.front() == 'p') {
            m_begun = number;
        } else {
            m_acknowledged += number > m_passphrase ? 1 : 0;
            m_passphrase = number;
            m_begun = number;
        }
    }
    return ending.killed ? "" : "ended by itself";
}

} // namespace autochain::crash
