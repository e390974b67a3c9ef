// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query: a problem names a place within it, a query can be asked of every kind of car.
#include "dealer/query.h"
#include "fuzz.h"

using namespace autochain;
using namespace autochain::dealer;

namespace
{
std::vector<Car> someCars()
{
    std::vector<Car> out(3);
    out[0].own.vin = "1M8GDM9AXKP042788";
    out[0].check.emplace();
    out[0].check->registered = true;
    out[1].own.plate = "AB12CDE";
    out[2].own.note = "x";
    out[2].own.cost = U256::max();
    out[2].own.ask = U256(1);
    for (Car& car : out) {
        refresh(car);
    }
    return out;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<Car> kCars = someCars();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = parseQuery(text);
    if (const auto* problem = std::get_if<QueryProblem>(&parsed)) {
        fuzz::require(problem->at <= size && problem->size <= size - problem->at, "a problem lies within the text");
    } else {
        const auto& query = std::get<Query>(parsed);
        fuzz::require(size <= kMaxQueryBytes && query.terms.size() <= kMaxTerms, "the caps hold");
        for (const Car& car : kCars) {
            QueryContext context;
            context.now = 1'795'530'000;
            (void)matches(car, query, context);
        }
    }
    for (const Completion& one : completeQuery(text, size / 2)) {
        fuzz::require(one.from <= size && one.size <= size - one.from,
                      "what a completion replaces lies within the text");
    }
    return 0;
}
