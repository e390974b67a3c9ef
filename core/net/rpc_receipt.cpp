// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_receipt.h"

#include "codec/json.h"
#include "net/rpc_values.h"

namespace autochain::net
{
namespace
{
constexpr int kMaxLogsOfReceipt = 10'000;
} // namespace

Result<ReceiptRecord> receiptRecordOf(const QJsonValue& answer)
{
    const QJsonObject object = answer.toObject();
    ReceiptRecord record;
    if (object.contains(QLatin1String("type"))) { // nodes older than EIP-2718 leave it out
        AC_TRY(const std::uint64_t type, smallOf(object, "type"));
        if (type > 3) {
            return Error(CodecError::BadJson, {"type"});
        }
        record.type = static_cast<std::uint8_t>(type);
    }
    if (object.contains(QLatin1String("status"))) {
        AC_TRY(const std::uint64_t status, smallOf(object, "status"));
        if (status > 1) {
            return Error(CodecError::BadJson, {"status"});
        }
        record.succeeded = status == 1;
    } else {
        AC_TRY(record.postState, json::hash32(object, "root"));
    }
    AC_TRY(record.cumulativeGasUsed, smallOf(object, "cumulativeGasUsed"));
    AC_TRY(const Bytes bloom, json::hexData(object, "logsBloom", Bloom::kSize));
    if (bloom.size() != Bloom::kSize) {
        return Error(CodecError::BadJson, {"logsBloom"});
    }
    record.logsBloom = Bloom::from(bloom);
    AC_TRY(const QJsonArray logs, json::array(object, "logs", kMaxLogsOfReceipt));
    for (const QJsonValue& entry : logs) {
        AC_TRY(Log log, logOf(entry));
        record.logs.push_back({log.address, std::move(log.topics), std::move(log.data)});
    }
    return record;
}

} // namespace autochain::net
