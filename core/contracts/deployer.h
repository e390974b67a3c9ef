// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the suite on any EVM chain with one funded account.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "codec/transaction.h"
#include "contracts/deployment_plan.h"
#include "contracts/error.h"

#include <chrono>
#include <functional>

namespace autochain::contracts
{

// The serialised signed transaction; how it is signed is the caller's matter (the signer process, a practice key).
using SignTransaction = std::function<QCoro::Task<Result<Bytes>>(Transaction transaction)>;

struct DeployProgress {
    std::size_t mined = 0; // steps
    std::size_t total = 0;
    std::string name; // step just mined
};

struct Deployment {
    Address deployer;
    DeployOptions options;
    NetworkFile network; // name, kind, coin, nodes, genesis, confirmations: filled in by the caller
    std::function<void(const DeployProgress&)> progress;
    std::chrono::milliseconds poll{500};
    std::chrono::minutes patience{30}; // for one transaction
};

// All steps are sent one behind the other, then awaited. The result is `network` with chain id, contracts and
// deployedAtBlock. After an error the account's later deployment starts anew with its next nonce; what was mined stays
// without harm. Errors: ContractsError, ChainError, those of `sign`.
QCoro::Task<Result<NetworkFile>> deployNetwork(NodePort& node, SignTransaction sign, Deployment deployment);

} // namespace autochain::contracts
