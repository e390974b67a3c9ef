// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/balances.h"

#include "contracts/generated/auc.h"
#include "contracts/storage_reader.h"

#include <algorithm>

namespace autochain::wallet
{
namespace auc = contracts::auc;

namespace
{
constexpr std::size_t kBatch = 500; // accounts per request
} // namespace

QCoro::Task<Result<Balances>> readBalances(NodePort& node, const NetworkFile& network, Address account)
{
    StorageBatch batch;
    const auto balance = batch.add(network.contract("auc"), auc::balancesReader(account));
    AC_CO_TRY(const Sourced<Unit> source, co_await batch.run(node));
    AC_CO_TRY(const auto state, co_await node.account(account));
    Balances out;
    out.auc = *balance;
    out.coinWei = state.value.balanceWei;
    out.nonce = state.value.nonce;
    out.provenance = source.provenance;
    out.coinProvenance = state.provenance;
    out.block = source.block;
    co_return out;
}

QCoro::Task<Result<Sourced<std::vector<U256>>>> readAuc(NodePort& node, const NetworkFile& network,
                                                        std::vector<Address> accounts)
{
    Sourced<std::vector<U256>> out;
    for (std::size_t start = 0; start < accounts.size(); start += kBatch) {
        StorageBatch batch;
        std::vector<std::shared_ptr<U256>> values;
        for (std::size_t i = start; i < std::min(start + kBatch, accounts.size()); ++i) {
            values.push_back(batch.add(network.contract("auc"), auc::balancesReader(accounts[i])));
        }
        AC_CO_TRY(const Sourced<Unit> source, co_await batch.run(node));
        out.provenance = start == 0 ? source.provenance : worst(out.provenance, source.provenance);
        out.block = source.block;
        std::transform(values.begin(), values.end(), std::back_inserter(out.value), [](const auto& v) { return *v; });
    }
    co_return out;
}

Result<Call> sendAuc(const NetworkFile& network, const Address& to, const U256& amount)
{
    if (amount.isZero()) {
        return WalletError::ZeroAmount;
    }
    return auc::transfer(network.contract("auc"), to, amount);
}

Result<Call> sendCoin(const Address& to, const U256& amountWei)
{
    if (amountWei.isZero()) {
        return WalletError::ZeroAmount;
    }
    return Call{to, amountWei, {}};
}

} // namespace autochain::wallet
