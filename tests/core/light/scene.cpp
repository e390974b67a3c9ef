// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

#include "codec/transaction.h"

namespace autochain::light::test
{
namespace
{
constexpr std::uint64_t kSlots = 30;
constexpr std::uint64_t kDifficulty = 4; // one nonce in four does, so that there is such a thing as too little work

pow::World firstWorld(const Scene& scene, std::uint64_t richness)
{
    pow::World world;
    std::map<Hash32, U256> words;
    std::map<Hash32, U256> others;
    for (std::uint64_t n = 0; n < kSlots; ++n) {
        words[Scene::slot(n)] = U256(1'000 + n) * U256(richness);
        others[Scene::slot(n)] = U256(9'000 + n) * U256(richness);
    }
    world.setWords(scene.contract, std::move(words));
    world.setWords(scene.otherContract, std::move(others));
    world.setCode(scene.contract, {0x60, 0x01});
    world.setCode(scene.otherContract, {0x60, 0x02});
    for (std::uint8_t n = 1; n <= 20; ++n) {
        world.setBalance(Scene::person(n), U256(n) * U256(1'000'000'000'000) * U256(richness));
        world.setNonce(Scene::person(n), n);
    }
    return world;
}

pow::BlockPlan change(const Scene& scene)
{
    pow::BlockPlan plan;
    plan.world = *scene.chain.block(scene.chain.genesisHash()).world;
    plan.world->setWord(scene.contract, Scene::slot(kChangedSlot), U256(2'005));
    plan.world->setBalance(scene.buyer, U256(5'000'000'000'000));
    return plan;
}

pow::BlockPlan withTransactions(const Scene& scene, std::uint64_t firstNonce, std::uint64_t count)
{
    pow::BlockPlan plan;
    for (std::uint64_t i = 0; i < count; ++i) {
        plan.transactions.push_back(
            pow::someTransaction(scene.chain.rules().chainId, firstNonce + i, scene.contract, U256(i)));
        const ReceiptLog log{scene.contract, {Scene::slot(i), Scene::slot(i + 1)}, {1, 2, 3}};
        plan.receipts.push_back(pow::someReceipt((i + 1) * 30'000, {log, log}, i != 1));
    }
    return plan;
}
} // namespace

Address Scene::person(std::uint8_t n)
{
    Address out;
    out.bytes.fill(n);
    return out;
}

Hash32 Scene::slot(std::uint64_t n)
{
    return Hash32::from(U256(n).toBigEndian());
}

Scene::Scene()
    : chain(pow::smallRules(kDifficulty), firstWorld(*this, 1)), foreign(pow::smallRules(2), firstWorld(*this, 3))
{
    const Hash32 before = chain.grow(chain.genesisHash(), kChangeBlock - 1);
    const Hash32 changed = chain.mine(before, change(*this));
    const auto plan = withTransactions(*this, 0, 3);
    for (const Bytes& transaction : plan.transactions) {
        transactions.push_back(transactionHash(transaction));
    }
    const Hash32 busy = chain.mine(changed, plan);
    const Hash32 fork = chain.grow(busy, kForkBlock - kTransactionBlock);
    head = chain.grow(fork, 4);

    pow::BlockPlan apart = withTransactions(*this, 50, 1);
    apart.world = *chain.block(fork).world;
    apart.world->setWord(contract, slot(kChangedSlot), U256(666));
    apart.world->setBalance(buyer, U256(1));
    lighterTransaction = transactionHash(apart.transactions[0]);
    lighter = chain.grow(chain.mine(fork, apart), 1, 1);
    neverMined = transactionHash(pow::someTransaction(chain.rules().chainId, 99, contract));
    foreignHead = foreign.grow(foreign.genesisHash(), 12);
}

} // namespace autochain::light::test
