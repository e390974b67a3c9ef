// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a list of cars: no line is dropped in silence, and what is taken may be taken.
#include "dealer/vin_list.h"
#include "fuzz.h"

using namespace autochain;
using namespace autochain::dealer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const CarList list = readCarList({reinterpret_cast<const char*>(data), size},
                                     [](const std::string& key) { return key == "AB12CDE" ? 7 : 0; });
    fuzz::require(list.cars.size() + list.problems.size() == static_cast<std::size_t>(list.lines),
                  "every line is a car or a problem");
    for (const ListedCar& car : list.cars) {
        fuzz::require(!car.vin.empty() || !car.plate.empty(), "a car has a VIN or a plate");
        fuzz::require(car.vin.empty() || vehicle::analyseVin(car.vin).acceptable(),
                      "a VIN that is taken may become a title");
        fuzz::require(car.plate.empty() || maybePlate(car.plate), "a plate looks like one");
    }
    for (const LineProblem& problem : list.problems) {
        fuzz::require(problem.text.size() <= 80, "what is shown of a line is short");
        fuzz::require(problem.fix.empty() || vehicle::isWellFormedVin(problem.fix), "what is offered is a VIN");
    }
    return 0;
}
