// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/state_prover.h"

#include "crypto/hash.h"

#include <algorithm>

namespace autochain::light
{
namespace
{
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

// Every proof against the state of this header; the words go to `words` where it is given.
Result<std::map<Address, Account>> holdAgainst(const std::vector<net::AccountProof>& proofs, const Header& header,
                                               net::Words* words)
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
} // namespace

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

Pin StateProver::pinFor(std::uint32_t blocks) const
{
    return {m_client->tree()->head(), m_client->deepEnough(blocks), blocks};
}

QCoro::Task<Result<ProvenState>> StateProver::proveBy(std::shared_ptr<Peer> peer,
                                                      std::vector<net::ProofQuestion> questions, Pin pin)
{
    ProvenState out;
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

QCoro::Task<Result<ProvenState>> StateProver::prove(std::vector<net::ProofQuestion> questions, Pin pin)
{
    Error last(ChainError::NotFound, {}, "no node has the newest block");
    std::optional<ProvenState> unsure; // by a node that has no old states, or keeps them back
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

QCoro::Task<Result<std::vector<net::AccountProof>>> StateProver::proofsOf(std::vector<net::ProofQuestion> questions,
                                                                          HashedHeader at, Error none)
{
    Error last = std::move(none);
    const auto able = m_client->peersFor(at.header.number);
    for (const auto& peer : able) {
        auto proofs = co_await peer->proofs(questions, at.header.number);
        if (!proofs.ok()) {
            last = proofs.error();
            continue;
        }
        if (const auto held = holdAgainst(*proofs, at.header, nullptr); !held.ok()) {
            last = co_await judge(peer, *proofs, at, held.error().detail);
            continue;
        }
        co_return proofs;
    }
    co_return last;
}

QCoro::Task<Error> StateProver::judge(std::shared_ptr<Peer> peer, std::vector<net::AccountProof> proofs,
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

} // namespace autochain::light
