// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/header_fields.h"

#include "base/hex.h"

#include <algorithm>

namespace autochain::net
{
namespace
{
enum Index : std::size_t {
    ParentHash,
    UnclesHash,
    Beneficiary,
    StateRoot,
    TransactionsRoot,
    ReceiptsRoot,
    LogsBloom,
    Difficulty,
    Number,
    GasLimit,
    GasUsed,
    Timestamp,
    ExtraData,
    MixHash,
    Nonce,
    BaseFeePerGas,
    WithdrawalsRoot,
    BlobGasUsed,
    ExcessBlobGas,
    ParentBeaconBlockRoot,
    Hash
};
static_assert(Hash + 1 == HeaderFields::kCount);

// In the order of Index; the names are those of geth (internal/ethapi, RPCMarshalHeader).
constexpr std::array<std::string_view, HeaderFields::kCount> kNames = {
    "parentHash",    "sha3Uncles",      "miner",       "stateRoot",     "transactionsRoot",
    "receiptsRoot",  "logsBloom",       "difficulty",  "number",        "gasLimit",
    "gasUsed",       "timestamp",       "extraData",   "mixHash",       "nonce",
    "baseFeePerGas", "withdrawalsRoot", "blobGasUsed", "excessBlobGas", "parentBeaconBlockRoot",
    "hash"};
} // namespace

const std::array<std::string_view, HeaderFields::kCount>& HeaderFields::names()
{
    return kNames;
}

HeaderFields::Field* HeaderFields::find(std::string_view name)
{
    const auto* const found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? nullptr : &m_fields[static_cast<std::size_t>(found - kNames.begin())];
}

void HeaderFields::set(std::string_view name, std::string_view text)
{
    if (Field* const field = find(name)) {
        *field = {Kind::Text, text};
    }
}

void HeaderFields::setNoText(std::string_view name)
{
    if (Field* const field = find(name)) {
        *field = {Kind::Other, {}};
    }
}

namespace
{
// Reads one field after the other; remembers the first that is wrong.
class Reader
{
public:
    using TextOf = std::optional<std::string_view>;

    template <std::size_t N, typename Tag>
    void read(FixedBytes<N, Tag>& out, const TextOf& text, Index index)
    {
        keep(text && fromHexInto(*text, out.bytes).ok(), index);
    }
    void read(U256& out, const TextOf& text, Index index)
    {
        const auto number = U256::fromHexQuantity(text.value_or(std::string_view()));
        if (keep(number.ok(), index)) {
            out = *number;
        }
    }
    void read(std::uint64_t& out, const TextOf& text, Index index)
    {
        U256 number;
        read(number, text, index);
        if (keep(number.fitsU64(), index)) {
            out = number.toU64();
        }
    }
    void read(Bytes& out, const TextOf& text, Index index)
    {
        if (!keep(text && text->size() <= kMaxHeaderBytes, index)) {
            return;
        }
        auto bytes = fromHex(*text);
        if (keep(bytes.ok(), index)) {
            out = std::move(bytes).value();
        }
    }
    template <typename T>
    void read(std::optional<T>& out, const TextOf& text, Index index)
    {
        read(out.emplace(), text, index);
    }
    bool keep(bool good, Index index)
    {
        if (!good && !m_bad) {
            m_bad = index;
        }
        return good;
    }
    Result<> verdict() const
    {
        return m_bad ? Result<>(Error(CodecError::BadJson, {std::string(kNames[*m_bad])})) : Result<>();
    }

private:
    std::optional<Index> m_bad;
};
} // namespace

Result<Header> HeaderFields::header() const
{
    Header out;
    Reader reader;
    const auto has = [this](Index index) { return m_fields[index].kind != Kind::Absent; };
    const auto read = [&](auto& field, Index index) {
        const Field& found = m_fields[index];
        reader.read(field, found.kind == Kind::Text ? std::optional(found.text) : std::nullopt, index);
    };
    read(out.parentHash, ParentHash);
    read(out.unclesHash, UnclesHash);
    read(out.beneficiary, Beneficiary);
    read(out.stateRoot, StateRoot);
    read(out.transactionsRoot, TransactionsRoot);
    read(out.receiptsRoot, ReceiptsRoot);
    read(out.logsBloom, LogsBloom);
    read(out.difficulty, Difficulty);
    read(out.number, Number);
    read(out.gasLimit, GasLimit);
    read(out.gasUsed, GasUsed);
    read(out.timestamp, Timestamp);
    read(out.extraData, ExtraData);
    read(out.mixHash, MixHash);
    read(out.nonce, Nonce);
    if (has(BaseFeePerGas)) {
        read(out.baseFeePerGas, BaseFeePerGas);
    }
    if (has(WithdrawalsRoot)) {
        read(out.withdrawalsRoot, WithdrawalsRoot);
    }
    if (has(BlobGasUsed)) {
        read(out.blobGasUsed, BlobGasUsed);
        read(out.excessBlobGas, ExcessBlobGas);
    }
    if (has(ParentBeaconBlockRoot)) {
        read(out.parentBeaconBlockRoot, ParentBeaconBlockRoot);
    }
    // Each fork's fields come after all those of the one before: else the hash would not be of what is read here.
    reader.keep(!out.withdrawalsRoot || out.baseFeePerGas, WithdrawalsRoot);
    reader.keep(out.blobGasUsed.has_value() == out.parentBeaconBlockRoot.has_value(), BlobGasUsed);
    reader.keep(!out.blobGasUsed || out.withdrawalsRoot, BlobGasUsed);
    AC_CHECK(reader.verdict());
    return out;
}

Result<HashedHeader> HeaderFields::hashedHeader() const
{
    AC_TRY(Header read, header());
    const Field& hash = m_fields[Hash];
    Hash32 named;
    const bool isHash = hash.kind == Kind::Text && fromHexInto(hash.text, named.bytes).ok();
    if (!isHash || hashOf(read) != named) {
        return Error(CodecError::BadJson, {"hash"});
    }
    return HashedHeader{std::move(read), named};
}

} // namespace autochain::net
