// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client tells; how it gets there is in light_sync.cpp.
#include "light/light_client.h"

#include <algorithm>

namespace autochain::light
{
namespace
{
constexpr std::uint64_t kAgreesWithin = 3;    // blocks behind the head
constexpr std::size_t kBlocksRemembered = 64; // whose proofs are told
constexpr std::uint64_t kBlocksForInterval = 64;

BlockRef refOf(const HashedHeader& header)
{
    return {header.header.number, header.hash, static_cast<std::int64_t>(header.header.timestamp)};
}
} // namespace

LightClient::LightClient(LightOptions options, std::optional<HeaderArchive> archive, const Clock& clock)
    : m_options(std::move(options)), m_archive(std::move(archive)), m_clock(clock), m_caches(m_options.cacheFolder)
{
    for (const PeerOptions& peer : m_options.peers) {
        m_peers.push_back(std::make_shared<Peer>(peer));
    }
}

std::shared_ptr<LightClient> LightClient::make(LightOptions options, std::optional<HeaderArchive> archive,
                                               const Clock& clock)
{
    return std::shared_ptr<LightClient>(new LightClient(std::move(options), std::move(archive), clock));
}

void LightClient::changed() const
{
    if (onChanged) {
        onChanged();
    }
}

bool LightClient::isStale() const
{
    return !m_tree || m_clock.now() - static_cast<UnixTime>(m_tree->head().header.timestamp) >
                          m_options.sureness.staleAfterSeconds;
}

LightStatus LightClient::status() const
{
    LightStatus status;
    status.phase = m_phase;
    status.checkpoint = m_options.checkpoint;
    status.checkpointSource = m_options.checkpointSource;
    status.verifiedAt = m_verifiedAt;
    status.sureness = m_options.sureness;
    status.stale = isStale();
    for (const auto& peer : m_peers) {
        status.peers.push_back(peer->standing);
        const PeerState state = peer->standing.state;
        if (peer->busy || state == PeerState::Agrees || state == PeerState::Behind || state == PeerState::OtherFork) {
            status.target = std::max(status.target, peer->standing.headNumber.value_or(0));
        }
    }
    if (m_tree) {
        const Header& head = m_tree->head().header;
        status.head = refOf(m_tree->head());
        status.target = std::max(status.target, head.number);
        status.finalNumber = deepEnough(m_options.sureness.dealBlocks).header.number;
        // The genesis block's time is whatever its makers wrote.
        const std::uint64_t first = std::max<std::uint64_t>(m_tree->root().header.number, 1);
        const std::uint64_t span = std::min(kBlocksForInterval, head.number - std::min(first, head.number));
        if (span > 0) {
            const Header& before = m_tree->at(head.number - span)->header;
            status.blockSeconds = static_cast<std::int64_t>((head.timestamp - before.timestamp) / span);
        }
    }
    return status;
}

std::optional<BlockKnowledge> LightClient::knowledgeOf(const Hash32& blockHash) const
{
    if (!m_tree || !m_tree->isInHeaviest(blockHash)) {
        return std::nullopt;
    }
    const HashedHeader& header = *m_tree->find(blockHash);
    BlockKnowledge known;
    known.block = refOf(header);
    known.confirmations = m_tree->head().header.number - header.header.number;
    known.workOnTop = *m_tree->workOnTop(blockHash);
    if (const auto by = m_provedBy.find({header.header.number, blockHash}); by != m_provedBy.end()) {
        known.provedBy.assign(by->second.begin(), by->second.end());
    }
    return known;
}

const HashedHeader& LightClient::deepEnough(std::uint32_t blocks) const
{
    const std::uint64_t head = m_tree->head().header.number;
    const std::uint64_t root = m_tree->root().header.number;
    for (std::uint64_t number = head - std::min<std::uint64_t>(blocks, head - root); number > root; --number) {
        const HashedHeader& header = *m_tree->at(number);
        const Depth reached{head - number, *m_tree->workOnTop(header.hash)};
        const auto work = checkedMul(header.header.difficulty, U256(blocks));
        if (work.ok() && isFinal(reached, {blocks, *work})) {
            return header;
        }
    }
    return m_tree->root();
}

std::uint32_t LightClient::blocksFor(const U256& coinWei) const
{
    if (!m_tree) {
        return m_options.sureness.amountBlocks;
    }
    const Depth needed = neededDepth(coinWei, m_tree->head().header.difficulty, m_options.finality);
    constexpr std::uint64_t kMost = 100'000; // a fortnight; who holds more looks at the block itself
    return std::max(m_options.sureness.amountBlocks, static_cast<std::uint32_t>(std::min(needed.blocks, kMost)));
}

void LightClient::setSureness(const Sureness& sureness)
{
    m_options.sureness = sureness;
    changed();
}

std::vector<std::shared_ptr<Peer>> LightClient::peersFor(std::uint64_t blockNumber) const
{
    std::vector<std::shared_ptr<Peer>> able;
    for (const auto& peer : m_peers) {
        const PeerState state = peer->standing.state;
        const bool asked = state == PeerState::Agrees || state == PeerState::Behind;
        if (asked && peer->standing.headNumber.value_or(0) >= blockNumber) {
            able.push_back(peer);
        }
    }
    std::stable_sort(able.begin(), able.end(), [](const auto& a, const auto& b) {
        constexpr std::chrono::milliseconds kLong = std::chrono::hours(1);
        return std::pair(a->proofsMissed, a->standing.answersIn.value_or(kLong)) <
               std::pair(b->proofsMissed, b->standing.answersIn.value_or(kLong));
    });
    return able;
}

void LightClient::accuse(Peer& peer, Lie lie, std::string detail)
{
    peer.standing.state = PeerState::ShutOut;
    peer.standing.lie = lie;
    peer.standing.lieDetail = std::move(detail);
    peer.standing.shutOutAt = m_clock.now();
    judgeHeads();
    changed();
}

void LightClient::noteProof(Peer& peer, const Hash32& blockHash)
{
    ++peer.standing.proofsGiven;
    if (const HashedHeader* const header = m_tree ? m_tree->find(blockHash) : nullptr) {
        m_provedBy[{header->header.number, blockHash}].insert(peer.url());
        if (m_provedBy.size() > kBlocksRemembered) {
            m_provedBy.erase(m_provedBy.begin());
        }
    }
}

void LightClient::forgive(const std::string& url)
{
    for (const auto& peer : m_peers) {
        if (peer->url() == url) {
            peer->standing.state = PeerState::Unknown;
            peer->standing.lie = Lie::None;
            peer->standing.lieDetail.clear();
            peer->standing.shutOutAt = 0;
            peer->failures = 0;
            peer->restUntil = {};
        }
    }
    m_lastRefresh = {};
    changed();
}

void LightClient::addPeer(PeerOptions peer)
{
    const auto same = [&peer](const auto& known) { return known->url() == peer.url; };
    if (std::none_of(m_peers.begin(), m_peers.end(), same)) {
        m_peers.push_back(std::make_shared<Peer>(peer));
        m_lastRefresh = {};
        changed();
    }
}

void LightClient::removePeer(const std::string& url)
{
    std::erase_if(m_peers, [&url](const auto& peer) { return peer->url() == url; });
    judgeHeads();
    changed();
}

void LightClient::judgeHeads()
{
    bool agrees = false;
    bool answers = false;
    for (const auto& peer : m_peers) {
        PeerState& state = peer->standing.state;
        if (state == PeerState::ShutOut || state == PeerState::Away || state == PeerState::WrongChain ||
            state == PeerState::Refuses || !peer->headHash || !m_tree) {
            answers = answers || state == PeerState::Unknown;
            continue;
        }
        answers = true;
        const HashedHeader* const head = m_tree->find(*peer->headHash);
        if (head == nullptr) {
            state = PeerState::Unknown; // on its way
        } else if (!m_tree->isInHeaviest(head->hash)) {
            state = PeerState::OtherFork;
        } else {
            const bool near = m_tree->head().header.number - head->header.number <= kAgreesWithin;
            state = near ? PeerState::Agrees : PeerState::Behind;
            agrees = agrees || near;
        }
    }
    if (agrees) {
        m_phase = Phase::InSync;
    } else if (anyoneBusy() && (answers || m_phase == Phase::Starting)) {
        m_phase = m_phase == Phase::Starting && !answers ? Phase::Starting : Phase::Syncing;
    } else {
        m_phase = Phase::Offline;
    }
}

bool LightClient::anyoneBusy() const
{
    return std::any_of(m_peers.begin(), m_peers.end(), [](const auto& peer) { return peer->busy; });
}

} // namespace autochain::light
