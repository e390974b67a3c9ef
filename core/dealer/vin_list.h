// SPDX-License-Identifier: GPL-3.0-or-later
// A list of cars as somebody has it: pasted lines, a column of a spreadsheet, a CSV with a head. Every line is either a
// car or a problem with its number; none is dropped in silence.
#pragma once

#include "base/u256.h"
#include "vehicle/vin.h"

#include <functional>
#include <string>
#include <vector>

namespace autochain::dealer
{

inline constexpr std::size_t kMaxListBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kMaxListCars = 50'000;

struct ListedCar {
    int line = 0;
    std::string vin;   // normalised and acceptable; empty: only a plate
    std::string plate; // normalised; empty: none
    std::string name, note;
    U256 cost, ask, lowest; // zero: not given
};

enum class LineIssue {
    BadVin,    // `fix`, where one character mends it
    BadPlate,  // neither a VIN nor anything that could be a plate
    Twice,     // in this list; `sameAs` is the earlier line
    InStock,   // on the desk already; `stock` is its number
    BadAmount, // a price that cannot be read; the car is not taken
    TooMany    // beyond kMaxListCars
};

struct LineProblem {
    int line = 0;
    std::string text; // what stands there, at most 80 bytes
    LineIssue issue = LineIssue::BadVin;
    std::vector<vehicle::VinIssue> vin; // of BadVin: what is wrong with it
    std::string fix;                    // of BadVin: the likely VIN; offered, never applied
    int sameAs = 0;
    std::int64_t stock = 0;
};

struct CarList {
    std::vector<ListedCar> cars; // in the order of the list
    std::vector<LineProblem> problems;
    int lines = 0;        // with something on them, a head not counted
    bool tooLong = false; // more than kMaxListBytes: nothing was read
};

// `stockOf`: the stock number of a VIN or plate that is on the desk; 0: it is not. A line without separators is a VIN
// or a plate. With separators, a head names the columns (vin, plate, registration, car, model, cost, ask, price,
// lowest, note …, any letter case); without one the column that holds VINs is found by looking.
CarList readCarList(std::string_view text, const std::function<std::int64_t(const std::string&)>& stockOf);

// Upper case, without blanks and hyphens.
std::string normalisePlate(std::string_view text);
// 2 to 12 letters and digits, at least one digit.
bool maybePlate(std::string_view normalised);

} // namespace autochain::dealer
