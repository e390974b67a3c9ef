// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/history_bundle.h"

#include "base/hex.h"
#include "codec/json.h"

#include <algorithm>
#include <unordered_map>

namespace autochain::vehicle
{
namespace
{
constexpr int kMaxNodes = 400'000; // of all proofs together, none twice
constexpr std::size_t kMaxNodeBytes = 64 * 1024;
constexpr int kMaxPath = 64; // nodes from the root to a key: it has 64 nibbles
constexpr int kMaxAccounts = 16;

Error bad(const char* field)
{
    return Error(VehicleError::BadBundle, {field});
}

QString base64(BytesView bytes)
{
    const QByteArray raw(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(raw.toBase64());
}

Result<Bytes> fromBase64(const QJsonValue& value, std::size_t maxBytes, const char* field)
{
    const QByteArray text = value.toString().toLatin1();
    if (!value.isString() || static_cast<std::size_t>(text.size()) > maxBytes / 3 * 4 + 4) {
        return bad(field);
    }
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return bad(field);
    }
    const auto* begin = reinterpret_cast<const std::uint8_t*>(decoded.decoded.constData());
    return Bytes(begin, begin + decoded.decoded.size());
}

// Proofs share the nodes near the root, so a file holds each node once and a proof lists their numbers.
class NodeWriter
{
public:
    QJsonArray numbersOf(const std::vector<Bytes>& nodes)
    {
        QJsonArray out;
        for (const Bytes& node : nodes) {
            const auto [at, isNew] =
                m_numbers.emplace(std::string(node.begin(), node.end()), static_cast<qint64>(m_numbers.size()));
            if (isNew) {
                m_all.append(base64(node));
            }
            out.append(at->second);
        }
        return out;
    }
    const QJsonArray& all() const { return m_all; }

private:
    std::unordered_map<std::string, qint64> m_numbers;
    QJsonArray m_all;
};

class NodeReader
{
public:
    Result<> read(const QJsonObject& proof)
    {
        AC_TRY(const QJsonArray array, json::array(proof, "nodes", kMaxNodes));
        for (const QJsonValue& value : array) {
            AC_TRY(Bytes node, fromBase64(value, kMaxNodeBytes, "proof.nodes"));
            m_nodes.push_back(std::move(node));
        }
        return {};
    }
    Result<std::vector<Bytes>> nodesOf(const QJsonObject& object) const
    {
        AC_TRY(const QJsonArray numbers, json::array(object, "nodes", kMaxPath));
        std::vector<Bytes> out;
        for (const QJsonValue& value : numbers) {
            const qint64 number = value.toInteger(-1);
            if (number < 0 || static_cast<std::size_t>(number) >= m_nodes.size()) {
                return bad("proof.nodes");
            }
            out.push_back(m_nodes[static_cast<std::size_t>(number)]);
        }
        return out;
    }

private:
    std::vector<Bytes> m_nodes;
};

QJsonObject accountJson(const AccountProof& account, NodeWriter& nodes)
{
    QJsonArray slots_;
    for (const StorageProof& slot : account.storage) {
        slots_.append(QJsonObject{{QStringLiteral("slot"), json::qs(toHex0x(slot.slot))},
                                  {QStringLiteral("value"), json::qs(slot.value.toHexQuantity())},
                                  {QStringLiteral("nodes"), nodes.numbersOf(slot.nodes)}});
    }
    return {{QStringLiteral("address"), json::qs(toHex0x(account.address))},
            {QStringLiteral("storageRoot"), json::qs(toHex0x(account.storageRoot))},
            {QStringLiteral("nodes"), nodes.numbersOf(account.nodes)},
            {QStringLiteral("slots"), slots_}};
}

QJsonObject proofJson(const StateProof& proof)
{
    NodeWriter nodes;
    QJsonArray accounts;
    for (const AccountProof& account : proof.accounts) {
        accounts.append(accountJson(account, nodes));
    }
    return {{QStringLiteral("header"), json::qs(toHex0x(proof.header))},
            {QStringLiteral("accounts"), accounts},
            {QStringLiteral("nodes"), nodes.all()}};
}

Result<AccountProof> accountOf(const QJsonObject& object, const NodeReader& nodes)
{
    AccountProof out;
    AC_TRY(out.address, json::address(object, "address"));
    AC_TRY(out.storageRoot, json::hash32(object, "storageRoot"));
    AC_TRY(out.nodes, nodes.nodesOf(object));
    AC_TRY(const QJsonArray array, json::array(object, "slots", static_cast<int>(kMaxProofSlots)));
    for (const QJsonValue& value : array) {
        const QJsonObject entry = value.toObject();
        StorageProof slot;
        AC_TRY(slot.slot, json::hash32(entry, "slot"));
        AC_TRY(slot.value, json::quantity(entry, "value"));
        AC_TRY(slot.nodes, nodes.nodesOf(entry));
        out.storage.push_back(std::move(slot));
    }
    return out;
}

Result<StateProof> proofOf(const QJsonObject& object)
{
    StateProof out;
    NodeReader nodes;
    AC_CHECK(nodes.read(object));
    AC_TRY(out.header, json::hexData(object, "header", kMaxHeaderBytes));
    AC_TRY(const QJsonArray accounts, json::array(object, "accounts", kMaxAccounts));
    for (const QJsonValue& value : accounts) {
        AC_TRY(AccountProof account, accountOf(value.toObject(), nodes));
        out.accounts.push_back(std::move(account));
    }
    return out;
}

QJsonObject recordJson(const BundleRecord& record)
{
    QJsonObject out{{QStringLiteral("kind"), static_cast<int>(record.kind)},
                    {QStringLiteral("provider"), json::qs(toHex0x(record.provider))},
                    {QStringLiteral("time"), static_cast<qint64>(record.time)}};
    if (record.odometerKm != 0) {
        out.insert(QStringLiteral("odometerKm"), static_cast<qint64>(record.odometerKm));
    }
    if (!record.contentDigest.isZero()) {
        out.insert(QStringLiteral("digest"), json::qs(toHex0x(record.contentDigest)));
    }
    if (record.block) {
        out.insert(QStringLiteral("block"), base64(*record.block));
    }
    return out;
}

Result<BundleRecord> bundleRecordOf(const QJsonObject& object)
{
    BundleRecord out;
    AC_TRY(const std::int64_t kind, json::integer(object, "kind"));
    AC_TRY(out.provider, json::address(object, "provider"));
    AC_TRY(out.time, json::integer(object, "time"));
    if (kind < 0 || kind >= kRecordKinds || out.time < 0) {
        return bad("records");
    }
    out.kind = static_cast<RecordKind>(kind);
    if (object.contains(QLatin1String("odometerKm"))) {
        AC_TRY(const std::int64_t km, json::integer(object, "odometerKm"));
        if (km < 0 || km > 0xffff'ffff) {
            return bad("records.odometerKm");
        }
        out.odometerKm = static_cast<std::uint32_t>(km);
    }
    if (object.contains(QLatin1String("digest"))) {
        AC_TRY(out.contentDigest, json::hash32(object, "digest"));
    }
    if (object.contains(QLatin1String("block"))) {
        AC_TRY(out.block, fromBase64(object.value(QLatin1String("block")), kMaxRecordContentBytes, "records.block"));
    }
    return out;
}

Result<HistoryBundle> fieldsOf(const QJsonObject& root)
{
    AC_TRY(const std::string format, json::string(root, "format", 64));
    if (format != kBundleFormat) {
        return bad("format");
    }
    HistoryBundle out;
    AC_TRY(const std::int64_t chainId, json::integer(root, "chainId"));
    if (chainId <= 0) {
        return bad("chainId");
    }
    out.chainId = static_cast<std::uint64_t>(chainId);
    AC_TRY(out.registry, json::address(root, "registry"));
    AC_TRY(out.participants, json::address(root, "participants"));
    AC_TRY(out.vehicleId, json::hash32(root, "vehicleId"));
    if (root.contains(QLatin1String("vin"))) {
        AC_TRY(out.vin, json::string(root, "vin", 17));
    }
    AC_TRY(const QJsonArray records, json::array(root, "records", kMaxBundleRecords));
    out.records.reserve(static_cast<std::size_t>(records.size()));
    for (const QJsonValue& value : records) {
        AC_TRY(BundleRecord record, bundleRecordOf(value.toObject()));
        out.records.push_back(std::move(record));
    }
    AC_TRY(const QJsonObject proof, json::object(root, "proof"));
    AC_TRY(out.proof, proofOf(proof));
    return out;
}
} // namespace

Result<HistoryBundle> parseHistoryBundle(BytesView text)
{
    const auto root = json::parseObject(text, kMaxBundleBytes);
    if (!root.ok()) {
        return root.error().is(CodecError::TooLarge) ? root.error()
                                                     : Error(VehicleError::BadBundle, {"JSON"}, root.error().detail);
    }
    auto out = fieldsOf(*root);
    if (!out.ok() && out.error().domain != Domain::Vehicle) {
        const auto& args = out.error().args;
        return Error(VehicleError::BadBundle, {args.empty() ? "JSON" : args.front()}, out.error().detail);
    }
    return out;
}

std::string writeHistoryBundle(const HistoryBundle& bundle)
{
    QJsonArray records;
    for (const BundleRecord& record : bundle.records) {
        records.append(recordJson(record));
    }
    QJsonObject root{{QStringLiteral("format"), json::qs(kBundleFormat)},
                     {QStringLiteral("chainId"), static_cast<qint64>(bundle.chainId)},
                     {QStringLiteral("registry"), json::qs(toHex0x(bundle.registry))},
                     {QStringLiteral("participants"), json::qs(toHex0x(bundle.participants))},
                     {QStringLiteral("vehicleId"), json::qs(toHex0x(bundle.vehicleId))},
                     {QStringLiteral("records"), records},
                     {QStringLiteral("proof"), proofJson(bundle.proof)}};
    if (!bundle.vin.empty()) {
        root.insert(QStringLiteral("vin"), json::qs(bundle.vin));
    }
    return json::write(root);
}

bool looksLikeHistoryBundle(BytesView head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Record recordOf(const BundleRecord& record, std::uint64_t index)
{
    Record out;
    out.index = index;
    out.kind = record.kind;
    out.provider = record.provider;
    out.time = record.time;
    out.odometerKm = record.odometerKm;
    out.contentDigest = record.contentDigest;
    return out;
}

} // namespace autochain::vehicle
