// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of several nodes, from a checkpoint to the newest: every rule and every seal checked, the heaviest chain
// followed, what was checked kept on disk. Nodes are asked, not believed; who lies is shut out and named.
#pragma once

#include "base/clock.h"
#include "chain/finality.h"
#include "chain/header_tree.h"
#include "light/epoch_caches.h"
#include "light/header_archive.h"
#include "light/light_status.h"
#include "light/peer.h"

#include <QCoroTask>
#include <QFuture>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace autochain::light
{

struct LightOptions {
    ChainRules rules;
    Checkpoint checkpoint; // of the genesis block where there is no other
    CheckpointSource checkpointSource = CheckpointSource::Genesis;
    Sureness sureness;
    FinalityRules finality; // of amounts of the chain's coin
    std::vector<PeerOptions> peers;
    std::string cacheFolder; // Ethash caches; empty: made anew each time
    unsigned threads = 2;    // for seals
    std::uint64_t seed = 0;  // which of the kept headers have their seals checked again
};

class LightClient : public std::enable_shared_from_this<LightClient>
{
public:
    // `archive`: none keeps nothing. `clock` must outlive it.
    static std::shared_ptr<LightClient> make(LightOptions options, std::optional<HeaderArchive> archive,
                                             const Clock& clock);

    // Takes up what was kept, the first time. A kept file that does not hold is thrown away: it can be fetched again.
    QCoro::Task<> restore();
    // Restores, then asks every node that is not being asked already. Ends when all have been followed to their heads,
    // or somebody has and the others are slow, or after `atMost`; what is under way goes on in the background.
    QCoro::Task<> refresh(std::chrono::milliseconds atMost = std::chrono::seconds(15));
    // The same, but only where the last time is `age` ago.
    QCoro::Task<> refreshIfOlder(std::chrono::milliseconds age);

    LightStatus status() const;
    bool inSync() const { return m_phase == Phase::InSync; }
    bool isStale() const;                                                  // by the clock, not by what nodes say
    const HeaderTree* tree() const { return m_tree ? &*m_tree : nullptr; } // nullptr: not even the checkpoint's header
    // None: not in the heaviest chain.
    std::optional<BlockKnowledge> knowledgeOf(const Hash32& blockHash) const;
    // The newest block of the heaviest chain on which `blocks` blocks lie, and as much work as that many of its own
    // difficulty; the checkpoint's where the chain is shorter. Precondition: tree().
    const HashedHeader& deepEnough(std::uint32_t blocks) const;
    std::uint32_t blocksFor(const U256& coinWei) const; // sureness.amountBlocks, more for much (finality.h)
    const Sureness& sureness() const { return m_options.sureness; }
    void setSureness(const Sureness& sureness);

    const std::vector<std::shared_ptr<Peer>>& peers() const { return m_peers; }
    // Those one may ask about this block: not shut out, and have it by their own word; those that give proofs first,
    // and of them the quickest.
    std::vector<std::shared_ptr<Peer>> peersFor(std::uint64_t blockNumber) const;
    // A node's answer does not hold against the verified chain: it is not asked any more.
    void accuse(Peer& peer, Lie lie, std::string detail);
    void noteProof(Peer& peer, const Hash32& blockHash); // its proof held
    void forgive(const std::string& url);                // asked again at the next turn
    void addPeer(PeerOptions peer);
    void removePeer(const std::string& url);

    // After anything of status() changed.
    std::function<void()> onChanged;

private:
    using Self = std::shared_ptr<LightClient>;
    using Time = std::chrono::steady_clock::time_point;
    struct Seals {
        std::vector<SealedHeader> good;
        std::optional<std::string> broken; // the first that is not right: block and rule
    };
    LightClient(LightOptions options, std::optional<HeaderArchive> archive, const Clock& clock);

    static QCoro::Task<> turnOf(Self self, std::shared_ptr<Peer> peer);
    static QCoro::Task<Result<>> plantTree(Self self, std::shared_ptr<Peer> peer);
    // What the node has beyond the tree, up to its head. While headers are checked the next ones are on their way.
    static QCoro::Task<Result<>> follow(Self self, std::shared_ptr<Peer> peer, HashedHeader newest);
    // The last header of the node's chain that is in the tree.
    static QCoro::Task<Result<HashedHeader>> lastCommon(Self self, std::shared_ptr<Peer> peer, std::uint64_t newest);
    static QCoro::Task<Seals> checkSeals(Self self, std::vector<HashedHeader> headers);
    static QCoro::Task<bool> sampleHolds(Self self);
    struct Broken {
        HeaderRule rule;
        std::string detail; // for accuse()
    };
    // The first rule the headers break, each against the one before.
    std::optional<Broken> brokenBy(const HashedHeader& parent, const std::vector<HashedHeader>& headers) const;
    void take(Peer& peer, const Seals& seals);
    void noteFailure(Peer& peer, const Error& error);
    bool mayLead(const std::shared_ptr<Peer>& peer, std::uint64_t missing);
    void judgeHeads();
    void prepareNextEpoch();
    bool anyoneBusy() const;
    void changed() const;

    LightOptions m_options;
    std::optional<HeaderArchive> m_archive;
    const Clock& m_clock;
    EpochCaches m_caches;
    std::vector<std::shared_ptr<Peer>> m_peers;
    std::optional<HeaderTree> m_tree;
    enum class Kept { Unread, Reading, Read } m_kept = Kept::Unread;
    Phase m_phase = Phase::Starting;
    UnixTime m_verifiedAt = 0;
    Time m_lastRefresh;
    std::weak_ptr<Peer> m_leader; // gives the headers of a long way; the others wait
    Time m_leaderSince;
    Time m_leaderMovedAt;
    std::map<std::pair<std::uint64_t, Hash32>, std::set<std::string>> m_provedBy; // of the newest blocks only
};

} // namespace autochain::light
