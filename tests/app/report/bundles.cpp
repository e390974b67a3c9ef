// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundles.h"

#include "chain/trie.h"
#include "codec/rlp.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "vehicle/history_proof.h"
#include "vehicle/signed_content.h"
#include "vehicle/vin.h"

#include <QDate>
#include <QDateTime>

#include <map>

namespace autochain::report
{
namespace
{
namespace registry = contracts::vehicleRegistry;
namespace participants = contracts::participants;
using vehicle::ProviderRole;
using vehicle::RecordContent;
using vehicle::RecordKind;

Address someone(std::uint8_t fill)
{
    Address out;
    out.bytes.fill(fill);
    return out;
}

PrivateKey keyOf(int who)
{
    const std::string hex(62, '1');
    return PrivateKey::fromHex(hex + (who < 10 ? "0" : "") + std::to_string(who)).value();
}
int issuerOf(ProviderRole role)
{
    return 10 + static_cast<int>(role);
}

const std::map<ProviderRole, std::string> kNames = {
    {ProviderRole::Manufacturer, "Subaru of Indiana"}, {ProviderRole::Dealer, "Subaru Ottawa"},
    {ProviderRole::Inspector, "Ontario Safety"},       {ProviderRole::RepairShop, "North Ridge Garage"},
    {ProviderRole::Insurer, "Maple Mutual"},           {ProviderRole::Lender, "First Credit Union"},
    {ProviderRole::Government, "Service Ontario"}};

U256 word(const Address& address)
{
    return U256::fromBigEndian(address.view());
}
U256 word(const Hash32& hash)
{
    return U256::fromBigEndian(hash.view());
}
U256 shortString(const std::string& text)
{
    Hash32 out;
    std::copy(text.begin(), text.end(), out.bytes.begin());
    out.bytes[31] = static_cast<std::uint8_t>(2 * text.size());
    return word(out);
}

using Words = std::map<Hash32, U256>;

template <typename T>
void store(Words& words, const StorageReader<T>& reader, std::vector<U256> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        words[reader.slotKeys.at(i)] = values[i];
    }
}

Trie storageTrie(const Words& words)
{
    Trie out;
    for (const auto& [slot, value] : words) {
        if (!value.isZero()) {
            Bytes encoded;
            rlp::appendUint(encoded, value);
            out.set(keccak256(slot.view()).view(), encoded);
        }
    }
    return out;
}

Bytes accountRlp(const Hash32& storageRoot)
{
    Bytes payload;
    rlp::appendUint(payload, U256(1));
    rlp::appendUint(payload, U256(0));
    rlp::appendString(payload, storageRoot.view());
    rlp::appendString(payload, keccak256(asBytes("code")).view());
    return rlp::list(payload);
}

vehicle::RightsFacts factsOf(const vehicle::HistoryBundle& bundle, std::span<const vehicle::Record> records)
{
    vehicle::RightsFacts facts;
    facts.registry = bundle.registry;
    for (int role = 1; role < vehicle::kProviderRoles; ++role) {
        const auto as = static_cast<ProviderRole>(role);
        vehicle::Provider provider;
        provider.spans.push_back({as, 1'000'000, 0});
        const auto name = kNames.find(as);
        provider.name = name == kNames.end() ? "" : name->second;
        facts.providers[keyOf(issuerOf(as)).address()] = provider;
    }
    for (const Address& shop :
         {keyOf(issuerOf(ProviderRole::RepairShop)).address(), keyOf(issuerOf(ProviderRole::ObdDevice)).address()}) {
        for (const auto& holder : vehicle::holdersAt(records, bundle.registry)) {
            if (holder) {
                facts.grants[{*holder, shop}] = {{1'000'000, 4'000'000'000, 0xffffff}};
            }
        }
    }
    return facts;
}
} // namespace

UnixTime day(int year, int month, int dayOfMonth)
{
    return QDateTime(QDate(year, month, dayOfMonth), QTime(10, 0), Qt::UTC).toSecsSinceEpoch();
}

Story::Story(std::string vin)
{
    m_bundle.chainId = 61;
    m_bundle.registry = someone(0xee);
    m_bundle.participants = someone(0xef);
    m_bundle.vin = std::move(vin);
    m_bundle.vehicleId = vehicle::vehicleIdOf(m_bundle.vin);
}

Address Story::holder() const
{
    return keyOf(m_holders).address();
}

std::uint64_t Story::tell(RecordKind kind, UnixTime time, std::uint32_t km, ProviderRole role, RecordContent content,
                          bool signedByIssuer)
{
    const PrivateKey key = role == ProviderRole::None ? keyOf(m_holders) : keyOf(issuerOf(role));
    vehicle::BundleRecord record;
    record.kind = kind;
    record.provider = key.address();
    record.time = time;
    record.odometerKm = km;
    if (content != RecordContent()) {
        const std::string json = vehicle::writeRecordContent(content);
        const vehicle::RecordSigning signing(m_bundle.chainId, m_bundle.registry, m_bundle.vehicleId);
        const PrivateKey signer = m_another ? keyOf(30) : key.clone();
        m_another = false;
        const Signature signature = signer.sign(signing.digest(kind, km, sha256(asBytes(json))));
        record.block = signedByIssuer ? vehicle::joinSignedContent(signature, asBytes(json)) : toBytes(json);
        record.contentDigest = sha256(*record.block);
    }
    m_bundle.records.push_back(std::move(record));
    return m_bundle.records.size() - 1;
}

void Story::changeHolder(UnixTime time)
{
    ++m_holders;
    vehicle::BundleRecord record;
    record.kind = RecordKind::OwnershipChange;
    record.provider = m_bundle.registry;
    record.time = time;
    const Address next = holder();
    std::copy(next.bytes.begin(), next.bytes.end(), record.contentDigest.bytes.begin() + 12);
    m_bundle.records.push_back(std::move(record));
}

vehicle::HistoryBundle Story::bundle() const
{
    vehicle::HistoryBundle out = m_bundle;
    std::vector<vehicle::Record> records;
    for (const auto& record : out.records) {
        records.push_back(vehicle::recordOf(record, records.size()));
    }
    const auto facts = factsOf(out, records);
    Words car, people;
    store(car, registry::ownersReader(word(out.vehicleId)), {word(holder())});
    store(car, registry::holdersReader(out.vehicleId), {word(holder())});
    if (m_lien) {
        store(car, registry::liensReader(out.vehicleId), {word(keyOf(issuerOf(ProviderRole::Lender)).address())});
    }
    const auto& last = out.records.back();
    store(car, registry::historiesReader(out.vehicleId),
          {U256(records.size()), word(vehicle::historyHead(records)),
           U256(last.odometerKm) | (U256(static_cast<std::uint64_t>(last.time)) << 32)});
    for (const auto& [key, grants] : facts.grants) {
        const auto& grant = grants.back();
        store(car, registry::grantsReader(out.vehicleId, key.holder, key.shop),
              {U256(static_cast<std::uint64_t>(grant.from)) | (U256(static_cast<std::uint64_t>(grant.until)) << 64),
               U256(grant.kinds)});
    }
    for (const auto& [account, provider] : facts.providers) {
        const auto& span = provider.spans.front();
        store(people, participants::membershipsReader(account, static_cast<participants::Role>(span.role)),
              {U256(static_cast<std::uint64_t>(span.since))});
        people[participants::namesReader(account).slot] = shortString(provider.name);
    }
    const Trie carTrie = storageTrie(car), peopleTrie = storageTrie(people);
    Trie state;
    state.set(keccak256(out.registry.view()).view(), accountRlp(carTrie.root()));
    state.set(keccak256(out.participants.view()).view(), accountRlp(peopleTrie.root()));

    Header header;
    header.stateRoot = state.root();
    header.difficulty = U256(1);
    header.number = 25'914'207;
    header.gasLimit = 8'000'000;
    header.timestamp = static_cast<std::uint64_t>(last.time) + 86'400;
    out.proof.header = encodeHeader(header);
    for (const StorageRequest& request :
         vehicle::proofRequests({out.registry, out.participants, out.vehicleId}, records, facts)) {
        const bool isCar = request.contract == out.registry;
        const Trie& trie = isCar ? carTrie : peopleTrie;
        const Words& words = isCar ? car : people;
        AccountProof account;
        account.address = request.contract;
        account.storageRoot = trie.root();
        account.nodes = state.proofOf(keccak256(request.contract.view()).view());
        for (const Hash32& slot : request.slotKeys) {
            const auto value = words.find(slot);
            account.storage.push_back(
                {slot, value == words.end() ? U256() : value->second, trie.proofOf(keccak256(slot.view()).view())});
        }
        out.proof.accounts.push_back(std::move(account));
    }
    return out;
}

QByteArray Story::file() const
{
    return QByteArray::fromStdString(vehicle::writeHistoryBundle(bundle()));
}

Story longStory(int records)
{
    Story out;
    const UnixTime start = day(2016, 3, 1);
    for (int i = 0; i < records; ++i) {
        const bool service = i % 3 == 0;
        RecordContent content;
        content.title = service ? "Service " + std::to_string(i) : "Check " + std::to_string(i);
        content.notes = "Done as the maker asks; nothing else was found.";
        content.items = {{"Oil filter", vehicle::Cost{1'999, "CAD"}, "F-" + std::to_string(i)},
                         {"Labour", vehicle::Cost{8'500, "CAD"}, ""}};
        content.place = "Ottawa";
        out.tell(service ? RecordKind::Service : RecordKind::Inspection, start + i * 30'000LL,
                 static_cast<std::uint32_t>(i * 17), service ? ProviderRole::Dealer : ProviderRole::Inspector, content);
    }
    return out;
}

Story emptyStory()
{
    Story out;
    out.tell(RecordKind::Odometer, day(2024, 5, 2), 0, ProviderRole::None);
    return out;
}

QByteArray misfit()
{
    auto bundle = richStory().bundle();
    bundle.records[6].odometerKm -= 40'000;
    return QByteArray::fromStdString(vehicle::writeHistoryBundle(bundle));
}

} // namespace autochain::report
