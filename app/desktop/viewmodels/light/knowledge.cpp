// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/light/knowledge.h"

#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"
#include "viewmodels/light/nodewords.h"

namespace autochain::desktop
{
namespace
{
QString blockText(const BlockRef& block, UnixTime now)
{
    return Knowledge::tr("%1, %2", "block, time").arg(format::count(block.number), format::dayOrDate(block.time, now));
}

QString counted(std::uint64_t blocks)
{
    return Knowledge::tr("%n block(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(blocks, 1'000'000'000)));
}

// "14 blocks, about 3 minutes of this network's mining"
QString workText(std::uint64_t blocks, const light::LightStatus& status)
{
    const QString time = LightWords::timeOf(blocks, status.blockSeconds);
    return time.isEmpty() ? counted(blocks)
                          : Knowledge::tr("%1, %2 of this network's mining").arg(counted(blocks), time);
}

// What every proven value has been unchanged for; some for longer.
std::uint32_t leastBlocks(const light::LightStatus& status)
{
    return std::min(status.sureness.amountBlocks, status.sureness.dealBlocks);
}
} // namespace

// The block it was read at and what lies on it; without one, the newest verified block.
void Knowledge::addBlock(Answer& answer, const Ground& ground)
{
    if (!ground.known) {
        if (ground.light->head) {
            answer.facts.push_back({tr("Newest verified block"), blockText(*ground.light->head, ground.now)});
        }
        return;
    }
    answer.facts.push_back({tr("Block"), blockText(ground.known->block, ground.now)});
    answer.facts.push_back({tr("On top of it"), ground.known->confirmations == 0
                                                    ? tr("nothing yet, it is the newest")
                                                    : workText(ground.known->confirmations, *ground.light)});
    QStringList nodes;
    for (const std::string& url : ground.known->provedBy) {
        light::PeerStanding peer;
        peer.url = url;
        for (const light::PeerStanding& one : ground.light->peers) {
            peer = one.url == url ? one : peer;
        }
        nodes << NodeWords::name(peer, ground.nodeNames);
    }
    if (!nodes.isEmpty()) {
        answer.facts.push_back({tr("Proof given by"), nodes.join(QStringLiteral(", "))});
    }
}

Knowledge::Answer Knowledge::proven(const Ground& ground)
{
    Answer answer;
    answer.sentence = ground.known
                          ? tr("Checked on this computer: it stands in block %1, whose header and proof of work were "
                               "verified here.")
                                .arg(format::count(ground.known->block.number))
                          : tr("Checked on this computer against a header that was verified here.");
    if (!ground.light) {
        return answer;
    }
    addBlock(answer, ground);
    answer.facts.push_back(
        {tr("Unchanged"), tr("for at least %1 before that").arg(counted(leastBlocks(*ground.light)))});
    answer.advice = tr("Proven says where it comes from, not whether it is good.");
    return answer;
}

Knowledge::Answer Knowledge::word(const Ground& ground)
{
    Answer answer;
    if (ground.practice) {
        answer.sentence = tr("Somebody's word, not proven.");
        return answer;
    }
    answer.advice = tr("Use a node of your own, or several of different people.");
    if (!ground.quorum) {
        answer.sentence =
            tr("A node's word. %1 has no proof-of-work rules, so nothing is verified here.").arg(ground.network);
    } else if (!ground.quorum->agreed) {
        answer.sentence = tr("One node's word: fewer than %1 of the %2 nodes name the same block.")
                              .arg(ground.quorum->needed)
                              .arg(ground.quorum->nodes);
        answer.advice = tr("Wait with paying and signing until they agree.");
    } else {
        const light::AgreedBlock& agreed = *ground.quorum->agreed;
        answer.sentence =
            tr("The word of %1 of %2 nodes: they name the same block, and what was read fits it. %3 has no "
               "proof-of-work rules, so it is not proven: nodes that lie together are not found out.")
                .arg(agreed.agreeing.size())
                .arg(ground.quorum->nodes)
                .arg(ground.network);
        answer.facts.push_back({tr("Block"), blockText(agreed.block, ground.now)});
    }
    return answer;
}

Knowledge::Answer Knowledge::reported(const Question& question, const Ground& ground)
{
    Answer answer;
    if (!question.detail.isEmpty()) {
        answer.sentence = tr("Somebody's word, not proven: %1.").arg(question.detail);
        answer.advice = tr("Do not rely on it alone.");
        return answer;
    }
    if (!ground.light) {
        return word(ground);
    }
    if (ground.known) {
        const std::uint32_t wanted = leastBlocks(*ground.light);
        answer.sentence =
            tr("Proven in block %1, but it changed less than %2 ago, or its older state could not be had. "
               "It may still be undone.")
                .arg(format::count(ground.known->block.number), counted(wanted));
        addBlock(answer, ground);
        const QString time = LightWords::timeOf(wanted, ground.light->blockSeconds);
        answer.advice = time.isEmpty()
                            ? tr("It turns Proven by itself. Wait before you hand over money or a car for it.")
                            : tr("It turns Proven by itself, in %1. Wait before you hand over money or a car "
                                 "for it.")
                                  .arg(time);
        return answer;
    }
    if (ground.light->phase != light::Phase::InSync) {
        answer.sentence = tr("The nodes' word: headers are still being checked.");
        addBlock(answer, ground);
        answer.advice = tr("It turns Proven by itself once they are. Wait with paying and signing until then.");
        return answer;
    }
    answer.sentence =
        tr("Somebody's word, not proven: a message, a claim, or something a node says that has no proof.");
    addBlock(answer, ground);
    answer.advice = tr("Do not rely on it alone.");
    return answer;
}

Knowledge::Answer Knowledge::stale(const Ground& ground)
{
    Answer answer;
    if (!ground.light) {
        answer.sentence = ground.newest.number == 0 ? tr("Nothing could be read yet.")
                                                    : tr("It was read once; nothing fresh has come since block %1.")
                                                          .arg(format::count(ground.newest.number));
        answer.advice =
            tr("Look at your connection. It is asked again by itself; do not pay or sign on it until then.");
        return answer;
    }
    const auto& head = ground.light->head;
    answer.sentence = head ? tr("It was good once; no fresh block was verified since. The newest is %1 old.")
                                 .arg(LightWords::span(ground.now - head->time))
                           : tr("Nothing could be verified yet.");
    addBlock(answer, ground);
    answer.advice = tr("Look at your connection and at the nodes. It becomes fresh by itself; do not pay or sign on it "
                       "until then.");
    return answer;
}

Knowledge::Answer Knowledge::explain(const Question& question, const Ground& ground)
{
    switch (question.provenance) {
    case Provenance::Proven:
        return proven(ground);
    case Provenance::Reported:
        return reported(question, ground);
    case Provenance::Stale:
        return stale(ground);
    case Provenance::Local:
        break;
    }
    Answer answer;
    answer.sentence =
        tr("Read from the practice chain on this computer. Nobody else sees it: there is nothing to check "
           "it against, and nothing at stake.");
    const BlockRef& block = question.block && question.block->number > 0 ? *question.block : ground.newest;
    if (block.number > 0) {
        answer.facts.push_back({tr("Block"), blockText(block, ground.now)});
    }
    return answer;
}

} // namespace autochain::desktop
