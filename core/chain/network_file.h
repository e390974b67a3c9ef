// SPDX-License-Identifier: GPL-3.0-or-later
// The network file: which chain, which nodes, which contracts. JSON, format "autochain-network/1":
// { "format": "autochain-network/1", "name": "Practice market", "kind": "practice" | "private" | "public",
//   "chainId": 31337, "coin": "ETC", "genesisHash": "0x…", "nodes": ["http://127.0.0.1:8545"], "deployedAtBlock": 12,
//   "confirmations": 1, "allowPlainHttp": true,                // absent: false; http to other computers than this one
//   "rules": { … },       // proof of work: the fork table of chain_rules.h, for this chain and genesis block
//   "checkpoint": { … },  // checkpoint.h; not without rules
//   "foundation": "0x…",  // whose signature makes a checkpoint more than the file's word
//   "finality": {"amountBlocks": 12, "dealBlocks": 90, "staleAfterSeconds": 300, "blockRewardWei": "0x…", "margin": 2},
//                         // absent: `confirmations` for both, 300, 0 and 2; not without rules
//   "content": {"folder": "content"},        // folder relative to the file
//   "contracts": { "auc": "0x…", "incentivePool": …, "treasury": …, "privatePlacement": …, "team": …,
//     "participants": …, "vehicleRegistry": …, "listingBoard": …, "dealBook": …, "dealModule": …, "dealGuard": …,
//     "appraisalDesk": …, "safeSetup": …, "safe": …, "safeProxyFactory": …,    // absent: the chain has none yet
//     "sectionGrants": … },                                      // may be missing: networks of before it
//   "people": [ {"name": "Alice Brandt", "address": "0x…", "role": "buyer", "keystore": "people/alice.json"} ]
// }
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "chain/chain_rules.h"
#include "chain/checkpoint.h"
#include "codec/error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace autochain
{

enum class NetworkKind { Practice, Private, Public };

struct PracticePerson {
    std::string name;
    Address address;
    std::string role; // "buyer", "seller", "appraiser", "substitute", "dealer", "inspector", "repairShop", "insurer", …
    std::string keystorePath; // absolute after reading
};

// How many blocks must lie on a value before it is shown as Proven, and what a block is worth (finality.h).
struct NetworkFinality {
    std::uint32_t amountBlocks = 12;
    std::uint32_t dealBlocks = 12;
    std::uint32_t staleAfterSeconds = 300;
    U256 blockRewardWei; // zero: the coin's amounts wait for amountBlocks, whatever they are
    std::uint32_t margin = 2;
    bool operator==(const NetworkFinality&) const = default;
};

struct NetworkFile {
    std::string name;
    NetworkKind kind = NetworkKind::Private;
    std::uint64_t chainId = 0;
    std::string coin = "ETH";
    Hash32 genesisHash;
    std::vector<std::string> nodeUrls;
    std::uint64_t deployedAtBlock = 0;
    std::uint32_t confirmations = 12;
    std::optional<ChainRules> rules;      // none: headers are not verified
    std::optional<Checkpoint> checkpoint; // none: from the genesis block on
    std::optional<Address> foundation;
    std::optional<NetworkFinality> finality; // none: as the format says
    bool allowPlainHttp = false;             // http:// to a node that is not on this computer
    std::string contentFolder;               // absolute after reading; empty: none
    std::map<std::string, Address> contracts;
    std::vector<PracticePerson> people;

    bool hasContracts() const { return !contracts.empty(); } // all of them or none
    // Precondition: hasContracts(), and `name` is one of the keys the format lists; reading a file checks that all are
    // there.
    const Address& contract(const std::string& key) const { return contracts.at(key); }
};

enum class Contracts {
    Needed,
    MayBeMissing // then nodes may be too: a beginning, for somebody who has a node of his own
};
// `folder`: where relative paths start. At most 256 KiB. CodecError::BadJson with the field that is wrong.
Result<NetworkFile> parseNetworkFile(BytesView json, const std::string& folder,
                                     Contracts contracts = Contracts::Needed);
std::string writeNetworkFile(const NetworkFile& network, const std::string& folder);

} // namespace autochain
