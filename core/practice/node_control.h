// SPDX-License-Identifier: GPL-3.0-or-later
// anvil's own calls: mining, clock, balances.
#pragma once

#include "base/clock.h"
#include "base/u256.h"
#include "chain/provenance.h"
#include "net/json_rpc_client.h"

namespace autochain::practice
{

class NodeControl
{
public:
    explicit NodeControl(const std::string& url) : m_rpc(url) {}
    net::JsonRpcClient& rpc() { return m_rpc; }

    QCoro::Task<Result<>> setAutomine(bool on);
    QCoro::Task<Result<>> setTime(UnixTime time);
    QCoro::Task<Result<>> increaseTime(std::int64_t seconds);
    QCoro::Task<Result<>> mine();
    QCoro::Task<Result<>> setBalances(std::vector<Address> accounts, U256 wei);
    QCoro::Task<Result<BlockRef>> block(QString number); // "latest", "0x0"

private:
    QCoro::Task<Result<>> order(QString method, QJsonArray params);
    net::JsonRpcClient m_rpc;
};

} // namespace autochain::practice
