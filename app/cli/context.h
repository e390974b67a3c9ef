// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb works with. Everything is made when first asked for: looking at the market needs no passphrase.
#pragma once

#include "chain/state_proof.h"
#include "content/folder_content_store.h"
#include "light/open_node.h"
#include "outbox_transactions.h"
#include "signing/signer_process.h"
#include "store/database.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace autochain::cli
{

struct GlobalOptions {
    QString home;        // --home
    QString networkFile; // --network; empty: <home>/network.json
    bool json = false;
    bool yes = false;
    int passphraseFd = -1;
    int secretFd = -1; // of wallet import and restore
    int wordsFd = -1;  // of wallet create
    QString account;   // --as: address or name; empty: the only one
};

// <home>/network.json, network-source (where it was copied from), store.db, content/, signer/ (the signer's alone, with
// the vault), practice/. Homes of earlier versions also have a store.key, which the vault takes over.
class Context
{
public:
    explicit Context(GlobalOptions options);
    ~Context();

    const GlobalOptions& options() const { return m_options; }
    QString path(const char* name) const; // of a folder that ends with this context where no home was given

    // Reads --network or what the home was used with before; copies it there on first use. NotFound (ContentError with
    // the path) where there is none, CodecError::BadJson, ChainError::WrongChain where the home belongs to another
    // network.
    Result<> loadNetwork();
    void useNetwork(NetworkFile network, const QString& file); // of one that is just being deployed
    const NetworkFile& network() const { return *m_network; }

    NodePort& node();
    ProofPort& proofs(); // of the same node
    // Who verifies headers for node(); nullptr on a network without rules.
    light::LightClient* light();
    const light::QuorumNode* quorum(); // nullptr: node() is not several held against each other
    ContentPort& content();
    SignerProcess& signer();
    const Clock& clock() const { return m_clock; }

    // Opens (or makes) store.db with the key the signer gives; it asks for the passphrase where none was handed over.
    // StoreError, SigningError.
    QCoro::Task<Result<>> openStore();
    store::Database& database() { return *m_database; } // precondition: openStore()
    // Opens the store and gives transactions that were signed and not sent to the node again. Precondition for
    // transactions(), outbox() and outboxRows().
    QCoro::Task<Result<>> prepareToSend();
    TransactionPort& transactions() { return *m_transactions; }
    wallet::Outbox& outbox() { return *m_outbox; }
    store::OutboxRepository& outboxRows() { return *m_rows; }

    // The account that acts: --as, or the only one. SigningError::UnknownAccount.
    QCoro::Task<Result<Address>> me();
    // The signer's account of this address or name. SigningError::UnknownAccount.
    QCoro::Task<Result<Address>> account(QString which);
    // None where this home has no account, or several and none was named. Never starts the signer where it has no keys.
    QCoro::Task<std::optional<Address>> meIfAny();
    // The later of the last block's time and the computer's.
    QCoro::Task<Result<UnixTime>> chainNow();
    // Signs, sends, waits; prints nothing.
    QCoro::Task<Result<Receipt>> send(Address from, Call call, SigningHints hints, std::string purpose, Hash32 subject);

private:
    QString home() const;

    GlobalOptions m_options;
    mutable std::unique_ptr<QTemporaryDir> m_passingHome;
    SystemClock m_clock;
    QString m_networkFile;
    std::optional<NetworkFile> m_network;
    std::unique_ptr<NodePort> m_node;
    std::shared_ptr<light::LightClient> m_light;
    const light::QuorumNode* m_quorum = nullptr;
    ProofPort* m_proofs = nullptr; // the same node
    std::unique_ptr<FolderContentStore> m_content;
    std::unique_ptr<SignerProcess> m_signer;
    std::optional<store::Database> m_database;
    std::unique_ptr<store::OutboxRepository> m_rows;
    std::unique_ptr<wallet::Outbox> m_outbox;
    std::unique_ptr<OutboxTransactions> m_transactions;
};

} // namespace autochain::cli
