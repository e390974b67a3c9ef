// SPDX-License-Identifier: GPL-3.0-or-later
// A car on a fake node: what the registry would hold and emit, contents in a folder.
#pragma once

#include "codec/abi.h"
#include "content/folder_content_store.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "net/fake_node.h"
#include "session/session.h"
#include "vehicle/vin.h"

namespace autochain::desktop
{

inline constexpr const char* kFakeVin = "1M8GDM9AXKP042788";

class FakeCar
{
public:
    // `holder` holds the title from the first record on.
    FakeCar(net::FakeNode& node, Session& session, const Address& holder, std::string vin = kFakeVin)
        : m_node(node), m_network(session.network()), m_store(session.folder().toStdString() + "/content"),
          m_holder(holder), m_vin(std::move(vin)), m_id(vehicle::vehicleIdOf(m_vin))
    {
    }

    const Hash32& id() const { return m_id; }
    static Address business(vehicle::ProviderRole role)
    {
        Address out;
        out.bytes.fill(static_cast<std::uint8_t>(0x40 + static_cast<int>(role)));
        return out;
    }

    // role None: by the holder. Its content is written to the session's folder, once for the same words.
    std::uint64_t add(vehicle::RecordKind kind, UnixTime time, std::uint32_t km, vehicle::ProviderRole role,
                      const std::optional<vehicle::RecordContent>& content = {})
    {
        vehicle::Record record;
        record.index = m_records.size();
        record.kind = kind;
        record.time = time;
        record.odometerKm = km;
        record.provider = role == vehicle::ProviderRole::None ? m_holder : business(role);
        if (content) {
            record.contentDigest = keep(vehicle::writeRecordContent(*content));
        }
        m_roles |= vehicle::maskOf(role);
        m_records.push_back(std::move(record));
        return m_records.back().index;
    }

    // Puts everything onto the node; again after more were added.
    void publish()
    {
        namespace registry = contracts::vehicleRegistry;
        const Address at = m_network.contract("vehicleRegistry");
        std::erase_if(m_node.allLogs, [&](const Log& log) { return log.address == at && log.topics[1] == m_id; });
        log({registry::kVehicleRegisteredTopic, m_id, word(m_holder)}, encoded("(string)", {abi::Value::text(m_vin)}));
        Hash32 head;
        for (const vehicle::Record& record : m_records) {
            head = nextHead(head, record);
            log({registry::kRecordAppendedTopic, m_id, Hash32{U256(record.index).toBigEndian()}, word(record.provider)},
                encoded("(uint8,uint64,uint32,bytes32,bytes32)",
                        {static_cast<std::uint64_t>(record.kind), static_cast<std::uint64_t>(record.time),
                         std::uint64_t{record.odometerKm}, record.contentDigest, head}));
        }
        const U256 token = U256::fromBigEndian(m_id.view());
        const U256 holder = U256::fromBigEndian(m_holder.view());
        const auto& last = m_records.back();
        store(at, registry::ownersReader(token), {holder});
        store(at, registry::holdersReader(m_id), {holder});
        store(at, registry::historiesReader(m_id),
              {U256(m_records.size()), U256::fromBigEndian(head.view()),
               U256(last.odometerKm) | (U256(static_cast<std::uint64_t>(last.time)) << 32)});
        for (int role = 1; role < vehicle::kProviderRoles; ++role) {
            const auto one = static_cast<vehicle::ProviderRole>(role);
            if ((m_roles & vehicle::maskOf(one)) != 0) {
                store(m_network.contract("participants"),
                      contracts::participants::membershipsReader(business(one),
                                                                 static_cast<contracts::participants::Role>(role)),
                      {U256(1)});
            }
        }
    }

    // A history of `count` records: a device that reports and a shop that serves, month after month.
    void addMany(std::size_t count, UnixTime until)
    {
        using vehicle::ProviderRole;
        using vehicle::RecordKind;
        const UnixTime step = std::max<UnixTime>(600, 12LL * 365 * 86'400 / static_cast<UnixTime>(count));
        UnixTime time = until - step * static_cast<UnixTime>(count);
        for (std::size_t i = 0; i < count; ++i, time += step) {
            const auto km = static_cast<std::uint32_t>(10 + i * 240'000 / count);
            vehicle::RecordContent content;
            content.title = i % 7 == 0 ? "Yearly service" : i % 7 == 3 ? "Safety inspection" : "Reading of the device";
            content.notes = "Visit " + std::to_string(i % 300); // few blocks: writing each costs a sync
            content.items = {{"Engine oil and filter", vehicle::Cost{8'900, "CAD"}, ""}};
            content.checked = {vehicle::Looked::Accidents, vehicle::Looked::Recalls};
            const auto kind = i == 0       ? RecordKind::Production
                              : i % 7 == 0 ? RecordKind::Service
                                           : RecordKind::Inspection;
            const auto role = i == 0       ? ProviderRole::Manufacturer
                              : i % 7 == 0 ? ProviderRole::Dealer
                                           : ProviderRole::Inspector;
            add(kind, time, km, role, content);
        }
    }

private:
    static Hash32 word(const Address& address) { return Hash32{U256::fromBigEndian(address.view()).toBigEndian()}; }
    static Bytes encoded(const char* types, std::vector<abi::Value> values)
    {
        return abi::encode(abi::parseType(types).value(), values).value();
    }
    template <typename T>
    void store(const Address& at, const StorageReader<T>& reader, std::vector<U256> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            m_node.setWord(at, reader.slotKeys.at(i), words[i]);
        }
    }
    void log(std::vector<Hash32> topics, Bytes data)
    {
        Log out;
        out.address = m_network.contract("vehicleRegistry");
        out.topics = std::move(topics);
        out.data = std::move(data);
        out.blockNumber = 10 + m_logs / 20;
        out.logIndex = static_cast<std::uint32_t>(m_logs++);
        m_node.allLogs.push_back(std::move(out));
    }
    Hash32 keep(const std::string& json)
    {
        const Hash32 digest = sha256(asBytes(json));
        return m_kept.insert(digest).second ? m_store.write(asBytes(json)).value() : digest;
    }

    net::FakeNode& m_node;
    const NetworkFile& m_network;
    FolderContentStore m_store;
    Address m_holder;
    std::string m_vin;
    Hash32 m_id;
    std::vector<vehicle::Record> m_records;
    std::set<Hash32> m_kept;
    vehicle::RoleMask m_roles = 0;
    std::size_t m_logs = 0;
};

} // namespace autochain::desktop
