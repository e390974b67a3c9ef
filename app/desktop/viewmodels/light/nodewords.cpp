// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/light/nodewords.h"

#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QUrl>

namespace autochain::desktop
{
namespace
{
using light::Lie;
using light::LightStatus;
using light::PeerStanding;
using light::PeerState;

constexpr std::int64_t kLong = 2 * 3'600; // from here on time says more than a number of blocks

// Names a host has for what it does, not for whom it belongs to.
const QStringList kServiceLabels = {QStringLiteral("rpc"),  QStringLiteral("node"), QStringLiteral("nodes"),
                                    QStringLiteral("eth"),  QStringLiteral("etc"),  QStringLiteral("api"),
                                    QStringLiteral("json"), QStringLiteral("www")};

bool isPrivate(const QString& host)
{
    const QHostAddress address(host);
    const auto in = [&](const char* subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    };
    return !address.isNull() &&
           (address.isLinkLocal() || in("10.0.0.0/8") || in("172.16.0.0/12") || in("192.168.0.0/16") || in("fc00::/7"));
}

QString usedFor(const PeerStanding& peer)
{
    if (peer.proofsGiven > 0) {
        return peer.onThisComputer ? NodeWords::tr("everything") : NodeWords::tr("headers, proofs");
    }
    return peer.headersGiven > 0 ? NodeWords::tr("headers") : NodeWords::tr("comparing");
}
} // namespace

QString NodeWords::name(const PeerStanding& peer, const QMap<QString, QString>& names)
{
    const QString url = QString::fromStdString(peer.url);
    if (const QString own = names.value(url); !own.isEmpty()) {
        return own;
    }
    if (peer.onThisComputer) {
        return tr("This computer");
    }
    const QString host = QUrl(url).host();
    if (isPrivate(host)) {
        return tr("Local network");
    }
    const QString label = host.section(QLatin1Char('.'), 0, 0);
    return kServiceLabels.contains(label) && host.count(QLatin1Char('.')) > 1 ? host.section(QLatin1Char('.'), 1)
                                                                              : host;
}

QString NodeWords::address(const std::string& url)
{
    const QUrl parsed(QString::fromStdString(url));
    return parsed.port() < 0 ? parsed.host() : QStringLiteral("%1:%2").arg(parsed.host()).arg(parsed.port());
}

QString NodeWords::lieWord(Lie lie)
{
    switch (lie) {
    case Lie::None:
    case Lie::BadAnswer:
        return tr("Answer was wrong");
    case Lie::BadHeader:
        return tr("Header was wrong");
    case Lie::BrokenRule:
        return tr("Broke a rule");
    case Lie::BadSeal:
        return tr("No work in it");
    case Lie::BadProof:
        return tr("Proof was wrong");
    case Lie::BadReceipt:
        return tr("Result was wrong");
    }
    return {};
}

QString NodeWords::lieSentence(Lie lie)
{
    switch (lie) {
    case Lie::None:
    case Lie::BadAnswer:
        return tr("It gave an answer that is not one.");
    case Lie::BadHeader:
        return tr("It gave a header that is not the one asked for, or does not follow the one before it.");
    case Lie::BrokenRule:
        return tr("It gave a header that breaks this network's rules.");
    case Lie::BadSeal:
        return tr("It gave a header without the proof of work it claims: somebody made it up.");
    case Lie::BadProof:
        return tr("It gave a value that does not belong to the verified header: a balance, a title or a deal that is "
                  "not so.");
    case Lie::BadReceipt:
        return tr("It told the result of a transaction that does not belong to the verified header.");
    }
    return {};
}

NodeWords::State NodeWords::state(const PeerStanding& peer, const LightStatus& all, UnixTime now)
{
    const auto attention = QStringLiteral("attention");
    switch (peer.state) {
    case PeerState::Unknown:
        return {QStringLiteral("nodata"), tr("Not asked yet"), tr("nothing yet"), {}};
    case PeerState::Agrees:
        return {QStringLiteral("clean"), tr("Agrees"), usedFor(peer), {}};
    case PeerState::Behind: {
        const std::uint64_t newest = std::max(all.target, all.head ? all.head->number : 0);
        const std::uint64_t blocks = newest - std::min(newest, peer.headNumber.value_or(newest));
        const std::int64_t seconds =
            all.blockSeconds > 0 && blocks < 1'000'000'000 ? static_cast<std::int64_t>(blocks) * all.blockSeconds : 0;
        const QString far = seconds >= kLong ? tr("%1 behind").arg(LightWords::span(seconds))
                                             : tr("%n block(s) behind", nullptr,
                                                  static_cast<int>(std::min<std::uint64_t>(blocks, 1'000'000'000)));
        return {attention, far, tr("nothing until it catches up"), {}};
    }
    case PeerState::OtherFork:
        return {attention, tr("Other fork"), tr("nothing: less work"),
                tr("It follows another chain of this network, with less work in it. The one with the most counts.")};
    case PeerState::Away:
        return {attention, tr("Does not answer"), tr("nothing until it answers"), {}};
    case PeerState::Refuses:
        return {attention, tr("Refuses"), tr("nothing until it complies"),
                tr("It answers, but does not give what was asked: headers or proofs. Its owner may have turned them "
                   "off.")};
    case PeerState::WrongChain:
        return {QStringLiteral("problem"), tr("Other network"), tr("nothing"),
                tr("It belongs to another network, or does not have the checkpoint's block. Look at its address.")};
    case PeerState::ShutOut:
        break;
    }
    QString meaning = lieSentence(peer.lie);
    if (!peer.lieDetail.empty()) {
        meaning += QStringLiteral(" (%1)").arg(QString::fromStdString(peer.lieDetail));
    }
    if (peer.shutOutAt == 0) {
        return {QStringLiteral("problem"), lieWord(peer.lie), tr("nothing, shut out"), meaning};
    }
    meaning += QLatin1Char(' ') + tr("Shut out %1.").arg(format::dayOrDate(peer.shutOutAt, now));
    const QDate day = QDateTime::fromSecsSinceEpoch(peer.shutOutAt).date();
    return {QStringLiteral("problem"), lieWord(peer.lie),
            tr("nothing, shut out %1").arg(QLocale().toString(day, QStringLiteral("d MMM"))), meaning};
}

QString NodeWords::liars(const LightStatus& status, const QMap<QString, QString>& names)
{
    QStringList who;
    Lie what = Lie::None;
    for (const PeerStanding& peer : status.peers) {
        if (peer.state == PeerState::ShutOut) {
            who << name(peer, names);
            what = peer.lie;
        }
    }
    if (who.isEmpty()) {
        return {};
    }
    return who.size() == 1 ? tr("%1 is shut out (%2)").arg(who.front(), lieWord(what))
                           : tr("shut out for lying: %1").arg(who.join(QStringLiteral(", ")));
}

} // namespace autochain::desktop
