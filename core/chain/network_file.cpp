// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/network_file.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"

#include <algorithm>
#include <filesystem>

namespace autochain
{
namespace
{
constexpr std::size_t kMaxFileBytes = 256 * 1024;
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kMaxUrlBytes = 2048;
constexpr std::size_t kMaxPathBytes = 1024;
constexpr int kMaxNodes = 16;
constexpr int kMaxPeople = 64;
constexpr std::int64_t kMaxBlocksOnTop = 100'000;
constexpr std::int64_t kMaxStaleSeconds = 30 * 24 * 3600;
constexpr std::int64_t kMaxMargin = 1'000;
constexpr const char* kFormat = "autochain-network/1";
constexpr const char* kContractKeys[] = {"auc",       "incentivePool", "treasury",        "privatePlacement",
                                         "team",      "participants",  "vehicleRegistry", "listingBoard",
                                         "dealBook",  "dealModule",    "dealGuard",       "appraisalDesk",
                                         "safeSetup", "safe",          "safeProxyFactory"};
constexpr const char* kLaterContractKeys[] = {"sectionGrants"}; // networks made before them have none
constexpr std::pair<NetworkKind, const char*> kKinds[] = {
    {NetworkKind::Practice, "practice"}, {NetworkKind::Private, "private"}, {NetworkKind::Public, "public"}};

Error bad(const char* field)
{
    return {CodecError::BadJson, {field}};
}

Result<std::string> shortText(const QJsonObject& object, const char* key)
{
    AC_TRY(std::string text, json::string(object, key, kMaxNameBytes));
    if (text.empty()) {
        return bad(key);
    }
    return text;
}

Result<std::uint64_t> count(const QJsonObject& object, const char* key, std::int64_t most)
{
    AC_TRY(const std::int64_t number, json::integer(object, key));
    if (number < 0 || number > most) {
        return bad(key);
    }
    return static_cast<std::uint64_t>(number);
}

Result<NetworkKind> kindOf(const QJsonObject& object)
{
    AC_TRY(const std::string text, json::string(object, "kind", kMaxNameBytes));
    for (const auto& [kind, name] : kKinds) {
        if (text == name) {
            return kind;
        }
    }
    return bad("kind");
}

// A path of the file's own making stays inside its folder: such files come from strangers.
Result<std::string> pathInside(const std::string& folder, const QJsonObject& object, const char* key)
{
    AC_TRY(const std::string text, json::string(object, key, kMaxPathBytes));
    const std::filesystem::path path = std::filesystem::path(text).lexically_normal();
    if (text.empty() || text.find('\0') != std::string::npos || path.is_absolute() || *path.begin() == "..") {
        return bad(key);
    }
    return (std::filesystem::path(folder) / path).string();
}

bool startsLikeUrl(const std::string& url)
{
    const auto plain = [](unsigned char c) { return c > 0x20 && c != 0x7f; };
    return (url.starts_with("http://") || url.starts_with("https://")) && std::all_of(url.begin(), url.end(), plain);
}

Result<std::vector<std::string>> nodesOf(const QJsonObject& object)
{
    AC_TRY(const QJsonArray array, json::array(object, "nodes", kMaxNodes));
    std::vector<std::string> urls;
    for (const auto& entry : array) {
        const std::string url = entry.toString().toStdString();
        if (url.size() > kMaxUrlBytes || !startsLikeUrl(url)) {
            return bad("nodes");
        }
        urls.push_back(url);
    }
    return urls;
}

Result<std::map<std::string, Address>> contractsOf(const QJsonObject& object)
{
    std::map<std::string, Address> contracts;
    AC_TRY(const QJsonObject listed, json::object(object, "contracts"));
    for (const char* key : kContractKeys) {
        AC_TRY(const Address address, json::address(listed, key));
        if (address.isZero()) {
            return bad(key);
        }
        contracts[key] = address;
    }
    for (const char* key : kLaterContractKeys) {
        if (!listed.contains(QLatin1String(key))) {
            continue;
        }
        AC_TRY(const Address address, json::address(listed, key));
        if (address.isZero()) {
            return bad(key);
        }
        contracts[key] = address;
    }
    return contracts;
}

Result<PracticePerson> personOf(const QJsonObject& object, const std::string& folder)
{
    PracticePerson person;
    AC_TRY(person.name, shortText(object, "name"));
    AC_TRY(person.address, json::address(object, "address"));
    AC_TRY(person.role, shortText(object, "role"));
    AC_TRY(person.keystorePath, pathInside(folder, object, "keystore"));
    return person;
}

Result<std::vector<PracticePerson>> peopleOf(const QJsonObject& object, const std::string& folder)
{
    std::vector<PracticePerson> people;
    AC_TRY(const QJsonArray array, json::array(object, "people", kMaxPeople));
    for (const auto& entry : array) {
        if (!entry.isObject()) {
            return bad("people");
        }
        AC_TRY(auto person, personOf(entry.toObject(), folder));
        people.push_back(std::move(person));
    }
    return people;
}

Result<NetworkFinality> finalityOf(const QJsonObject& object)
{
    NetworkFinality finality;
    AC_TRY(const std::uint64_t amounts, count(object, "amountBlocks", kMaxBlocksOnTop));
    AC_TRY(const std::uint64_t deals, count(object, "dealBlocks", kMaxBlocksOnTop));
    AC_TRY(const std::uint64_t stale, count(object, "staleAfterSeconds", kMaxStaleSeconds));
    AC_TRY(finality.blockRewardWei, json::quantity(object, "blockRewardWei"));
    AC_TRY(const std::uint64_t margin, count(object, "margin", kMaxMargin));
    finality.amountBlocks = static_cast<std::uint32_t>(amounts);
    finality.dealBlocks = static_cast<std::uint32_t>(deals);
    finality.staleAfterSeconds = static_cast<std::uint32_t>(stale);
    finality.margin = static_cast<std::uint32_t>(margin);
    return finality;
}

QJsonObject finalityJson(const NetworkFinality& finality)
{
    return {{QStringLiteral("amountBlocks"), static_cast<qint64>(finality.amountBlocks)},
            {QStringLiteral("dealBlocks"), static_cast<qint64>(finality.dealBlocks)},
            {QStringLiteral("staleAfterSeconds"), static_cast<qint64>(finality.staleAfterSeconds)},
            {QStringLiteral("blockRewardWei"), json::qs(finality.blockRewardWei.toHexQuantity())},
            {QStringLiteral("margin"), static_cast<qint64>(finality.margin)}};
}

Result<> readVerification(const QJsonObject& object, NetworkFile& out)
{
    if (object.contains(QLatin1String("foundation"))) {
        AC_TRY(out.foundation, json::address(object, "foundation"));
    }
    if (object.contains(QLatin1String("rules"))) {
        AC_TRY(const QJsonObject table, json::object(object, "rules"));
        AC_TRY(out.rules, readChainRules(table));
        if (out.rules->chainId != out.chainId || out.rules->genesisHash != out.genesisHash) {
            return bad("rules"); // of another chain
        }
    }
    if (object.contains(QLatin1String("checkpoint"))) {
        AC_TRY(const QJsonObject checkpoint, json::object(object, "checkpoint"));
        AC_TRY(out.checkpoint, readCheckpoint(checkpoint));
        if (!out.rules) {
            return bad("checkpoint");
        }
    }
    if (object.contains(QLatin1String("finality"))) {
        AC_TRY(const QJsonObject finality, json::object(object, "finality"));
        AC_TRY(out.finality, finalityOf(finality));
        if (!out.rules) {
            return bad("finality");
        }
    }
    return {};
}

Result<> readOptional(const QJsonObject& object, const std::string& folder, NetworkFile& out)
{
    if (object.contains(QLatin1String("allowPlainHttp"))) {
        AC_TRY(out.allowPlainHttp, json::boolean(object, "allowPlainHttp"));
    }
    if (object.contains(QLatin1String("content"))) {
        AC_TRY(const QJsonObject content, json::object(object, "content"));
        AC_TRY(out.contentFolder, pathInside(folder, content, "folder"));
    }
    if (object.contains(QLatin1String("people"))) {
        if (out.kind != NetworkKind::Practice) {
            return bad("people");
        }
        AC_TRY(out.people, peopleOf(object, folder));
    }
    return {};
}

QString relativeTo(const std::string& folder, const std::string& path)
{
    return json::qs(std::filesystem::path(path).lexically_relative(folder).generic_string());
}

QJsonArray peopleJson(const NetworkFile& network, const std::string& folder)
{
    QJsonArray people;
    for (const auto& person : network.people) {
        people.append(QJsonObject{{QStringLiteral("name"), json::qs(person.name)},
                                  {QStringLiteral("address"), json::qs(checksumAddress(person.address))},
                                  {QStringLiteral("role"), json::qs(person.role)},
                                  {QStringLiteral("keystore"), relativeTo(folder, person.keystorePath)}});
    }
    return people;
}
} // namespace

Result<NetworkFile> parseNetworkFile(BytesView text, const std::string& folder, Contracts contracts)
{
    AC_TRY(const QJsonObject object, json::parseObject(text, kMaxFileBytes));
    AC_TRY(const std::string format, json::string(object, "format", kMaxNameBytes));
    if (format != kFormat) {
        return bad("format");
    }
    NetworkFile network;
    AC_TRY(network.name, shortText(object, "name"));
    AC_TRY(network.kind, kindOf(object));
    AC_TRY(network.chainId, count(object, "chainId", std::int64_t{1} << 53));
    if (network.chainId == 0) {
        return bad("chainId");
    }
    AC_TRY(network.coin, shortText(object, "coin"));
    AC_TRY(network.genesisHash, json::hash32(object, "genesisHash"));
    AC_TRY(network.nodeUrls, nodesOf(object));
    AC_TRY(network.deployedAtBlock, count(object, "deployedAtBlock", std::int64_t{1} << 53));
    AC_TRY(const std::uint64_t confirmations, count(object, "confirmations", 1'000'000));
    network.confirmations = static_cast<std::uint32_t>(confirmations);
    if (contracts == Contracts::Needed || object.contains(QLatin1String("contracts"))) {
        AC_TRY(network.contracts, contractsOf(object));
        if (network.nodeUrls.empty()) {
            return bad("nodes");
        }
    }
    AC_CHECK(readVerification(object, network));
    AC_CHECK(readOptional(object, folder, network));
    return network;
}

std::string writeNetworkFile(const NetworkFile& network, const std::string& folder)
{
    QJsonArray nodes;
    for (const auto& url : network.nodeUrls) {
        nodes.append(json::qs(url));
    }
    QJsonObject contracts;
    for (const auto& [key, address] : network.contracts) {
        contracts.insert(json::qs(key), json::qs(checksumAddress(address)));
    }
    QJsonObject object{{QStringLiteral("format"), QLatin1String(kFormat)},
                       {QStringLiteral("name"), json::qs(network.name)},
                       {QStringLiteral("chainId"), static_cast<qint64>(network.chainId)},
                       {QStringLiteral("coin"), json::qs(network.coin)},
                       {QStringLiteral("genesisHash"), json::qs(toHex0x(network.genesisHash))},
                       {QStringLiteral("nodes"), nodes},
                       {QStringLiteral("confirmations"), static_cast<qint64>(network.confirmations)},
                       {QStringLiteral("deployedAtBlock"), static_cast<qint64>(network.deployedAtBlock)}};
    if (network.hasContracts()) {
        object.insert(QStringLiteral("contracts"), contracts);
    }
    if (network.foundation) {
        object.insert(QStringLiteral("foundation"), json::qs(checksumAddress(*network.foundation)));
    }
    if (network.finality) {
        object.insert(QStringLiteral("finality"), finalityJson(*network.finality));
    }
    for (const auto& [kind, name] : kKinds) {
        if (kind == network.kind) {
            object.insert(QStringLiteral("kind"), QLatin1String(name));
        }
    }
    if (network.rules) {
        object.insert(QStringLiteral("rules"), chainRulesJson(*network.rules));
    }
    if (network.checkpoint) {
        object.insert(QStringLiteral("checkpoint"), checkpointJson(*network.checkpoint));
    }
    if (network.allowPlainHttp) {
        object.insert(QStringLiteral("allowPlainHttp"), true);
    }
    if (!network.contentFolder.empty()) {
        object.insert(QStringLiteral("content"),
                      QJsonObject{{QStringLiteral("folder"), relativeTo(folder, network.contentFolder)}});
    }
    if (!network.people.empty()) {
        object.insert(QStringLiteral("people"), peopleJson(network, folder));
    }
    return json::write(object) + "\n";
}

} // namespace autochain
