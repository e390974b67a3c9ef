// SPDX-License-Identifier: GPL-3.0-or-later
#include "deal_world.h"

#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/vehicle_registry.h"

namespace autochain::light::test
{
namespace
{
using namespace contracts;

struct Part {
    unsigned offset; // bytes from the right
    U256 value;
};

U256 packed(std::initializer_list<Part> parts)
{
    U256 word;
    for (const Part& part : parts) {
        word = word | part.value << 8 * part.offset;
    }
    return word;
}

template <typename Fixed>
U256 number(const Fixed& bytes)
{
    return U256::fromBigEndian(bytes.view());
}

template <typename T>
void put(pow::World& world, const Address& contract, const StorageReader<T>& reader, const std::vector<U256>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        world.setWord(contract, reader.slotKeys.at(i), words[i]);
    }
}

std::vector<U256> termsWords(const escrow::Terms& t)
{
    return {number(t.vehicleId),
            number(t.historyHead),
            packed({{0, t.historyCount}, {8, t.odometerKm}}),
            number(t.reportDigest),
            t.price,
            number(t.buyer),
            number(t.seller),
            number(t.appraiser),
            number(t.substitute),
            t.rulingFee,
            t.assessmentFee,
            packed({{0, t.seatBy}, {8, t.fundBy}, {16, t.depositBy}, {24, t.handoverBy}}),
            packed({{0, t.ruleWithin}, {8, t.substituteRuleWithin}}),
            t.fallbackToBuyer,
            U256(t.fallbackTitleToBuyer ? 1 : 0),
            t.salt};
}

std::vector<U256> dealWords(const escrow::Deal& d)
{
    const auto state = static_cast<std::uint64_t>(d.state);
    const auto outcome = static_cast<std::uint64_t>(d.outcome);
    return {packed({{0, state}, {1, outcome}, {2, number(d.safe)}}),
            packed({{0, number(d.currentAppraiser)}, {20, d.acceptedAt}}),
            packed({{0, d.fundedAt}, {8, d.depositedAt}, {16, d.disputedAt}, {24, d.ruleBy}}), U256(d.closedAt),
            d.funded};
}
} // namespace

NetworkFile dealNetwork(const ChainRules& rules)
{
    NetworkFile network;
    network.chainId = rules.chainId;
    network.genesisHash = rules.genesisHash;
    std::uint8_t last = 1;
    for (const char* name : {"auc", "vehicleRegistry", "dealBook", "dealModule", "safe"}) {
        Address address;
        address.bytes.fill(0xD0);
        address.bytes[19] = last++;
        network.contracts[name] = address;
    }
    return network;
}

void putDeal(pow::World& world, const NetworkFile& network, const escrow::DealView& deal, std::uint64_t index)
{
    const Address& book = network.contract("dealBook");
    const Address& registry = network.contract("vehicleRegistry");
    const Hash32& car = deal.terms.vehicleId;
    put(world, book, dealBook::termsReader(deal.id), termsWords(deal.terms));
    put(world, book, dealBook::dealsReader(deal.id), dealWords(deal.deal));
    put(world, book, dealBook::dealIdsReader(index), {number(deal.id)});
    const Hash32 length = dealBook::dealIdsLengthReader().slotKeys.front();
    world.setWord(book, length, std::max(world.word(book, length), U256(index + 1)));

    put(world, registry, vehicleRegistry::ownersReader(number(car)), {number(deal.titleHolder)});
    put(world, registry, vehicleRegistry::historiesReader(car), {U256(deal.historyCount), number(deal.historyHead)});
    put(world, registry, vehicleRegistry::locksReader(car), {number(deal.vehicleDeal), number(deal.deal.safe)});
    if (!deal.deal.safe.isZero()) {
        put(world, network.contract("auc"), auc::balancesReader(deal.deal.safe), {deal.safeAuc});
        put(world, deal.deal.safe, safe::nonceReader(), {U256(deal.safeNonce)});
    }
}

} // namespace autochain::light::test
