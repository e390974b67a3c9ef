// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/header.h"

#include "codec/rlp.h"
#include "codec/rlp_view.h"
#include "crypto/hash.h"

namespace autochain
{
namespace
{

// Reads one field after the other; remembers the first that is wrong.
class Fields
{
public:
    explicit Fields(BytesView bytes) : m_rest(bytes) {}

    template <std::size_t N, typename Tag>
    void read(FixedBytes<N, Tag>& out, const char* name)
    {
        const auto string = takeRlpFixed(m_rest, N);
        if (keep(string.has_value(), name)) {
            out = FixedBytes<N, Tag>::from(*string);
        }
    }
    void read(U256& out, const char* name)
    {
        const auto number = takeRlpU256(m_rest);
        out = keep(number.has_value(), name) ? *number : U256();
    }
    void read(std::uint64_t& out, const char* name)
    {
        const auto number = takeRlpU64(m_rest);
        out = keep(number.has_value(), name) ? *number : 0;
    }
    void read(Bytes& out, const char* name)
    {
        const auto string = takeRlpString(m_rest);
        if (keep(string.has_value(), name)) {
            out = toBytes(*string);
        }
    }
    // A field of a later fork: may be missing at the end.
    template <typename T>
    void read(std::optional<T>& out, const char* name)
    {
        read(out.emplace(), name);
    }
    bool more() const { return m_bad == nullptr && !m_rest.empty(); }
    const char* bad() const { return m_bad; }

private:
    bool keep(bool good, const char* name)
    {
        if (!good && m_bad == nullptr) {
            m_bad = name;
        }
        return good && m_bad == nullptr;
    }

    BytesView m_rest;
    const char* m_bad = nullptr;
};

void readFrontier(Fields& fields, Header& out)
{
    fields.read(out.parentHash, "parentHash");
    fields.read(out.unclesHash, "unclesHash");
    fields.read(out.beneficiary, "beneficiary");
    fields.read(out.stateRoot, "stateRoot");
    fields.read(out.transactionsRoot, "transactionsRoot");
    fields.read(out.receiptsRoot, "receiptsRoot");
    fields.read(out.logsBloom, "logsBloom");
    fields.read(out.difficulty, "difficulty");
    fields.read(out.number, "number");
    fields.read(out.gasLimit, "gasLimit");
    fields.read(out.gasUsed, "gasUsed");
    fields.read(out.timestamp, "timestamp");
    fields.read(out.extraData, "extraData");
    fields.read(out.mixHash, "mixHash");
    fields.read(out.nonce, "nonce");
}

void readLater(Fields& fields, Header& out)
{
    if (fields.more()) {
        fields.read(out.baseFeePerGas, "baseFeePerGas");
    }
    if (fields.more()) {
        fields.read(out.withdrawalsRoot, "withdrawalsRoot");
    }
    if (fields.more()) { // Cancun brought three at once
        fields.read(out.blobGasUsed, "blobGasUsed");
        fields.read(out.excessBlobGas, "excessBlobGas");
        fields.read(out.parentBeaconBlockRoot, "parentBeaconBlockRoot");
    }
}

void appendU64(Bytes& out, std::uint64_t number)
{
    rlp::appendUint(out, U256(number));
}

Bytes beforeSeal(const Header& header)
{
    Bytes out;
    out.reserve(640 + header.extraData.size());
    for (const BytesView field :
         {header.parentHash.view(), header.unclesHash.view(), header.beneficiary.view(), header.stateRoot.view(),
          header.transactionsRoot.view(), header.receiptsRoot.view(), header.logsBloom.view()}) {
        rlp::appendString(out, field);
    }
    rlp::appendUint(out, header.difficulty);
    for (const std::uint64_t field : {header.number, header.gasLimit, header.gasUsed, header.timestamp}) {
        appendU64(out, field);
    }
    rlp::appendString(out, header.extraData);
    return out;
}

void appendLater(Bytes& out, const Header& header)
{
    if (!header.baseFeePerGas) {
        return;
    }
    rlp::appendUint(out, *header.baseFeePerGas);
    if (!header.withdrawalsRoot) {
        return;
    }
    rlp::appendString(out, header.withdrawalsRoot->view());
    if (header.blobGasUsed && header.excessBlobGas && header.parentBeaconBlockRoot) {
        appendU64(out, *header.blobGasUsed);
        appendU64(out, *header.excessBlobGas);
        rlp::appendString(out, header.parentBeaconBlockRoot->view());
    }
}

} // namespace

Result<Header> decodeHeader(BytesView rlp)
{
    if (rlp.size() > kMaxHeaderBytes) {
        return CodecError::TooLarge;
    }
    const auto list = readRlp(rlp);
    if (!list || !list->isList) {
        return Error(CodecError::NotCanonical, {}, "list");
    }
    Fields fields(list->payload);
    Header header;
    readFrontier(fields, header);
    readLater(fields, header);
    if (fields.bad() != nullptr || fields.more()) {
        return Error(CodecError::NotCanonical, {},
                     fields.bad() != nullptr ? fields.bad() : "more fields than any fork has");
    }
    return header;
}

Bytes encodeHeader(const Header& header)
{
    Bytes payload = beforeSeal(header);
    rlp::appendString(payload, header.mixHash.view());
    rlp::appendString(payload, header.nonce.view());
    appendLater(payload, header);
    return rlp::list(payload);
}

Hash32 hashOf(const Header& header)
{
    return keccak256(encodeHeader(header));
}

Hash32 sealHashOf(const Header& header)
{
    Bytes payload = beforeSeal(header);
    appendLater(payload, header);
    return keccak256(rlp::list(payload));
}

Hash32 unclesHashOf(const std::vector<Bytes>& uncles)
{
    Bytes payload;
    for (const Bytes& uncle : uncles) {
        append(payload, uncle);
    }
    return keccak256(rlp::list(payload));
}

Hash32 noUnclesHash()
{
    static const Hash32 kHash = unclesHashOf({});
    return kHash;
}

} // namespace autochain
