// SPDX-License-Identifier: GPL-3.0-or-later
// The node of a network file: one whose headers are verified where the file has rules for them; otherwise the block
// that most of several nodes name, or the one node's word.
#pragma once

#include "light/quorum_node.h"
#include "light/verified_node.h"

namespace autochain::light
{

// What a person has chosen beyond the network file.
struct Choices {
    std::optional<Sureness> sureness;
    std::vector<std::string> addedNodes;
    std::vector<std::string> removedNodes;
    bool patient = false; // the first read waits until headers are in sync
};

struct OpenedNode {
    std::unique_ptr<NodePort> node;
    std::shared_ptr<LightClient> light; // nullptr: nothing is verified on this network
    ProofPort* proofs = nullptr;        // the same node
    QuorumNode* quorum = nullptr;       // the node, where it is one of several that are held against each other
};

// `folder`: where this person's records lie: headers.db and checkpoint.json are kept there. `cacheFolder`: of Ethash
// caches, which all networks share. Where headers.db cannot be opened they are checked again at every start. `clock`
// must outlive the node.
OpenedNode openNode(const NetworkFile& network, const std::string& folder, const std::string& cacheFolder,
                    const Choices& choices, const Clock& clock);

Sureness surenessOf(const NetworkFile& network);
// A node of this network at that address.
PeerOptions peerOf(const NetworkFile& network, const std::string& url);

// The person's own checkpoint, instead of the file's. NotFound where there is none; CodecError::BadJson.
Result<Checkpoint> readOwnCheckpoint(const std::string& folder);
Result<> writeOwnCheckpoint(const std::string& folder, const Checkpoint& checkpoint); // StoreError
Result<> removeOwnCheckpoint(const std::string& folder);                              // no error where there is none

} // namespace autochain::light
