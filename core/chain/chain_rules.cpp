// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/chain_rules.h"

#include "base/hex.h"
#include "codec/json.h"

#include <initializer_list>

namespace autochain
{
namespace
{
constexpr std::size_t kMaxFileBytes = 64 * 1024;
constexpr std::size_t kMaxTextBytes = 1000;
constexpr int kMaxEntries = 64;
constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53; // exact in every JSON reader
constexpr const char* kFormat = "autochain-rules/1";

Error bad(const std::string& key)
{
    return {CodecError::BadJson, {key}};
}

Result<> onlyKeys(const QJsonObject& object, std::initializer_list<const char*> known)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        bool found = false;
        for (const char* key : known) {
            found = found || entry.key() == QLatin1String(key);
        }
        if (!found) {
            return bad(entry.key().left(100).toStdString());
        }
    }
    return {};
}

Result<std::uint64_t> number(const QJsonObject& object, const char* key, std::int64_t least = 0)
{
    AC_TRY(const std::int64_t value, json::integer(object, key));
    if (value < least || value > kMaxNumber) {
        return bad(key);
    }
    return static_cast<std::uint64_t>(value);
}

bool has(const QJsonObject& object, const char* key)
{
    return object.contains(QLatin1String(key));
}

Result<> optionalNumber(const QJsonObject& object, const char* key, std::uint64_t& out)
{
    if (has(object, key)) {
        AC_TRY(out, number(object, key));
    }
    return {};
}

Result<> readDao(const QJsonObject& object, ChainRules& rules)
{
    if (!has(object, "dao")) {
        return {};
    }
    AC_TRY(const QJsonObject dao, json::object(object, "dao"));
    AC_CHECK(onlyKeys(dao, {"block", "supported"}));
    AC_TRY(rules.daoBlock, number(dao, "block"));
    AC_TRY(rules.daoSupported, json::boolean(dao, "supported"));
    return {};
}

Result<> readDelays(const QJsonObject& object, ChainRules& rules)
{
    if (!has(object, "bombDelays")) {
        return {};
    }
    AC_TRY(const QJsonArray list, json::array(object, "bombDelays", kMaxEntries));
    for (const auto& entry : list) {
        const QJsonObject item = entry.toObject();
        AC_CHECK(onlyKeys(item, {"fromBlock", "blocks"}));
        BombDelay delay;
        AC_TRY(delay.fromBlock, number(item, "fromBlock"));
        AC_TRY(delay.blocks, number(item, "blocks", 1));
        if (!rules.bombDelays.empty() && delay.fromBlock <= rules.bombDelays.back().fromBlock) {
            return bad("bombDelays");
        }
        rules.bombDelays.push_back(delay);
    }
    return {};
}

Result<> readKnownBlocks(const QJsonObject& object, ChainRules& rules)
{
    if (!has(object, "knownBlocks")) {
        return {};
    }
    AC_TRY(const QJsonArray list, json::array(object, "knownBlocks", kMaxEntries));
    for (const auto& entry : list) {
        const QJsonObject item = entry.toObject();
        AC_CHECK(onlyKeys(item, {"block", "hash"}));
        KnownBlock known;
        AC_TRY(known.number, number(item, "block"));
        AC_TRY(known.hash, json::hash32(item, "hash"));
        if (!rules.knownBlocks.empty() && known.number <= rules.knownBlocks.back().number) {
            return bad("knownBlocks");
        }
        rules.knownBlocks.push_back(known);
    }
    return {};
}

Result<> readPause(const QJsonObject& object, ChainRules& rules)
{
    if (!has(object, "bombPause")) {
        return {};
    }
    AC_TRY(const QJsonObject pause, json::object(object, "bombPause"));
    AC_CHECK(onlyKeys(pause, {"fromBlock", "toBlock"}));
    AC_TRY(rules.bombPauseBlock, number(pause, "fromBlock"));
    AC_TRY(rules.bombResumeBlock, number(pause, "toBlock"));
    if (rules.bombResumeBlock <= rules.bombPauseBlock || !rules.bombDelays.empty()) {
        return bad("bombPause"); // no chain has both ways of putting the bomb off, nor is it said how they would add up
    }
    return {};
}

Result<> readBaseFee(const QJsonObject& object, ChainRules& rules)
{
    if (!has(object, "baseFee")) {
        return {};
    }
    AC_TRY(const QJsonObject fee, json::object(object, "baseFee"));
    AC_CHECK(onlyKeys(fee, {"fromBlock", "initial", "elasticity", "changeDenominator"}));
    AC_TRY(rules.baseFee.fromBlock, number(fee, "fromBlock"));
    AC_TRY(rules.baseFee.initialWei, number(fee, "initial"));
    AC_TRY(rules.baseFee.elasticity, number(fee, "elasticity", 1));
    AC_TRY(rules.baseFee.changeDenominator, number(fee, "changeDenominator", 1));
    if (rules.baseFee.elasticity > 1000 || rules.baseFee.changeDenominator > 1'000'000) {
        return bad("baseFee");
    }
    return {};
}

QJsonValue big(std::uint64_t number)
{
    return static_cast<qint64>(number);
}

QJsonObject optionalParts(const ChainRules& rules)
{
    QJsonObject out;
    for (const auto& [key, block] :
         {std::pair{"homestead", rules.homesteadBlock}, std::pair{"uncleAdjustment", rules.uncleAdjustmentBlock},
          std::pair{"bombRemoval", rules.bombRemovalBlock}, std::pair{"etchash", rules.etchashBlock},
          std::pair{"proofOfStake", rules.proofOfStakeBlock}}) {
        if (block != kNever) {
            out.insert(QLatin1String(key), big(block));
        }
    }
    if (rules.fixedDifficulty != 0) {
        out.insert(QStringLiteral("fixedDifficulty"), big(rules.fixedDifficulty));
    }
    if (rules.daoBlock != kNever) {
        out.insert(QStringLiteral("dao"), QJsonObject{{QStringLiteral("block"), big(rules.daoBlock)},
                                                      {QStringLiteral("supported"), rules.daoSupported}});
    }
    QJsonArray known;
    for (const KnownBlock& block : rules.knownBlocks) {
        known.append(QJsonObject{{QStringLiteral("block"), big(block.number)},
                                 {QStringLiteral("hash"), json::qs(toHex0x(block.hash))}});
    }
    if (!known.isEmpty()) {
        out.insert(QStringLiteral("knownBlocks"), known);
    }
    QJsonArray delays;
    for (const BombDelay& delay : rules.bombDelays) {
        delays.append(QJsonObject{{QStringLiteral("fromBlock"), big(delay.fromBlock)},
                                  {QStringLiteral("blocks"), big(delay.blocks)}});
    }
    if (!delays.isEmpty()) {
        out.insert(QStringLiteral("bombDelays"), delays);
    }
    if (rules.bombPauseBlock != kNever) {
        out.insert(QStringLiteral("bombPause"), QJsonObject{{QStringLiteral("fromBlock"), big(rules.bombPauseBlock)},
                                                            {QStringLiteral("toBlock"), big(rules.bombResumeBlock)}});
    }
    if (rules.baseFee.fromBlock != kNever) {
        out.insert(QStringLiteral("baseFee"),
                   QJsonObject{{QStringLiteral("fromBlock"), big(rules.baseFee.fromBlock)},
                               {QStringLiteral("initial"), big(rules.baseFee.initialWei)},
                               {QStringLiteral("elasticity"), big(rules.baseFee.elasticity)},
                               {QStringLiteral("changeDenominator"), big(rules.baseFee.changeDenominator)}});
    }
    return out;
}

} // namespace

Result<ChainRules> readChainRules(const QJsonObject& object)
{
    AC_TRY(const std::string format, json::string(object, "format", kMaxTextBytes));
    if (format != kFormat) {
        return bad("format");
    }
    AC_CHECK(onlyKeys(object, {"format", "name", "chainId", "genesisHash", "source", "homestead", "dao", "knownBlocks",
                               "uncleAdjustment", "bombDelays", "bombPause", "bombRemoval", "fixedDifficulty",
                               "baseFee", "etchash", "proofOfStake"}));
    ChainRules rules;
    AC_TRY(rules.name, json::string(object, "name", kMaxTextBytes));
    AC_TRY(rules.chainId, number(object, "chainId", 1));
    AC_TRY(rules.genesisHash, json::hash32(object, "genesisHash"));
    if (has(object, "source")) {
        AC_CHECK(json::string(object, "source", kMaxTextBytes));
    }
    AC_CHECK(optionalNumber(object, "homestead", rules.homesteadBlock));
    AC_CHECK(readDao(object, rules));
    AC_CHECK(readKnownBlocks(object, rules));
    AC_CHECK(optionalNumber(object, "uncleAdjustment", rules.uncleAdjustmentBlock));
    AC_CHECK(readDelays(object, rules));
    AC_CHECK(readPause(object, rules));
    AC_CHECK(optionalNumber(object, "bombRemoval", rules.bombRemovalBlock));
    if (has(object, "fixedDifficulty")) {
        AC_TRY(rules.fixedDifficulty, number(object, "fixedDifficulty", 1));
    }
    AC_CHECK(readBaseFee(object, rules));
    AC_CHECK(optionalNumber(object, "etchash", rules.etchashBlock));
    AC_CHECK(optionalNumber(object, "proofOfStake", rules.proofOfStakeBlock));
    if (rules.uncleAdjustmentBlock < rules.homesteadBlock) {
        return bad("uncleAdjustment"); // it amends Homestead's formula
    }
    return rules;
}

Result<ChainRules> parseChainRules(BytesView text)
{
    AC_TRY(const QJsonObject object, json::parseObject(text, kMaxFileBytes));
    return readChainRules(object);
}

QJsonObject chainRulesJson(const ChainRules& rules)
{
    QJsonObject object = optionalParts(rules);
    object.insert(QStringLiteral("format"), QLatin1String(kFormat));
    object.insert(QStringLiteral("name"), json::qs(rules.name));
    object.insert(QStringLiteral("chainId"), big(rules.chainId));
    object.insert(QStringLiteral("genesisHash"), json::qs(toHex0x(rules.genesisHash)));
    return object;
}

std::string writeChainRules(const ChainRules& rules)
{
    return json::write(chainRulesJson(rules)) + "\n";
}

} // namespace autochain
