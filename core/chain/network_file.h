// SPDX-License-Identifier: GPL-3.0-or-later
// The network file: which chain, which nodes, which contracts. JSON, format "autochain-network/1":
// { "format": "autochain-network/1", "name": "Practice market", "kind": "practice" | "private" | "public",
//   "chainId": 31337, "coin": "ETC", "genesisHash": "0x…", "nodes": ["http://127.0.0.1:8545"], "deployedAtBlock": 12,
//   "confirmations": 1, "allowPlainHttp": true,                // absent: false; http to other computers than this one
//   "rules": { … },                          // proof of work: the fork table of chain_rules.h, for this chain and
//   genesis "checkpoint": { … },                     // checkpoint.h; may not be without rules "content": {"folder":
//   "content"},        // folder relative to the file "contracts": { "auc": "0x…", "incentivePool": …, "treasury": …,
//   "privatePlacement": …, "team": …, "participants": …,
//     "vehicleRegistry": …, "listingBoard": …, "dealBook": …, "dealModule": …, "dealGuard": …, "appraisalDesk": …,
//     "safeSetup": …, "safe": …, "safeProxyFactory": … },
//   "people": [ {"name": "Alice Brandt", "address": "0x…", "role": "buyer", "keystore": "people/alice.json"} ] }  //
//   practice only
#pragma once

#include "base/bytes.h"
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
    bool allowPlainHttp = false;          // http:// to a node that is not on this computer
    std::string contentFolder;            // absolute after reading; empty: none
    std::map<std::string, Address> contracts;
    std::vector<PracticePerson> people;

    // Precondition: `name` is one of the keys the format lists; reading a file checks that all are there.
    const Address& contract(const std::string& key) const { return contracts.at(key); }
};

// `folder`: where relative paths start. At most 256 KiB. CodecError::BadJson with the field that is wrong.
Result<NetworkFile> parseNetworkFile(BytesView json, const std::string& folder);
std::string writeNetworkFile(const NetworkFile& network, const std::string& folder);

} // namespace autochain
