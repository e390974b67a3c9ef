// SPDX-License-Identifier: GPL-3.0-or-later
// A wallet with a node, a signer and a store, all in the test's hands.
#pragma once

#include "../await.h"
#include "../store/temp_store.h"
#include "base/amount.h"
#include "net/fake_node.h"
#include "wallet/outbox.h"

namespace autochain::wallet
{

inline Address someone(std::uint8_t fill)
{
    Address out;
    out.bytes.fill(fill);
    return out;
}

inline Hash32 word(const Address& address)
{
    return Hash32{U256::fromBigEndian(address.view()).toBigEndian()};
}

inline NetworkFile testNetwork()
{
    NetworkFile out;
    out.kind = NetworkKind::Practice;
    out.chainId = 31337;
    std::uint8_t fill = 0xa0;
    for (const char* key :
         {"auc", "incentivePool", "treasury", "privatePlacement", "team", "participants", "vehicleRegistry",
          "listingBoard", "dealBook", "dealModule", "dealGuard", "appraisalDesk"}) {
        out.contracts[key] = someone(fill++);
    }
    out.people = {{"Bob Klein", someone(0xb1), "seller", {}}};
    return out;
}

// FakeNode with single calls that fail.
class ScriptedNode : public net::FakeNode
{
public:
    std::optional<Error> estimateError;
    std::optional<Error> sendError;
    std::optional<Error> receiptError;

    QCoro::Task<Result<std::uint64_t>> estimateGas(CallRequest request) override
    {
        if (estimateError) {
            co_return Error(*estimateError); // a copy: QCoro moves out of what it is given
        }
        co_return co_await FakeNode::estimateGas(std::move(request));
    }
    QCoro::Task<Result<Hash32>> sendRaw(Bytes raw) override
    {
        if (sendError) {
            attempted.push_back(std::move(raw));
            co_return Error(*sendError);
        }
        co_return co_await FakeNode::sendRaw(std::move(raw));
    }
    QCoro::Task<Result<std::optional<Receipt>>> receipt(Hash32 hash) override
    {
        if (receiptError) {
            co_return Error(*receiptError);
        }
        co_return co_await FakeNode::receipt(hash);
    }
    std::vector<Bytes> attempted;
};

class TestSigner : public SignerPort
{
public:
    PrivateKey key = PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 0x11))).value();
    std::optional<Error> refusal;
    std::function<void(const Transaction&)> onSign;
    std::function<void(Transaction&)> alter; // a corrupt signer
    std::vector<Transaction> signedOnes;

    QCoro::Task<Result<SignerStatus>> status() override { co_return SignerStatus(); }
    QCoro::Task<Result<Bytes>> signTransaction(Address, Transaction transaction, SigningHints) override
    {
        if (onSign) {
            onSign(transaction);
        }
        if (refusal) {
            co_return Error(*refusal);
        }
        if (alter) {
            alter(transaction);
        }
        signedOnes.push_back(transaction);
        co_return encodeSigned(transaction, key.sign(signingHash(transaction)));
    }
    QCoro::Task<Result<Bytes>> signTypedData(Address, std::string, SigningHints) override
    {
        co_return SigningError::CannotDecode;
    }
    QCoro::Task<Result<>> lock() override { co_return Result<>(); }
};

struct WalletScene {
    store::TempStore store;
    store::OutboxRepository rows{store.database};
    ScriptedNode node;
    TestSigner signer;
    NetworkFile network = testNetwork();
    FixedClock clock{5'000};
    Address me = signer.key.address();

    WalletScene()
    {
        node.accounts[me].balanceWei = auc(10); // coins, 18 decimals as well
        node.fee.baseFeePerGas = U256(1'000'000'000);
        node.fee.maxPriorityFeePerGas = U256(100'000'000);
        node.top.number = 50;
    }

    Outbox outbox(U256 cap = {})
    {
        Outbox out(node, signer, rows, network, clock, {}, cap);
        out.setPollInterval(std::chrono::milliseconds(5));
        return out;
    }

    Receipt& mine(const Hash32& hash, bool succeeded = true, std::uint64_t block = 42)
    {
        Receipt& out = node.receipts[hash];
        out.transactionHash = hash;
        out.block.number = block;
        out.block.time = 6'000;
        out.succeeded = succeeded;
        out.gasUsed = 21'000;
        out.effectiveGasPrice = U256(7);
        return out;
    }
};

} // namespace autochain::wallet
