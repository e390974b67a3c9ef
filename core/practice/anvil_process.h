// SPDX-License-Identifier: GPL-3.0-or-later
// The node of the practice market: anvil, as a process of its own that outlives the program which started it.
#pragma once

#include "base/clock.h"
#include "practice/error.h"

#include <string>

namespace autochain::practice
{

inline constexpr std::uint64_t kPracticeChainId = 31337;

// A running node, as its file "node.json" says. Whether it is the right one only its chain can tell.
struct NodeHandle {
    std::int64_t pid = 0;
    std::uint16_t port = 0;
    std::int64_t owner = 0; // process that ends it when it ends itself; 0: nobody, it goes on
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port); }
};

// AUTOCHAIN_ANVIL, beside the executable, node_modules in a folder above it or above the working folder, PATH. NoAnvil.
Result<std::string> findAnvil();

struct AnvilStart {
    std::string program;
    std::string folder;       // state.json, anvil.log, cache/
    UnixTime genesisTime = 0; // has to be the same at every start
    std::uint16_t port = 0;   // taken where free; otherwise another one
};
// Starts it without mining: whoever starts it sets the time first. Does not wait until it answers. NodeFailed.
Result<NodeHandle> startAnvil(const AnvilStart& start);

// Is the process there, and is it the node of this folder? Ids are given out again: another program, somebody else's
// anvil too, must not be taken for it.
bool isAlive(const NodeHandle& node, const std::string& folder);
// Is the program there that wanted to end the node? A node without an owner has nobody to wait for.
bool isOwned(const NodeHandle& node);
// Asks it to write its state and end (SIGINT); `force`: ends it at once (SIGKILL).
void endAnvil(const NodeHandle& node, const std::string& folder, bool force = false);

} // namespace autochain::practice
