// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie on this computer:
//   settings.ini              appearance and what was open last; nothing secret, so it is there before anything is
//   unlocked practice/                 the practice market; practice/desktop/<address>/ each person's own records and
//   signer networks/<name>/          one per network joined: network.json, store.db, signer/ with the vault
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace autochain::desktop
{

struct NetworkHome {
    QString folder; // absolute
    QString name;   // of the network, as its file says
    QString person; // own label; empty: not finished joining
};

class HomeFolder
{
public:
    explicit HomeFolder(QString root); // made when missing

    const QString& root() const { return m_root; }
    QString settingsFile() const;
    QString practiceFolder() const;
    QString practicePersonFolder(const Address& person) const;
    bool practiceExists() const;

    // Networks that were joined to the end, by name.
    std::vector<NetworkHome> networks() const;
    // A new folder's path for a network called so; never one that exists.
    QString newNetworkFolder(const QString& networkName) const;

    // Folder of the network open last; empty: none, or the practice market.
    QString lastNetwork() const;
    void setLastNetwork(const QString& folder);
    QString lastPracticePerson() const; // address
    void setLastPracticePerson(const QString& address);
    // The next deadline of a locked home, so that it can be told without telling which. 0: none.
    UnixTime nextDeadline(const QString& networkFolder) const;
    void setNextDeadline(const QString& networkFolder, UnixTime at);

private:
    QString m_root;
};

} // namespace autochain::desktop
