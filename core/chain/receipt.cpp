// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/receipt.h"

#include "codec/rlp.h"
#include "codec/rlp_view.h"

namespace autochain
{
namespace
{
constexpr std::uint8_t kLastType = 3;
constexpr std::uint8_t kListStart = 0xc0;
constexpr std::size_t kMaxTopics = 4; // LOG4

Error bad(const char* what)
{
    return {CodecError::NotCanonical, {}, what};
}

Result<ReceiptLog> readLog(const RlpView& item)
{
    BytesView fields = item.payload;
    const auto address = takeRlpFixed(fields, Address::kSize);
    const auto topics = takeRlp(fields);
    const auto data = takeRlpString(fields);
    if (!item.isList || !address || !topics || !topics->isList || !data || !fields.empty()) {
        return bad("log");
    }
    ReceiptLog log{Address::from(*address), {}, toBytes(*data)};
    BytesView rest = topics->payload;
    while (!rest.empty()) {
        const auto topic = takeRlpFixed(rest, Hash32::kSize);
        if (!topic || log.topics.size() == kMaxTopics) {
            return bad("topics");
        }
        log.topics.push_back(Hash32::from(*topic));
    }
    return log;
}

Result<> readOutcome(BytesView& fields, ReceiptRecord& out)
{
    const auto outcome = takeRlpString(fields);
    if (outcome && outcome->size() == Hash32::kSize && out.type == 0) {
        out.postState = Hash32::from(*outcome);
        return {};
    }
    out.succeeded = outcome && outcome->size() == 1 && outcome->front() == 1;
    if (!outcome || (!outcome->empty() && !out.succeeded)) {
        return bad("status");
    }
    return {};
}

Result<> readLogs(BytesView& fields, ReceiptRecord& out)
{
    const auto list = takeRlp(fields);
    if (!list || !list->isList) {
        return bad("logs");
    }
    BytesView rest = list->payload;
    while (!rest.empty()) {
        const auto item = takeRlp(rest);
        if (!item) {
            return bad("logs");
        }
        AC_TRY(ReceiptLog log, readLog(*item));
        out.logs.push_back(std::move(log));
    }
    return {};
}

} // namespace

Result<ReceiptRecord> decodeReceipt(BytesView encoded)
{
    if (encoded.size() > kMaxReceiptBytes) {
        return CodecError::TooLarge;
    }
    ReceiptRecord out;
    if (!encoded.empty() && encoded.front() < kListStart) {
        out.type = encoded.front();
        encoded = encoded.subspan(1);
        if (out.type == 0 || out.type > kLastType) {
            return bad("type");
        }
    }
    const auto list = readRlp(encoded);
    if (!list || !list->isList) {
        return bad("list");
    }
    BytesView fields = list->payload;
    AC_CHECK(readOutcome(fields, out));
    const auto gas = takeRlpU64(fields);
    const auto bloom = takeRlpFixed(fields, Bloom::kSize);
    if (!gas || !bloom) {
        return bad(gas ? "logsBloom" : "cumulativeGasUsed");
    }
    out.cumulativeGasUsed = *gas;
    out.logsBloom = Bloom::from(*bloom);
    AC_CHECK(readLogs(fields, out));
    if (!fields.empty() || out.logsBloom != bloomOf(out.logs)) {
        return bad(fields.empty() ? "logsBloom of other logs" : "more fields");
    }
    return out;
}

Bytes encodeReceipt(const ReceiptRecord& receipt)
{
    Bytes logs;
    for (const ReceiptLog& log : receipt.logs) {
        Bytes topics;
        for (const Hash32& topic : log.topics) {
            rlp::appendString(topics, topic.view());
        }
        Bytes fields;
        rlp::appendString(fields, log.address.view());
        append(fields, rlp::list(topics));
        rlp::appendString(fields, log.data);
        append(logs, rlp::list(fields));
    }
    Bytes payload;
    if (receipt.postState) {
        rlp::appendString(payload, receipt.postState->view());
    } else {
        rlp::appendUint(payload, U256(receipt.succeeded ? 1 : 0));
    }
    rlp::appendUint(payload, U256(receipt.cumulativeGasUsed));
    rlp::appendString(payload, receipt.logsBloom.view());
    append(payload, rlp::list(logs));
    Bytes out;
    if (receipt.type != 0) {
        out.push_back(receipt.type);
    }
    append(out, rlp::list(payload));
    return out;
}

Bloom bloomOf(std::span<const ReceiptLog> logs)
{
    Bloom bloom;
    for (const ReceiptLog& log : logs) {
        addToBloom(bloom, log.address.view());
        for (const Hash32& topic : log.topics) {
            addToBloom(bloom, topic.view());
        }
    }
    return bloom;
}

} // namespace autochain
