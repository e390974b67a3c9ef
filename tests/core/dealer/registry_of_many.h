// SPDX-License-Identifier: GPL-3.0-or-later
// A registry of thousands of cars on a fake node: every car has a short history whose records fold to its head. Logs
// are found by car, as a real node's index does.
#pragma once

#include "chain/network_file.h"
#include "codec/abi.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"
#include "net/fake_node.h"
#include "stock_cars.h"
#include "vehicle/record.h"

#include <set>
#include <unordered_map>

namespace autochain::dealer
{

class RegistryOfMany : public net::FakeNode
{
public:
    NetworkFile network;
    std::set<Hash32> silent;                                // their logs are never answered
    std::unordered_map<Hash32, int> failsFirst;             // so many times, then they are
    std::unordered_map<Hash32, std::vector<Log>> logsByCar; // registration and records
    std::size_t logQueries = 0;

    RegistryOfMany()
    {
        std::uint8_t last = 0xe0;
        for (const char* name : {"vehicleRegistry", "participants", "listingBoard", "dealBook"}) {
            network.contracts[name].bytes.fill(last++);
        }
        top.number = 1'000;
        top.time = kTestNow;
    }

    QCoro::Task<Result<std::vector<Log>>> logs(LogFilter filter) override
    {
        ++logQueries;
        std::vector<Log> out;
        for (const std::optional<Hash32>& topic : filter.topics) {
            const auto found = topic ? logsByCar.find(*topic) : logsByCar.end();
            if (found == logsByCar.end()) {
                continue;
            }
            if (silent.contains(*topic) || failsFirst[*topic]-- > 0) {
                co_return timeout();
            }
            std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(out), [&](const Log& log) {
                return !filter.topics.front() || log.topics.front() == *filter.topics.front();
            });
        }
        co_return out;
    }

    // `kinds`: of its records, one after the other.
    void addCar(const std::string& vin, std::uint32_t km, const std::vector<vehicle::RecordKind>& kinds)
    {
        const Hash32 car = vehicle::vehicleIdOf(vin);
        std::vector<vehicle::Record> records;
        const auto all = static_cast<UnixTime>(kinds.size());
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const auto nth = static_cast<UnixTime>(i) + 1;
            appendTo(car, records, kinds[i], static_cast<std::uint32_t>(km * nth / all),
                     kTestNow - 60 * kDay - (all - nth) * 300 * kDay);
        }
        put(network.contract("vehicleRegistry"),
            contracts::vehicleRegistry::ownersReader(U256::fromBigEndian(car.view())), {wordOf(owner())});
        put(network.contract("vehicleRegistry"), contracts::vehicleRegistry::holdersReader(car), {wordOf(owner())});
        m_histories[car] = std::move(records);
        store(car);
    }
    void addRecord(const std::string& vin, vehicle::RecordKind kind, std::uint32_t km)
    {
        const Hash32 car = vehicle::vehicleIdOf(vin);
        appendTo(car, m_histories[car], kind, km, m_histories[car].back().time + kDay);
        store(car);
    }
    void putUpForSale(const std::string& vin, const U256& price)
    {
        const U256 listedAt(static_cast<std::uint64_t>(kTestNow - 86'400));
        const U256 expiresAt(static_cast<std::uint64_t>(kTestNow + 20 * 86'400));
        put(network.contract("listingBoard"), contracts::listingBoard::listingsReader(vehicle::vehicleIdOf(vin)),
            {wordOf(owner()) | (listedAt << 160), expiresAt, price, U256()});
    }
    static Address owner()
    {
        Address out;
        out.bytes.fill(7);
        return out;
    }
    static Address inspector()
    {
        Address out;
        out.bytes.fill(3);
        return out;
    }

private:
    static constexpr UnixTime kDay = 86'400;
    static Error timeout() { return Error(ChainError::NodeTimeout, {"http://127.0.0.1:1"}); }
    static U256 wordOf(const Address& address) { return U256::fromBigEndian(address.view()); }
    static Hash32 word(const U256& value) { return Hash32{value.toBigEndian()}; }

    template <typename T>
    void put(const Address& at, const StorageReader<T>& reader, const std::vector<U256>& values)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            setWord(at, reader.slotKeys.at(i), values[i]);
        }
    }
    void appendTo(const Hash32& car, std::vector<vehicle::Record>& records, vehicle::RecordKind kind, std::uint32_t km,
                  UnixTime time)
    {
        vehicle::Record record;
        record.index = records.size();
        record.kind = kind;
        record.time = time;
        record.odometerKm = km;
        record.provider = inspector();
        records.push_back(record);
        Log log;
        log.address = network.contract("vehicleRegistry");
        log.topics = {contracts::vehicleRegistry::kRecordAppendedTopic, car, word(U256(record.index)),
                      word(wordOf(record.provider))};
        log.data = abi::encode(abi::parseType("(uint8,uint64,uint32,bytes32,bytes32)").value(),
                               {static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(record.time),
                                std::uint64_t{km}, record.contentDigest, vehicle::historyHead(records)})
                       .value();
        log.blockNumber = 10 + record.index;
        log.logIndex = static_cast<std::uint32_t>(record.index);
        logsByCar[car].push_back(std::move(log));
    }
    void store(const Hash32& car)
    {
        const std::vector<vehicle::Record>& records = m_histories[car];
        put(network.contract("vehicleRegistry"), contracts::vehicleRegistry::historiesReader(car),
            {U256(records.size()), U256::fromBigEndian(vehicle::historyHead(records).view()),
             U256(records.back().odometerKm) | (U256(static_cast<std::uint64_t>(records.back().time)) << 32)});
        put(network.contract("participants"),
            contracts::participants::membershipsReader(inspector(), contracts::participants::Role::Inspector),
            {U256(1)});
    }

    std::unordered_map<Hash32, std::vector<vehicle::Record>> m_histories;
};

} // namespace autochain::dealer
