// SPDX-License-Identifier: GPL-3.0-or-later
// How the light client gets its headers: each node has turns of its own, so that one that hangs keeps nobody waiting.
#include "light/background.h"
#include "light/light_client.h"

#include <QCoroTimer>

#include <algorithm>
#include <random>

namespace autochain::light
{
namespace
{
using namespace std::chrono_literals;

constexpr std::uint64_t kShortWay = 8;     // so many headers everybody fetches for himself
constexpr auto kSlowestWaitedFor = 1500ms; // by those who are in sync without him
constexpr auto kLeaderMayHang = 3s;
constexpr auto kLongestLead = 20s; // who drips just fast enough keeps nobody waiting for longer
constexpr auto kLongestRest = 60s;
// In a row: answers that are no JSON-RPC at all (a hotel's login page is not a lie), and headers that do not follow
// each other (the chain may have changed between two questions).
constexpr int kNonsenseForgiven = 3;
constexpr std::size_t kSampleNewest = 16;
constexpr std::size_t kSampleOthers = 16;
constexpr std::uint64_t kPrepareBefore = 1'500; // blocks before the next epoch

Checkpoint genesisOf(const Checkpoint& checkpoint, const HashedHeader& header)
{
    Checkpoint with = checkpoint;
    if (header.header.number == 0) {
        with.totalDifficulty = header.header.difficulty;
    }
    return with;
}

// The tree of what was kept; none where it does not hold together.
std::optional<HeaderTree> treeOf(const Checkpoint& checkpoint, const ChainRules& rules,
                                 std::vector<HashedHeader> headers)
{
    if (headers.empty()) {
        return std::nullopt;
    }
    auto tree = HeaderTree::startingAt(genesisOf(checkpoint, headers.front()), headers.front(), rules);
    for (std::size_t i = 1; tree && i < headers.size(); ++i) {
        const auto added = tree->add(SealedHeader::checkedBefore(std::move(headers[i])));
        if (std::holds_alternative<Refused>(added)) {
            return std::nullopt;
        }
    }
    return tree;
}

bool isNonsense(const Error& error)
{
    return error.is(ChainError::BadAnswer) && error.args.size() > 1 &&
           (error.args[1] == "json" || error.args[1] == "redirect" || error.args[1] == "size");
}

std::string place(const HashedHeader& header, const char* rule)
{
    return "block " + std::to_string(header.header.number) + ": " + rule;
}
} // namespace

QCoro::Task<> LightClient::restore()
{
    const Self self = shared_from_this();
    while (self->m_kept == Kept::Reading) {
        co_await QCoro::sleepFor(5ms);
    }
    if (self->m_kept == Kept::Read || !self->m_archive) {
        co_return;
    }
    self->m_kept = Kept::Reading;
    // Nobody else uses the archive before this has ended: there is no tree yet.
    auto work = [archive = &*self->m_archive, checkpoint = self->m_options.checkpoint, rules = self->m_options.rules] {
        auto kept = archive->load(checkpoint);
        return kept.ok() ? treeOf(checkpoint, rules, std::move(kept).value()) : std::nullopt;
    };
    const auto tree = co_await inBackground(std::move(work));
    if (*tree) {
        self->m_tree = std::move(**tree);
        const bool holds = co_await sampleHolds(self);
        if (!holds) {
            self->m_tree.reset();
        }
    }
    if (!self->m_tree) {
        [[maybe_unused]] const auto cleared = self->m_archive->clear();
        [[maybe_unused]] const auto begun = self->m_archive->load(self->m_options.checkpoint);
    }
    self->m_kept = Kept::Read;
    self->changed();
}

// Whoever can write the file could have put headers without work into it: the newest, and some that nobody can guess,
// are checked again.
QCoro::Task<bool> LightClient::sampleHolds(Self self)
{
    std::mt19937_64 random(self->m_options.seed);
    const std::uint64_t root = self->m_tree->root().header.number;
    const std::uint64_t head = self->m_tree->head().header.number;
    std::set<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < kSampleNewest && head - i > root; ++i) {
        numbers.insert(head - i);
    }
    // Of the newest one's epoch only: another epoch's cache may not be there, and takes seconds.
    const auto epoch = ethash::epochOf(head, self->m_options.rules);
    for (std::size_t i = 0; i < kSampleOthers && head > root; ++i) {
        const std::uint64_t number = root + 1 + random() % (head - root);
        if (ethash::epochOf(number, self->m_options.rules) == epoch) {
            numbers.insert(number);
        }
    }
    std::vector<HashedHeader> sample;
    for (const std::uint64_t number : numbers) {
        sample.push_back(*self->m_tree->at(number));
    }
    const Seals seals = co_await checkSeals(self, std::move(sample));
    co_return !seals.broken;
}

QCoro::Task<> LightClient::refreshIfOlder(std::chrono::milliseconds age)
{
    if (std::chrono::steady_clock::now() - m_lastRefresh >= age) {
        co_await refresh();
    }
}

QCoro::Task<> LightClient::refresh(std::chrono::milliseconds atMost)
{
    const Self self = shared_from_this();
    const Time start = std::chrono::steady_clock::now();
    self->m_lastRefresh = start;
    co_await restore();
    const auto peers = self->m_peers;
    std::vector<std::shared_ptr<Peer>> asked;
    for (const auto& peer : peers) {
        if (!peer->busy && peer->standing.state != PeerState::ShutOut && peer->restUntil <= start) {
            [[maybe_unused]] auto turn = turnOf(self, peer); // holds what it needs, and ends by itself
            asked.push_back(peer);
        }
    }
    self->judgeHeads();
    // Somebody who hangs since an earlier time is waited for only as long as nobody else has brought us in sync.
    const auto enough = [&] {
        const auto waited = std::chrono::steady_clock::now() - start;
        const bool answered = std::none_of(asked.begin(), asked.end(), [](const auto& peer) { return peer->busy; });
        return waited > atMost || !self->anyoneBusy() || (self->inSync() && (answered || waited > kSlowestWaitedFor));
    };
    while (!enough()) {
        co_await QCoro::sleepFor(5ms);
    }
}

QCoro::Task<> LightClient::turnOf(Self self, std::shared_ptr<Peer> peer)
{
    peer->busy = true;
    auto newest = co_await peer->newest();
    Result<> followed = newest.ok() ? Result<>() : Result<>(newest.error());
    if (newest.ok() && peer->standing.state != PeerState::ShutOut) {
        peer->standing.headNumber = newest->header.number;
        peer->headHash = newest->hash;
        if (!self->m_tree) {
            followed = co_await plantTree(self, peer);
        }
        if (followed.ok() && self->m_tree) {
            followed = co_await follow(self, peer, *newest);
        }
    }
    peer->busy = false;
    if (!followed.ok()) {
        self->noteFailure(*peer, followed.error());
    } else if (peer->standing.state != PeerState::ShutOut) {
        peer->failures = 0;
        peer->restUntil = {};
        peer->standing.state = PeerState::Unknown; // judged at once
    }
    self->judgeHeads();
    self->changed();
}

void LightClient::noteFailure(Peer& peer, const Error& error)
{
    if (peer.standing.state == PeerState::ShutOut) {
        return;
    }
    ++peer.failures;
    const auto rest =
        std::min<std::chrono::seconds>(kLongestRest, std::chrono::seconds(1 << std::min(peer.failures, 6)));
    peer.restUntil = std::chrono::steady_clock::now() + rest;
    if (error.is(ChainError::WrongChain)) {
        peer.standing.state = PeerState::WrongChain;
    } else if (isNonsense(error) && peer.failures < kNonsenseForgiven) {
        peer.standing.state = PeerState::Refuses;
        peer.standing.lieDetail = error.detail;
    } else if (error.is(ChainError::BadAnswer)) {
        accuse(peer, Lie::BadAnswer, (error.args.size() > 1 ? error.args[1] + ": " : std::string()) + error.detail);
    } else if (error.is(ChainError::NodeRefused) || error.is(ChainError::NotFound)) {
        peer.standing.state = PeerState::Refuses;
        peer.standing.lieDetail = error.args.size() > 1 ? error.args[1] : error.detail;
    } else {
        peer.standing.state = PeerState::Away;
        peer.standing.headNumber.reset();
    }
}

QCoro::Task<Result<>> LightClient::plantTree(Self self, std::shared_ptr<Peer> peer)
{
    const Checkpoint checkpoint = self->m_options.checkpoint;
    AC_CO_TRY(const std::vector<HashedHeader> headers, co_await peer->headers(checkpoint.number, 1));
    if (self->m_tree) {
        co_return Unit{}; // another one was quicker
    }
    if (headers.empty()) {
        co_return Error(ChainError::NotFound, {}, "the checkpoint's block");
    }
    auto tree = HeaderTree::startingAt(genesisOf(checkpoint, headers.front()), headers.front(), self->m_options.rules);
    if (!tree) {
        co_return Error(ChainError::WrongChain, {std::to_string(self->m_options.rules.chainId)},
                        "another block at the checkpoint's height");
    }
    self->m_tree = std::move(tree);
    if (self->m_archive) {
        [[maybe_unused]] const auto kept = self->m_archive->add(headers); // a full disk costs the time again
    }
    co_return Unit{};
}

// Heights further and further back, in one request: a fork is found however deep it is.
QCoro::Task<Result<HashedHeader>> LightClient::lastCommon(Self self, std::shared_ptr<Peer> peer, std::uint64_t newest)
{
    const std::uint64_t root = self->m_tree->root().header.number;
    std::vector<std::uint64_t> heights;
    const std::uint64_t top = std::min(newest, self->m_tree->head().header.number);
    for (std::uint64_t back = 0; top > root + back; back = back * 2 + 1) {
        heights.push_back(top - back);
    }
    heights.push_back(root);
    AC_CO_TRY(const std::vector<HashedHeader> headers, co_await peer->headersAt(heights));
    for (const HashedHeader& header : headers) {
        if (self->m_tree->find(header.hash) != nullptr) {
            co_return header;
        }
    }
    if (headers.size() < heights.size()) {
        co_return Error(ChainError::NotFound, {}, "blocks below its head");
    }
    co_return Error(ChainError::WrongChain, {std::to_string(self->m_options.rules.chainId)},
                    "another block at the checkpoint's height");
}

// Of a long way only one node gives the headers at a time, and as long as it moves.
bool LightClient::mayLead(const std::shared_ptr<Peer>& peer, std::uint64_t missing)
{
    if (missing <= kShortWay) {
        return true;
    }
    const auto leader = m_leader.lock();
    const Time now = std::chrono::steady_clock::now();
    if (leader && leader != peer && leader->busy && now - m_leaderMovedAt < kLeaderMayHang &&
        now - m_leaderSince < kLongestLead && leader->standing.state != PeerState::ShutOut) {
        return false;
    }
    m_leaderSince = leader == peer ? m_leaderSince : now;
    m_leader = peer;
    m_leaderMovedAt = now;
    return true;
}

std::optional<LightClient::Broken> LightClient::brokenBy(const HashedHeader& parent,
                                                         const std::vector<HashedHeader>& headers) const
{
    const HashedHeader* before = &parent;
    for (const HashedHeader& header : headers) {
        if (const auto rule = brokenRule(header, *before, m_options.rules)) {
            return Broken{*rule, place(header, nameOf(*rule))};
        }
        before = &header;
    }
    return std::nullopt;
}

QCoro::Task<LightClient::Seals> LightClient::checkSeals(Self self, std::vector<HashedHeader> headers)
{
    Seals seals;
    std::size_t start = 0;
    while (start < headers.size() && !seals.broken) {
        const auto epoch = ethash::epochOf(headers[start].header.number, self->m_options.rules);
        if (!epoch) {
            seals.broken = place(headers[start], ethash::nameOf(ethash::SealRule::Epoch));
            break;
        }
        std::size_t end = start;
        while (end < headers.size() && ethash::epochOf(headers[end].header.number, self->m_options.rules) == epoch) {
            ++end;
        }
        const std::vector<HashedHeader> part(headers.begin() + static_cast<std::ptrdiff_t>(start),
                                             headers.begin() + static_cast<std::ptrdiff_t>(end));
        const auto cache = co_await self->m_caches.get(*epoch);
        auto work = [cache = *cache, part, rules = self->m_options.rules, threads = self->m_options.threads] {
            return SealedHeader::check(*cache, part, rules, threads);
        };
        const auto verdicts = co_await inBackground(std::move(work));
        for (std::size_t i = 0; i < verdicts->size() && !seals.broken; ++i) {
            if (auto* const good = std::get_if<SealedHeader>(&(*verdicts)[i])) {
                seals.good.push_back(std::move(*good));
            } else {
                seals.broken = place(part[i], ethash::nameOf(std::get<ethash::SealRule>((*verdicts)[i])));
            }
        }
        start = end;
    }
    co_return seals;
}

void LightClient::take(Peer& peer, const Seals& seals)
{
    std::vector<HashedHeader> added;
    for (const SealedHeader& header : seals.good) {
        const auto change = m_tree->add(header);
        if (const auto* const known = std::get_if<TreeChange>(&change); known != nullptr && !known->known) {
            added.push_back(header.hashed());
        }
    }
    if (added.empty()) {
        return;
    }
    peer.standing.headersGiven += added.size();
    m_verifiedAt = m_clock.now();
    if (m_archive) {
        [[maybe_unused]] const auto kept = m_archive->add(added);
    }
    prepareNextEpoch();
}

void LightClient::prepareNextEpoch()
{
    const std::uint64_t head = m_tree->head().header.number;
    const auto now = ethash::epochOf(head, m_options.rules);
    const auto soon = ethash::epochOf(head + kPrepareBefore, m_options.rules);
    if (now && soon && !(*now == *soon)) {
        [[maybe_unused]] const auto future = m_caches.get(*soon);
    }
}

QCoro::Task<Result<>> LightClient::follow(Self self, std::shared_ptr<Peer> peer, HashedHeader newest)
{
    if (self->m_tree->find(newest.hash) != nullptr) {
        co_return Unit{};
    }
    AC_CO_TRY(HashedHeader parent, co_await lastCommon(self, peer, newest.header.number));
    const std::uint64_t missing = newest.header.number - std::min(newest.header.number, parent.header.number);
    if (!self->mayLead(peer, missing)) {
        co_return Unit{};
    }
    std::optional<QCoro::Task<Seals>> sealing;
    Result<> outcome;
    while (true) {
        std::vector<HashedHeader> batch;
        const std::uint64_t left = newest.header.number - std::min(newest.header.number, parent.header.number);
        if (outcome.ok() && left > 0) {
            auto got = co_await peer->headers(parent.header.number + 1, std::min<std::size_t>(left, kHeadersPerBatch));
            if (!got.ok()) {
                outcome = got.error();
            } else if (got->empty()) {
                outcome = Error(ChainError::NotFound, {}, "a header below its head");
            } else if (const auto broken = self->brokenBy(parent, *got)) {
                if (broken->rule == HeaderRule::ParentHash && peer->failures < kNonsenseForgiven) {
                    outcome = Error(ChainError::NotFound, {}, "its chain changed while it was read");
                } else {
                    self->accuse(*peer, Lie::BrokenRule, broken->detail);
                    outcome = Error(ChainError::BadProof, {peer->url()}, broken->detail);
                }
            } else {
                batch = std::move(got).value();
            }
        }
        std::optional<Seals> sealed;
        if (sealing) {
            sealed = co_await std::move(*sealing);
            sealing.reset();
        }
        const auto late = std::find_if(batch.begin(), batch.end(), [&](const HashedHeader& header) {
            return !isTimely(header.header, static_cast<std::uint64_t>(self->m_clock.now()));
        });
        batch.erase(late, batch.end()); // from the future: not yet
        const bool broken = sealed && sealed->broken;
        if (!broken && self->mayLead(peer, missing) && !batch.empty() && peer->standing.state != PeerState::ShutOut) {
            parent = batch.back();
            sealing.emplace(checkSeals(self, std::move(batch))); // begins at once, while the last ones are put away
        }
        if (sealed) {
            self->take(*peer, *sealed); // what was right before the wrong one stays
            if (broken) {
                self->accuse(*peer, Lie::BadSeal, *sealed->broken);
                co_return Error(ChainError::BadProof, {peer->url()}, *sealed->broken);
            }
            self->m_phase = self->inSync() ? self->m_phase : Phase::Syncing;
            self->changed();
        }
        if (!sealing) {
            break;
        }
    }
    co_return outcome;
}

} // namespace autochain::light
