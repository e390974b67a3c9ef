// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_world.h"

#include "chain/trie.h"
#include "codec/rlp.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "vehicle/history_proof.h"
#include "vehicle/record_details.h"
#include "vehicle/signed_content.h"
#include "vehicle/vin.h"

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;
namespace participants = contracts::participants;

namespace
{
constexpr std::uint64_t kChainId = 61;
const Address kRegistry = someone(0xe1);
const Address kParticipants = someone(0xe2);
constexpr int kMostKeys = 64;

using Words = std::map<Hash32, U256>;

U256 wordOf(const Address& address)
{
    return U256::fromBigEndian(address.view());
}
U256 wordOf(const Hash32& hash)
{
    return U256::fromBigEndian(hash.view());
}
U256 pair(UnixTime low, UnixTime high)
{
    return U256(static_cast<std::uint64_t>(low)) | (U256(static_cast<std::uint64_t>(high)) << 64);
}

template <typename T>
void put(Words& words, const StorageReader<T>& reader, std::vector<U256> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        words[reader.slotKeys.at(i)] = values[i];
    }
}

void putName(Words& words, const Address& account, const std::string& name)
{
    const StringReader reader = participants::namesReader(account);
    if (name.size() < 32) {
        std::array<std::uint8_t, 32> word{};
        std::copy(name.begin(), name.end(), word.begin());
        word[31] = static_cast<std::uint8_t>(2 * name.size());
        words[reader.slot] = U256::fromBigEndian(word);
        return;
    }
    const U256 first(2 * name.size() + 1);
    words[reader.slot] = first;
    const auto more = StringReader::moreSlots(reader.slot, first);
    for (std::size_t i = 0; i < more.size(); ++i) {
        std::array<std::uint8_t, 32> word{};
        const std::string part = name.substr(32 * i, 32);
        std::copy(part.begin(), part.end(), word.begin());
        words[more[i]] = U256::fromBigEndian(word);
    }
}

void putMember(Words& words, const MemberSpec& member)
{
    const Address account = addressOf(member.who);
    const auto role = static_cast<participants::Role>(member.role);
    const std::size_t past = member.spans.size() - 1;
    put(words, participants::membershipsReader(account, role),
        {pair(member.spans.back().first, member.spans.back().second)});
    put(words, participants::pastMembershipsLengthReader(account, role), {U256(past)});
    for (std::size_t i = 0; i < past; ++i) {
        put(words, participants::pastMembershipsReader(account, role, i),
            {pair(member.spans[i].first, member.spans[i].second)});
    }
}

void putGrant(Words& words, const Hash32& id, const GrantSpec& spec)
{
    const Address holder = addressOf(spec.holder);
    const Address shop = addressOf(spec.shop);
    const auto values = [](const Grant& grant) {
        return std::vector<U256>{pair(grant.from, grant.until), U256(std::uint64_t{grant.kinds})};
    };
    const std::size_t past = spec.grants.size() - 1;
    put(words, registry::grantsReader(id, holder, shop), values(spec.grants.back()));
    put(words, registry::pastGrantsLengthReader(id, holder, shop), {U256(past)});
    for (std::size_t i = 0; i < past; ++i) {
        put(words, registry::pastGrantsReader(id, holder, shop, i), values(spec.grants[i]));
    }
}

BundleRecord recordFor(const Line& line, const RecordSigning& signing)
{
    BundleRecord out;
    out.kind = line.kind;
    out.provider = line.who == 0 ? kRegistry : addressOf(line.who);
    out.time = line.time;
    out.odometerKm = line.km;
    if (line.newHolder != 0) {
        out.contentDigest = Hash32::from(wordOf(addressOf(line.newHolder)).toBigEndian());
    }
    if (line.content) {
        const std::string text = writeRecordContent(*line.content);
        const int signer = line.signedBy == -1 ? line.who : line.signedBy;
        Bytes block = toBytes(text);
        if (signer != 0) {
            const Hash32 digest = signing.digest(line.kind, line.km, sha256(asBytes(text)));
            block = joinSignedContent(keyOf(signer).sign(digest), asBytes(text));
        }
        out.contentDigest = sha256(block);
        out.block = std::move(block);
    }
    return out;
}

struct State {
    std::map<Address, Words> contracts;
    Zeros zeros = Zeros::NotThere;

    Trie trieOf(const Words& words) const
    {
        Trie trie;
        for (const auto& [slot, word] : words) {
            Bytes value;
            if (!word.isZero() || zeros == Zeros::WrittenOut) {
                rlp::appendUint(value, word);
            }
            trie.set(keccak256(slot.view()).view(), value);
        }
        return trie;
    }
    StateProof prove(const std::vector<StorageRequest>& requests, UnixTime now) const
    {
        std::map<Address, Trie> storage;
        Trie accounts;
        for (const auto& [contract, words] : contracts) {
            storage.emplace(contract, trieOf(words));
            Bytes fields;
            rlp::appendUint(fields, U256(1));
            rlp::appendUint(fields, U256());
            rlp::appendString(fields, storage.at(contract).root().view());
            rlp::appendString(fields, keccak256(contract.view()).view());
            accounts.set(keccak256(contract.view()).view(), rlp::list(fields));
        }
        Header header;
        header.stateRoot = accounts.root();
        header.number = 1'000;
        header.gasLimit = 8'000'000;
        header.timestamp = static_cast<std::uint64_t>(now);
        header.baseFeePerGas = U256(7);
        StateProof out;
        out.header = encodeHeader(header);
        for (const StorageRequest& request : requests) {
            const Trie& trie = storage.at(request.contract);
            AccountProof account;
            account.address = request.contract;
            account.storageRoot = trie.root();
            account.nodes = accounts.proofOf(keccak256(request.contract.view()).view());
            for (const Hash32& slot : request.slotKeys) {
                const auto& words = contracts.at(request.contract);
                const auto word = words.find(slot);
                account.storage.push_back(
                    {slot, word == words.end() ? U256() : word->second, trie.proofOf(keccak256(slot.view()).view())});
            }
            out.accounts.push_back(std::move(account));
        }
        return out;
    }
};

int holderOf(const WorldSpec& spec)
{
    int holder = spec.lines.front().who;
    for (const Line& line : spec.lines) {
        holder = line.newHolder != 0 ? line.newHolder : holder;
    }
    return holder;
}

RightsFacts factsOf(const WorldSpec& spec)
{
    RightsFacts facts;
    facts.registry = kRegistry;
    for (const MemberSpec& member : spec.members) {
        for (const auto& [since, until] : member.spans) {
            facts.providers[addressOf(member.who)].spans.push_back({member.role, since, until});
        }
    }
    for (const auto& [who, name] : spec.names) {
        facts.providers[addressOf(who)].name = name;
    }
    for (const GrantSpec& grant : spec.grants) {
        facts.grants[{addressOf(grant.holder), addressOf(grant.shop)}] = grant.grants;
    }
    return facts;
}
} // namespace

const PrivateKey& keyOf(int who)
{
    static const std::vector<PrivateKey> keys = [] {
        std::vector<PrivateKey> out;
        for (int i = 0; i < kMostKeys; ++i) {
            const Hash32 seed = keccak256("history world " + std::to_string(i));
            out.push_back(PrivateKey::fromBytes(SecretBytes::copyOf(seed.view())).value());
        }
        return out;
    }();
    return keys.at(static_cast<std::size_t>(who));
}

Address addressOf(int who)
{
    static const std::vector<Address> addresses = [] {
        std::vector<Address> out;
        for (int i = 0; i < kMostKeys; ++i) {
            out.push_back(keyOf(i).address());
        }
        return out;
    }();
    return addresses.at(static_cast<std::size_t>(who));
}

namespace
{
World emptyWorld(const std::string& vin)
{
    World out;
    out.bundle.chainId = kChainId;
    out.bundle.registry = kRegistry;
    out.bundle.participants = kParticipants;
    out.bundle.vin = vin;
    out.bundle.vehicleId = vehicleIdOf(vin);
    return out;
}

State stateOf(const WorldSpec& spec, const std::vector<Record>& records)
{
    const Hash32 id = vehicleIdOf(spec.vin);
    std::uint32_t km = 0;
    for (const Line& line : spec.lines) {
        km = line.km != 0 ? line.km : km;
    }
    State state;
    Words& car = state.contracts[kRegistry];
    const U256 holder = wordOf(addressOf(holderOf(spec)));
    put(car, registry::ownersReader(wordOf(id)), {holder});
    put(car, registry::holdersReader(id), {holder});
    if (spec.lender != 0) {
        put(car, registry::liensReader(id), {wordOf(addressOf(spec.lender))});
    }
    put(car, registry::historiesReader(id),
        {U256(records.size()), wordOf(historyHead(records)),
         U256(std::uint64_t{km}) | (U256(static_cast<std::uint64_t>(spec.lines.back().time)) << 32)});
    for (const GrantSpec& grant : spec.grants) {
        putGrant(car, id, grant);
    }
    Words& people = state.contracts[kParticipants];
    for (const MemberSpec& member : spec.members) {
        putMember(people, member);
    }
    for (const auto& [who, name] : spec.names) {
        putName(people, addressOf(who), name);
    }
    return state;
}

std::vector<Record> writeRecords(const WorldSpec& spec, std::vector<BundleRecord>& out)
{
    const RecordSigning signing(kChainId, kRegistry, vehicleIdOf(spec.vin));
    std::vector<Record> records;
    for (const Line& line : spec.lines) {
        out.push_back(recordFor(line, signing));
        records.push_back(recordOf(out.back(), records.size()));
    }
    return records;
}

void prove(World& world, const State& state, const std::vector<Record>& records, const RightsFacts& facts, UnixTime now)
{
    HistoryBundle& bundle = world.bundle;
    const HistoryPlace place{kRegistry, kParticipants, bundle.vehicleId};
    bundle.proof = state.prove(proofRequests(place, records, facts), now);
    world.trust.chainId = kChainId;
    world.trust.registry = kRegistry;
    world.trust.participants = kParticipants;
    world.trust.blockHash = keccak256(bundle.proof.header);
}
} // namespace

World build(const WorldSpec& spec)
{
    World out = emptyWorld(spec.vin);
    const std::vector<Record> records = writeRecords(spec, out.bundle.records);
    prove(out, stateOf(spec, records), records, factsOf(spec), spec.lines.back().time + 100);
    return out;
}

World buildAbsent(const WorldSpec& spec, const std::string& vin, Zeros zeros)
{
    World out = emptyWorld(vin);
    std::vector<BundleRecord> ofAnother;
    State state = stateOf(spec, writeRecords(spec, ofAnother));
    state.zeros = zeros;
    if (zeros == Zeros::WrittenOut) {
        const Hash32& id = out.bundle.vehicleId;
        put(state.contracts[kRegistry], registry::ownersReader(wordOf(id)), {U256()});
        put(state.contracts[kRegistry], registry::historiesReader(id), {U256(), U256(), U256()});
    }
    prove(out, state, {}, {}, spec.lines.back().time + 100);
    return out;
}

namespace
{
constexpr UnixTime kStart = 1'600'000'000;
constexpr UnixTime kDay = 86'400;

// Who is who in the cars below.
enum Person { Registry, Owner, NextOwner, Maker, DealerMan, Shop, Device, Inspection_, Insurer_, Bank, State_, Valuer };

RecordContent said(RecordKind kind, const std::string& title)
{
    RecordContent out;
    out.title = title;
    out.notes = "as seen on the day";
    out.details = emptyDetailsOf(kind);
    return out;
}

class Story
{
public:
    explicit Story(std::string vin) { m_spec.vin = std::move(vin); }
    Story& line(RecordKind kind, int who, std::uint32_t km = 0)
    {
        m_time += 30 * kDay;
        m_spec.lines.push_back({kind, who, m_time, km, said(kind, "record " + std::to_string(m_spec.lines.size()))});
        return *this;
    }
    Story& bare(RecordKind kind, int who, int newHolder = 0)
    {
        m_time += 30 * kDay;
        m_spec.lines.push_back({kind, who, m_time, 0, std::nullopt, -1, newHolder});
        return *this;
    }
    Story& member(int who, ProviderRole role, const std::string& name)
    {
        // Once before, a break, and again: past spans have to be looked at.
        m_spec.members.push_back({who, role, {{kStart - 900 * kDay, kStart - 800 * kDay}, {kStart - 100 * kDay, 0}}});
        m_spec.names[who] = name;
        return *this;
    }
    Story& grant(int holder, int shop, std::uint32_t kinds)
    {
        m_spec.grants.push_back(
            {holder,
             shop,
             {{kStart - 90 * kDay, kStart - 80 * kDay, kinds}, {kStart - 10 * kDay, kStart + 4'000 * kDay, kinds}}});
        return *this;
    }
    WorldSpec take() { return std::move(m_spec); }

private:
    WorldSpec m_spec;
    UnixTime m_time = kStart;
};
} // namespace

std::vector<WorldSpec> wholeWorld()
{
    using K = RecordKind;
    using R = ProviderRole;
    std::vector<WorldSpec> out;
    out.push_back(Story("1HGCM82633A004352")
                      .member(Maker, R::Manufacturer, "Honda of Canada Manufacturing, Alliston Ontario")
                      .member(DealerMan, R::Dealer, "Ottawa Cars")
                      .line(K::Production, Maker, 5)
                      .bare(K::OwnershipChange, Registry, DealerMan)
                      .line(K::FirstSale, DealerMan, 12)
                      .line(K::OwnershipChange, DealerMan)
                      .line(K::RecallOpened, Maker)
                      .line(K::RecallClosed, Maker)
                      .take());
    out.push_back(Story("WVWZZZ1KZ6W612345")
                      .member(Shop, R::RepairShop, "Garage Sud")
                      .member(Device, R::ObdDevice, "")
                      .grant(Owner, Shop, kindBit(K::Service) | kindBit(K::Repair))
                      .grant(Owner, Device, kindBit(K::ObdSession) | kindBit(K::TroubleCodes))
                      .line(K::Odometer, Owner, 60'000)
                      .line(K::Service, Shop, 61'000)
                      .line(K::Repair, Shop, 62'000)
                      .line(K::TroubleCodes, Device)
                      .line(K::ObdSession, Device, 63'000)
                      .line(K::OwnerStatement, Owner)
                      .take());
    out.push_back(Story("JHMCM56557C404453")
                      .member(Inspection_, R::Inspector, "TÜV")
                      .member(Insurer_, R::Insurer, "Aviva")
                      .member(Valuer, R::Appraiser, "M. Keller")
                      .line(K::Odometer, Owner, 70'000)
                      .line(K::Inspection, Inspection_, 71'000)
                      .line(K::Accident, Insurer_)
                      .line(K::InsuranceClaim, Insurer_)
                      .line(K::TotalLoss, Insurer_)
                      .line(K::Valuation, Valuer, 71'500)
                      .take());
    out.push_back(Story("KMHCT4AE1CU123456")
                      .member(State_, R::Government, "Ministry of Transport")
                      .member(Bank, R::Lender, "First Bank")
                      .line(K::Odometer, Owner, 80'000)
                      .bare(K::Lien, Bank)
                      .bare(K::LienRelease, Bank)
                      .bare(K::OwnershipChange, Registry, NextOwner)
                      .line(K::Odometer, NextOwner, 81'000)
                      .line(K::ImportExport, State_)
                      .line(K::TitleBrand, State_)
                      .line(K::Theft, State_)
                      .line(K::Correction, State_)
                      .line(K::Scrapped, State_)
                      .take());
    return out;
}

WorldSpec longHistory(std::size_t records)
{
    using K = RecordKind;
    using R = ProviderRole;
    Story story("1HGCM82633A004352");
    story.member(Maker, R::Manufacturer, "Honda").member(DealerMan, R::Dealer, "Ottawa Cars");
    story.member(Inspection_, R::Inspector, "TÜV").member(Shop, R::RepairShop, "Garage Sud");
    story.member(State_, R::Government, "Ministry").grant(Maker, Shop, kindBit(K::Service) | kindBit(K::Repair));
    constexpr std::array<std::pair<K, int>, 6> kTurns = {{{K::Service, Shop},
                                                          {K::Repair, Shop},
                                                          {K::Inspection, Inspection_},
                                                          {K::Service, DealerMan},
                                                          {K::RecallOpened, Maker},
                                                          {K::TitleBrand, State_}}};
    story.line(K::Production, Maker, 5);
    for (std::size_t i = 1; i < records; ++i) {
        const auto [kind, who] = kTurns[i % kTurns.size()];
        story.line(kind, who, static_cast<std::uint32_t>(i * 10));
    }
    WorldSpec out = story.take();
    for (std::size_t i = 0; i < out.lines.size(); ++i) {
        out.lines[i].time = kStart + static_cast<UnixTime>(i + 1) * 600;
    }
    return out;
}

} // namespace autochain::vehicle
