// SPDX-License-Identifier: GPL-3.0-or-later
// "ACH1", number of records (8 bytes), the records, and the names of those who wrote them: 20 bytes of address, 2 of
// length, text. Numbers are big endian.
#include "vehicle/history_cache.h"

#include <map>
#include <unordered_map>

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kMagic = "ACH1";
constexpr std::size_t kRecordBytes = 1 + 20 + 8 + 4 + 32 + 32 + 1 + 1 + 2 + 1 + 1;
constexpr std::size_t kMaxName = 0xffff;

class Writer
{
public:
    explicit Writer(std::size_t reserve) { m_out.reserve(reserve); }
    void number(std::uint64_t value, std::size_t bytes)
    {
        for (std::size_t i = bytes; i-- > 0;) {
            m_out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
        }
    }
    void raw(BytesView bytes) { append(m_out, bytes); }
    Bytes take() { return std::move(m_out); }

private:
    Bytes m_out;
};

class Reader
{
public:
    explicit Reader(BytesView in) : m_in(in) {}
    BytesView raw(std::size_t bytes)
    {
        m_good = m_good && bytes <= m_in.size();
        const BytesView out = m_in.first(m_good ? bytes : 0);
        m_in = m_in.subspan(out.size());
        return out;
    }
    std::uint64_t number(std::size_t bytes)
    {
        std::uint64_t out = 0;
        for (const std::uint8_t byte : raw(bytes)) {
            out = out << 8 | byte;
        }
        return out;
    }
    template <typename E>
    E word(E last)
    {
        const std::uint64_t value = number(1);
        m_good = m_good && value <= static_cast<std::uint64_t>(last);
        return m_good ? static_cast<E>(value) : E{};
    }
    std::size_t left() const { return m_in.size(); }
    bool good() const { return m_good; }

private:
    BytesView m_in;
    bool m_good = true;
};

void write(Writer& out, const Record& record)
{
    out.number(static_cast<std::uint64_t>(record.kind), 1);
    out.raw(record.provider.view());
    out.number(static_cast<std::uint64_t>(record.time), 8);
    out.number(record.odometerKm, 4);
    out.raw(record.contentDigest.view());
    out.raw(record.transactionHash.view());
    out.number(static_cast<std::uint64_t>(record.signature), 1);
    out.number(static_cast<std::uint64_t>(record.right), 1);
    out.number(record.providerRoles, 2);
    out.number(static_cast<std::uint64_t>(record.contentState), 1);
    out.number(record.byRegistry ? 1 : 0, 1);
}

void read(Reader& in, Record& record)
{
    record.kind = in.word(RecordKind::Correction);
    record.provider = Address::from(in.raw(Address::kSize));
    record.time = static_cast<UnixTime>(in.number(8));
    record.odometerKm = static_cast<std::uint32_t>(in.number(4));
    record.contentDigest = Hash32::from(in.raw(Hash32::kSize));
    record.transactionHash = Hash32::from(in.raw(Hash32::kSize));
    record.signature = in.word(SignatureState::NotChecked);
    record.right = in.word(RightState::Wrong);
    record.providerRoles = static_cast<RoleMask>(in.number(2));
    record.contentState = in.word(ContentState::Unreadable);
    record.byRegistry = in.number(1) != 0;
}
} // namespace

Bytes packRecords(std::span<const Record> records)
{
    std::map<Address, std::string_view> names;
    Writer out(kMagic.size() + 8 + records.size() * kRecordBytes);
    out.raw(asBytes(kMagic));
    out.number(records.size(), 8);
    for (const Record& record : records) {
        write(out, record);
        if (!record.providerName.empty()) {
            names.emplace(record.provider, record.providerName);
        }
    }
    for (const auto& [account, name] : names) {
        const std::string_view kept = name.substr(0, kMaxName);
        out.raw(account.view());
        out.number(kept.size(), 2);
        out.raw(asBytes(kept));
    }
    return out.take();
}

Result<std::vector<Record>> unpackRecords(BytesView packed)
{
    const Error bad(VehicleError::BadBundle, {"records"});
    Reader in(packed);
    const Bytes magic = toBytes(in.raw(kMagic.size()));
    const std::uint64_t count = in.number(8);
    if (magic != toBytes(kMagic) || count > in.left() / kRecordBytes) {
        return bad;
    }
    std::vector<Record> out(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        out[i].index = i;
        read(in, out[i]);
    }
    std::unordered_map<Address, std::string> names;
    while (in.good() && in.left() > 0) {
        const Address account = Address::from(in.raw(Address::kSize));
        const BytesView name = in.raw(in.number(2));
        names.emplace(account, std::string(name.begin(), name.end()));
    }
    for (Record& record : out) {
        if (const auto at = names.find(record.provider); at != names.end()) {
            record.providerName = at->second;
        }
    }
    return in.good() ? Result<std::vector<Record>>(std::move(out)) : bad;
}

} // namespace autochain::vehicle
