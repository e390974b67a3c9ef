// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/verified_node.h"

#include "crypto/hash.h"
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

AccountState stateOf(const std::map<Address, Account>& accounts, const Address& address)
{
    AccountState state;
    if (const auto found = accounts.find(address); found != accounts.end()) {
        state.balanceWei = found->second.balanceWei;
        state.nonce = found->second.nonce;
        state.hasCode = found->second.codeHash != keccak256(BytesView());
    }
    return state;
}

bool sameState(const std::map<Address, Account>& a, const std::map<Address, Account>& b, const Address& address)
{
    const AccountState one = stateOf(a, address);
    const AccountState other = stateOf(b, address);
    return one.balanceWei == other.balanceWei && one.nonce == other.nonce && one.hasCode == other.hasCode;
}

// Not one that does not hold: what was answered is none at all.
bool isNoProof(const Error& error)
{
    return error.is(ChainError::BadAnswer) && error.args.size() > 1 && error.args[1] == "proof";
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
    : m_client(std::move(client)), m_amounts(std::move(amounts))
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

VerifiedNode::Pin VerifiedNode::pinFor(std::uint32_t blocks) const
{
    return {m_client->tree()->head(), m_client->deepEnough(blocks), blocks};
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

// Every proof against the state of this header; the words go to `words` where it is given.
Result<std::map<Address, Account>> VerifiedNode::holdAgainst(const std::vector<net::AccountProof>& proofs,
                                                             const Header& header, net::Words* words) const
{
    std::map<Address, Account> accounts;
    for (const net::AccountProof& proof : proofs) {
        AC_TRY(const std::optional<Account> account, net::verifyAccountProof(proof, header.stateRoot));
        if (account) {
            accounts.insert_or_assign(proof.address, *account);
        }
        if (words != nullptr) {
            net::addWords(*words, proof);
        }
    }
    return accounts;
}

QCoro::Task<Result<VerifiedNode::ProvenWords>> VerifiedNode::proveBy(std::shared_ptr<Peer> peer,
                                                                     std::vector<net::ProofQuestion> questions, Pin pin)
{
    ProvenWords out;
    AC_CO_TRY(const std::vector<net::AccountProof> proofs, co_await peer->proofs(questions, pin.head.header.number));
    auto accounts = holdAgainst(proofs, pin.head.header, &out.words);
    if (!accounts.ok()) {
        co_return co_await judge(peer, proofs, pin.head, accounts.error().detail);
    }
    out.accounts = std::move(accounts).value();
    m_client->noteProof(*peer, pin.head.hash);
    if (pin.deep.hash == pin.head.hash) {
        co_return out;
    }
    // The deep block: accounts alone first. Where a contract's storage is the same as a whole, so is every word of it.
    std::vector<net::ProofQuestion> bare;
    for (const net::ProofQuestion& question : questions) {
        if (bare.empty() || bare.back().contract != question.contract) {
            bare.push_back({question.contract, {}});
        }
    }
    const auto deepProofs = co_await peer->proofs(bare, pin.deep.header.number);
    if (!deepProofs.ok()) {
        if (isNoProof(deepProofs.error())) {
            co_return deepProofs.error();
        }
        out.settled = Settled::NotKnown; // a node need not keep old states
        co_return out;
    }
    const auto deepAccounts = holdAgainst(*deepProofs, pin.deep.header, nullptr);
    if (!deepAccounts.ok()) {
        co_return co_await judge(peer, *deepProofs, pin.deep, deepAccounts.error().detail);
    }
    const auto rootIn = [](const std::map<Address, Account>& all, const Address& contract) {
        const auto found = all.find(contract);
        return found == all.end() ? emptyTrieRoot() : found->second.storageRoot;
    };
    std::vector<net::ProofQuestion> again;
    for (const net::ProofQuestion& question : questions) {
        if (question.slotKeys.empty()) {
            const bool same = sameState(out.accounts, *deepAccounts, question.contract);
            out.settled = same ? out.settled : Settled::No;
        } else if (rootIn(out.accounts, question.contract) != rootIn(*deepAccounts, question.contract)) {
            again.push_back(question);
        }
    }
    if (out.settled != Settled::Yes || again.empty()) {
        co_return out;
    }
    const auto deepWords = co_await peer->proofs(again, pin.deep.header.number);
    if (!deepWords.ok()) {
        if (isNoProof(deepWords.error())) {
            co_return deepWords.error();
        }
        out.settled = Settled::NotKnown;
        co_return out;
    }
    net::Words before;
    if (const auto held = holdAgainst(*deepWords, pin.deep.header, &before); !held.ok()) {
        co_return co_await judge(peer, *deepWords, pin.deep, held.error().detail);
    }
    const bool same = std::all_of(before.begin(), before.end(),
                                  [&](const auto& word) { return out.words.at(word.first) == word.second; });
    out.settled = same ? Settled::Yes : Settled::No;
    co_return out;
}

QCoro::Task<Result<VerifiedNode::ProvenWords>> VerifiedNode::proveAll(std::vector<net::ProofQuestion> questions,
                                                                      Pin pin)
{
    Error last(ChainError::NotFound, {}, "no node has the newest block");
    std::optional<ProvenWords> unsure; // by a node that has no old states, or keeps them back
    const auto able = m_client->peersFor(pin.head.header.number);
    for (const auto& peer : able) {
        auto proven = co_await proveBy(peer, questions, pin);
        if (proven.ok() && proven->settled != Settled::NotKnown) {
            peer->proofsMissed = 0;
            co_return proven;
        }
        ++peer->proofsMissed;
        if (proven.ok()) {
            unsure = unsure ? std::move(unsure) : std::move(proven).value();
            continue;
        }
        last = proven.error();
        if (isNoProof(last)) {
            m_client->accuse(*peer, Lie::BadAnswer, "proof");
        }
    }
    if (unsure) {
        co_return std::move(*unsure);
    }
    co_return last;
}

QCoro::Task<Error> VerifiedNode::judge(std::shared_ptr<Peer> peer, std::vector<net::AccountProof> proofs,
                                       HashedHeader at, std::string detail)
{
    std::vector<std::uint64_t> numbers(1, at.header.number);
    const auto now = co_await peer->headersAt(std::move(numbers));
    const auto holds = [&](const net::AccountProof& proof) { // some may have been given before it changed
        return net::verifyAccountProof(proof, at.header.stateRoot).ok() ||
               net::verifyAccountProof(proof, now->front().header.stateRoot).ok();
    };
    if (now.ok() && !now->empty() && now->front().hash != at.hash && std::all_of(proofs.begin(), proofs.end(), holds)) {
        peer->headHash = now->front().hash; // its turn will tell whether there is work in that chain
        peer->standing.state = PeerState::Unknown;
        co_return Error(ChainError::NotFound, {}, "the node's chain changed while it was read");
    }
    m_client->accuse(*peer, Lie::BadProof, "block " + std::to_string(at.header.number) + ": " + detail);
    co_return Error(ChainError::BadProof, {peer->url()}, detail);
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
        const Pin pin = pinFor(blocksFor(requests));
        auto proven = co_await proveAll(questions, pin);
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
    Error last = nobodyLeft();
    const HashedHeader head = m_client->tree()->head();
    const auto able = m_client->peersFor(head.header.number);
    for (const auto& peer : able) {
        auto proofs = co_await peer->proofs(questions, head.header.number);
        if (!proofs.ok()) {
            last = proofs.error();
            continue;
        }
        if (const auto held = holdAgainst(*proofs, head.header, nullptr); !held.ok()) {
            last = co_await judge(peer, *proofs, head, held.error().detail);
            continue;
        }
        Sourced<StateProof> out;
        out.value = net::stateProofOf(encodeHeader(head.header), std::move(proofs).value());
        out.block = refOf(head);
        // Whether it has been the same for long enough to be called Proven, as of every other value.
        const auto known = co_await storage(requests);
        out.provenance = known.ok() && known->block == out.block ? known->provenance : Provenance::Reported;
        co_return out;
    }
    co_return last;
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
        Pin pin = pinFor(m_client->sureness().amountBlocks);
        auto proven = co_await proveAll(questions, pin);
        if (proven.ok()) {
            Sourced<AccountState> out;
            out.value = stateOf(proven->accounts, address);
            // Who holds much waits longer; the second look is taken only where the first said "settled".
            const std::uint32_t blocks = m_client->blocksFor(out.value.balanceWei);
            if (proven->settled == Settled::Yes && blocks > pin.blocks) {
                pin.deep = m_client->deepEnough(blocks);
                const auto deeper = co_await proveAll(questions, pin);
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
