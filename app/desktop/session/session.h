// SPDX-License-Identifier: GPL-3.0-or-later
// An open home: one network, one person, and everything the pages ask. Built from parts, so that tests give it fakes.
#pragma once

#include "appraisal/appraiser_reader.h"
#include "chain/network_file.h"
#include "chain/node_port.h"
#include "escrow/deal_service.h"
#include "light/light_client.h"
#include "market/listing_reader.h"
#include "session/chainclock.h"
#include "session/contentstores.h"
#include "session/kepthistories.h"
#include "session/lightfeed.h"
#include "session/taskgate.h"
#include "session/transactions.h"
#include "signing/signer_port.h"
#include "store/address_book.h"
#include "store/drafts.h"
#include "store/messages.h"
#include "store/seen_events.h"
#include "store/settings.h"
#include "store/watch_list.h"
#include "vehicle/vehicle_reader.h"
#include "wallet/outbox.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace autochain::light
{
class QuorumNode;
}

namespace autochain::desktop
{

class BackupKeeper;
class CarFeed;
class CarNames;
class DealFeed;

struct SessionParts {
    NetworkFile network;
    QString networkFile; // path it was read from
    QString folder;      // where this person's records lie
    std::unique_ptr<NodePort> node;
    std::shared_ptr<light::LightClient> light; // nullptr: nothing is verified on this network
    light::QuorumNode* quorum = nullptr;       // `node`, where it is several that are held against each other
    std::shared_ptr<SignerPort> signer;
    std::unique_ptr<ContentStores> content;
    store::Database database;
    Address me;
    QString myName;
    std::int64_t clockAhead = 0; // of a practice market: seconds in front of the computer's clock
};

class Session : public QObject
{
    Q_OBJECT

public:
    enum class Link {
        Connecting, // no answer yet
        Live,
        Gone // the node does not answer: what was read stays on the screen and is Stale
    };

    explicit Session(SessionParts parts, const Clock& system, QObject* parent = nullptr);
    ~Session() override;

    // Begins polling the node and sends again what a crash kept from leaving. Call once.
    void begin();
    // Ends the polling. Tasks under way come to their end; delete the session after gate().idle().
    void close();

    bool practice() const { return m_parts.network.kind == NetworkKind::Practice; }
    const NetworkFile& network() const { return m_parts.network; }
    const QString& networkFile() const { return m_parts.networkFile; }
    const QString& folder() const { return m_parts.folder; }

    NodePort& node() { return *m_parts.node; }
    // Who verifies headers for node(); nullptr on a network without rules.
    light::LightClient* light() const { return m_parts.light.get(); }
    SignerPort& signer() { return *m_parts.signer; }
    // For the session that follows this one with another account.
    std::shared_ptr<SignerPort> sharedSigner() const { return m_parts.signer; }
    ContentStores& content() { return *m_parts.content; }
    store::Database& database() { return m_parts.database; }
    store::AddressBook& addressBook() { return m_addressBook; }
    store::Drafts& drafts() { return m_drafts; }
    store::Messages& messages() { return m_messages; }
    store::SeenEvents& seenEvents() { return m_seenEvents; }
    store::Settings& settings() { return m_settings; }
    store::WatchList& watchList() { return m_watchList; }
    store::OutboxRepository& outboxRows() { return m_outboxRows; }
    wallet::Outbox& outbox() { return m_outbox; }
    escrow::DealService& deals() { return m_deals; }
    market::ListingReader& listings() { return m_listings; }
    vehicle::VehicleReader& vehicles() { return m_vehicles; }
    appraisal::AppraiserReader& appraisers() { return m_appraisers; }
    // Read once per block for all pages.
    DealFeed& dealFeed() { return *m_dealFeed; }
    CarFeed& carFeed() { return *m_carFeed; }
    CarNames& carNames() { return *m_carNames; }
    BackupKeeper& backups() { return *m_backups; }
    // How headers are verified, and by whose help.
    LightFeed& lightFeed() { return m_lightFeed; }
    const LightFeed& lightFeed() const { return m_lightFeed; }

    // Time that deadlines count by (the practice clock on a practice chain), and the newest block.
    const Clock& clock() const { return m_clock; }
    UnixTime now() const { return m_clock.now(); }
    const BlockRef& head() const { return m_head; }
    Link link() const { return m_link; }
    UnixTime headSeenAt() const { return m_headSeenAt; } // by the computer's clock
    // Why the node does not answer; only while Gone.
    const std::optional<Error>& linkError() const { return m_linkError; }
    // What a value read at `provenance` is worth now: Stale while the node is gone, or no new block could be verified
    // for longer than the person accepts.
    Provenance shown(Provenance provenance) const;

    const Address& me() const { return m_parts.me; }
    const QString& myName() const { return m_parts.myName; }
    // Name of an account: own address book first, then practice people, then names learned from the chain (Safes,
    // businesses), then the network's contracts. Empty: nobody knows it.
    QString nameOf(const Address& address) const;
    void learnName(const Address& address, const QString& name);
    // After the address book changed.
    void reloadNames();
    // The account in use got another label.
    void setMyName(const QString& name);

    // Asks the node now instead of at the next turn (F5, after an own transaction).
    void pollNow();
    TaskGate& gate() { return m_gate; }

signals:
    void headChanged(); // a new block
    void lockWanted();  // the person is done here: records and keys are to be closed
    void linkChanged();
    void namesChanged();

private:
    QCoro::Task<> poll();
    void purgeGrants();
    QCoro::Task<> resumeOutbox();
    void setLink(Link link, std::optional<Error> error = {});

    SessionParts m_parts;
    const Clock& m_system;
    ChainClock m_clock;
    TaskGate m_gate;
    store::AddressBook m_addressBook;
    store::Drafts m_drafts;
    store::Messages m_messages;
    store::SeenEvents m_seenEvents;
    store::Settings m_settings;
    store::WatchList m_watchList;
    store::OutboxRepository m_outboxRows;
    wallet::Outbox m_outbox;
    OutboxTransactions m_transactions;
    escrow::DealService m_deals;
    market::ListingReader m_listings;
    KeptHistories m_keptHistories;
    vehicle::VehicleReader m_vehicles;
    appraisal::AppraiserReader m_appraisers;
    LightFeed m_lightFeed;
    std::unique_ptr<CarNames> m_carNames;
    std::unique_ptr<DealFeed> m_dealFeed;
    std::unique_ptr<CarFeed> m_carFeed;
    std::unique_ptr<BackupKeeper> m_backups;
    std::unordered_map<Address, QString> m_labels;  // own address book
    std::unordered_map<Address, QString> m_learned; // from the chain
    BlockRef m_head;
    UnixTime m_headSeenAt = 0;
    Link m_link = Link::Connecting;
    std::optional<Error> m_linkError;
    QTimer m_timer;
    QElapsedTimer m_pollStarted;
    bool m_polling = false;
};

} // namespace autochain::desktop
