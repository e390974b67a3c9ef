// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/node_control.h"

#include "net/rpc_values.h"

namespace autochain::practice
{

QCoro::Task<Result<>> NodeControl::order(QString method, QJsonArray params)
{
    net::RpcCall call{method, params};
    auto answer = co_await m_rpc.call(call);
    if (!answer.ok()) {
        co_return answer.error();
    }
    co_return Unit();
}

QCoro::Task<Result<>> NodeControl::setAutomine(bool on)
{
    return order(QStringLiteral("evm_setAutomine"), QJsonArray{on});
}

QCoro::Task<Result<>> NodeControl::setTime(UnixTime time)
{
    return order(QStringLiteral("evm_setTime"), QJsonArray{static_cast<qint64>(time)});
}

QCoro::Task<Result<>> NodeControl::increaseTime(std::int64_t seconds)
{
    return order(QStringLiteral("evm_increaseTime"), QJsonArray{static_cast<qint64>(seconds)});
}

QCoro::Task<Result<>> NodeControl::mine()
{
    return order(QStringLiteral("evm_mine"), QJsonArray());
}

QCoro::Task<Result<>> NodeControl::setBalances(std::vector<Address> accounts, U256 wei)
{
    std::vector<net::RpcCall> calls;
    for (const auto& account : accounts) {
        const QJsonArray params{net::hexText(account.view()), net::quantityText(wei)};
        calls.push_back({QStringLiteral("anvil_setBalance"), params});
    }
    auto answers = co_await m_rpc.batch(calls);
    if (!answers.ok()) {
        co_return answers.error();
    }
    for (const auto& answer : *answers) {
        if (!answer.ok()) {
            co_return answer.error();
        }
    }
    co_return Unit();
}

QCoro::Task<Result<BlockRef>> NodeControl::block(QString number)
{
    const QJsonArray params{number, false};
    net::RpcCall call{QStringLiteral("eth_getBlockByNumber"), params};
    auto answer = co_await m_rpc.call(call);
    if (!answer.ok()) {
        co_return answer.error();
    }
    const auto head = net::blockOf(*answer);
    if (!head.ok()) {
        co_return Error(ChainError::BadAnswer, {m_rpc.url(), "block"});
    }
    co_return head->ref;
}

} // namespace autochain::practice
