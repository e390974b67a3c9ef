// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/car.h"

#include "dealer/check_codec.h"
#include "market/filter.h"
#include "vehicle/vin.h"

#include <algorithm>

namespace autochain::dealer
{
namespace
{
constexpr std::int64_t kDay = 24 * 3'600;
} // namespace

Car carOf(store::StockRow row)
{
    Car out;
    out.check = row.check.empty() ? std::nullopt : decodeCheck(row.check);
    row.check = {};
    out.own = std::move(row);
    refresh(out);
    return out;
}

void refresh(Car& car)
{
    const ListingCheck* listing = car.check ? &car.check->listing : nullptr;
    const bool hasVin = vehicle::isWellFormedVin(car.own.vin);
    car.vehicleId = hasVin ? vehicle::vehicleIdOf(car.own.vin) : Hash32();
    car.make = listing != nullptr ? listing->make : std::string();
    if (car.make.empty() && hasVin) {
        const auto wmi = vehicle::findWmi(car.own.vin);
        car.make = wmi ? wmi->maker : std::string();
    }
    car.name = !car.own.name.empty()                           ? car.own.name
               : listing != nullptr && !listing->title.empty() ? listing->title
                                                               : car.make;
    car.year = listing != nullptr ? listing->year : 0;
    if (car.year == 0 && hasVin) {
        car.year = vehicle::modelYearOf(car.own.vin).value_or(0);
    }
    std::replace(car.name.begin(), car.name.end(), '\n', ' ');
    std::string all = car.name;
    for (const std::string* part : {&car.make, &car.own.vin, &car.own.plate, &car.own.note}) {
        all += '\n';
        all += *part;
    }
    car.folded = market::foldText(all);
}

store::StockRow rowOf(const Car& car)
{
    store::StockRow out = car.own;
    out.check = car.check ? encodeCheck(*car.check) : Bytes();
    return out;
}

bool isListed(const Car& car, UnixTime now)
{
    return car.check && !car.check->listing.price.isZero() && car.check->listing.expiresAt > now &&
           car.check->listing.seller == car.check->holder;
}

CarStatus statusOf(const Car& car, UnixTime now)
{
    if (car.check && car.check->inDeal) {
        return CarStatus::InDeal;
    }
    if (car.has(Mark::Hold)) {
        return CarStatus::Hold;
    }
    if (car.has(Mark::NeedsPapers)) {
        return CarStatus::NeedsPapers;
    }
    if (isListed(car, now)) {
        return CarStatus::Listed;
    }
    if (car.vehicleId.isZero()) {
        return CarStatus::NoVin;
    }
    if (!car.check) {
        return car.wanted()                     ? CarStatus::Checking
               : car.failure() != Failure::None ? CarStatus::NoAnswer
                                                : CarStatus::NotChecked;
    }
    return car.check->registered ? CarStatus::Ready : CarStatus::NotOnChain;
}

const U256& askOf(const Car& car, UnixTime now)
{
    return isListed(car, now) ? car.check->listing.price : car.own.ask;
}

std::optional<std::int64_t> marginPermille(const Car& car, UnixTime now)
{
    const U256& ask = askOf(car, now);
    const U256& cost = car.own.cost;
    if (ask.isZero() || cost.isZero()) {
        return std::nullopt;
    }
    const bool gain = ask >= cost;
    const U256 difference = gain ? ask - cost : cost - ask;
    // Money that a person types stays far below 2^240, so this does not wrap; more than 2^62 is cut.
    const U256 permille = difference * U256(1'000) / cost;
    const auto value = static_cast<std::int64_t>(permille.fitsU64() ? std::min(permille.toU64(), std::uint64_t{1} << 62)
                                                                    : std::uint64_t{1} << 62);
    return gain ? value : -value;
}

std::int64_t daysInStock(const Car& car, UnixTime now)
{
    return std::max<std::int64_t>(0, (now - car.own.addedAt) / kDay);
}

UnixTime deadlineOf(const Car& car, UnixTime now)
{
    const UnixTime ends = isListed(car, now) ? car.check->listing.expiresAt : 0;
    if (car.dealDeadline == 0 || ends == 0) {
        return std::max(car.dealDeadline, ends);
    }
    return std::min(car.dealDeadline, ends);
}

vehicle::Status statusOf(const Car& car, vehicle::Topic topic)
{
    const bool known = car.check && car.check->registered;
    return known ? car.check->of(topic).status : vehicle::Status::NoData;
}

bool heldBy(const Car& car, const Address& account)
{
    return car.check && car.check->registered && car.check->holder == account;
}

} // namespace autochain::dealer
