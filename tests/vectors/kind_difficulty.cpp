// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests DifficultyTests: {"name": {"_info": …, "Byzantium": {"case": {"parentTimestamp": …, …}}}}, and the
// older files without a network inside, whose name says it.
#include "check.h"

#include "chain/difficulty.h"
#include "networks.h"

namespace autochain::vectors
{
namespace
{

U256 numberOf(const QJsonValue& value)
{
    std::string text = str(value);
    if (!text.starts_with("0x")) {
        const auto decimal = U256::fromDecimal(text);
        if (!decimal.ok()) {
            throw std::invalid_argument("not a number: " + text);
        }
        return *decimal;
    }
    text = text.substr(2);
    text.insert(0, text.size() % 2, '0');
    return U256::fromBigEndian(unhex(text));
}

// "parentUncles" is a count ("0x00", "0x01") or the hash of the list.
bool hasUncles(const QJsonValue& value)
{
    constexpr const char* kNone = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";
    const std::string text = str(value);
    return text.size() == 66 ? lowered(text) != kNone : !numberOf(value).isZero();
}

std::string problemOf(const QJsonObject& entry, const ChainRules& rules)
{
    const U256 number = numberOf(at(entry, "currentBlockNumber"));
    const U256 time = numberOf(at(entry, "currentTimestamp"));
    const U256 before = numberOf(at(entry, "parentTimestamp"));
    if (!number.fitsU64() || !time.fitsU64() || !before.fitsU64()) {
        return "numbers above 64 bits";
    }
    const DifficultyParent parent{before.toU64(), numberOf(at(entry, "parentDifficulty")),
                                  hasUncles(at(entry, "parentUncles"))};
    const auto ours = difficultyOf(number.toU64(), time.toU64(), parent, rules);
    const U256 expected = numberOf(at(entry, "currentDifficulty"));
    return ours == expected ? "" : "ours is " + (ours ? ours->toHexQuantity() : "none");
}

void checkCases(const QJsonObject& cases, const std::string& network, const std::string& in, Report& report)
{
    const auto rules = rulesOfNetwork(network);
    if (!rules) {
        report.skip(in, "no rules of a network " + network);
        return;
    }
    for (auto entry = cases.begin(); entry != cases.end(); ++entry) {
        report.check(network + " " + entry.key().toStdString(),
                     [&] { return problemOf(entry.value().toObject(), *rules); });
    }
}

void check(const Input& file, Report& report)
{
    const QJsonObject groups = file.json().toObject();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        const QJsonObject networks = group.value().toObject();
        for (auto network = networks.begin(); network != networks.end(); ++network) {
            if (network.key() != QLatin1String("_info")) {
                checkCases(network.value().toObject(), network.key().toStdString(), group.key().toStdString(), report);
            }
        }
    }
}

const Kind kDifficulty("difficulty", "ethereum/tests DifficultyTests", check);

} // namespace
} // namespace autochain::vectors
