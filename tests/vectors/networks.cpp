// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace autochain::vectors
{
namespace
{

// In the order in which they began; several names for one set of header rules.
enum class Fork {
    Frontier,
    Homestead,
    Dao,
    Byzantium,
    Constantinople,
    MuirGlacier,
    London,
    ArrowGlacier,
    GrayGlacier,
    Paris,
    Shanghai,
    Cancun
};

struct Named {
    std::string_view name;
    Fork fork;
};

constexpr std::array kNames{Named{"Frontier", Fork::Frontier},
                            Named{"Homestead", Fork::Homestead},
                            Named{"Dao", Fork::Dao},
                            Named{"EIP150", Fork::Homestead},
                            Named{"TangerineWhistle", Fork::Homestead},
                            Named{"EIP158", Fork::Homestead},
                            Named{"SpuriousDragon", Fork::Homestead},
                            Named{"Byzantium", Fork::Byzantium},
                            Named{"Constantinople", Fork::Constantinople},
                            Named{"ConstantinopleFix", Fork::Constantinople},
                            Named{"Istanbul", Fork::Constantinople},
                            Named{"EIP2384", Fork::MuirGlacier},
                            Named{"MuirGlacier", Fork::MuirGlacier},
                            Named{"Berlin", Fork::MuirGlacier},
                            Named{"London", Fork::London},
                            Named{"ArrowGlacier", Fork::ArrowGlacier},
                            Named{"GrayGlacier", Fork::GrayGlacier},
                            Named{"Merge", Fork::Paris},
                            Named{"Paris", Fork::Paris},
                            Named{"Shanghai", Fork::Shanghai},
                            Named{"Cancun", Fork::Cancun}};

struct Start {
    std::uint64_t block = 0;
    std::uint64_t time = 0; // unix seconds; counts for forks by time
};

void delayBomb(ChainRules& rules, std::uint64_t block, std::uint64_t blocks)
{
    std::erase_if(rules.bombDelays, [&](const BombDelay& delay) { return delay.fromBlock >= block; });
    rules.bombDelays.push_back({block, blocks});
}

void begin(Fork fork, const Start& at, ChainRules& rules)
{
    switch (fork) {
    case Fork::Frontier:
        return;
    case Fork::Homestead:
        rules.homesteadBlock = at.block;
        return;
    case Fork::Dao:
        rules.daoBlock = at.block;
        return;
    case Fork::Byzantium:
        rules.uncleAdjustmentBlock = at.block;
        return delayBomb(rules, at.block, 3'000'000);
    case Fork::Constantinople:
        return delayBomb(rules, at.block, 5'000'000);
    case Fork::MuirGlacier:
        return delayBomb(rules, at.block, 9'000'000);
    case Fork::London:
        rules.baseFee.fromBlock = at.block;
        return delayBomb(rules, at.block, 9'700'000);
    case Fork::ArrowGlacier:
        return delayBomb(rules, at.block, 10'700'000);
    case Fork::GrayGlacier:
        return delayBomb(rules, at.block, 11'400'000);
    case Fork::Paris:
        rules.proofOfStakeBlock = at.block;
        return;
    case Fork::Shanghai:
        rules.shanghaiTime = at.time;
        return;
    case Fork::Cancun:
        rules.cancunTime = at.time;
        return;
    }
}

const Named* find(std::string_view name)
{
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const Named& entry) { return entry.name == name; });
    return found == kNames.end() ? nullptr : &*found;
}

// All forks after `from` up to `to`. The DAO fork belongs to chains that are named for it.
void beginAll(Fork from, Fork to, const Start& at, bool dao, ChainRules& rules)
{
    for (int fork = static_cast<int>(from) + 1; fork <= static_cast<int>(to); ++fork) {
        if (static_cast<Fork>(fork) != Fork::Dao || dao) {
            begin(static_cast<Fork>(fork), at, rules);
        }
    }
}

} // namespace

std::optional<ChainRules> rulesOfNetwork(const std::string& name)
{
    ChainRules rules;
    rules.name = name;
    if (const Named* plain = find(name)) {
        beginAll(Fork::Frontier, plain->fork, {}, false, rules);
        return rules;
    }
    const auto to = name.find("To");
    const auto at = name.rfind("At");
    if (to == std::string::npos || at == std::string::npos || at < to) {
        return std::nullopt;
    }
    const Named* before = find(std::string_view(name).substr(0, to));
    const Named* after = find(std::string_view(name).substr(to + 2, at - to - 2));
    const std::string_view when = std::string_view(name).substr(at + 2);
    if (before == nullptr || after == nullptr || (when != "5" && when != "Time15k")) {
        return std::nullopt;
    }
    beginAll(Fork::Frontier, before->fork, {}, false, rules);
    beginAll(before->fork, after->fork, when == "5" ? Start{5, 0} : Start{0, 15'000}, after->fork == Fork::Dao, rules);
    return rules;
}

} // namespace autochain::vectors
