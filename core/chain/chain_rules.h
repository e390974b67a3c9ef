// SPDX-License-Identifier: GPL-3.0-or-later
// Which header rule starts at which block: one verifier for every proof-of-work EVM chain. As JSON, format
// "autochain-rules/1"; blocks and amounts are whole numbers, what is left out never starts:
// { "format": "autochain-rules/1", "name": "Ethereum Classic", "chainId": 61, "genesisHash": "0x…", "source": "…",
//   "homestead": 1150000,                                     // EIP-2: difficulty by the length of the interval
//   "dao": {"block": 1920000, "supported": true},             // EIP-779: marked extra data for ten blocks
//   "knownBlocks": [{"block": 1920000, "hash": "0x…"}],       // this block and no other one at that height
//   "uncleAdjustment": 8772000,                               // EIP-100
//   "bombDelays": [{"fromBlock": 4370000, "blocks": 3000000}],// EIP-649, 1234, 2384, 3554, 4345, 5133
//   "bombPause": {"fromBlock": 3000000, "toBlock": 5000000},  // ECIP-1010
//   "bombRemoval": 5900000,                                   // ECIP-1041
//   "fixedDifficulty": 100,                                   // of every block, in place of the formula and the bomb:
//                                                             // private and test networks (Besu's genesis file,
//                                                             // "ethash": {"fixeddifficulty": 100})
//   "baseFee": {"fromBlock": 12965000, "initial": 1000000000, "elasticity": 2, "changeDenominator": 8},  // EIP-1559
//   "etchash": 11700000,                                      // ECIP-1099: epochs of 60,000 blocks
//   "proofOfStake": 15537394 }                                // EIP-3675: nothing is verified from here on
// A key that is not in this list is refused: a rule that is not known cannot be followed.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "codec/error.h"

#include <limits>
#include <string>
#include <vector>

class QJsonObject;

namespace autochain
{

inline constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

struct BombDelay {
    std::uint64_t fromBlock = 0;
    std::uint64_t blocks = 0; // the bomb counts as if the chain were this much shorter
    bool operator==(const BombDelay&) const = default;
};

struct KnownBlock {
    std::uint64_t number = 0;
    Hash32 hash;
    bool operator==(const KnownBlock&) const = default;
};

struct BaseFeeRules {
    std::uint64_t fromBlock = kNever;
    std::uint64_t initialWei = 1'000'000'000;
    std::uint64_t elasticity = 2; // gas limit = elasticity × gas target
    std::uint64_t changeDenominator = 8;
    bool operator==(const BaseFeeRules&) const = default;
};

struct ChainRules {
    std::string name;
    std::uint64_t chainId = 0;
    Hash32 genesisHash;
    std::uint64_t homesteadBlock = kNever;
    std::uint64_t daoBlock = kNever;
    bool daoSupported = true;            // false: the chain that stayed; the mark is refused there
    std::vector<KnownBlock> knownBlocks; // ascending by number
    std::uint64_t uncleAdjustmentBlock = kNever;
    std::vector<BombDelay> bombDelays; // ascending by block
    std::uint64_t bombPauseBlock = kNever;
    std::uint64_t bombResumeBlock = kNever;
    std::uint64_t bombRemovalBlock = kNever;
    std::uint64_t fixedDifficulty = 0; // 0: none, the formula decides
    BaseFeeRules baseFee;
    std::uint64_t etchashBlock = kNever;
    std::uint64_t proofOfStakeBlock = kNever;
    // Of proof-of-stake chains, for published vectors only; not in the file.
    std::uint64_t shanghaiTime = kNever; // unix seconds
    std::uint64_t cancunTime = kNever;

    bool operator==(const ChainRules&) const = default;
};

// At most 64 KiB. BadJson with the key that is wrong, unknown, or out of order.
Result<ChainRules> parseChainRules(BytesView json);
Result<ChainRules> readChainRules(const QJsonObject& object); // the same object inside of another file
QJsonObject chainRulesJson(const ChainRules& rules);
std::string writeChainRules(const ChainRules& rules);

} // namespace autochain
