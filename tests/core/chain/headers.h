// SPDX-License-Identifier: GPL-3.0-or-later
// Headers for tests: real ones of mainnet, and such that follow the rules without work.
#pragma once

#include "base/hex.h"
#include "chain/difficulty.h"
#include "chain/header_rules.h"

#include <fstream>

namespace autochain::test
{

inline Bytes readAll(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

inline ChainRules shippedRules(const std::string& name)
{
    const auto rules =
        parseChainRules(readAll(std::string(AUTOCHAIN_SOURCE_DIR "/resources/networks/") + name + ".rules.json"));
    return rules.ok() ? *rules : ChainRules{};
}

// Blocks 2, 3, 400000, 400001, 8996776 and 8996777.
inline std::vector<Bytes> mainnetHeaders()
{
    std::ifstream file(AUTOCHAIN_SOURCE_DIR "/tests/vectors/mainnet/headers.hex");
    std::vector<Bytes> out;
    for (std::string line; std::getline(file, line);) {
        out.push_back(fromHex(line).value());
    }
    return out;
}

inline HashedHeader hashed(Header header)
{
    const Hash32 hash = hashOf(header);
    return {std::move(header), hash};
}

inline HashedHeader genesis(const ChainRules& rules)
{
    Header header;
    header.unclesHash = noUnclesHash();
    header.difficulty = U256(10'000'000); // above the floor, so that it moves both ways
    header.gasLimit = 8'000'000;
    header.timestamp = 1'600'000'000;
    if (rules.baseFee.fromBlock == 0) {
        header.baseFeePerGas = U256(rules.baseFee.initialWei);
    }
    return hashed(header);
}

// The next header by the rules, `seconds` later. `mark` makes siblings differ.
inline Header childOf(const HashedHeader& parent, const ChainRules& rules, std::uint64_t seconds = 13,
                      std::uint8_t mark = 0)
{
    const Header& before = parent.header;
    Header header;
    header.parentHash = parent.hash;
    header.unclesHash = noUnclesHash();
    header.number = before.number + 1;
    header.timestamp = before.timestamp + seconds;
    header.gasLimit = before.gasLimit;
    header.extraData = {mark};
    if (header.number == rules.baseFee.fromBlock) {
        header.gasLimit *= rules.baseFee.elasticity;
    }
    if (header.number >= rules.baseFee.fromBlock) {
        header.baseFeePerGas = nextBaseFee(before, rules);
    }
    header.difficulty = difficultyOf(header.number, header.timestamp,
                                     {before.timestamp, before.difficulty, before.unclesHash != noUnclesHash()}, rules)
                            .value();
    return header;
}

} // namespace autochain::test
