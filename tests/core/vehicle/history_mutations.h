// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to change a history that was good: in the file, or on the chain it is proven by.
#pragma once

#include "history_world.h"

#include <functional>
#include <random>

namespace autochain::vehicle
{

using Random = std::mt19937_64;
std::size_t below(Random& random, std::size_t end);

// Changes a file. False: there is nothing of this kind in it to change.
struct FileMutation {
    const char* name = "";
    std::function<bool(HistoryBundle&, Random&)> apply;
};
// `others`: histories of other cars, to take parts from.
std::vector<FileMutation> fileMutations(std::vector<World> others);

// Another truth on the chain, with a proof that holds: what was written was not allowed, or not signed by who wrote it.
struct WorldMutation {
    std::string name;
    std::size_t record = 0; // that has to be found
    RecordFault fault = RecordFault::None;
    World world;
};
std::vector<WorldMutation> worldMutations(const WorldSpec& spec);

} // namespace autochain::vehicle
