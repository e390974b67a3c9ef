// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/history_proof.h"

#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "vehicle/read_batches.h"

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;
namespace participants = contracts::participants;

namespace
{
constexpr std::uint64_t kMostGrants = kMostPastSpans;

U256 tokenOf(const Hash32& vehicleId)
{
    return U256::fromBigEndian(vehicleId.view());
}

// Collects the slots a reader names.
class Wanted
{
public:
    explicit Wanted(const Address& contract) { m_request.contract = contract; }
    template <typename T>
    void add(const StorageReader<T>& reader)
    {
        append(reader.slotKeys);
    }
    void append(const std::vector<Hash32>& slotKeys)
    {
        m_request.slotKeys.insert(m_request.slotKeys.end(), slotKeys.begin(), slotKeys.end());
    }
    StorageRequest take() { return std::move(m_request); }

private:
    StorageRequest m_request;
};

// Decodes what a reader names from proven words; none where one of them is not proven.
class Proven
{
public:
    Proven(const ProvenWords& words, const Address& contract) : m_words(words), m_contract(contract) {}
    template <typename T>
    std::optional<T> get(const StorageReader<T>& reader) const
    {
        const auto words = wordsAt(reader.slotKeys);
        return words ? std::optional<T>(reader.decode(*words)) : std::nullopt;
    }
    std::optional<std::string> text(const StringReader& reader) const
    {
        const auto first = m_words.word(m_contract, reader.slot);
        const auto more = first ? wordsAt(StringReader::moreSlots(reader.slot, *first)) : std::nullopt;
        return more ? std::optional(StringReader::decode(*first, *more)) : std::nullopt;
    }

private:
    std::optional<std::vector<U256>> wordsAt(const std::vector<Hash32>& slotKeys) const
    {
        std::vector<U256> out;
        for (const Hash32& slot : slotKeys) {
            const auto word = m_words.word(m_contract, slot);
            if (!word) {
                return std::nullopt;
            }
            out.push_back(*word);
        }
        return out;
    }
    const ProvenWords& m_words;
    Address m_contract;
};

participants::Role roleAt(int number)
{
    return static_cast<participants::Role>(number);
}

std::uint64_t pastSpansOf(const Provider& provider, ProviderRole role)
{
    const auto spans = std::count_if(provider.spans.begin(), provider.spans.end(),
                                     [role](const RoleSpan& span) { return span.role == role; });
    return spans > 1 ? static_cast<std::uint64_t>(spans) - 1 : 0;
}

void wantProvider(Wanted& wanted, const Address& account, const Provider& known)
{
    for (int i = 1; i < kProviderRoles; ++i) {
        wanted.add(participants::membershipsReader(account, roleAt(i)));
        wanted.add(participants::pastMembershipsLengthReader(account, roleAt(i)));
        for (std::uint64_t n = 0; n < pastSpansOf(known, static_cast<ProviderRole>(i)); ++n) {
            wanted.add(participants::pastMembershipsReader(account, roleAt(i), n));
        }
    }
    const StringReader name = participants::namesReader(account);
    std::vector<Hash32> slotKeys(1, name.slot);
    if (known.name.size() > 31) { // the long form: length * 2 + 1 in the first word
        const auto more = StringReader::moreSlots(name.slot, U256(2 * known.name.size() + 1));
        slotKeys.insert(slotKeys.end(), more.begin(), more.end());
    }
    wanted.append(slotKeys);
}

std::optional<Provider> providerIn(const Proven& proven, const Address& account)
{
    Provider out;
    const auto keep = [&out](ProviderRole role, const participants::Membership& span) {
        if (span.since != 0) {
            out.spans.push_back({role, static_cast<UnixTime>(span.since), static_cast<UnixTime>(span.until)});
        }
    };
    for (int i = 1; i < kProviderRoles; ++i) {
        const auto role = static_cast<ProviderRole>(i);
        const auto current = proven.get(participants::membershipsReader(account, roleAt(i)));
        const auto count = proven.get(participants::pastMembershipsLengthReader(account, roleAt(i)));
        if (!current || !count || *count > kMostPastSpans) {
            return std::nullopt;
        }
        keep(role, *current);
        for (std::uint64_t n = 0; n < *count; ++n) {
            const auto past = proven.get(participants::pastMembershipsReader(account, roleAt(i), n));
            if (!past) {
                return std::nullopt;
            }
            keep(role, *past);
        }
    }
    auto name = proven.text(participants::namesReader(account));
    if (!name) {
        return std::nullopt;
    }
    out.name = std::move(*name);
    return out;
}

std::optional<std::vector<Grant>> grantsIn(const Proven& proven, const Hash32& vehicleId, const GrantKey& key)
{
    const auto count = proven.get(registry::pastGrantsLengthReader(vehicleId, key.holder, key.shop));
    const auto current = proven.get(registry::grantsReader(vehicleId, key.holder, key.shop));
    if (!count || !current || *count > kMostGrants) {
        return std::nullopt;
    }
    std::vector<Grant> out;
    for (std::uint64_t n = 0; n < *count; ++n) {
        const auto past = proven.get(registry::pastGrantsReader(vehicleId, key.holder, key.shop, n));
        if (!past) {
            return std::nullopt;
        }
        out.push_back(grantOf(*past));
    }
    out.push_back(grantOf(*current));
    return out;
}
} // namespace

std::vector<StorageRequest> proofRequests(const HistoryPlace& place, std::span<const Record> records,
                                          const RightsFacts& facts)
{
    Wanted car(place.registry);
    car.add(registry::ownersReader(tokenOf(place.vehicleId)));
    car.add(registry::holdersReader(place.vehicleId));
    car.add(registry::liensReader(place.vehicleId));
    car.add(registry::locksReader(place.vehicleId));
    car.add(registry::historiesReader(place.vehicleId));
    for (const auto& [key, grants] : facts.grants) {
        car.add(registry::grantsReader(place.vehicleId, key.holder, key.shop));
        car.add(registry::pastGrantsLengthReader(place.vehicleId, key.holder, key.shop));
        for (std::uint64_t n = 0; n + 1 < grants.size(); ++n) {
            car.add(registry::pastGrantsReader(place.vehicleId, key.holder, key.shop, n));
        }
    }
    Wanted people(place.participants);
    for (const Address& account : providersOf(records, place.registry)) {
        const auto known = facts.providers.find(account);
        wantProvider(people, account, known != facts.providers.end() ? known->second : Provider());
    }
    std::vector<StorageRequest> out;
    out.push_back(car.take());
    out.push_back(people.take());
    return out;
}

std::optional<VehicleSummary> summaryIn(const ProvenWords& words, const HistoryPlace& place)
{
    const Proven proven(words, place.registry);
    const auto owner = proven.get(registry::ownersReader(tokenOf(place.vehicleId)));
    const auto holder = proven.get(registry::holdersReader(place.vehicleId));
    const auto lender = proven.get(registry::liensReader(place.vehicleId));
    const auto lock = proven.get(registry::locksReader(place.vehicleId));
    const auto history = proven.get(registry::historiesReader(place.vehicleId));
    if (!owner || !holder || !lender || !lock || !history) {
        return std::nullopt;
    }
    VehicleSummary out;
    out.id = place.vehicleId;
    out.owner = *owner;
    out.holder = *holder;
    out.lender = *lender;
    out.dealId = lock->dealId;
    out.history = {history->count, history->head, history->odometerKm, static_cast<UnixTime>(history->lastTime)};
    return out;
}

ProvenFacts factsIn(const ProvenWords& words, const HistoryPlace& place, std::span<const Record> records)
{
    ProvenFacts out;
    out.facts.registry = place.registry;
    const Proven people(words, place.participants);
    for (const Address& account : providersOf(records, place.registry)) {
        if (auto provider = providerIn(people, account)) {
            out.facts.providers.emplace(account, std::move(*provider));
        } else {
            ++out.unproven;
        }
    }
    const Proven car(words, place.registry);
    for (const GrantKey& key : grantsToProve(records, out.facts)) {
        if (auto grants = grantsIn(car, place.vehicleId, key)) {
            out.facts.grants.emplace(key, std::move(*grants));
        } else {
            ++out.unproven;
        }
    }
    return out;
}

} // namespace autochain::vehicle
