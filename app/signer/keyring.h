// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts: the vault in <home>/vault.json, and its keys while it is open. Nothing else in the suite holds a key.
// Homes of earlier versions have one key file per account in <home>/keys instead; opening the first of them makes the
// vault, and each is removed once its key was read back from the vault.
#pragma once

#include "crypto/keystore.h"
#include "signing/signer_port.h"
#include "vault/vault.h"
#include "vault/vault_storage.h"

#include <map>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QString>

namespace autochain::signer
{

inline constexpr int kTries = 5; // wrong passphrases before waiting
inline constexpr int kWaitSeconds = 60;

class Keyring
{
public:
    // `folder`: the signer's home. `cost`: of vaults and passphrases that are made here.
    Keyring(QString folder, vault::Argon2Cost cost);

    std::vector<SignerAccount> accounts() const; // by name
    std::optional<SignerAccount> find(const Address& account) const;
    bool hasVault() const { return m_saved; }
    bool isDamaged() const { return m_damaged; } // there is a vault file, and it is none
    // Account of an older key file that is not in the vault yet; none: all are.
    std::optional<SignerAccount> oldAccount() const;
    bool isOld(const Address& account) const { return m_old.count(account) > 0; }

    // Opens the vault; without one makes it out of the older key files this passphrase opens, or an empty one that is
    // written with its first secret (or by save()). The work of the passphrase is done in a thread.
    // WrongPassphrase (args: tries left), BadSecret (file), Locked (lock() came meanwhile).
    QCoro::Task<Result<>> open(const SecretBytes& passphrase);
    Result<> openBySlot(const SecretBytes& slotKey); // BadSecret
    Result<> openByWords(const SecretBytes& seed64); // BadSecret: "no words", "other words"
    // One older key file with a passphrase of its own. Precondition: open. WrongPassphrase, BadSecret.
    QCoro::Task<Result<>> takeOver(Address account, const SecretBytes& passphrase);
    // Is it this vault's? As open(), without opening.
    QCoro::Task<Result<>> check(const SecretBytes& passphrase);
    QCoro::Task<Result<>> setPassphrase(const SecretBytes& passphrase); // precondition: open

    bool isOpen() const { return m_master.has_value(); }
    const PrivateKey* key(const Address& account) const; // null: locked
    void lock();                                         // wipes everything, forgets a vault that was never written
    int waitSeconds() const;                             // 0: a try is taken
    int triesLeft() const { return kTries - m_wrong; }
    Error wrongPassphrase(); // counts one
    Error wrongError() const { return {SigningError::WrongPassphrase, {std::to_string(triesLeft())}}; }
    void forgiveTry() { m_wrong = 0; } // a right one came

    // All with the vault open; what they change is written before they return. AccountExists, BadSecret.
    Result<> save();
    bool hasSeed() const { return vault::hasSeed(m_file); }
    vault::SeedCover coverOf(const SecretBytes& seed64) const { return vault::coverOf(m_file, seed64); }
    Result<SignerAccount> addSeed(std::string name, const SecretBytes& seed64);
    // `of`: an account of the seed that is meant; none: the first seed's. `path`: none for the next free one.
    Result<SignerAccount> addAccount(std::string name, const std::optional<HdPath>& path = {}, vault::SeedOf of = {});
    Result<std::vector<Address>> addressesAt(const std::vector<HdPath>& paths, vault::SeedOf of) const;
    Result<SignerAccount> addKey(std::string name, const PrivateKey& key);
    Result<SecretBytes> databaseKey() const;
    Result<SecretBytes> backupKey() const;
    bool hasDatabaseKeyOfItsOwn() const; // taken over from an older store.key
    // Takes the key of an older store.key over. WrongPassphrase.
    QCoro::Task<Result<>> adoptStoreKey(std::string storeKeyJson, const SecretBytes& passphrase);

    std::string slotName() const; // empty: no slot
    Result<SecretBytes> keepSlot();
    Result<> dropSlot();

    Result<> rename(const Address& account, std::string name); // UnknownAccount

private:
    void load();
    void loadOld();
    QString path(const char* name) const;
    QString oldKeyFile(const Address& account) const;
    Result<> unlockKeys();
    Result<> write(const vault::VaultFile& file);
    Result<SignerAccount> added(const Result<Address>& address, vault::VaultFile after, std::string name);
    Result<> opened(SecretBytes master);
    std::string vaultPath() const;
    QString namesPath() const;
    QCoro::Task<Result<>> openOld(const SecretBytes& passphrase);
    Result<> saveNames() const;

    QString m_folder;
    vault::Argon2Cost m_cost;
    vault::VaultFile m_file;
    std::string m_text;   // of the vault on the disk, as last read or written
    bool m_saved = false; // m_file is what lies on the disk
    bool m_damaged = false;
    std::map<Address, std::string> m_names; // of all accounts, older ones included
    std::map<Address, QString> m_old;
    std::optional<SecretBytes> m_master;
    std::map<Address, PrivateKey> m_keys;
    std::uint64_t m_locks = 0; // how often it was locked: an answer that comes after that opens nothing
    int m_wrong = 0;
    QElapsedTimer m_lastWrong;
};

} // namespace autochain::signer
