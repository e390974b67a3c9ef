// SPDX-License-Identifier: GPL-3.0-or-later
// From a network file and a key to a session's parts; and the checks before a network is joined.
#pragma once

#include "session/session.h"
#include "signing/signer_process.h"

namespace autochain::desktop
{

struct OpenNetwork {
    NetworkFile network;
    QString file; // absolute path
};
// CodecError::BadJson, StoreError::NoAccess (cannot be read), CodecError::TooLarge.
Result<OpenNetwork> readNetwork(const QString& path);

// Reads a network file from the web: https, or http on this computer; at most 256 KiB, no redirects to other schemes,
// 20 seconds. ChainError::NodeUnreachable, NodeTimeout; CodecError::TooLarge.
QCoro::Task<Result<Bytes>> fetchNetworkFile(QString url);

struct NetworkCheck {
    std::uint64_t chainId = 0;
    BlockRef head;
    qint64 tookMs = 0;
    int contracts = 0;                // with code
    std::vector<std::string> missing; // contracts of the file without code on the chain
};
// Asks the network's node. ChainError (WrongChain where it is another chain).
QCoro::Task<Result<NetworkCheck>> checkNetwork(NetworkFile network);

struct Profile { // profile.ini of a network's folder
    QString network;
    QString person;
    QString address;
    QString account; // own label of the account in use; empty: as the person
    QString myName() const { return account.isEmpty() ? person : account; }
};
Profile readProfile(const QString& folder);
bool writeProfile(const QString& folder, const Profile& profile);

// The key of the records in `folder`, out of the signer's vault; the signer asks the person where it has to. What an
// earlier version left is taken over. `slot` and `slotKey`: what the Secret Service said. SigningError.
QCoro::Task<Result<SecretBytes>> askDatabaseKey(SignerProcess& signer, QString folder,
                                                SlotState slot = SlotState::NotAsked,
                                                std::optional<SecretBytes> slotKey = {});

struct OpenRequest {
    OpenNetwork network;
    QString folder; // of the person's records; made when missing
    SecretBytes databaseKey;
    Address me;
    QString myName;
    std::shared_ptr<SignerProcess> signer; // shared while one session follows another
};
// StoreError. What an earlier version kept the database's key in goes once the database opened. `system` must outlive
// the session.
Result<SessionParts> openParts(OpenRequest request, const Clock& system);

// `theme`: "dark", "light" or empty.
std::unique_ptr<SignerProcess> makeSigner(const QString& folder, const QString& networkFile, const QString& theme,
                                          double scale, std::optional<SecretBytes> passphrase = {});

} // namespace autochain::desktop
