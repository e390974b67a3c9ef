// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/light/lightwords.h"

#include "base/hex.h"
#include "viewmodels/base/format.h"

#include <QStringList>

namespace autochain::desktop
{
namespace
{
using light::CheckpointSource;
using light::LightStatus;
using light::PeerState;
using light::Phase;

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 86'400;

std::uint64_t checked(const LightStatus& status)
{
    const std::uint64_t from = status.checkpoint.number;
    return status.head && status.head->number > from ? status.head->number - from : 0;
}

std::uint64_t wanted(const LightStatus& status)
{
    const std::uint64_t from = status.checkpoint.number;
    return std::max(checked(status), status.target > from ? status.target - from : 0);
}

std::int64_t age(const LightStatus& status, UnixTime now)
{
    return status.head ? std::max<std::int64_t>(0, now - status.head->time) : 0;
}

// Nothing new may be believed: no answer, or none that is fresh.
bool isDark(const LightStatus& status)
{
    return status.phase == Phase::Offline || status.stale;
}

std::pair<int, int> counted(const LightStatus& status)
{
    int agree = 0;
    int all = 0;
    for (const light::PeerStanding& peer : status.peers) {
        if (peer.state != PeerState::ShutOut && peer.state != PeerState::WrongChain &&
            peer.state != PeerState::Behind) {
            ++all;
            agree += peer.state == PeerState::Agrees ? 1 : 0;
        }
    }
    return {agree, all};
}
} // namespace

QString LightWords::span(std::int64_t seconds)
{
    if (seconds < 90) {
        return tr("%1 s").arg(std::max<std::int64_t>(seconds, 0));
    }
    if (seconds < 90 * kMinute) {
        return tr("%n minute(s)", nullptr, static_cast<int>((seconds + kMinute / 2) / kMinute));
    }
    if (seconds < 2 * kDay) {
        return tr("%n hour(s)", nullptr, static_cast<int>((seconds + kHour / 2) / kHour));
    }
    return tr("%n day(s)", nullptr, static_cast<int>(std::min<std::int64_t>(seconds / kDay, 100'000)));
}

QString LightWords::timeOf(std::uint64_t blocks, std::int64_t blockSeconds)
{
    if (blockSeconds <= 0 || blocks > 1'000'000'000) {
        return {};
    }
    return tr("about %1").arg(span(static_cast<std::int64_t>(blocks) * blockSeconds));
}

QString LightWords::grouped(const Hash32& hash)
{
    const QString digits = QString::fromStdString(toHex(hash.view()));
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += 8) {
        groups << digits.mid(at, 8);
    }
    return groups.join(QLatin1Char(' '));
}

LightWords::Verdict LightWords::verdict(const LightStatus& status, const QString& network, UnixTime now)
{
    const QString head = status.head ? format::count(status.head->number) : QString();
    if (status.phase == Phase::Offline) {
        return {QStringLiteral("stale"),
                status.head ? tr("No node answers; last verified block %1, %2 old").arg(head, span(age(status, now)))
                            : tr("No node answers; nothing is verified yet"),
                tr("What was read before stays in view and is marked Stale. Look at your connection, or add a node "
                   "below. It is asked again by itself.")};
    }
    if (status.phase == Phase::Starting) {
        return {status.head ? QStringLiteral("stale") : QStringLiteral("reported"), tr("Asking the nodes…"),
                status.head ? tr("Headers up to block %1 were checked before and are kept.").arg(head)
                            : tr("Nothing is verified yet.")};
    }
    if (status.phase == Phase::Syncing) {
        return {QStringLiteral("reported"),
                tr("Checking headers: %1 of %2").arg(format::count(checked(status)), format::count(wanted(status))),
                tr("What you read meanwhile is the nodes' word and is marked Reported. Wait with paying and signing "
                   "until the headers are checked.")};
    }
    if (status.stale) {
        return {QStringLiteral("stale"),
                tr("No fresh block: the newest verified one, %1, is %2 old").arg(head, span(age(status, now))),
                tr("The nodes answer and show nothing newer: few blocks are made, or you are shown an old chain. "
                   "What you see is marked Stale. Add a node of somebody else before you pay or sign.")};
    }
    return {QStringLiteral("proven"), tr("In sync and verified: %1, block %2").arg(network, head),
            status.checkpointSource == CheckpointSource::Genesis
                ? tr("Every header since the first block was checked on this computer: proof of work, difficulty, "
                     "parents. What you see is proven against them.")
                : tr("Every header since the checkpoint was checked on this computer: proof of work, difficulty, "
                     "parents. What you see is proven against them.")};
}

LightWords::Verdict LightWords::unverified(const QString& network, int agree, int nodes)
{
    const QString meaning =
        tr("Balances, titles and deals are the nodes' word, and nothing is called Proven. Use a node "
           "of your own, or several of different people.");
    const QString why = tr("Nothing is verified here: %1 has no proof-of-work rules").arg(network);
    return {QStringLiteral("reported"), nodes > 1 ? tr("%1; %2 of %3 nodes agree").arg(why).arg(agree).arg(nodes) : why,
            meaning};
}

LightWords::Verdict LightWords::answer(const LightStatus& status, UnixTime now)
{
    const QString head = status.head ? format::count(status.head->number) : QString();
    if (isDark(status)) {
        return {QStringLiteral("stale"), tr("Not fresh"),
                status.head
                    ? tr("The newest verified block, %1, is %2 old. What you see is marked Stale: do not pay or "
                         "sign on it.")
                          .arg(head, span(age(status, now)))
                    : tr("No node answers. Nothing could be verified yet.")};
    }
    if (status.phase == Phase::Syncing) {
        return {QStringLiteral("reported"), tr("Not yet"),
                tr("Checking headers: %1 of %2.").arg(format::count(checked(status)), format::count(wanted(status))) +
                    QLatin1Char(' ') + tr("Until then you see the nodes' word, marked Reported.")};
    }
    if (status.phase == Phase::Starting || !status.head) {
        return {QStringLiteral("reported"), tr("Not yet"), tr("Asking the nodes for the newest headers…")};
    }
    return {QStringLiteral("proven"), tr("Yes, to block %1").arg(head),
            tr("Checked on this computer %1 ago, not taken from a server's word.")
                .arg(span(status.verifiedAt > 0 ? now - status.verifiedAt : 0))};
}

LightWords::Headers LightWords::headers(const LightStatus& status)
{
    const std::uint64_t done = checked(status);
    const std::uint64_t all = wanted(status);
    Headers out;
    out.done = format::count(done);
    out.of = status.checkpointSource == CheckpointSource::Genesis
                 ? tr("of %1 since the first block").arg(format::count(all))
                 : tr("of %1 since the checkpoint").arg(format::count(all));
    out.part = all == 0 ? (status.phase == Phase::InSync ? 1 : 0)
                        : static_cast<double>(done) / static_cast<double>(all); // how far along, never an amount
    out.checkpoint = status.checkpointSource == CheckpointSource::Genesis
                         ? tr("%1, first block").arg(format::count(status.checkpoint.number))
                         : tr("%1 checkpoint").arg(format::count(status.checkpoint.number));
    if (status.finalNumber > status.checkpoint.number) {
        out.settled = tr("%1 final").arg(format::count(status.finalNumber));
    }
    out.head = status.head ? format::count(status.head->number) : QString();
    return out;
}

QString LightWords::level(const LightStatus& status)
{
    if (isDark(status)) {
        return QStringLiteral("stale");
    }
    return status.phase == Phase::InSync ? QStringLiteral("proven") : QStringLiteral("reported");
}

QString LightWords::block(const LightStatus& status, UnixTime now)
{
    const QString head = status.head ? format::count(status.head->number) : QString();
    switch (status.phase) {
    case Phase::Starting:
        return tr("Asking the nodes…");
    case Phase::Syncing:
        return tr("Checking headers: %1 of %2").arg(format::count(checked(status)), format::count(wanted(status)));
    case Phase::Offline:
        return status.head ? tr("Nobody answers; last verified %1").arg(head) : tr("Nobody answers");
    case Phase::InSync:
        break;
    }
    if (status.stale) {
        return tr("No fresh block; last verified %1, %2 old").arg(head, span(age(status, now)));
    }
    return tr("Block %1 verified %2 ago").arg(head, span(status.verifiedAt > 0 ? now - status.verifiedAt : 0));
}

QString LightWords::voices(const LightStatus& status)
{
    const auto [agree, all] = counted(status);
    return tr("%1 of %2").arg(agree).arg(all);
}

QString LightWords::agreement(const LightStatus& status)
{
    const auto [agree, all] = counted(status);
    if (status.phase == Phase::Offline || all == 0) {
        return {};
    }
    if (all == 1) {
        return agree == 1 ? tr("one node, nobody to compare it with") : QString();
    }
    return tr("%1 of %2 nodes agree").arg(agree).arg(all);
}

QString LightWords::source(CheckpointSource source)
{
    switch (source) {
    case CheckpointSource::Genesis:
        return tr("First block");
    case CheckpointSource::NetworkFile:
        return tr("Of the network file");
    case CheckpointSource::Foundation:
        return tr("Signed by the foundation");
    case CheckpointSource::Person:
        break;
    }
    return tr("Set by you");
}

QString LightWords::sourceStatus(CheckpointSource source)
{
    return source == CheckpointSource::NetworkFile ? QStringLiteral("attention") : QStringLiteral("clean");
}

QString LightWords::sourceMeaning(CheckpointSource source)
{
    switch (source) {
    case CheckpointSource::Genesis:
        return tr("Verification starts at the first block; nobody's word is needed. With a checkpoint it would be done "
                  "sooner.");
    case CheckpointSource::NetworkFile:
        return tr("Verification starts here, on the word of whoever made the network file; nobody signed it. Compare "
                  "the block hash with a second source you trust, on another device.");
    case CheckpointSource::Foundation:
        return tr("Verification starts here, on the foundation's signed word. Comparing the block hash with a second "
                  "source you trust, on another device, makes it yours.");
    case CheckpointSource::Person:
        break;
    }
    return tr("Verification starts here. Compare the block hash with a second source you trust, on another device.");
}

} // namespace autochain::desktop
