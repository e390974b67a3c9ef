// SPDX-License-Identifier: GPL-3.0-or-later
// Cars of a stock for tests, with VINs whose check digits fit.
#pragma once

#include "base/amount.h"
#include "dealer/check_codec.h"
#include "dealer/table.h"
#include "vehicle/vin.h"

namespace autochain::dealer
{

inline constexpr UnixTime kTestNow = 1'795'530'000; // 24 Nov 2026

// A Honda Civic built in North America, its serial `number`; position 10 is J, K or L: 2018 to 2020.
inline std::string testVin(int number)
{
    static constexpr std::string_view kYears = "JKL";
    std::string serial = std::to_string(100'000 + number % 900'000);
    std::string vin =
        "2HGFC1F30" + std::string(1, kYears[static_cast<std::size_t>(number) % kYears.size()]) + "H" + serial;
    vin[8] = vehicle::checkDigitOf(vin);
    return vin;
}

inline CarCheck cleanCheck(int number)
{
    CarCheck out;
    out.registered = true;
    for (TopicCheck& topic : out.topics) {
        topic.status = vehicle::Status::Clean;
        topic.provenance = Provenance::Local;
    }
    out.topics[static_cast<std::size_t>(vehicle::Topic::Odometer)].fact = vehicle::Fact::ReadingsRise;
    out.topics[static_cast<std::size_t>(vehicle::Topic::Accidents)].fact = vehicle::Fact::NoneRecorded;
    out.topics[static_cast<std::size_t>(vehicle::Topic::Title)].fact = vehicle::Fact::TitleFree;
    out.topics[static_cast<std::size_t>(vehicle::Topic::Liens)].fact = vehicle::Fact::NoLienOnTitle;
    out.topics[static_cast<std::size_t>(vehicle::Topic::Recalls)].fact = vehicle::Fact::NoRecallOpen;
    out.topics[static_cast<std::size_t>(vehicle::Topic::Theft)] = {};
    out.topics[static_cast<std::size_t>(vehicle::Topic::Theft)].fact = vehicle::Fact::NoPoliceSource;
    out.head.bytes.fill(static_cast<std::uint8_t>(number + 1));
    out.records = 9;
    out.odometerKm = static_cast<std::uint32_t>(10'000 + number * 13 % 200'000);
    out.holder.bytes.fill(7);
    out.provenance = Provenance::Local;
    out.block = 100;
    return out;
}

inline void setTopic(CarCheck& check, vehicle::Topic topic, vehicle::Status status, vehicle::Fact fact)
{
    check.topics[static_cast<std::size_t>(topic)].status = status;
    check.topics[static_cast<std::size_t>(topic)].fact = fact;
}

inline void list(CarCheck& check, const U256& price, UnixTime ends = kTestNow + 20 * 86'400)
{
    check.listing.price = price;
    check.listing.seller = check.holder;
    check.listing.listedAt = kTestNow - 86'400;
    check.listing.expiresAt = ends;
    check.listing.title = "Honda Civic EX";
    check.listing.make = "Honda";
    check.listing.model = "Civic";
    check.listing.year = 2018;
}

inline store::StockRow testRow(int number, const std::optional<CarCheck>& check)
{
    store::StockRow out;
    out.id = number;
    out.vin = testVin(number);
    out.addedAt = kTestNow - std::int64_t{number % 200} * 86'400;
    out.cost = auc(100'000 + static_cast<std::uint64_t>(number) * 37 % 90'000);
    out.checkedAt = check ? kTestNow - 3 * 3'600 : 0;
    out.check = check ? encodeCheck(*check) : Bytes();
    return out;
}

} // namespace autochain::dealer
