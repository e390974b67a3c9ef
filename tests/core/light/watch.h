// SPDX-License-Identifier: GPL-3.0-or-later
// A light client over nodes in the same process, and what a person would read through it.
#pragma once

#include "../await.h"
#include "lies.h"
#include "light/verified_node.h"

namespace autochain::light::test
{

// Without optimisation, or under a sanitizer, the longest tests do a tenth.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
inline constexpr bool kFullPace = true;
#else
inline constexpr bool kFullPace = false;
#endif

// Where the Ethash cache of epoch 0 lies for all clients of a test program.
std::string cacheFolder();

class Watch
{
public:
    explicit Watch(Scene& scene, std::uint32_t sureBlocks = 2);

    LyingNode& add(Lie lie); // an honest node is one that tells the lie "honest"
    void addServer(const std::string& url, std::chrono::milliseconds timeout);
    void start(); // after the nodes were added
    PeerStanding standing(std::size_t i) const { return client->status().peers.at(i); }

    Scene& scene;
    FixedClock clock;
    std::vector<std::unique_ptr<LyingNode>> nodes;
    // In-process: what a node's answer becomes on its way.
    std::function<Bytes(std::size_t node, Bytes answer)> onTheWay;
    std::shared_ptr<LightClient> client;
    std::unique_ptr<VerifiedNode> node;

private:
    PeerOptions optionsFor(const std::string& url) const;

    LightOptions m_options;
};

inline Lie honest()
{
    return {"honest", "", Verdict::Free, Topic::Heads, {}, {}, false};
}

// Reads everything a page might. Each finding is a sentence; none: nothing was wrong. A value shown as Proven is
// compared with the state of the block it is said to be of. `wantsProven`: an honest node is there, so the right values
// of its head have to arrive as Proven.
std::vector<std::string> readEverything(Watch& watch, bool wantsProven);
// The same for what a lie of this topic is about, and no more.
std::vector<std::string> readSome(Watch& watch, Topic topic, bool wantsProven);

} // namespace autochain::light::test
