// SPDX-License-Identifier: GPL-3.0-or-later
// Deals in every state, and reorganisations of 1 to 10,000 blocks to a branch where each is in another state: what is
// shown is what the winning chain says, and what was shown as proven lay deeper than what was undone.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../escrow/sample_deal.h"
#include "deal_world.h"
#include "escrow/deal_reader.h"
#include "watch.h"
#endif

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;
using escrow::DealView;
using escrow::State;

namespace
{

constexpr std::uint32_t kSure = 12;
constexpr std::uint64_t kBefore = 20; // blocks on all branches
constexpr std::array<State, 8> kStates{State::Offered,  State::Accepted,        State::Funded,  State::BothIn,
                                       State::Disputed, State::SubstituteRules, State::Settled, State::Cancelled};
constexpr std::array<std::uint64_t, 6> kDepths{1, 2, 6, 64, 1'000, kFullPace ? 10'000 : 2'000};

// Deal number `index` in this state; each has a car and a Safe of its own.
DealView dealAs(State state, std::uint64_t index)
{
    escrow::Terms terms = escrow::sample::terms();
    terms.vehicleId.bytes[0] = static_cast<std::uint8_t>(index);
    terms.salt = U256(1'000 + index);
    DealView view = escrow::sample::dealIn(state, terms);
    if (!view.deal.safe.isZero()) {
        view.deal.safe.bytes[0] = static_cast<std::uint8_t>(index + 1);
        view.titleHolder = state >= State::BothIn ? view.deal.safe : view.titleHolder;
    }
    view.safeNonce = view.deal.safe.isZero() ? 0 : static_cast<std::uint64_t>(state); // read where there is a Safe
    return view;
}

// For each state, the states it has on the branch that loses and on the one that wins: two pairs with every first one.
struct Pair {
    State losing;
    State winning;
};
std::vector<Pair> pairs()
{
    std::vector<Pair> out;
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        out.push_back({kStates[i], kStates[(i + 1) % kStates.size()]});
        out.push_back({kStates[i], kStates[(i + 5) % kStates.size()]});
    }
    return out;
}

pow::World worldOf(const NetworkFile& network, const std::function<State(const Pair&)>& stateOf)
{
    pow::World world;
    std::uint64_t index = 0;
    for (const Pair& pair : pairs()) {
        putDeal(world, network, dealAs(stateOf(pair), index), index);
        ++index;
    }
    return world;
}

pow::BlockPlan with(const pow::World& world, std::uint8_t mark)
{
    pow::BlockPlan plan;
    plan.world = world;
    plan.mark = mark;
    return plan;
}

struct Reorg {
    Hash32 loser;
    Hash32 winner;
};

// The chain with all the branches, grown side by side.
struct Branches {
    Branches()
        : network(dealNetwork(pow::smallRules())),
          chain(pow::smallRules(), worldOf(network, [](const Pair&) { return State::Offered; }))
    {
        network = dealNetwork(chain.rules());
        const pow::World losing = worldOf(network, [](const Pair& pair) { return pair.losing; });
        const pow::World winning = worldOf(network, [](const Pair& pair) { return pair.winning; });
        const Hash32 fork = chain.grow(chain.genesisHash(), kBefore);
        std::vector<pow::Growth> growths;
        for (std::uint8_t i = 0; i < kDepths.size(); ++i) {
            for (const bool wins : {false, true}) {
                const auto mark = static_cast<std::uint8_t>(2 * i + (wins ? 1 : 0) + 1);
                const pow::World& world = wins ? winning : losing;
                growths.push_back({fork, kDepths[i] + (wins ? 1 : 0),
                                   [world, mark](std::uint64_t n) {
                                       pow::BlockPlan plan;
                                       plan.mark = mark;
                                       return n == 0 ? with(world, mark) : plan;
                                   },
                                   mark});
            }
        }
        const auto tips = chain.grow(growths);
        for (std::size_t i = 0; i < kDepths.size(); ++i) {
            reorgs.push_back({tips[2 * i], tips[2 * i + 1]});
        }
    }
    NetworkFile network;
    pow::PowChain chain;
    std::vector<Reorg> reorgs; // one for each depth
};

Branches& branches()
{
    static Branches kBranches;
    return kBranches;
}

// One node and a light client of it.
struct Reading {
    explicit Reading(const Hash32& head)
        : node(branches().chain, head), clock(timeOf(head)), client(LightClient::make(options(), std::nullopt, clock)),
          verified(client, {branches().network.contract("auc")}), reader(verified, branches().network)
    {
        verified.setPatient(true);
    }
    static UnixTime timeOf(const Hash32& head)
    {
        return static_cast<UnixTime>(branches().chain.block(head).head.header.timestamp) + 20;
    }
    void follow(const Hash32& head)
    {
        node.follow(head);
        clock.set(timeOf(head));
        QCoro::waitFor(client->refresh(std::chrono::minutes(2)));
    }
    LightOptions options()
    {
        LightOptions out;
        const pow::PowChain& chain = branches().chain;
        out.rules = chain.rules();
        out.checkpoint = chain.checkpointAt(chain.genesisHash());
        out.sureness.dealBlocks = kSure;
        out.sureness.amountBlocks = kSure;
        out.cacheFolder = cacheFolder();
        PeerOptions peer;
        peer.url = "http://127.0.0.1:1";
        peer.chainId = chain.rules().chainId;
        peer.genesisHash = chain.genesisHash();
        peer.transport = [this](QByteArray question) -> QCoro::Task<Result<Bytes>> {
            const QByteArray answer = node.answer(question);
            co_return Bytes(answer.begin(), answer.end());
        };
        out.peers.push_back(std::move(peer));
        return out;
    }

    pow::PowNode node;
    FixedClock clock;
    std::shared_ptr<LightClient> client;
    VerifiedNode verified;
    escrow::DealReader reader;
};

// What differs; nullptr: nothing.
const char* difference(const DealView& shown, const DealView& right)
{
    const std::pair<bool, const char*> same[] = {{shown.id == right.id, "id"},
                                                 {shown.terms == right.terms, "terms"},
                                                 {shown.deal.state == right.deal.state, "state"},
                                                 {shown.deal == right.deal, "deal"},
                                                 {shown.safeAuc == right.safeAuc, "AUC in the Safe"},
                                                 {shown.safeNonce == right.safeNonce, "nonce of the Safe"},
                                                 {shown.titleHolder == right.titleHolder, "holder of the title"},
                                                 {shown.vehicleDeal == right.vehicleDeal, "deal of the car"}};
    for (const auto& [isSame, name] : same) {
        if (!isSame) {
            return name;
        }
    }
    return nullptr;
}

// What is wrong with what is shown; empty: nothing. `deep`: blocks on top of the one that brought this state.
std::string verdict(Reading& reading, const Hash32& head, State Pair::*side, std::uint64_t deep)
{
    const auto deals = await(reading.reader.allDeals());
    if (!deals.ok()) {
        return "error: " + deals.error().detail;
    }
    const std::vector<Pair> all = pairs();
    if (deals->size() != all.size()) {
        return "deals are missing";
    }
    const auto least = deep >= kSure ? Provenance::Proven : Provenance::Reported;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const DealView& shown = (*deals)[all.size() - 1 - i]; // newest first
        if (const char* const what = difference(shown, dealAs(all[i].*side, i))) {
            return "deal " + std::to_string(i) + ": another " + what;
        }
        if (shown.block.hash != head || shown.provenance != least) {
            return shown.block.hash != head ? "not of the newest block" : "its provenance is another";
        }
    }
    return {};
}

} // namespace

class TestDealReorg : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QElapsedTimer clock;
        clock.start();
        branches();
        qInfo("%llu blocks mined on %zu branches in %lld ms",
              static_cast<unsigned long long>(2 * std::accumulate(kDepths.begin(), kDepths.end(), std::uint64_t{0})),
              2 * kDepths.size(), clock.elapsed());
    }

    void theWinningChainIsShown_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < kDepths.size(); ++i) {
            QTest::addRow("%llu blocks", static_cast<unsigned long long>(kDepths[i])) << static_cast<int>(i);
        }
    }

    void theWinningChainIsShown()
    {
        QFETCH(int, which);
        const std::uint64_t depth = kDepths[static_cast<std::size_t>(which)];
        const Reorg& reorg = branches().reorgs[static_cast<std::size_t>(which)];
        QElapsedTimer clock;
        clock.start();
        Reading reading(reorg.loser);
        // With fewer blocks than asked for on top it is not called proven, so whoever relied on what was proven lost
        // nothing by this reorganisation unless it was deeper than that.
        const std::string before = verdict(reading, reorg.loser, &Pair::losing, depth - 1);
        QVERIFY2(before.empty(), before.c_str());
        reading.follow(reorg.winner);
        const std::string after = verdict(reading, reorg.winner, &Pair::winning, depth);
        QVERIFY2(after.empty(), after.c_str());
        QVERIFY(reading.client->tree()->head().hash == reorg.winner);
        QVERIFY(!reading.client->knowledgeOf(reorg.loser) && reading.client->knowledgeOf(reorg.winner));
        // And a deal by itself, with what is read from logs.
        const auto one = await(reading.reader.readDeal(dealAs(State::Offered, 3).id));
        QVERIFY(one.ok() && one->deal.state == pairs()[3].winning);
        // A lighter branch changes nothing.
        reading.follow(reorg.loser);
        reading.clock.set(Reading::timeOf(reorg.winner));
        QVERIFY(reading.client->tree()->head().hash == reorg.winner);
        QVERIFY(reading.client->status().peers[0].state == PeerState::OtherFork);
        qInfo("%llu blocks: %lld ms", static_cast<unsigned long long>(depth), clock.elapsed());
    }

    // Until one branch is as deep as asked for, states come and go and none of them is proven.
    void backAndForth()
    {
        const pow::World losing = worldOf(branches().network, [](const Pair& pair) { return pair.losing; });
        const pow::World winning = worldOf(branches().network, [](const Pair& pair) { return pair.winning; });
        pow::PowChain& chain = branches().chain;
        const Hash32 fork = chain.ancestor(branches().reorgs[0].loser, kBefore).head.hash;
        Hash32 one = chain.mine(fork, with(losing, 101));
        Hash32 other = chain.mine(fork, with(winning, 102));
        Reading reading(one);
        for (std::uint64_t blocks = 1; blocks < kSure; ++blocks) {
            one = blocks == 1 ? one : chain.grow(one, 2, 101);
            reading.follow(one);
            const std::string here = verdict(reading, one, &Pair::losing, 2 * (blocks - 1));
            QVERIFY2(here.empty(), here.c_str());
            other = chain.grow(other, blocks == 1 ? 1 : 2, 102);
            reading.follow(other);
            const std::string there = verdict(reading, other, &Pair::winning, 2 * blocks - 1);
            QVERIFY2(there.empty(), there.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestDealReorg)
#include "tst_deal_reorg.moc"
