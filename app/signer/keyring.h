// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts: keystores in <home>/keys, and the keys that are unlocked. Nothing else in the suite holds a key.
#pragma once

#include "crypto/keystore.h"
#include "signing/signer_port.h"

#include <map>
#include <QElapsedTimer>
#include <QString>

namespace autochain::signer
{

inline constexpr int kTries = 5; // wrong passphrases before waiting
inline constexpr int kWaitSeconds = 60;

class Keyring
{
public:
    Keyring(QString folder, KeystoreCost cost);

    std::vector<SignerAccount> accounts() const; // by name
    std::optional<SignerAccount> find(const Address& account) const;

    // WrongPassphrase (args: tries left), UnknownAccount, BadSecret where the file is broken.
    Result<> unlock(const Address& account, const SecretBytes& passphrase);
    const PrivateKey* key(const Address& account) const; // null: locked
    bool anyUnlocked() const { return !m_unlocked.empty(); }
    void lock() { m_unlocked.clear(); }
    int waitSeconds() const; // 0: a try is taken
    int triesLeft() const { return kTries - m_wrong; }

    // Writes the keystore and leaves the account unlocked. AccountExists, BadSecret.
    Result<SignerAccount> add(std::string name, PrivateKey key, const SecretBytes& passphrase);
    // As add, from a v3 file as it is, whose passphrase stays. WrongPassphrase.
    Result<SignerAccount> addKeystore(std::string name, const std::string& v3Json, const SecretBytes& passphrase);
    Result<> rename(const Address& account, std::string name); // UnknownAccount

private:
    void load();
    QString keyFile(const Address& account) const;
    Result<SignerAccount> store(std::string name, PrivateKey key, const std::string& v3Json);
    Result<> saveNames() const;
    Error wrongPassphrase();

    QString m_folder;
    KeystoreCost m_cost;
    std::map<Address, std::string> m_names;
    std::map<Address, PrivateKey> m_unlocked;
    int m_wrong = 0;
    QElapsedTimer m_lastWrong;
};

} // namespace autochain::signer
