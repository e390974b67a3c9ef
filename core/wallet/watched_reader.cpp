// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/watched_reader.h"

#include "wallet/discovery_scan.h"
#include "wallet/watch_only.h"

namespace autochain::wallet
{
namespace
{
constexpr int kAccountDepth = 3; // m/44'/60'/0'

// From an account's key (m/44'/60'/0') down to 0/i, from deeper ones to i.
PathScheme schemeBelow(const ExtendedPublicKey& key)
{
    PathScheme scheme;
    scheme.id = "xpub";
    if (key.position().depth <= kAccountDepth) {
        scheme.before.push_back(0);
    }
    return scheme;
}
} // namespace

QCoro::Task<Result<std::vector<store::WatchedAccount>>> readWatched(NodePort& node, const NetworkFile& network,
                                                                    std::string text, std::string name, UnixTime now)
{
    AC_CO_TRY(const WatchOnly what, readWatchOnly(text));
    std::vector<store::WatchedAccount> out;
    if (const auto* address = std::get_if<Address>(&what)) {
        out.push_back({*address, name, std::string(), now});
        co_return out;
    }
    const auto& key = std::get<ExtendedPublicKey>(what);
    const PathScheme scheme = schemeBelow(key);
    std::vector<PathScheme> schemes(1, scheme);
    HdPath root;
    WatchedAddresses addresses(key, std::move(root));
    NodeAccountUse uses(node, network);
    DiscoveryPlan plan(std::move(schemes));
    const Discovery found = co_await discoverAccounts(std::move(plan), addresses, uses);
    if (found.scans.front().error) {
        co_return *found.scans.front().error; // nothing was kept: there may be more than was seen
    }
    int number = 1;
    for (const FoundAccount& one : found.accounts()) {
        const std::string label = number == 1 ? name : name + " " + std::to_string(number);
        ++number;
        out.push_back({one.address, label, key.text(), now});
    }
    if (out.empty()) {
        AC_CO_TRY(const ExtendedPublicKey first, key.derive(scheme.at(0)));
        out.push_back({first.key().address(), name, key.text(), now});
    }
    co_return out;
}

} // namespace autochain::wallet
