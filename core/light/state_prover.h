// SPDX-License-Identifier: GPL-3.0-or-later
// State of a verified header, as proofs of the nodes say it: each is held against the header, and a node whose proof
// does not hold is shut out.
#pragma once

#include "light/light_client.h"

namespace autochain::light
{

// Values of one verified block, and of one deep enough below it.
struct Pin {
    HashedHeader head;
    HashedHeader deep;
    std::uint32_t blocks = 0;
};

enum class Settled { Yes, No, NotKnown }; // is all of it the same in the deep block? NotKnown: its state is gone

struct ProvenState {
    net::Words words;
    std::map<Address, Account> accounts; // those that exist
    Settled settled = Settled::Yes;
};
AccountState stateOf(const std::map<Address, Account>& accounts, const Address& address);

class StateProver
{
public:
    explicit StateProver(std::shared_ptr<LightClient> client) : m_client(std::move(client)) {}

    Pin pinFor(std::uint32_t blocks) const; // precondition: the client is in sync
    // By one node after the other. Of one that has no old states, where no other can say whether it is settled.
    QCoro::Task<Result<ProvenState>> prove(std::vector<net::ProofQuestion> questions, Pin pin);
    // The proofs themselves, for somebody else, held against this header before. `none`: what to say where no node has
    // the block.
    QCoro::Task<Result<std::vector<net::AccountProof>>> proofsOf(std::vector<net::ProofQuestion> questions,
                                                                 HashedHeader at, Error none);

private:
    QCoro::Task<Result<ProvenState>> proveBy(std::shared_ptr<Peer> peer, std::vector<net::ProofQuestion> questions,
                                             Pin pin);
    // What to make of proofs that do not hold: a lie, or the node's chain changed between two questions.
    QCoro::Task<Error> judge(std::shared_ptr<Peer> peer, std::vector<net::AccountProof> proofs, HashedHeader at,
                             std::string detail);

    std::shared_ptr<LightClient> m_client;
};

} // namespace autochain::light
