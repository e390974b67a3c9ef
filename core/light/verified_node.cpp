// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/verified_node.h"

#include "light/verified_receipt.h"

#include <algorithm>

namespace autochain::light
{
namespace
{
using namespace std::chrono_literals;

constexpr auto kFreshEnough = 500ms; // several reads of a page use one look at the heads
constexpr auto kWholeSync = std::chrono::minutes(30);
constexpr int kPins = 3;

BlockRef refOf(const HashedHeader& header)
{
    return {header.header.number, header.hash, static_cast<std::int64_t>(header.header.timestamp)};
}

bool isNoReceipt(const Error& error)
{
    return error.is(ChainError::BadAnswer) && error.args.size() > 1 && error.args[1] == "receipt";
}

bool isAway(const Error& error)
{
    return error.is(ChainError::NodeUnreachable) || error.is(ChainError::NodeTimeout) ||
           error.is(ChainError::WrongChain) || error.is(ChainError::BadAnswer);
}
} // namespace

VerifiedNode::VerifiedNode(std::shared_ptr<LightClient> client, std::set<Address> amounts)
    : m_client(client), m_prover(std::move(client)), m_amounts(std::move(amounts))
{
}

QCoro::Task<> VerifiedNode::ready()
{
    if (m_patient && !m_waited) {
        m_waited = true;
        co_await m_client->refresh(kWholeSync);
        co_return;
    }
    co_await m_client->refreshIfOlder(kFreshEnough);
}

Error VerifiedNode::nobodyLeft() const
{
    for (const auto& peer : m_client->peers()) {
        if (peer->standing.state == PeerState::ShutOut) {
            return {ChainError::BadProof, {peer->url()}, peer->standing.lieDetail};
        }
    }
    return {ChainError::NodeUnreachable, {m_client->peers().empty() ? std::string() : m_client->peers()[0]->url()}};
}

std::vector<std::shared_ptr<Peer>> VerifiedNode::wordGivers() const
{
    auto givers = m_client->peersFor(0);
    for (const auto& peer : m_client->peers()) { // then those that were not judged yet
        const PeerState state = peer->standing.state;
        const bool open = state == PeerState::Unknown || state == PeerState::OtherFork || state == PeerState::Away ||
                          state == PeerState::Refuses;
        if (open) {
            givers.push_back(peer);
        }
    }
    return givers;
}

template <typename T, typename Ask>
QCoro::Task<Result<T>> VerifiedNode::hint(Ask ask)
{
    Error last = nobodyLeft();
    const auto givers = wordGivers();
    for (const auto& peer : givers) {
        auto answer = co_await ask(peer->hints());
        if (answer.ok() || !isAway(answer.error())) {
            co_return answer;
        }
        last = answer.error();
    }
    co_return last;
}

QCoro::Task<Result<std::uint64_t>> VerifiedNode::chainId()
{
    co_return co_await hint<std::uint64_t>([](NodePort& node) { return node.chainId(); });
}

QCoro::Task<Result<BlockRef>> VerifiedNode::head()
{
    co_await ready();
    if (m_client->inSync()) {
        co_return refOf(m_client->tree()->head());
    }
    co_return co_await hint<BlockRef>([](NodePort& node) { return node.head(); });
}

Provenance VerifiedNode::provenanceOf(bool settled) const
{
    if (m_client->isStale()) {
        return Provenance::Stale;
    }
    return settled ? Provenance::Proven : Provenance::Reported;
}

std::uint32_t VerifiedNode::blocksFor(const std::vector<StorageRequest>& requests) const
{
    const auto isAmount = [this](const StorageRequest& request) { return m_amounts.contains(request.contract); };
    return std::all_of(requests.begin(), requests.end(), isAmount) ? m_client->sureness().amountBlocks
                                                                   : m_client->sureness().dealBlocks;
}

QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> VerifiedNode::storage(std::vector<StorageRequest> requests)
{
    const auto questions = net::questionsOf(requests);
    Error last = nobodyLeft();
    for (int attempt = 0; attempt < kPins; ++attempt) { // blocks come and go while one asks
        co_await ready();
        if (!m_client->inSync()) {
            break;
        }
        const Pin pin = m_prover.pinFor(blocksFor(requests));
        auto proven = co_await m_prover.prove(questions, pin);
        if (proven.ok()) {
            Sourced<std::vector<std::vector<U256>>> out;
            out.value = net::inOrderOf(requests, proven->words);
            out.provenance = provenanceOf(proven->settled == Settled::Yes);
            out.block = refOf(pin.head);
            co_return out;
        }
        last = proven.error();
        co_await m_client->refresh();
    }
    if (m_client->inSync()) {
        co_return last;
    }
    co_return co_await hint<Sourced<std::vector<std::vector<U256>>>>(
        [&requests](NodePort& node) { return node.storage(requests); });
}

QCoro::Task<Result<Sourced<StateProof>>> VerifiedNode::prove(std::vector<StorageRequest> requests)
{
    const auto questions = net::questionsOf(requests);
    co_await ready();
    if (!m_client->inSync()) {
        co_return co_await hint<Sourced<StateProof>>([&requests](net::RpcNode& node) { return node.prove(requests); });
    }
    const HashedHeader head = m_client->tree()->head();
    AC_CO_TRY(std::vector<net::AccountProof> proofs, co_await m_prover.proofsOf(questions, head, nobodyLeft()));
    Sourced<StateProof> out;
    out.value = net::stateProofOf(encodeHeader(head.header), std::move(proofs));
    out.block = refOf(head);
    // Whether it has been the same for long enough to be called Proven, as of every other value.
    const auto known = co_await storage(requests);
    out.provenance = known.ok() && known->block == out.block ? known->provenance : Provenance::Reported;
    co_return out;
}

QCoro::Task<Result<Sourced<Hash32>>> VerifiedNode::blockHashAt(std::uint64_t number)
{
    co_await ready();
    const HashedHeader* const header = m_client->inSync() ? m_client->tree()->at(number) : nullptr;
    if (header != nullptr) {
        Sourced<Hash32> out;
        out.value = header->hash;
        out.block = refOf(*header);
        out.provenance = provenanceOf(number <= m_client->deepEnough(m_client->sureness().dealBlocks).header.number);
        co_return out;
    }
    co_return co_await hint<Sourced<Hash32>>([number](net::RpcNode& node) { return node.blockHashAt(number); });
}

QCoro::Task<Result<Sourced<AccountState>>> VerifiedNode::account(Address address)
{
    const std::vector<net::ProofQuestion> questions{net::ProofQuestion{address, {}}};
    Error last = nobodyLeft();
    for (int attempt = 0; attempt < kPins; ++attempt) {
        co_await ready();
        if (!m_client->inSync()) {
            break;
        }
        Pin pin = m_prover.pinFor(m_client->sureness().amountBlocks);
        auto proven = co_await m_prover.prove(questions, pin);
        if (proven.ok()) {
            Sourced<AccountState> out;
            out.value = stateOf(proven->accounts, address);
            // Who holds much waits longer; the second look is taken only where the first said "settled".
            const std::uint32_t blocks = m_client->blocksFor(out.value.balanceWei);
            if (proven->settled == Settled::Yes && blocks > pin.blocks) {
                pin.deep = m_client->deepEnough(blocks);
                const auto deeper = co_await m_prover.prove(questions, pin);
                proven->settled = deeper.ok() ? deeper->settled : Settled::NotKnown;
            }
            out.provenance = provenanceOf(proven->settled == Settled::Yes);
            out.block = refOf(pin.head);
            co_return out;
        }
        last = proven.error();
        co_await m_client->refresh();
    }
    if (m_client->inSync()) {
        co_return last;
    }
    co_return co_await hint<Sourced<AccountState>>([address](NodePort& node) { return node.account(address); });
}

QCoro::Task<Result<std::optional<Receipt>>> VerifiedNode::receipt(Hash32 transactionHash)
{
    co_await ready();
    Error last = nobodyLeft();
    std::optional<Receipt> word; // of a node that gives a result and not what proves it
    const auto givers = wordGivers();
    for (const auto& peer : givers) {
        auto said = co_await peer->hints().receipt(transactionHash);
        if (!said.ok()) {
            last = said.error();
            if (isNoReceipt(last)) {
                m_client->accuse(*peer, Lie::BadAnswer, "receipt");
            }
            continue;
        }
        if (!*said) {
            last = Error(ChainError::NotFound);
            continue; // another one may have seen the block
        }
        if (m_client->tree() != nullptr && m_client->tree()->find((*said)->block.hash) == nullptr) {
            co_await m_client->refresh();
        }
        const HashedHeader* const header =
            m_client->tree() == nullptr ? nullptr : m_client->tree()->find((*said)->block.hash);
        if (header == nullptr || !m_client->tree()->isInHeaviest(header->hash)) {
            if (m_client->inSync()) {
                last = Error(ChainError::NotFound); // a block that is not, or no longer, in the chain
                continue;
            }
            co_return said; // its word, and marked as that
        }
        const HashedHeader at = *header;
        auto proven = co_await proveReceipt(peer, at, transactionHash);
        if (proven.ok()) {
            const std::uint64_t onTop = m_client->tree()->head().header.number - at.header.number;
            proven->provenance = provenanceOf(onTop >= m_client->sureness().amountBlocks);
            co_return std::optional<Receipt>(std::move(proven).value());
        }
        last = proven.error();
        if (last.is(ChainError::BadProof)) {
            m_client->accuse(*peer, Lie::BadReceipt, "block " + std::to_string(at.header.number) + ": " + last.detail);
        } else {
            word = *said;
        }
    }
    if (word) {
        co_return word;
    }
    if (last.is(ChainError::NotFound)) {
        co_return std::optional<Receipt>();
    }
    co_return last;
}

QCoro::Task<Result<Bytes>> VerifiedNode::call(CallRequest request)
{
    co_return co_await hint<Bytes>([&request](NodePort& node) { return node.call(request); });
}

QCoro::Task<Result<std::uint64_t>> VerifiedNode::estimateGas(CallRequest request)
{
    co_return co_await hint<std::uint64_t>([&request](NodePort& node) { return node.estimateGas(request); });
}

QCoro::Task<Result<FeeSuggestion>> VerifiedNode::fees()
{
    auto fees = co_await hint<FeeSuggestion>([](NodePort& node) { return node.fees(); });
    if (!fees.ok() || !m_client->inSync()) {
        co_return fees;
    }
    // The base fee need not be believed: it stands in the verified header. The tip is the node's word.
    const std::optional<U256>& base = m_client->tree()->head().header.baseFeePerGas;
    if (base && !fees->dynamic) {
        fees->maxPriorityFeePerGas = fees->gasPrice > *base ? fees->gasPrice - *base : U256();
    }
    fees->dynamic = base.has_value();
    fees->baseFeePerGas = base.value_or(U256());
    co_return fees;
}

QCoro::Task<Result<std::uint64_t>> VerifiedNode::pendingNonce(Address address)
{
    co_return co_await hint<std::uint64_t>([address](NodePort& node) { return node.pendingNonce(address); });
}

QCoro::Task<Result<Hash32>> VerifiedNode::sendRaw(Bytes signedTransaction)
{
    auto sent = co_await hint<Hash32>([&signedTransaction](NodePort& node) { return node.sendRaw(signedTransaction); });
    if (sent.ok()) {
        const auto others = m_client->peersFor(0);
        for (const auto& peer : others) {
            [[maybe_unused]] const auto also = co_await peer->hints().sendRaw(signedTransaction);
        }
    }
    co_return sent;
}

QCoro::Task<Result<std::vector<Log>>> VerifiedNode::logs(LogFilter filter)
{
    co_return co_await hint<std::vector<Log>>([&filter](NodePort& node) { return node.logs(filter); });
}

} // namespace autochain::light
