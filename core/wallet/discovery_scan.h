// SPDX-License-Identifier: GPL-3.0-or-later
// Asking about the accounts of a discovery plan: whoever has the words or an extended public key for addresses, a node
// for what lies on them.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "crypto/hdkey.h"
#include "wallet/discovery.h"

#include <functional>

namespace autochain::wallet
{

// Coroutines run on the Qt event loop of the calling thread. The port must outlive the tasks it gave out.
class AddressPort
{
public:
    virtual ~AddressPort() = default;
    // Addresses at these paths, in order.
    virtual QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths) = 0;
};

// What lies on these addresses, in order.
class AccountUsePort
{
public:
    virtual ~AccountUsePort() = default;
    virtual QCoro::Task<Result<std::vector<AccountUse>>> use(std::vector<Address> addresses) = 0;
};

// Coins, nonce and code as the node says, AUC by storage proof. Both must outlive this.
class NodeAccountUse : public AccountUsePort
{
public:
    NodeAccountUse(NodePort& node, const NetworkFile& network) : m_node(node), m_network(network) {}
    QCoro::Task<Result<std::vector<AccountUse>>> use(std::vector<Address> addresses) override;

private:
    NodePort& m_node;
    const NetworkFile& m_network;
};

// Addresses under an extended public key that stands at `at` in the tree; BadPath for paths that do not lead through
// it, or go on hardened. For wallets that are only watched.
class WatchedAddresses : public AddressPort
{
public:
    WatchedAddresses(const ExtendedPublicKey& key, HdPath at) : m_key(key), m_at(std::move(at)) {}
    QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths) override;

private:
    ExtendedPublicKey m_key;
    HdPath m_at;
};

// Asks until the plan has nothing left, or `onProgress`, called after every answer with what is known so far, says no.
// What could not be asked stands in the plan, so this does not fail itself; plan.retry() and this again go on with it.
// A request is tried twice before it counts as failed.
QCoro::Task<> askPlan(DiscoveryPlan& plan, AddressPort& addresses, AccountUsePort& uses,
                      std::function<bool(const Discovery&)> onProgress);
// The same from the first question to the last.
QCoro::Task<Discovery> discoverAccounts(DiscoveryPlan plan, AddressPort& addresses, AccountUsePort& uses,
                                        std::function<void(const Discovery&)> onProgress = {});

} // namespace autochain::wallet
