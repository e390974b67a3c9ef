// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON value, taken for each of the things nodes answer.
#include "net/rpc_values.h"
#include "chain/receipt.h"
#include "codec/json.h"
#include "fuzz.h"
#include "net/rpc_receipt.h"

using namespace autochain;

namespace
{

bool isWellFormed(const Log& log)
{
    return log.topics.size() <= 4;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = json::parse(BytesView(data, size));
    if (!parsed.ok()) {
        return 0;
    }
    const QJsonValue& value = *parsed;
    if (const auto number = net::quantityOf(value); number.ok()) {
        fuzz::require(*net::quantityOf(net::quantityText(*number)) == *number, "a number is written as it was read");
    }
    if (const auto bytes = net::dataOf(value); bytes.ok()) {
        fuzz::require(*net::dataOf(net::hexText(*bytes)) == *bytes, "bytes are written as they were read");
    }
    if (const auto hash = net::hashOf(value); hash.ok()) {
        fuzz::require(*net::hashOf(net::hexText(hash->view())) == *hash, "a hash is written as it was read");
    }
    const auto log = net::logOf(value);
    fuzz::require(!log.ok() || isWellFormed(*log), "a log has four topics at most");
    if (const auto receipt = net::receiptOf(value); receipt.ok()) {
        fuzz::require(receipt->logs.empty() || isWellFormed(receipt->logs.front()), "and so have those of receipts");
        fuzz::require(receipt->provenance == Provenance::Reported, "what a node says is its word");
    }
    if (auto record = net::receiptRecordOf(value); record.ok()) {
        const bool fits = record->logsBloom == bloomOf(record->logs);
        const auto again = decodeReceipt(encodeReceipt(*record));
        fuzz::require(again.ok() == (fits && !(record->postState && record->type != 0)),
                      "a receipt is one as bytes where its bloom is its own");
        fuzz::require(!again.ok() || *again == *record, "and the same one");
    }
    (void)net::blockOf(value).ok();
    return 0;
}
