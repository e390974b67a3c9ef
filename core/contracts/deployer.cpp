// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/deployer.h"

#include <QCoroTimer>

namespace autochain::contracts
{
namespace
{
// Twice the base fee outlasts six full blocks (EIP-1559: at most 1/8 more with each).
Transaction transactionOf(const DeployStep& step, std::uint64_t chainId, std::uint64_t nonce, const FeeSuggestion& fees)
{
    Transaction tx;
    tx.type = fees.dynamic ? TxType::DynamicFee : TxType::Legacy;
    tx.chainId = chainId;
    tx.nonce = nonce;
    tx.gasPrice = fees.dynamic ? U256() : fees.gasPrice;
    tx.maxPriorityFeePerGas = fees.dynamic ? fees.maxPriorityFeePerGas : U256();
    tx.maxFeePerGas = fees.dynamic ? fees.baseFeePerGas * U256(2) + fees.maxPriorityFeePerGas : U256();
    tx.gasLimit = step.gasLimit;
    tx.to = step.call.to;
    tx.value = step.call.value;
    tx.data = step.call.data;
    return tx;
}

Result<> checkFunds(const std::vector<DeployStep>& plan, const FeeSuggestion& fees, const U256& balanceWei)
{
    U256 gas;
    for (const auto& step : plan) {
        gas += U256(step.gasLimit);
    }
    const U256 needed = gas * (fees.dynamic ? fees.baseFeePerGas * U256(2) + fees.maxPriorityFeePerGas : fees.gasPrice);
    if (needed > balanceWei) {
        return Error(ContractsError::NotEnoughCoins, {needed.toDecimal(), balanceWei.toDecimal()});
    }
    return {};
}

QCoro::Task<Result<Receipt>> awaitReceipt(NodePort& node, Hash32 hash, const Deployment& deployment, std::string name)
{
    const auto end = std::chrono::steady_clock::now() + deployment.patience;
    while (std::chrono::steady_clock::now() < end) {
        auto found = co_await node.receipt(hash);
        if (!found.ok()) {
            co_return found.error();
        }
        if (found->has_value()) {
            co_return **found;
        }
        co_await QCoro::sleepFor(deployment.poll);
    }
    co_return Error(ContractsError::NotMinedInTime, {name});
}

Result<> checkReceipt(const DeployStep& step, const Receipt& receipt)
{
    if (!receipt.succeeded) {
        return Error(ContractsError::StepFailed, {step.name});
    }
    if (!step.call.to && receipt.contractAddress != step.expectedAddress) {
        return Error(ContractsError::WrongAddress, {step.name});
    }
    return {};
}
} // namespace

QCoro::Task<Result<NetworkFile>> deployNetwork(NodePort& node, SignTransaction sign, Deployment deployment)
{
    AC_CO_TRY(const std::uint64_t chainId, co_await node.chainId());
    AC_CO_TRY(const std::uint64_t nonce, co_await node.pendingNonce(deployment.deployer));
    AC_CO_TRY(const FeeSuggestion fees, co_await node.fees());
    AC_CO_TRY(const auto account, co_await node.account(deployment.deployer));
    const auto plan = planDeployment(deployment.deployer, nonce, deployment.options);
    AC_CO_CHECK(checkFunds(plan, fees, account.value.balanceWei));

    std::vector<Hash32> hashes;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        AC_CO_TRY(const Bytes raw, co_await sign(transactionOf(plan[i], chainId, nonce + i, fees)));
        AC_CO_TRY(const Hash32 hash, co_await node.sendRaw(raw));
        hashes.push_back(hash);
    }
    for (std::size_t i = 0; i < plan.size(); ++i) {
        AC_CO_TRY(const Receipt receipt, co_await awaitReceipt(node, hashes[i], deployment, plan[i].name));
        AC_CO_CHECK(checkReceipt(plan[i], receipt));
        deployment.network.deployedAtBlock = i == 0 ? receipt.block.number : deployment.network.deployedAtBlock;
        if (deployment.progress) {
            deployment.progress({i + 1, plan.size(), plan[i].name});
        }
    }
    deployment.network.chainId = chainId;
    deployment.network.contracts = contractsOf(plan);
    co_return std::move(deployment.network);
}

} // namespace autochain::contracts
