// SPDX-License-Identifier: GPL-3.0-or-later
// What the signer keeps itself, below its home folder: the network it was first used with, names, deals it signed.
#pragma once

#include "chain/network_file.h"
#include "signing/error.h"

#include <map>
#include <QString>
#include <set>

namespace autochain::signer
{

// Whole or not at all, readable by the owner alone. BadSecret (detail) where the file system refuses.
Result<> writePrivateFile(const QString& path, const std::string& content);
Result<Bytes> readFileCapped(const QString& path, qint64 maxBytes); // BadSecret

class Home
{
public:
    explicit Home(QString folder);
    Result<> prepare() const; // makes the folder, 0700

    // Remembers the network at first use. False: this is another one (chain, kind, coin or a contract differs).
    Result<bool> pinNetwork(const NetworkFile& network) const;
    std::map<Address, std::string> addressBook() const; // <home>/address-book.json: {"name": "0x…"}; unreadable: empty
    std::set<Hash32> signedDeals(const Address& account) const;
    Result<> rememberDeal(const Address& account, const Hash32& dealId) const;
    int lockAfter() const; // seconds without use; ten minutes where nothing (or nonsense) is set
    Result<> setLockAfter(int seconds) const;

private:
    QString path(const char* file) const;
    QString m_folder;
};

} // namespace autochain::signer
