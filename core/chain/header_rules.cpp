// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/header_rules.h"

#include "chain/difficulty.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain
{
namespace
{
constexpr std::uint64_t kGasLimitDivisor = 1024;
constexpr std::uint64_t kDaoBlocks = 10;
constexpr std::string_view kDaoMark = "dao-hard-fork";
constexpr std::uint64_t kBlobGas = 131'072; // of one blob (EIP-4844)
constexpr std::uint64_t kTargetBlobGas = 3 * kBlobGas;
constexpr std::uint64_t kMaxBlobGas = 6 * kBlobGas;

bool isProofOfStake(const Header& header, const ChainRules& rules)
{
    return header.number >= rules.proofOfStakeBlock;
}

bool hasExpectedFields(const Header& header, const ChainRules& rules)
{
    const bool stake = isProofOfStake(header, rules);
    const bool cancun = stake && header.timestamp >= rules.cancunTime;
    return header.baseFeePerGas.has_value() == (header.number >= rules.baseFee.fromBlock) &&
           header.withdrawalsRoot.has_value() == (stake && header.timestamp >= rules.shanghaiTime) &&
           header.blobGasUsed.has_value() == cancun && header.excessBlobGas.has_value() == cancun &&
           header.parentBeaconBlockRoot.has_value() == cancun;
}

bool daoHolds(const Header& header, const ChainRules& rules)
{
    if (header.number < rules.daoBlock || header.number - rules.daoBlock >= kDaoBlocks) {
        return true;
    }
    return std::ranges::equal(header.extraData, asBytes(kDaoMark)) == rules.daoSupported;
}

bool knownHolds(const HashedHeader& block, const ChainRules& rules)
{
    return std::all_of(rules.knownBlocks.begin(), rules.knownBlocks.end(), [&](const KnownBlock& known) {
        return known.number != block.header.number || known.hash == block.hash;
    });
}

bool gasLimitHolds(const Header& header, const Header& parent, const ChainRules& rules)
{
    if (header.gasLimit < kMinGasLimit || header.gasLimit > kMaxGasLimit) {
        return false;
    }
    U256 before = U256(parent.gasLimit);
    if (header.number == rules.baseFee.fromBlock) { // the target takes over what was the limit (EIP-1559)
        before = before * U256(rules.baseFee.elasticity);
    }
    const U256 now = U256(header.gasLimit);
    const U256 step = now > before ? now - before : before - now;
    return step < before / U256(kGasLimitDivisor);
}

bool baseFeeHolds(const Header& header, const Header& parent, const ChainRules& rules)
{
    return !header.baseFeePerGas || header.baseFeePerGas == nextBaseFee(parent, rules);
}

bool difficultyHolds(const Header& header, const Header& parent, const ChainRules& rules)
{
    if (isProofOfStake(header, rules)) {
        return header.difficulty.isZero(); // EIP-3675
    }
    const DifficultyParent from{parent.timestamp, parent.difficulty, parent.unclesHash != noUnclesHash()};
    return header.difficulty == difficultyOf(header.number, header.timestamp, from, rules);
}

bool blobGasHolds(const Header& header, const Header& parent)
{
    if (!header.blobGasUsed || !header.excessBlobGas) {
        return true;
    }
    const U256 total = U256(parent.excessBlobGas.value_or(0)) + U256(parent.blobGasUsed.value_or(0));
    const U256 excess = total > U256(kTargetBlobGas) ? total - U256(kTargetBlobGas) : U256();
    return U256(*header.excessBlobGas) == excess && *header.blobGasUsed <= kMaxBlobGas &&
           *header.blobGasUsed % kBlobGas == 0;
}

} // namespace

const char* nameOf(HeaderRule rule)
{
    switch (rule) {
    case HeaderRule::ParentHash:
        return "parentHash";
    case HeaderRule::Number:
        return "number";
    case HeaderRule::Timestamp:
        return "timestamp";
    case HeaderRule::ExtraData:
        return "extraData";
    case HeaderRule::DaoExtraData:
        return "daoExtraData";
    case HeaderRule::KnownBlock:
        return "knownBlock";
    case HeaderRule::GasLimit:
        return "gasLimit";
    case HeaderRule::GasUsed:
        return "gasUsed";
    case HeaderRule::BaseFee:
        return "baseFee";
    case HeaderRule::Difficulty:
        return "difficulty";
    case HeaderRule::ForkFields:
        return "forkFields";
    case HeaderRule::UnclesHash:
        return "unclesHash";
    case HeaderRule::Nonce:
        return "nonce";
    case HeaderRule::BlobGas:
        return "blobGas";
    }
    return "";
}

Result<HashedHeader> decodeHashed(BytesView rlp)
{
    AC_TRY(Header header, decodeHeader(rlp));
    return HashedHeader{std::move(header), keccak256(rlp)};
}

std::optional<U256> nextBaseFee(const Header& parent, const ChainRules& rules)
{
    const BaseFeeRules& fee = rules.baseFee;
    if (parent.number + 1 == fee.fromBlock || !parent.baseFeePerGas) {
        return U256(fee.initialWei);
    }
    const std::uint64_t target = parent.gasLimit / fee.elasticity;
    if (target == 0) {
        return std::nullopt;
    }
    const U256 base = *parent.baseFeePerGas;
    const bool up = parent.gasUsed > target;
    const auto product = checkedMul(base, U256(up ? parent.gasUsed - target : target - parent.gasUsed));
    if (!product.ok()) {
        return std::nullopt;
    }
    const U256 change = *product / U256(target) / U256(fee.changeDenominator);
    if (!up) {
        return base - std::min(base, change);
    }
    const auto raised = checkedAdd(base, std::max(change, U256(1)));
    return raised.ok() ? std::optional(*raised) : std::nullopt;
}

std::optional<HeaderRule> brokenRule(const HashedHeader& child, const HashedHeader& parent, const ChainRules& rules)
{
    const Header& header = child.header;
    const Header& before = parent.header;
    const bool stake = isProofOfStake(header, rules);
    std::optional<HeaderRule> broken;
    const auto check = [&](HeaderRule rule, auto holds) {
        if (!broken && !holds()) {
            broken = rule;
        }
    };
    check(HeaderRule::ParentHash, [&] { return header.parentHash == parent.hash; });
    check(HeaderRule::Number, [&] { return before.number != kNever && header.number == before.number + 1; });
    check(HeaderRule::Timestamp, [&] { return header.timestamp > before.timestamp; });
    check(HeaderRule::ExtraData, [&] { return header.extraData.size() <= kMaxExtraDataBytes; });
    check(HeaderRule::DaoExtraData, [&] { return daoHolds(header, rules); });
    check(HeaderRule::ForkFields, [&] { return hasExpectedFields(header, rules); });
    check(HeaderRule::GasLimit, [&] { return gasLimitHolds(header, before, rules); });
    check(HeaderRule::GasUsed, [&] { return header.gasUsed <= header.gasLimit; });
    check(HeaderRule::BaseFee, [&] { return baseFeeHolds(header, before, rules); });
    check(HeaderRule::Difficulty, [&] { return difficultyHolds(header, before, rules); });
    check(HeaderRule::UnclesHash, [&] { return !stake || header.unclesHash == noUnclesHash(); });
    check(HeaderRule::Nonce, [&] { return !stake || header.nonce.isZero(); });
    check(HeaderRule::BlobGas, [&] { return blobGasHolds(header, before); });
    check(HeaderRule::KnownBlock, [&] { return knownHolds(child, rules); });
    return broken;
}

bool isTimely(const Header& header, std::uint64_t nowSeconds, std::uint64_t toleranceSeconds)
{
    return header.timestamp <= nowSeconds || header.timestamp - nowSeconds <= toleranceSeconds;
}

} // namespace autochain
