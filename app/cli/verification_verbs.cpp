// SPDX-License-Identifier: GPL-3.0-or-later
// What is verified, by whom, and from where on: network status, network checkpoint.
#include "context.h"
#include "network_io.h"
#include "verb.h"

#include "base/hex.h"
#include "messages/light_text.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QString phaseWord(light::Phase phase)
{
    switch (phase) {
    case light::Phase::Starting:
        return QStringLiteral("starting");
    case light::Phase::Syncing:
        return QStringLiteral("syncing");
    case light::Phase::InSync:
        return QStringLiteral("inSync");
    case light::Phase::Offline:
        break;
    }
    return QStringLiteral("offline");
}

QString sourceWord(light::CheckpointSource source)
{
    switch (source) {
    case light::CheckpointSource::Genesis:
        return QStringLiteral("genesis");
    case light::CheckpointSource::NetworkFile:
        return QStringLiteral("networkFile");
    case light::CheckpointSource::Foundation:
        return QStringLiteral("foundation");
    case light::CheckpointSource::Person:
        break;
    }
    return QStringLiteral("person");
}

QString stateWord(light::PeerState state)
{
    switch (state) {
    case light::PeerState::Unknown:
        return QStringLiteral("unknown");
    case light::PeerState::Agrees:
        return QStringLiteral("agrees");
    case light::PeerState::Behind:
        return QStringLiteral("behind");
    case light::PeerState::OtherFork:
        return QStringLiteral("otherFork");
    case light::PeerState::Away:
        return QStringLiteral("away");
    case light::PeerState::Refuses:
        return QStringLiteral("refuses");
    case light::PeerState::WrongChain:
        return QStringLiteral("wrongChain");
    case light::PeerState::ShutOut:
        break;
    }
    return QStringLiteral("shutOut");
}

QString lieWord(light::Lie lie)
{
    switch (lie) {
    case light::Lie::None:
        return {};
    case light::Lie::BadAnswer:
        return QStringLiteral("badAnswer");
    case light::Lie::BadHeader:
        return QStringLiteral("badHeader");
    case light::Lie::BrokenRule:
        return QStringLiteral("brokenRule");
    case light::Lie::BadSeal:
        return QStringLiteral("badSeal");
    case light::Lie::BadProof:
        return QStringLiteral("badProof");
    case light::Lie::BadReceipt:
        break;
    }
    return QStringLiteral("badReceipt");
}

QJsonObject peerJson(const light::PeerStanding& peer)
{
    QJsonObject json;
    json.insert(QStringLiteral("url"), qs(peer.url));
    json.insert(QStringLiteral("state"), stateWord(peer.state));
    if (peer.headNumber) {
        json.insert(QStringLiteral("head"), static_cast<qint64>(*peer.headNumber));
    }
    if (peer.answersIn) {
        json.insert(QStringLiteral("answersInMs"), static_cast<qint64>(peer.answersIn->count()));
    }
    json.insert(QStringLiteral("headersGiven"), static_cast<qint64>(peer.headersGiven));
    json.insert(QStringLiteral("proofsGiven"), static_cast<qint64>(peer.proofsGiven));
    if (peer.lie != light::Lie::None) {
        json.insert(QStringLiteral("lie"), lieWord(peer.lie));
        json.insert(QStringLiteral("lieDetail"), qs(peer.lieDetail));
        json.insert(QStringLiteral("shutOutAt"), static_cast<qint64>(peer.shutOutAt));
    }
    return json;
}

QJsonObject checkpointOutput(const light::LightStatus& status)
{
    QJsonObject json = checkpointJson(status.checkpoint);
    json.insert(QStringLiteral("source"), sourceWord(status.checkpointSource));
    return json;
}

QJsonObject statusJson(const light::LightStatus& status)
{
    QJsonObject json;
    json.insert(QStringLiteral("verified"), true);
    json.insert(QStringLiteral("phase"), phaseWord(status.phase));
    json.insert(QStringLiteral("checkpoint"), checkpointOutput(status));
    if (status.head) {
        const bool fresh = status.phase == light::Phase::InSync && !status.stale;
        putSource(json, fresh ? Provenance::Proven : Provenance::Stale, *status.head);
    }
    json.insert(QStringLiteral("target"), static_cast<qint64>(status.target));
    json.insert(QStringLiteral("final"), static_cast<qint64>(status.finalNumber));
    json.insert(QStringLiteral("stale"), status.stale);
    json.insert(QStringLiteral("blockSeconds"), static_cast<qint64>(status.blockSeconds));
    json.insert(QStringLiteral("amountBlocks"), static_cast<qint64>(status.sureness.amountBlocks));
    json.insert(QStringLiteral("dealBlocks"), static_cast<qint64>(status.sureness.dealBlocks));
    QJsonArray peers;
    for (const light::PeerStanding& peer : status.peers) {
        peers.append(peerJson(peer));
    }
    json.insert(QStringLiteral("nodes"), peers);
    return json;
}

void addStatusLines(Output& out, const light::LightStatus& status)
{
    out.fact(tr("Headers"), messages::text(status.phase));
    out.fact(tr("Checked from"),
             QStringLiteral("%1, %2").arg(status.checkpoint.number).arg(messages::text(status.checkpointSource)));
    if (status.head) {
        out.fact(tr("Newest verified block"),
                 QStringLiteral("%1, %2").arg(status.head->number).arg(dateTime(status.head->time)));
        out.fact(tr("Final for deals"), QString::number(status.finalNumber));
    }
    Table table({tr("Node"), tr("Block"), tr("Answers in"), tr("State")}, {1, 2});
    for (const light::PeerStanding& peer : status.peers) {
        table.add({qs(peer.url), peer.headNumber ? QString::number(*peer.headNumber) : QStringLiteral("-"),
                   peer.answersIn ? tr("%1 ms").arg(peer.answersIn->count()) : QStringLiteral("-"),
                   messages::standing(peer, status.head ? status.head->number : 0)});
    }
    out.lines.append(table.lines());
}

// Nodes that are held against each other where no header can be verified.
void addQuorum(Output& out, const light::QuorumStatus& quorum)
{
    const auto urls = [](const std::vector<std::string>& list) {
        QJsonArray array;
        for (const std::string& url : list) {
            array.append(qs(url));
        }
        return array;
    };
    std::vector<std::string> contradicted;
    for (const auto& one : quorum.contradicted) {
        contradicted.push_back(one.url);
    }
    const std::size_t agree = quorum.agreed ? quorum.agreed->agreeing.size() : 0;
    out.json.insert(QStringLiteral("quorum"),
                    QJsonObject{{QStringLiteral("nodes"), static_cast<qint64>(quorum.nodes)},
                                {QStringLiteral("needed"), static_cast<qint64>(quorum.needed)},
                                {QStringLiteral("agree"), static_cast<qint64>(agree)},
                                {QStringLiteral("others"),
                                 urls(quorum.agreed ? quorum.agreed->others : std::vector<std::string>())},
                                {QStringLiteral("contradicted"), urls(contradicted)}});
    out.fact(tr("Nodes that agree"), tr("%1 of %2, %3 needed").arg(agree).arg(quorum.nodes).arg(quorum.needed));
}

QCoro::Task<Result<Output>> status(Context& context, Arguments)
{
    Output out;
    light::LightClient* const light = context.light();
    if (light == nullptr) {
        AC_CO_TRY(const BlockRef head, co_await context.node().head());
        out.json.insert(QStringLiteral("verified"), false);
        putSource(out.json, context.network().kind == NetworkKind::Practice ? Provenance::Local : Provenance::Reported,
                  head);
        out.line(tr("Nothing is verified on this network: its file has no rules of proof of work."));
        if (const light::QuorumNode* const quorum = context.quorum()) {
            addQuorum(out, quorum->status());
        }
        out.fact(tr("Newest block"), QString::number(head.number));
        co_return out;
    }
    constexpr auto kWholeSync = std::chrono::minutes(30);
    co_await light->refresh(kWholeSync);
    out.json = statusJson(light->status());
    addStatusLines(out, light->status());
    co_return out;
}

// Held against the nodes' own word before it is taken: a slip of the finger would shut the person out of the network.
QCoro::Task<Result<>> checkAgainstNodes(Context& context, Checkpoint wanted)
{
    Error last(ChainError::NodeUnreachable, {std::string()});
    for (const auto& peer : context.light()->peers()) {
        const auto headers = co_await peer->headers(wanted.number, 1);
        if (!headers.ok()) {
            last = headers.error();
            continue;
        }
        if (headers->empty()) {
            last = Error(ChainError::NotFound, {}, "no node has that block");
            continue;
        }
        if (headers->front().hash == wanted.hash) {
            co_return Unit{};
        }
        last = Error(ChainError::BadProof, {peer->url()}, "the node has another block at that height");
    }
    co_return last;
}

QCoro::Task<Result<Output>> checkpoint(Context& context, Arguments arguments)
{
    Output out;
    const std::string folder = context.options().home.toStdString();
    if (context.light() == nullptr) {
        co_return Error(ChainError::NotFound, {}, "this network's file has no rules of proof of work");
    }
    if (arguments.has("clear")) {
        AC_CO_CHECK(light::removeOwnCheckpoint(folder));
    } else if (arguments.has("hash")) {
        Checkpoint wanted;
        AC_CO_TRY(wanted.number, arguments.number("number", 0));
        AC_CO_TRY(wanted.hash, hash32FromHex(arguments.text("hash").toStdString()));
        AC_CO_CHECK(co_await checkAgainstNodes(context, wanted));
        AC_CO_CHECK(light::writeOwnCheckpoint(folder, wanted));
        out.json = checkpointJson(wanted);
        out.json.insert(QStringLiteral("source"), sourceWord(light::CheckpointSource::Person));
        out.fact(tr("Checked from"), QString::number(wanted.number));
        out.line(tr("Verification starts at this block from the next call on."));
        co_return out;
    }
    const light::LightStatus now = context.light()->status();
    out.json = checkpointOutput(now);
    out.fact(tr("Checked from"), QString::number(now.checkpoint.number));
    out.fact(tr("Block hash"), hex(now.checkpoint.hash));
    out.fact(tr("Whose word"), messages::text(now.checkpointSource));
    co_return out;
}

Result<Checkpoint> checkpointIn(const QString& text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    bool ok = false;
    Checkpoint checkpoint;
    checkpoint.number = text.left(colon).toULongLong(&ok);
    if (colon < 0 || !ok) {
        return Error(CodecError::BadJson, {"checkpoint"});
    }
    AC_TRY(checkpoint.hash, hash32FromHex(text.mid(colon + 1).toStdString()));
    return checkpoint;
}

QCoro::Task<Result<Output>> makeNew(Context&, Arguments arguments)
{
    AC_CO_TRY(NetworkFile network, readNetworkFile(arguments.text("from")));
    network.nodeUrls.clear();
    for (const QString& url : arguments.text("node").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        network.nodeUrls.push_back(url.trimmed().toStdString());
    }
    if (arguments.has("checkpoint")) {
        AC_CO_TRY(network.checkpoint, checkpointIn(arguments.text("checkpoint")));
    }
    const QString file = arguments.text("out");
    AC_CO_CHECK(writeNetwork(network, file));
    AC_CO_TRY(const NetworkFile written, readNetworkFile(file)); // what was typed is checked as any file's is
    Output out;
    out.json.insert(QStringLiteral("file"), file);
    out.json.insert(QStringLiteral("name"), qs(written.name));
    out.fact(tr("Network file"), file);
    co_return out;
}
} // namespace

QList<Verb> verificationVerbs()
{
    Verb statusVerb{QStringLiteral("network"),
                    QStringLiteral("status"),
                    tr("What is verified, and how the nodes behave."),
                    {},
                    {},
                    &status,
                    true,
                    false};
    Verb checkpointVerb{
        QStringLiteral("network"),
        QStringLiteral("checkpoint"),
        tr("Show or set the block where verification starts."),
        {},
        {{QStringLiteral("number"), QStringLiteral("N"), tr("The block's number.")},
         {QStringLiteral("hash"), QStringLiteral("HASH"), tr("The block's hash, from a source you trust.")},
         {QStringLiteral("clear"), {}, tr("Back to the network file's.")}},
        &checkpoint,
        true,
        false};
    Verb newVerb{
        QStringLiteral("network"),
        QStringLiteral("new"),
        tr("Write a network file for your own node, from one that came with the program."),
        {},
        {{QStringLiteral("from"), QStringLiteral("FILE"), tr("Network file to begin with."), true, {}},
         {QStringLiteral("node"), QStringLiteral("URL"), tr("Your node; several with commas between."), true, {}},
         {QStringLiteral("checkpoint"), QStringLiteral("N:HASH"),
          tr("Where verification starts, if you trust a block.")},
         {QStringLiteral("out"), QStringLiteral("FILE"), tr("Network file to write."), true, {}}},
        &makeNew,
        false,
        false};
    return {statusVerb, checkpointVerb, newVerb};
}

} // namespace autochain::cli
