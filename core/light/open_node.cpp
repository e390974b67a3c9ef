// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/open_node.h"

#include "codec/json.h"
#include "crypto/random.h"
#include "store/durable_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>

namespace autochain::light
{
namespace
{
constexpr std::size_t kMaxCheckpointBytes = 4'096;

std::string pathIn(const std::string& folder, const char* name)
{
    return (std::filesystem::path(folder) / name).string();
}

std::uint64_t freshSeed()
{
    std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
    [[maybe_unused]] const auto filled = fillRandom(bytes); // without: the same sample each time
    std::uint64_t seed = 0;
    for (const std::uint8_t byte : bytes) {
        seed = seed << 8 | byte;
    }
    return seed;
}

std::pair<Checkpoint, CheckpointSource> beginningOf(const NetworkFile& network, const std::string& folder)
{
    if (const auto own = readOwnCheckpoint(folder); own.ok()) {
        return {*own, CheckpointSource::Person};
    }
    if (!network.checkpoint) {
        return {Checkpoint{0, network.genesisHash, {}, {}}, CheckpointSource::Genesis};
    }
    const bool isSigned = network.foundation &&
                          isSignedBy(*network.foundation, network.chainId, network.genesisHash, *network.checkpoint);
    return {*network.checkpoint, isSigned ? CheckpointSource::Foundation : CheckpointSource::NetworkFile};
}

std::vector<PeerOptions> peersOf(const NetworkFile& network, const Choices& choices)
{
    std::vector<std::string> urls;
    const auto add = [&](const std::string& url) {
        const bool removed = std::count(choices.removedNodes.begin(), choices.removedNodes.end(), url) > 0;
        if (!removed && std::count(urls.begin(), urls.end(), url) == 0) {
            urls.push_back(url);
        }
    };
    std::for_each(network.nodeUrls.begin(), network.nodeUrls.end(), add);
    std::for_each(choices.addedNodes.begin(), choices.addedNodes.end(), add);
    std::vector<PeerOptions> peers;
    for (const std::string& url : urls) {
        peers.push_back(peerOf(network, url));
    }
    return peers;
}
} // namespace

namespace
{
OpenedNode nodeByWord(const NetworkFile& network, const Choices& choices)
{
    const auto peers = peersOf(network, choices);
    if (network.kind == NetworkKind::Practice || peers.size() < 2) {
        auto node = std::make_unique<net::RpcNode>(net::NodeOptions::of(network));
        ProofPort* const proofs = node.get();
        return {std::move(node), nullptr, proofs, nullptr};
    }
    auto node = std::make_unique<QuorumNode>(peers);
    QuorumNode* const quorum = node.get();
    return {std::move(node), nullptr, quorum, quorum};
}
} // namespace

PeerOptions peerOf(const NetworkFile& network, const std::string& url)
{
    PeerOptions peer;
    peer.url = url;
    peer.allowPlainHttp = network.allowPlainHttp;
    peer.chainId = network.chainId;
    peer.genesisHash = network.genesisHash;
    return peer;
}

Sureness surenessOf(const NetworkFile& network)
{
    Sureness sureness;
    sureness.amountBlocks = network.finality ? network.finality->amountBlocks : network.confirmations;
    sureness.dealBlocks = network.finality ? network.finality->dealBlocks : network.confirmations;
    sureness.staleAfterSeconds = network.finality ? network.finality->staleAfterSeconds : sureness.staleAfterSeconds;
    return sureness;
}

OpenedNode openNode(const NetworkFile& network, const std::string& folder, const std::string& cacheFolder,
                    const Choices& choices, const Clock& clock)
{
    if (!network.rules || network.kind == NetworkKind::Practice) {
        return nodeByWord(network, choices);
    }
    LightOptions options;
    options.rules = *network.rules;
    std::tie(options.checkpoint, options.checkpointSource) = beginningOf(network, folder);
    options.sureness = choices.sureness.value_or(surenessOf(network));
    options.finality.leastBlocks = options.sureness.amountBlocks;
    options.finality.blockRewardWei = network.finality ? network.finality->blockRewardWei : U256();
    options.finality.margin = network.finality ? network.finality->margin : options.finality.margin;
    options.peers = peersOf(network, choices);
    options.cacheFolder = cacheFolder;
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    options.seed = freshSeed();
    auto archive = HeaderArchive::open(pathIn(folder, "headers.db"), network.genesisHash);
    auto client = LightClient::make(
        std::move(options), archive.ok() ? std::optional<HeaderArchive>(std::move(archive).value()) : std::nullopt,
        clock);
    std::set<Address> amounts;
    if (network.hasContracts()) {
        amounts.insert(network.contract("auc"));
    }
    auto node = std::make_unique<VerifiedNode>(client, std::move(amounts));
    node->setPatient(choices.patient);
    ProofPort* const proofs = node.get();
    return {std::move(node), client, proofs, nullptr};
}

Result<Checkpoint> readOwnCheckpoint(const std::string& folder)
{
    AC_TRY(const Bytes text, store::readWhole(pathIn(folder, "checkpoint.json"), kMaxCheckpointBytes));
    AC_TRY(const QJsonObject object, json::parseObject(text, kMaxCheckpointBytes));
    return readCheckpoint(object);
}

Result<> writeOwnCheckpoint(const std::string& folder, const Checkpoint& checkpoint)
{
    const std::string text = json::write(checkpointJson(checkpoint)) + "\n";
    return store::writeDurably(pathIn(folder, "checkpoint.json"), asBytes(text));
}

Result<> removeOwnCheckpoint(const std::string& folder)
{
    std::error_code ignored;
    std::filesystem::remove(pathIn(folder, "checkpoint.json"), ignored);
    if (ignored) {
        return Error(StoreError::NoAccess, {pathIn(folder, "checkpoint.json")}, ignored.message());
    }
    return {};
}

} // namespace autochain::light
