// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/verified_receipt.h"

#include "chain/trie.h"
#include "codec/json.h"
#include "codec/transaction.h"
#include "crypto/address.h"
#include "net/rpc_receipt.h"
#include "net/rpc_values.h"

#include <algorithm>

namespace autochain::light
{
namespace
{
constexpr int kMostTransactions = 3'000;
constexpr std::size_t kTransactionsPerBatch = 48; // two calls for each

Error unproven(const char* what)
{
    return {ChainError::BadProof, {}, what};
}

// What was paid for a unit of gas (EIP-1559).
U256 pricePaid(const Transaction& tx, const Header& header)
{
    if (tx.type != TxType::DynamicFee) {
        return tx.gasPrice;
    }
    const U256 base = header.baseFeePerGas.value_or(U256());
    const auto wanted = checkedAdd(base, tx.maxPriorityFeePerGas);
    return wanted.ok() ? std::min(*wanted, tx.maxFeePerGas) : tx.maxFeePerGas;
}

std::vector<Log> logsOf(const ReceiptRecord& record, const HashedHeader& header, std::size_t firstIndex,
                        const Hash32& transactionHash)
{
    std::vector<Log> logs;
    for (const ReceiptLog& entry : record.logs) {
        Log log;
        log.address = entry.address;
        log.topics = entry.topics;
        log.data = entry.data;
        log.blockNumber = header.header.number;
        log.logIndex = static_cast<std::uint32_t>(firstIndex + logs.size());
        log.transactionHash = transactionHash;
        logs.push_back(std::move(log));
    }
    return logs;
}

Result<std::vector<Hash32>> hashesOf(const QJsonValue& block, const HashedHeader& header)
{
    const QJsonObject object = block.toObject();
    AC_TRY(const Hash32 hash, json::hash32(object, "hash"));
    if (hash != header.hash) {
        return unproven("another block");
    }
    AC_TRY(const QJsonArray list, json::array(object, "transactions", kMostTransactions));
    std::vector<Hash32> hashes;
    for (const QJsonValue& entry : list) {
        AC_TRY(const Hash32 one, net::hashOf(entry));
        hashes.push_back(one);
    }
    return hashes;
}
} // namespace

Result<Receipt> receiptFrom(const HashedHeader& header, std::span<const MinedTransaction> whole,
                            const Hash32& transactionHash)
{
    std::vector<Bytes> transactions;
    std::vector<Bytes> receipts;
    std::optional<std::size_t> found;
    for (const MinedTransaction& mined : whole) {
        if (autochain::transactionHash(mined.raw) == transactionHash) {
            found = transactions.size();
        }
        transactions.push_back(mined.raw);
        receipts.push_back(encodeReceipt(mined.receipt));
    }
    if (!found) {
        return unproven("the transaction is not in the block");
    }
    if (orderedRoot(transactions) != header.header.transactionsRoot) {
        return unproven("transactions root");
    }
    if (orderedRoot(receipts) != header.header.receiptsRoot) {
        return unproven("receipts root");
    }
    const ReceiptRecord& record = whole[*found].receipt;
    if (record.postState) {
        return unproven("a receipt without a status");
    }
    const std::uint64_t before = *found == 0 ? 0 : whole[*found - 1].receipt.cumulativeGasUsed;
    std::size_t logsBefore = 0;
    for (std::size_t i = 0; i < *found; ++i) {
        logsBefore += whole[i].receipt.logs.size();
    }
    Receipt receipt;
    receipt.transactionHash = transactionHash;
    receipt.block = {header.header.number, header.hash, static_cast<std::int64_t>(header.header.timestamp)};
    receipt.succeeded = record.succeeded;
    receipt.gasUsed = record.cumulativeGasUsed - std::min(before, record.cumulativeGasUsed);
    receipt.logs = logsOf(record, header, logsBefore, transactionHash);
    if (const auto signedTx = decodeSigned(whole[*found].raw); signedTx.ok()) {
        receipt.effectiveGasPrice = pricePaid(signedTx->tx, header.header);
        const auto sender = recoverAddress(signingHash(signedTx->tx), signedTx->signature);
        if (!signedTx->tx.to && sender.ok()) {
            receipt.contractAddress = createAddress(*sender, signedTx->tx.nonce);
        }
    }
    return receipt;
}

QCoro::Task<Result<Receipt>> proveReceipt(std::shared_ptr<Peer> peer, HashedHeader header, Hash32 transactionHash)
{
    const QJsonArray which{net::hexText(header.hash.view()), false};
    std::vector<net::RpcCall> first{{QStringLiteral("eth_getBlockByHash"), which}};
    AC_CO_TRY(const std::vector<QJsonValue> block, co_await peer->ask(std::move(first)));
    if (block[0].toObject().value(QLatin1String("transactions")).toArray().size() > kMostTransactions) {
        co_return Error(ChainError::NodeRefused, {peer->url(), "too many transactions in the block"});
    }
    const auto hashes = hashesOf(block[0], header);
    if (!hashes.ok()) {
        co_return unproven("the block's list of transactions");
    }
    std::vector<MinedTransaction> whole;
    for (std::size_t start = 0; start < hashes->size(); start += kTransactionsPerBatch) {
        const std::size_t end = std::min(hashes->size(), start + kTransactionsPerBatch);
        std::vector<net::RpcCall> calls;
        for (std::size_t i = start; i < end; ++i) {
            calls.push_back({QStringLiteral("eth_getRawTransactionByBlockHashAndIndex"),
                             {net::hexText(header.hash.view()), net::quantityText(U256(i))}});
            calls.push_back({QStringLiteral("eth_getTransactionReceipt"), {net::hexText((*hashes)[i].view())}});
        }
        AC_CO_TRY(const std::vector<QJsonValue> answers, co_await peer->ask(std::move(calls)));
        for (std::size_t i = 0; i + 1 < answers.size(); i += 2) {
            auto raw = net::dataOf(answers[i], kMaxTransactionBytes);
            auto record = net::receiptRecordOf(answers[i + 1]);
            if (!raw.ok() || !record.ok()) {
                co_return unproven(raw.ok() ? "a receipt that is none" : "a transaction that is none");
            }
            whole.push_back({std::move(raw).value(), std::move(record).value()});
        }
    }
    co_return receiptFrom(header, whole, transactionHash);
}

} // namespace autochain::light
