// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/record_codec.h"

#include "dealer/byte_io.h"

#include <QByteArray>

namespace autochain::dealer
{
namespace
{
using vehicle::ContentState;
using vehicle::Record;
using vehicle::RecordKind;

constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMostName = 1'024;

void write(ByteWriter& to, const Record& record)
{
    to.number(static_cast<std::uint64_t>(record.kind), 1);
    to.blob(record.provider.view());
    to.number(static_cast<std::uint64_t>(record.time), 8);
    to.number(record.odometerKm, 4);
    to.blob(record.contentDigest.view());
    to.number(static_cast<std::uint64_t>(record.contentState), 1);
    to.number(record.providerRoles, 2);
    to.number(record.byRegistry ? 1 : 0, 1);
    to.text(std::string_view(record.providerName).substr(0, kMostName));
    to.blob(record.transactionHash.view());
    const bool loaded = record.contentState == ContentState::Loaded;
    const std::string json = loaded ? vehicle::writeRecordContent(record.content) : std::string();
    to.number(json.size(), 4);
    to.blob(asBytes(json));
}

void readContent(ByteReader& from, Record& record)
{
    const std::size_t size = static_cast<std::size_t>(from.number(4));
    const BytesView json = from.take(size);
    if (record.contentState != ContentState::Loaded || !from.ok()) {
        return;
    }
    auto content = vehicle::parseRecordContent(json);
    if (content.ok()) {
        record.content = std::move(*content);
    } else {
        record.contentState = ContentState::Unreadable;
    }
}

Record readRecord(ByteReader& from, std::uint64_t index)
{
    Record out;
    out.index = index;
    out.kind = from.choice(RecordKind::Correction);
    out.provider = from.fixed<Address>();
    out.time = static_cast<UnixTime>(from.number(8));
    out.odometerKm = static_cast<std::uint32_t>(from.number(4));
    out.contentDigest = from.fixed<Hash32>();
    out.contentState = from.choice(ContentState::Unreadable);
    out.providerRoles = static_cast<vehicle::RoleMask>(from.number(2));
    out.byRegistry = from.flag();
    out.providerName = from.text(kMostName);
    out.transactionHash = from.fixed<Hash32>();
    readContent(from, out);
    return out;
}

QByteArray unpacked(BytesView bytes)
{
    // qUncompress takes the size from the first four bytes: held against the cap before anything is reserved.
    if (bytes.size() < 4 || ByteReader(bytes).number(4) > kMaxHistoryBytes) {
        return {};
    }
    return qUncompress(bytes.data(), static_cast<qsizetype>(bytes.size()));
}
} // namespace

Bytes packHistory(std::span<const Record> records)
{
    ByteWriter to;
    to.number(kVersion, 1);
    to.number(records.size(), 4);
    for (const Record& record : records) {
        write(to, record);
    }
    const QByteArray packed = qCompress(to.out.data(), static_cast<qsizetype>(to.out.size()), 1);
    return {packed.begin(), packed.end()};
}

Result<std::vector<Record>> unpackHistory(BytesView bytes, std::uint64_t count, const Hash32& head)
{
    const QByteArray plain = unpacked(bytes);
    ByteReader from(asBytes(std::string_view(plain.data(), static_cast<std::size_t>(plain.size()))));
    const bool known = from.number(1) == kVersion;
    const std::uint64_t size = from.number(4);
    if (!known || !from.ok() || size > kMaxKeptRecords || size > from.left()) {
        return VehicleError::HistoryMismatch;
    }
    std::vector<Record> out;
    out.reserve(static_cast<std::size_t>(size));
    for (std::uint64_t i = 0; i < size && from.ok(); ++i) {
        out.push_back(readRecord(from, i));
    }
    if (!from.atEnd()) {
        return VehicleError::HistoryMismatch;
    }
    AC_CHECK(vehicle::verifyHistory(out, count, head));
    return out;
}

} // namespace autochain::dealer
