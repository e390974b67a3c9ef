// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "light/quorum_node.h"
#include "session/backupkeeper.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/clientlight.h"
#include "session/dealfeed.h"
#include "session/reverts.h"
#include "signing/signer_process.h"
#include "store/grants.h"

#include <QCoreApplication>

namespace autochain::desktop
{
namespace
{
constexpr int kPollMs = 700;
constexpr qint64 kPatienceMs = 6'000;

QString contractName(const std::string& key)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("contracts", text); };
    if (key == "incentivePool") {
        return tr("Incentive pool");
    }
    if (key == "treasury") {
        return tr("Foundation treasury");
    }
    if (key == "privatePlacement") {
        return tr("Vesting, private placement");
    }
    if (key == "team") {
        return tr("Vesting, team");
    }
    if (key == "vehicleRegistry") {
        return tr("Vehicle registry");
    }
    if (key == "listingBoard") {
        return tr("Listing board");
    }
    if (key == "dealBook") {
        return tr("Deal book");
    }
    if (key == "dealModule") {
        return tr("Deals' module");
    }
    if (key == "dealGuard") {
        return tr("Deals' guard");
    }
    if (key == "participants") {
        return tr("Participants");
    }
    if (key == "safe") {
        return tr("Safe, the code of all");
    }
    if (key == "safeSetup") {
        return tr("Safe set-up");
    }
    if (key == "safeProxyFactory") {
        return tr("Safe maker");
    }
    if (key == "appraisalDesk") {
        return tr("Appraisal desk");
    }
    return key == "auc" ? tr("AUC token") : QString::fromStdString(key);
}

QCoro::Task<Result<SecretBytes>> askBackupKey(SignerPort& signer, bool mayAsk)
{
    auto* const process = dynamic_cast<SignerProcess*>(&signer);
    if (process == nullptr) {
        co_return Error(SigningError::Locked);
    }
    SignerProcess::KeyWanted wanted;
    wanted.purpose = wire::KeyPurpose::Backup;
    wanted.quiet = !mayAsk;
    co_return co_await process->storeKey(std::move(wanted));
}
} // namespace

Session::Session(SessionParts parts, const Clock& system, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_system(system), m_clock(m_parts.network.kind, system),
      m_addressBook(m_parts.database), m_drafts(m_parts.database), m_messages(m_parts.database),
      m_seenEvents(m_parts.database), m_settings(m_parts.database), m_watchList(m_parts.database),
      m_outboxRows(m_parts.database),
      m_outbox(*m_parts.node, *m_parts.signer, m_outboxRows, m_parts.network, m_clock, revertDecoders()),
      m_transactions(m_outbox), m_deals(*m_parts.node, m_parts.network, *m_parts.signer, m_transactions),
      m_listings(*m_parts.node, m_parts.network), m_keptHistories(m_parts.database, m_parts.network.chainId),
      m_vehicles(*m_parts.node, *m_parts.content, m_parts.network), m_appraisers(*m_parts.node, m_parts.network)
{
    m_vehicles.setCache(&m_keptHistories);
    m_parts.content->begin(m_settings, m_gate);
    m_carNames = std::make_unique<CarNames>(*this);
    m_dealFeed = std::make_unique<DealFeed>(*this);
    m_carFeed = std::make_unique<CarFeed>(*this);
    m_backups = std::make_unique<BackupKeeper>(m_parts.folder, m_parts.database, m_gate, system);
    m_backups->setKeySource([this](bool mayAsk) { return askBackupKey(*m_parts.signer, mayAsk); });
    m_clock.setAhead(practice() ? m_parts.clockAhead : 0);
    m_timer.setInterval(kPollMs);
    if (m_parts.light) {
        m_lightFeed.use(std::make_unique<ClientLight>(m_parts.light, m_parts.network, m_parts.folder.toStdString()));
        m_parts.light->onChanged = [this] { m_lightFeed.refresh(); };
    }
    if (m_parts.quorum != nullptr) {
        m_parts.quorum->onChanged = [this] { m_lightFeed.tellQuorum(m_parts.quorum->status()); };
    }
    connect(&m_timer, &QTimer::timeout, this, &Session::pollNow);
    m_outbox.setPollInterval(std::chrono::milliseconds(practice() ? 200 : 2'000));
    reloadNames();
}

Session::~Session() = default;

void Session::begin()
{
    pollNow();
    m_timer.start();
    if (!practice()) { // nothing in the practice market is worth a file every day; by hand it can be tried
        m_backups->begin();
    }
}

void Session::close()
{
    if (m_parts.light) {
        m_parts.light->onChanged = {}; // its turns may end after this session
    }
    if (m_parts.quorum != nullptr) {
        m_parts.quorum->onChanged = {};
    }
    m_timer.stop();
    m_backups->end();
    m_gate.close();
}

void Session::pollNow()
{
    if (m_gate.closed()) {
        return;
    }
    purgeGrants();
    if (!m_polling) {
        m_pollStarted.start();
        m_gate.start(poll());
    } else if (m_pollStarted.elapsed() > kPatienceMs && !m_parts.network.nodeUrls.empty()) {
        // A node that hangs is as good as gone; its answer, should it come, brings it back.
        setLink(Link::Gone, Error(ChainError::NodeTimeout, {m_parts.network.nodeUrls.front()}));
    }
}

QCoro::Task<> Session::poll()
{
    m_polling = true;
    const Result<BlockRef> answer = co_await m_parts.node->head();
    m_polling = false;
    if (m_gate.closed()) {
        co_return;
    }
    if (!answer.ok()) {
        setLink(Link::Gone, answer.error());
        co_return;
    }
    const bool isNew = !(*answer == m_head);
    m_headSeenAt = m_system.now();
    m_clock.observe(*answer);
    m_head = *answer;
    setLink(Link::Live);
    if (isNew) {
        emit headChanged();
    }
}

// What was granted until a date goes at that date, whether anybody looks at it or not. Where the disk refuses, the
// next round tries again; until then it is only not given out any more.
void Session::purgeGrants()
{
    store::Grants grants(m_parts.database);
    const auto end = grants.nextExpiry();
    if (end.ok() && *end && **end <= m_clock.now()) {
        [[maybe_unused]] const auto purged = grants.purgeExpired(m_clock.now());
    }
}

void Session::setLink(Link link, std::optional<Error> error)
{
    const bool came = link == Link::Live && m_link != Link::Live;
    // Also another reason for being gone is news: a node that was silent and now answers for another chain.
    const bool sameReason = error.has_value() == m_linkError.has_value() &&
                            (!error || (error->domain == m_linkError->domain && error->code == m_linkError->code));
    if (link == m_link && sameReason) {
        return;
    }
    m_link = link;
    m_linkError = std::move(error);
    if (came) {
        m_gate.start(resumeOutbox());
    }
    emit linkChanged();
}

QCoro::Task<> Session::resumeOutbox()
{
    const auto resumed = co_await m_outbox.resume();
    // What could not be resumed stays in its row and is tried again when the node comes back; the activity list shows
    // each row with its state, so nothing is hidden by going on.
    if (resumed.ok() && resumed->sentAgain + resumed->mined > 0 && !m_gate.closed()) {
        emit headChanged();
    }
}

Provenance Session::shown(Provenance provenance) const
{
    const auto& light = m_lightFeed.status();
    const bool old = light && light->head && light->stale;
    return m_link == Link::Gone || old ? worst(provenance, Provenance::Stale) : provenance;
}

QString Session::nameOf(const Address& address) const
{
    if (const auto own = m_labels.find(address); own != m_labels.end()) {
        return own->second;
    }
    if (address == m_parts.me) {
        return m_parts.myName;
    }
    for (const PracticePerson& person : m_parts.network.people) {
        if (person.address == address) {
            return QString::fromStdString(person.name);
        }
    }
    if (const auto learned = m_learned.find(address); learned != m_learned.end()) {
        return learned->second;
    }
    for (const auto& [key, contract] : m_parts.network.contracts) {
        if (contract == address) {
            return contractName(key);
        }
    }
    return {};
}

void Session::learnName(const Address& address, const QString& name)
{
    QString& known = m_learned[address];
    if (known != name) {
        known = name;
        emit namesChanged();
    }
}

void Session::setMyName(const QString& name)
{
    m_parts.myName = name;
    emit namesChanged();
}

void Session::reloadNames()
{
    // A book that cannot be read shows addresses instead of names, which is never wrong; the wallet page reports it.
    if (const auto contacts = m_addressBook.all(); contacts.ok()) {
        m_labels.clear();
        for (const store::Contact& contact : *contacts) {
            m_labels[contact.address] = QString::fromStdString(contact.name);
        }
        emit namesChanged();
    }
}

} // namespace autochain::desktop
