// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seeder.h"

#include "base/hex.h"
#include "codec/json.h"
#include "codec/transaction.h"
#include "practice/anvil_process.h"

#include <QJsonObject>

namespace autochain::practice
{
namespace
{
constexpr std::uint64_t kGasLimit = 900'000; // above the largest step, the appraisers' registration
constexpr std::uint64_t kMaxFeeWei = 200'000'000'000;
constexpr std::uint64_t kTipWei = 1'000'000'000;
constexpr std::size_t kMaxPerBlock = 25; // stays below the block gas limit of 30 million
} // namespace

Bytes Seeder::signedStep(const SeedStep& step)
{
    Transaction tx;
    tx.chainId = kPracticeChainId;
    tx.nonce = m_nonces[step.sender]++;
    tx.maxPriorityFeePerGas = U256(kTipWei);
    tx.maxFeePerGas = U256(kMaxFeeWei);
    tx.gasLimit = kGasLimit;
    tx.to = step.call.to;
    tx.value = step.call.value;
    tx.data = step.call.data;
    return encodeSigned(tx, m_people[step.sender].key.sign(signingHash(tx)));
}

QCoro::Task<Result<>> Seeder::mineBlock(std::vector<net::RpcCall> sends, UnixTime time)
{
    auto sent = co_await m_rpc.batch(sends);
    if (!sent.ok()) {
        co_return sent.error();
    }
    for (const auto& answer : *sent) {
        if (!answer.ok()) {
            co_return answer.error();
        }
    }
    const QJsonArray params{QJsonObject{{QStringLiteral("timestamp"), static_cast<qint64>(time)}}};
    net::RpcCall mine{QStringLiteral("evm_mine"), params};
    auto mined = co_await m_rpc.call(mine);
    if (!mined.ok()) {
        co_return mined.error();
    }
    co_return Unit();
}

QCoro::Task<Result<>> Seeder::play(std::vector<SeedStep> steps, std::function<void(std::size_t)> progress)
{
    UnixTime last = 0;
    for (std::size_t i = 0; i < steps.size();) {
        // A block's time is that of its first step, and later than the block before.
        const UnixTime planned = steps[i].time;
        const UnixTime time = std::max(planned, last + 1);
        std::vector<net::RpcCall> sends;
        for (; i < steps.size() && steps[i].time == planned && sends.size() < kMaxPerBlock; ++i) {
            const QJsonArray params{json::qs(toHex0x(signedStep(steps[i])))};
            sends.push_back({QStringLiteral("eth_sendRawTransaction"), params});
        }
        auto mined = co_await mineBlock(sends, time);
        if (!mined.ok()) {
            co_return mined.error();
        }
        last = time;
        if (progress) {
            progress(i);
        }
    }
    co_return Unit();
}

} // namespace autochain::practice
