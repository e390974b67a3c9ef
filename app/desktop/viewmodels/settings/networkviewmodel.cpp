// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/networkviewmodel.h"

#include "net/http_request.h"
#include "session/lightsettings.h"
#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"
#include "viewmodels/light/nodewords.h"

#include <QUrl>

#include <algorithm>

namespace autochain::desktop
{
namespace
{
const QString kNothing = QStringLiteral("—");

light::PeerStanding standingOf(const std::string& url)
{
    light::PeerStanding peer;
    peer.url = url;
    peer.onThisComputer = net::isLoopback(QUrl(QString::fromStdString(url)));
    return peer;
}

int agreeing(const Session& session)
{
    const auto& quorum = session.lightFeed().quorum();
    return quorum && quorum->agreed ? static_cast<int>(quorum->agreed->agreeing.size()) : 0;
}

int asked(const Session& session)
{
    const auto& quorum = session.lightFeed().quorum();
    return quorum ? static_cast<int>(quorum->nodes) : 0;
}

// A node of several that are held against each other.
void describe(NodeRow& row, const light::QuorumStatus& quorum)
{
    const auto names = [&row](const std::vector<std::string>& urls) {
        return std::count(urls.begin(), urls.end(), row.key.toStdString()) > 0;
    };
    for (const auto& one : quorum.contradicted) {
        if (one.url == row.key.toStdString()) {
            row.status = QStringLiteral("problem");
            row.state = NetworkViewModel::tr("Contradicted itself");
            row.usedFor = NetworkViewModel::tr("nothing until the next start");
            row.meaning = NetworkViewModel::tr("It gave a value that does not fit the block it names itself.");
            return;
        }
    }
    if (quorum.agreed && names(quorum.agreed->agreeing)) {
        row.block = format::count(quorum.agreed->block.number);
        row.status = QStringLiteral("clean");
        row.state = NetworkViewModel::tr("Agrees");
        row.usedFor = NetworkViewModel::tr("everything");
    } else if (quorum.agreed && names(quorum.agreed->others)) {
        row.status = QStringLiteral("problem");
        row.state = NetworkViewModel::tr("Names another block");
        row.usedFor = NetworkViewModel::tr("nothing while the others agree");
    } else {
        row.status = QStringLiteral("nodata");
        row.state = NetworkViewModel::tr("No answer in time");
        row.usedFor = NetworkViewModel::tr("nothing until it answers");
    }
}

LightWords::Verdict unverifiedVerdict(const Session& session)
{
    const QString block = format::count(session.head().number);
    LightWords::Verdict out =
        session.practice()
            ? LightWords::Verdict{{},
                                  NetworkViewModel::tr("Local: practice chain, block %1").arg(block),
                                  NetworkViewModel::tr("The chain runs on this computer. Nobody else sees it; there is "
                                                       "nothing to verify it against.")}
            : LightWords::unverified(QString::fromStdString(session.network().name), agreeing(session), asked(session));
    if (session.link() == Session::Link::Connecting) {
        out.headline = NetworkViewModel::tr("Asking the node…");
    } else if (session.link() == Session::Link::Gone) {
        out.headline = NetworkViewModel::tr("The node is away since block %1").arg(block);
        out.explanation = NetworkViewModel::tr("Everything read before stays in view and is marked Stale. It is asked "
                                               "again by itself.");
    }
    out.level = format::level(session.shown(session.practice() ? Provenance::Local : Provenance::Reported));
    return out;
}

LightWords::Verdict verdictOf(const Session& session)
{
    const auto& status = session.lightFeed().status();
    return status ? LightWords::verdict(*status, QString::fromStdString(session.network().name), session.now())
                  : unverifiedVerdict(session);
}
} // namespace

NetworkViewModel::NetworkViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_checkpoint(session), m_sureness(session), m_stores(session)
{
    connect(&session.lightFeed(), &LightFeed::changed, this, &NetworkViewModel::show);
    connect(&session, &Session::headChanged, this, &NetworkViewModel::show);
    connect(&session, &Session::linkChanged, this, &NetworkViewModel::show);
    show();
}

QString NetworkViewModel::level() const
{
    return verdictOf(m_session).level;
}

QString NetworkViewModel::headline() const
{
    return verdictOf(m_session).headline;
}

QString NetworkViewModel::explanation() const
{
    return verdictOf(m_session).explanation;
}

QString NetworkViewModel::headersDone() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).done : QString();
}

QString NetworkViewModel::headersOf() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).of : QString();
}

double NetworkViewModel::headersPart() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).part : 0;
}

QString NetworkViewModel::headersFrom() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).checkpoint : QString();
}

QString NetworkViewModel::headersSettled() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).settled : QString();
}

QString NetworkViewModel::headersHead() const
{
    return verifies() ? LightWords::headers(*m_session.lightFeed().status()).head : QString();
}

void NetworkViewModel::show()
{
    if (const auto& status = m_session.lightFeed().status()) {
        showPeers(*status);
    }
    emit changed();
}

void NetworkViewModel::showPeers(const light::LightStatus& status)
{
    const NodeChoice choice = readNodeChoice(m_session.settings());
    std::vector<NodeRow> rows;
    for (const light::PeerStanding& peer : status.peers) {
        const NodeWords::State state = NodeWords::state(peer, status, m_session.now());
        NodeRow row;
        row.key = QString::fromStdString(peer.url);
        row.name = NodeWords::name(peer, choice.names);
        row.address = NodeWords::address(peer.url);
        row.block = peer.headNumber ? format::count(*peer.headNumber) : kNothing;
        row.answersIn = peer.answersIn && peer.state != light::PeerState::Away
                            ? tr("%1 ms").arg(peer.answersIn->count())
                            : kNothing;
        row.status = state.status;
        row.state = state.word;
        row.usedFor = state.usedFor;
        row.meaning = state.meaning;
        row.removable = status.peers.size() > 1; // with none left nothing could be read
        row.shutOut = peer.state == light::PeerState::ShutOut;
        rows.push_back(std::move(row));
    }
    m_nodes.setRows(std::move(rows));
}

void NetworkViewModel::noteAnswer(const Result<BlockRef>& answer, qint64 tookMs)
{
    if (verifies()) {
        return;
    }
    std::vector<NodeRow> rows;
    for (const std::string& url : m_session.network().nodeUrls) {
        NodeRow row;
        row.key = QString::fromStdString(url);
        row.name = NodeWords::name(standingOf(url), {});
        row.address = NodeWords::address(url);
        row.block = kNothing;
        row.answersIn = kNothing;
        if (const auto& quorum = m_session.lightFeed().quorum()) {
            describe(row, *quorum);
        } else if (!rows.empty()) { // one node is asked; the others are named in the file
            row.status = QStringLiteral("nodata");
            row.state = tr("Not asked");
            row.usedFor = tr("nothing while the first answers");
        } else if (answer.ok()) {
            row.block = format::count(answer->number);
            row.answersIn = tr("%1 ms").arg(tookMs);
            row.status = QStringLiteral("clean");
            row.state = tr("Answers");
            row.usedFor = tr("everything");
        } else {
            row.status = QStringLiteral("problem");
            row.state = tr("Does not answer");
            row.usedFor = tr("nothing until it answers");
        }
        rows.push_back(std::move(row));
    }
    m_nodes.setRows(std::move(rows));
}

QString NetworkViewModel::reasonNotToAdd(const QString& url) const
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    if (url.trimmed().isEmpty()) {
        return tr("Type the node's address: https:// and its name.");
    }
    const bool isWeb = parsed.scheme() == QStringLiteral("https") || parsed.scheme() == QStringLiteral("http");
    if (!parsed.isValid() || !isWeb || parsed.host().isEmpty()) {
        return tr("An address begins with https:// (or http:// for this computer).");
    }
    if (!net::isAllowedUrl(parsed, m_session.network().allowPlainHttp)) {
        return tr("Over http:// anybody between you and the node can read and change what it says. Use https://.");
    }
    for (const NodeRow& row : m_nodes.rows()) {
        if (QUrl(row.key) == parsed) {
            return tr("This node is in the list already.");
        }
    }
    return {};
}

void NetworkViewModel::addNode(const QString& url, const QString& name)
{
    LightPort* const port = m_session.lightFeed().port();
    if (port == nullptr || !reasonNotToAdd(url).isEmpty()) {
        return;
    }
    const std::string address = url.trimmed().toStdString();
    NodeChoice choice = readNodeChoice(m_session.settings());
    choice.add(address, name.trimmed());
    const Result<> kept = writeNodeChoice(m_session.settings(), choice);
    m_problem = kept.ok() ? QString() : ErrorView::of(kept.error()).cause;
    port->addPeer(address);
    m_session.lightFeed().refresh();
}

void NetworkViewModel::removeNode(const QString& url)
{
    LightPort* const port = m_session.lightFeed().port();
    if (port == nullptr || m_nodes.rowCount() < 2) {
        return;
    }
    NodeChoice choice = readNodeChoice(m_session.settings());
    choice.remove(url.toStdString());
    const Result<> kept = writeNodeChoice(m_session.settings(), choice);
    m_problem = kept.ok() ? QString() : ErrorView::of(kept.error()).cause;
    port->removePeer(url.toStdString());
    m_session.lightFeed().refresh();
}

void NetworkViewModel::askAgain(const QString& url)
{
    if (LightPort* const port = m_session.lightFeed().port()) {
        port->forgive(url.toStdString());
        m_session.lightFeed().refresh();
    }
}

} // namespace autochain::desktop
