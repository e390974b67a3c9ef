// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "contracts/call.h"
#include "wallet/error.h"

namespace autochain::wallet
{

struct Balances {
    U256 auc; // smallest units (18 decimals)
    U256 coinWei;
    std::uint64_t nonce = 0;
    Provenance provenance = Provenance::Reported; // of auc
    Provenance coinProvenance = Provenance::Reported;
    BlockRef block;
};

// Errors: ChainError.
QCoro::Task<Result<Balances>> readBalances(NodePort& node, const NetworkFile& network, Address account);
// AUC of many accounts in one go (the Safes of one's deals).
QCoro::Task<Result<Sourced<std::vector<U256>>>> readAuc(NodePort& node, const NetworkFile& network,
                                                        std::vector<Address> accounts);
// AUC.transfer. ZeroAmount.
Result<Call> sendAuc(const NetworkFile& network, const Address& to, const U256& amount);
Result<Call> sendCoin(const Address& to, const U256& amountWei);

} // namespace autochain::wallet
