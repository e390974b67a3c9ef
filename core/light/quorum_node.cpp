// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/quorum_node.h"

#include "crypto/hash.h"
#include "net/rpc_values.h"

#include <QCoroTimer>

#include <algorithm>

namespace autochain::light
{
namespace
{
using namespace std::chrono_literals;

constexpr auto kFreshEnough = 500ms; // several reads of a page use one look at the heads
constexpr auto kStragglers = 400ms;  // waited for after enough have agreed
constexpr auto kLongestBallot = 10s; // a node that hangs keeps nobody waiting for longer
constexpr int kAttempts = 3;         // a node may have dropped the agreed block's state already

QCoro::Task<Result<BlockVote>> blockOf(std::shared_ptr<Peer> peer, std::optional<std::uint64_t> number)
{
    const QString which = number ? net::quantityText(U256(*number)) : QStringLiteral("latest");
    std::vector<net::RpcCall> calls{{QStringLiteral("eth_getBlockByNumber"), {which, false}}};
    AC_CO_TRY(const std::vector<QJsonValue> answers, co_await peer->ask(std::move(calls)));
    const auto head = net::blockOf(answers[0]);
    const auto root = net::hashOf(answers[0].toObject().value(QLatin1String("stateRoot")));
    const bool other = head.ok() && number && head->ref.number != *number;
    if (!head.ok() || !root.ok() || other) {
        co_return Error(ChainError::BadAnswer, {peer->url(), "block"}, "a block");
    }
    co_return BlockVote{peer->url(), head->ref, *root};
}
} // namespace

QuorumNode::QuorumNode(const std::vector<PeerOptions>& peers)
{
    for (const PeerOptions& peer : peers) {
        m_peers.push_back(std::make_shared<Peer>(peer));
    }
    m_status.nodes = m_peers.size();
    m_status.needed = quorumOf(m_peers.size());
}

// Static, and all it uses is shared: it may end after the node is gone.
QCoro::Task<> QuorumNode::vote(PeerPtr peer, std::optional<std::uint64_t> number, std::shared_ptr<Ballot> ballot)
{
    const auto shown = co_await peer->hints().head(); // chain id and genesis block are this network's
    if (shown.ok()) {
        auto vote = co_await blockOf(peer, number);
        if (vote.ok()) {
            ballot->votes.push_back(std::move(vote).value());
        }
    }
    ++ballot->answered;
}

QCoro::Task<std::vector<BlockVote>> QuorumNode::ask(std::optional<std::uint64_t> number)
{
    const auto ballot = std::make_shared<Ballot>();
    const auto start = std::chrono::steady_clock::now();
    const std::size_t needed = m_status.needed;
    for (const PeerPtr& peer : m_peers) {
        if (!isContradicted(peer->url())) {
            ++ballot->asked;
            [[maybe_unused]] const auto task = vote(peer, number, ballot); // ends by itself
        }
    }
    const auto enough = [&] {
        const auto waited = std::chrono::steady_clock::now() - start;
        return ballot->answered == ballot->asked || waited > kLongestBallot ||
               (waited > kStragglers && ballot->votes.size() >= needed);
    };
    while (!enough()) {
        co_await QCoro::sleepFor(5ms);
    }
    co_return ballot->votes;
}

QCoro::Task<std::optional<AgreedBlock>> QuorumNode::agree()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_status.agreed && now - m_agreedAt < kFreshEnough) {
        std::optional<AgreedBlock> kept = m_status.agreed; // GCC 12 would move the member itself out
        co_return kept;
    }
    const std::vector<BlockVote> newest = co_await ask(std::nullopt);
    std::optional<AgreedBlock> agreed;
    if (const auto height = heightFor(newest, m_status.needed)) {
        const bool allThere = std::all_of(newest.begin(), newest.end(),
                                          [&](const BlockVote& vote) { return vote.block.number == *height; });
        std::vector<BlockVote> votes = newest;
        if (!allThere) {
            votes = co_await ask(height);
        }
        agreed = agreedBy(votes, m_status.needed);
    }
    m_status.agreed = agreed;
    m_agreedAt = std::chrono::steady_clock::now();
    if (onChanged) {
        onChanged();
    }
    co_return agreed;
}

bool QuorumNode::isContradicted(const std::string& url) const
{
    return std::any_of(m_status.contradicted.begin(), m_status.contradicted.end(),
                       [&](const auto& one) { return one.url == url; });
}

void QuorumNode::contradict(const Peer& peer, const std::string& detail)
{
    if (!isContradicted(peer.url())) {
        m_status.contradicted.push_back({peer.url(), detail});
        m_agreedAt = {}; // whether enough are left that agree has to be found out again
    }
}

std::vector<QuorumNode::PeerPtr> QuorumNode::inTurn() const
{
    std::vector<PeerPtr> peers;
    for (const PeerPtr& peer : m_peers) {
        if (!isContradicted(peer->url())) {
            peers.push_back(peer);
        }
    }
    const auto agrees = [this](const PeerPtr& peer) {
        return m_status.agreed &&
               std::count(m_status.agreed->agreeing.begin(), m_status.agreed->agreeing.end(), peer->url()) > 0;
    };
    std::stable_partition(peers.begin(), peers.end(), agrees);
    return peers;
}

QCoro::Task<Result<std::optional<QuorumNode::Proofs>>> QuorumNode::proofsOf(std::vector<net::ProofQuestion> questions)
{
    Error last(ChainError::NotFound, {}, "no node has the agreed block");
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const std::optional<AgreedBlock> at = co_await agree();
        if (!at) {
            co_return std::optional<Proofs>();
        }
        const auto peers = inTurn();
        for (const PeerPtr& peer : peers) {
            if (std::count(at->agreeing.begin(), at->agreeing.end(), peer->url()) == 0) {
                continue;
            }
            auto proofs = co_await peer->proofs(questions, at->block.number);
            if (!proofs.ok()) {
                last = proofs.error();
                continue;
            }
            const auto broken = std::find_if(proofs->begin(), proofs->end(), [&](const AccountProof& proof) {
                return !verifyAccountProof(proof, at->stateRoot).ok();
            });
            if (broken == proofs->end()) {
                co_return std::optional(Proofs{*at, peer, std::move(proofs).value()});
            }
            // Or its chain has changed since it voted: then it names another block of that number now.
            const auto again = co_await blockOf(peer, at->block.number);
            last = Error(ChainError::BadProof, {peer->url()}, "a value that does not fit the block it names");
            if (again.ok() && again->block == at->block) {
                contradict(*peer, "block " + std::to_string(at->block.number) + ": " + last.detail);
            }
        }
        m_agreedAt = {};
    }
    co_return last;
}

QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> QuorumNode::storage(std::vector<StorageRequest> requests)
{
    AC_CO_TRY(const std::optional<Proofs> proven, co_await proofsOf(net::questionsOf(requests)));
    if (!proven) {
        co_return co_await firstAnswer<Sourced<std::vector<std::vector<U256>>>>(
            [&requests](NodePort& node) { return node.storage(requests); });
    }
    net::Words words;
    for (const AccountProof& proof : proven->proofs) {
        net::addWords(words, proof);
    }
    Sourced<std::vector<std::vector<U256>>> out;
    out.value = net::inOrderOf(requests, words);
    out.block = proven->at.block;
    co_return out;
}

QCoro::Task<Result<Sourced<AccountState>>> QuorumNode::account(Address address)
{
    const std::vector<net::ProofQuestion> questions{net::ProofQuestion{address, {}}};
    AC_CO_TRY(const std::optional<Proofs> proven, co_await proofsOf(questions));
    if (!proven) {
        co_return co_await firstAnswer<Sourced<AccountState>>(
            [address](NodePort& node) { return node.account(address); });
    }
    AC_CO_TRY(const std::optional<Account> account, verifyAccountProof(proven->proofs.front(), proven->at.stateRoot));
    Sourced<AccountState> out;
    out.block = proven->at.block;
    if (account) {
        out.value.balanceWei = account->balanceWei;
        out.value.nonce = account->nonce;
        out.value.hasCode = account->codeHash != keccak256(BytesView());
    }
    co_return out;
}

template <typename T, typename Ask>
QCoro::Task<Result<T>> QuorumNode::firstAnswer(Ask ask)
{
    Error last(ChainError::NodeUnreachable, {m_peers.front()->url()});
    const auto peers = inTurn();
    for (const PeerPtr& peer : peers) {
        auto answer = co_await ask(peer->hints());
        const bool away =
            !answer.ok() &&
            (answer.error().is(ChainError::NodeUnreachable) || answer.error().is(ChainError::NodeTimeout) ||
             answer.error().is(ChainError::WrongChain) || answer.error().is(ChainError::BadAnswer));
        if (!away) {
            co_return answer;
        }
        last = answer.error();
    }
    co_return last;
}

QCoro::Task<Result<std::uint64_t>> QuorumNode::chainId()
{
    co_return co_await firstAnswer<std::uint64_t>([](NodePort& node) { return node.chainId(); });
}

QCoro::Task<Result<BlockRef>> QuorumNode::head()
{
    const std::optional<AgreedBlock> agreed = co_await agree();
    if (agreed) {
        co_return agreed->block;
    }
    co_return co_await firstAnswer<BlockRef>([](NodePort& node) { return node.head(); });
}

QCoro::Task<Result<Sourced<StateProof>>> QuorumNode::prove(std::vector<StorageRequest> requests)
{
    AC_CO_TRY(std::optional<Proofs> found, co_await proofsOf(net::questionsOf(requests)));
    if (!found) {
        co_return co_await firstAnswer<Sourced<StateProof>>(
            [&requests](net::RpcNode& node) { return node.prove(requests); });
    }
    std::vector<std::uint64_t> numbers(1, found->at.block.number);
    AC_CO_TRY(const std::vector<HashedHeader> headers, co_await found->giver->headersAt(std::move(numbers)));
    if (headers.empty() || headers.front().hash != found->at.block.hash) {
        co_return Error(ChainError::NotFound, {}, "the node's chain changed while it was read");
    }
    Sourced<StateProof> out;
    out.value = net::stateProofOf(encodeHeader(headers.front().header), std::move(found->proofs));
    out.block = found->at.block;
    co_return out;
}

QCoro::Task<Result<Sourced<Hash32>>> QuorumNode::blockHashAt(std::uint64_t number)
{
    co_return co_await firstAnswer<Sourced<Hash32>>([number](net::RpcNode& node) { return node.blockHashAt(number); });
}

QCoro::Task<Result<std::optional<Receipt>>> QuorumNode::receipt(Hash32 transactionHash)
{
    co_return co_await firstAnswer<std::optional<Receipt>>(
        [transactionHash](NodePort& node) { return node.receipt(transactionHash); });
}

QCoro::Task<Result<Bytes>> QuorumNode::call(CallRequest request)
{
    co_return co_await firstAnswer<Bytes>([&request](NodePort& node) { return node.call(request); });
}

QCoro::Task<Result<std::uint64_t>> QuorumNode::estimateGas(CallRequest request)
{
    co_return co_await firstAnswer<std::uint64_t>([&request](NodePort& node) { return node.estimateGas(request); });
}

QCoro::Task<Result<FeeSuggestion>> QuorumNode::fees()
{
    co_return co_await firstAnswer<FeeSuggestion>([](NodePort& node) { return node.fees(); });
}

QCoro::Task<Result<std::uint64_t>> QuorumNode::pendingNonce(Address address)
{
    co_return co_await firstAnswer<std::uint64_t>([address](NodePort& node) { return node.pendingNonce(address); });
}

QCoro::Task<Result<Hash32>> QuorumNode::sendRaw(Bytes signedTransaction)
{
    auto sent =
        co_await firstAnswer<Hash32>([&signedTransaction](NodePort& node) { return node.sendRaw(signedTransaction); });
    if (sent.ok()) {
        const auto peers = inTurn();
        for (const PeerPtr& peer : peers) { // one that keeps it back is not enough to stop it
            [[maybe_unused]] const auto also = co_await peer->hints().sendRaw(signedTransaction);
        }
    }
    co_return sent;
}

QCoro::Task<Result<std::vector<Log>>> QuorumNode::logs(LogFilter filter)
{
    co_return co_await firstAnswer<std::vector<Log>>([&filter](NodePort& node) { return node.logs(filter); });
}

} // namespace autochain::light
