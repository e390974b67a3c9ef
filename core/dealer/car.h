// SPDX-License-Identifier: GPL-3.0-or-later
// One car of the stock as the desk holds it in memory: what the dealer noted, what was read of it, and what follows.
#pragma once

#include "dealer/check.h"
#include "store/stock.h"

namespace autochain::dealer
{

// The dealer's own marks, bits of StockRow::marks. Stored: numbers are never given out anew.
enum class Mark : std::uint8_t { Hold, NeedsPapers, NeedsPhotos, NeedsWork, Watched };
inline constexpr int kMarks = 5;
constexpr std::uint32_t bitOf(Mark mark)
{
    return std::uint32_t{1} << static_cast<unsigned>(mark);
}

// Why a check failed. Stored: numbers are never given out anew.
enum class Failure : std::uint8_t {
    None,
    NoAnswer,   // the node or who keeps the records did not answer
    Refused,    // the node answered with an error, or with nonsense
    Incomplete, // its logs hold fewer records than the chain proves
    Mismatch    // its records do not fold to the proven head
};
inline constexpr int kFailures = 5;

// Worth one word in the last column; the first that applies.
enum class CarStatus : std::uint8_t {
    InDeal,
    Hold,
    NeedsPapers,
    Listed,
    NoVin,      // a plate whose VIN is not known: nothing can be read
    Checking,   // asked for and never read before
    NoAnswer,   // never read, and the last try failed
    NotChecked, // nobody asked yet
    NotOnChain, // the registry has no such car
    Ready
};
inline constexpr int kStatuses = 10;

struct Car {
    store::StockRow own; // `check` is empty here: it is below
    Hash32 vehicleId;    // zero: no VIN
    std::optional<CarCheck> check;
    UnixTime dealDeadline = 0; // of an open deal over this car; 0: none
    // What follows from the above, made by refresh():
    std::string name;      // own words, else the listing's title, else the maker by VIN
    std::string make;      // of the listing or by VIN; may be empty
    std::string folded;    // name, then everything else one may look for, as market::foldText writes it
    std::int32_t year = 0; // 0: not known

    bool wanted() const { return own.wantedAt != 0; }
    Failure failure() const { return static_cast<Failure>(own.failure); }
    bool has(Mark mark) const { return (own.marks & bitOf(mark)) != 0; }
};

Car carOf(store::StockRow row);        // takes `check` apart
void refresh(Car& car);                // after any change of own or check
store::StockRow rowOf(const Car& car); // for putChecks: `check` is written anew

CarStatus statusOf(const Car& car, UnixTime now);
bool isListed(const Car& car, UnixTime now);
// What is asked for it: on the board, else the dealer's own; zero: not known.
const U256& askOf(const Car& car, UnixTime now);
// (ask - cost) / cost in tenths of a percent, rounded toward zero; none where one of them is not known.
std::optional<std::int64_t> marginPermille(const Car& car, UnixTime now);
std::int64_t daysInStock(const Car& car, UnixTime now); // at least 0
// Of what has to be done about it: the listing's end or the deal's next deadline; 0: none.
UnixTime deadlineOf(const Car& car, UnixTime now);
// Verdict status of a topic; NoData where the car was never read.
vehicle::Status statusOf(const Car& car, vehicle::Topic topic);
// The registered holder is this account.
bool heldBy(const Car& car, const Address& account);

} // namespace autochain::dealer
