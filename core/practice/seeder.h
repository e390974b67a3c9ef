// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a plan into a node that doesn't mine by itself: signed transactions, block by block, each at its time.
#pragma once

#include "net/json_rpc_client.h"
#include "practice/seed_plan.h"

namespace autochain::practice
{

class Seeder
{
public:
    // Both must outlive the seeder. `nonces`: by cast index, what each account has already sent.
    Seeder(net::JsonRpcClient& rpc, const std::vector<Person>& people, std::vector<std::uint64_t> nonces)
        : m_rpc(rpc), m_people(people), m_nonces(std::move(nonces))
    {
    }
    // `progress` gets how many steps are in blocks. SeedFailed, ChainError.
    QCoro::Task<Result<>> play(std::vector<SeedStep> steps, std::function<void(std::size_t)> progress);

private:
    Bytes signedStep(const SeedStep& step);
    QCoro::Task<Result<>> mineBlock(std::vector<net::RpcCall> sends, UnixTime time);

    net::JsonRpcClient& m_rpc;
    const std::vector<Person>& m_people;
    std::vector<std::uint64_t> m_nonces;
};

} // namespace autochain::practice
