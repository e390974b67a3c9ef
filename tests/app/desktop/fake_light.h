// SPDX-License-Identifier: GPL-3.0-or-later
// Verified headers without headers: a status made up for tests, and what the pages asked for.
#pragma once

#include "session/lightfeed.h"

#include <algorithm>

namespace autochain::desktop
{

inline constexpr UnixTime kLightNow = 1'795'530'000; // 24 Nov 2026

inline light::PeerStanding samplePeer(const char* url, light::PeerState state, std::uint64_t head, int ms)
{
    light::PeerStanding peer;
    peer.url = url;
    peer.state = state;
    if (head > 0) {
        peer.headNumber = head;
    }
    if (ms > 0) {
        peer.answersIn = std::chrono::milliseconds(ms);
    }
    return peer;
}

inline BlockRef sampleHead()
{
    BlockRef head;
    head.number = 25'914'207;
    head.hash.bytes.fill(0x5a);
    head.time = kLightNow - 20;
    return head;
}

// Six nodes: four agree, one is days behind, one lied.
inline light::LightStatus sampleLight()
{
    using light::PeerState;
    light::LightStatus status;
    status.phase = light::Phase::InSync;
    status.checkpoint.number = 25'880'000;
    status.checkpoint.hash.bytes.fill(0x0f);
    status.checkpointSource = light::CheckpointSource::Person;
    status.head = sampleHead();
    status.verifiedAt = kLightNow - 9;
    status.target = status.head->number;
    status.finalNumber = status.head->number - 12;
    status.blockSeconds = 13;
    status.sureness.dealBlocks = 90;
    status.peers = {samplePeer("http://127.0.0.1:8545", PeerState::Agrees, 25'914'207, 2),
                    samplePeer("https://rpc.northridge.example", PeerState::Agrees, 25'914'207, 48),
                    samplePeer("https://etc-a.nodes.example", PeerState::Agrees, 25'914'207, 131),
                    samplePeer("https://etc-b.nodes.example", PeerState::Agrees, 25'914'206, 388),
                    samplePeer("http://10.0.4.12:8545", PeerState::Behind, 25'871'440, 0),
                    samplePeer("https://node.lavoie.example", PeerState::ShutOut, 25'914'207, 96)};
    status.peers[0].onThisComputer = true;
    for (std::size_t i = 0; i < 3; ++i) {
        status.peers[i].proofsGiven = 40;
    }
    status.peers[3].headersGiven = 96;
    status.peers[5].lie = light::Lie::BadProof;
    status.peers[5].shutOutAt = kLightNow - 3 * 86'400;
    return status;
}

class FakeLight : public LightPort
{
public:
    light::LightStatus now = sampleLight();
    std::optional<light::BlockKnowledge> known; // of every block one asks about
    Result<Hash32> elsewhere{Hash32{}};
    std::vector<std::string> forgiven;
    std::vector<Checkpoint> kept;

    light::LightStatus status() const override { return now; }
    std::optional<light::BlockKnowledge> knowledgeOf(const Hash32& block) const override
    {
        return known && known->block.hash == block ? known : std::nullopt;
    }
    void forgive(const std::string& url) override { forgiven.push_back(url); }
    void addPeer(const std::string& url) override
    {
        now.peers.push_back(samplePeer(url.c_str(), light::PeerState::Unknown, 0, 0));
    }
    void removePeer(const std::string& url) override
    {
        std::erase_if(now.peers, [&](const light::PeerStanding& peer) { return peer.url == url; });
    }
    void setSureness(const light::Sureness& sureness) override { now.sureness = sureness; }
    QCoro::Task<Result<Hash32>> hashOf(std::uint64_t blockNumber) override
    {
        Q_UNUSED(blockNumber)
        Result<Hash32> copy = elsewhere; // GCC 12 moves even a member out of its object
        co_return copy;
    }
    Result<> keepCheckpoint(const Checkpoint& checkpoint) override
    {
        kept.push_back(checkpoint);
        return Unit{};
    }
    Result<> dropCheckpoint() override
    {
        kept.clear();
        return Unit{};
    }
};

} // namespace autochain::desktop
