// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/discovery_scan.h"

#include "wallet/balances.h"

#include <algorithm>

namespace autochain::wallet
{
namespace
{

constexpr std::size_t kAtOnce = 20;
constexpr int kTries = 2;

struct Answer {
    Address address;
    AccountUse use;
};

QCoro::Task<Result<std::vector<Answer>>> ask(const std::vector<Probe>& probes, AddressPort& addresses,
                                             AccountUsePort& uses)
{
    std::vector<HdPath> paths;
    std::transform(probes.begin(), probes.end(), std::back_inserter(paths),
                   [](const Probe& probe) { return probe.path; });
    AC_CO_TRY(const std::vector<Address> found, co_await addresses.addresses(paths));
    if (found.size() != probes.size()) {
        co_return Error(ChainError::BadAnswer, {}, "not as many addresses as paths");
    }
    AC_CO_TRY(const std::vector<AccountUse> used, co_await uses.use(found));
    if (used.size() != probes.size()) {
        co_return Error(ChainError::BadAnswer, {}, "not as many answers as addresses");
    }
    std::vector<Answer> out;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        out.push_back({found[i], used[i]});
    }
    co_return out;
}

QCoro::Task<Result<std::vector<Answer>>> askPatiently(const std::vector<Probe>& probes, AddressPort& addresses,
                                                      AccountUsePort& uses)
{
    auto answers = co_await ask(probes, addresses, uses);
    for (int turn = 1; turn < kTries && !answers.ok(); ++turn) {
        answers = co_await ask(probes, addresses, uses);
    }
    co_return answers;
}

} // namespace

QCoro::Task<Result<std::vector<AccountUse>>> NodeAccountUse::use(std::vector<Address> addresses)
{
    std::vector<AccountUse> out;
    for (const Address& address : addresses) {
        AC_CO_TRY(const auto answer, co_await m_node.account(address));
        const AccountState& state = answer.value;
        out.push_back({state.balanceWei, {}, state.nonce, state.hasCode, answer.provenance, answer.block});
    }
    AC_CO_TRY(const auto auc, co_await readAuc(m_node, m_network, addresses));
    for (std::size_t i = 0; i < out.size() && i < auc.value.size(); ++i) {
        out[i].auc = auc.value[i];
        out[i].provenance = worst(out[i].provenance, auc.provenance);
    }
    co_return out;
}

QCoro::Task<Result<std::vector<Address>>> WatchedAddresses::addresses(std::vector<HdPath> paths)
{
    std::vector<Address> out;
    for (const HdPath& path : paths) {
        if (path.size() < m_at.size() || !std::equal(m_at.begin(), m_at.end(), path.begin())) {
            co_return Error(CryptoError::BadPath);
        }
        const HdPath rest(path.begin() + static_cast<std::ptrdiff_t>(m_at.size()), path.end());
        AC_CO_TRY(const ExtendedPublicKey leaf, m_key.derive(rest));
        out.push_back(leaf.key().address());
    }
    co_return out;
}

QCoro::Task<> askPlan(DiscoveryPlan& plan, AddressPort& addresses, AccountUsePort& uses,
                      std::function<bool(const Discovery&)> onProgress)
{
    bool goOn = true;
    for (auto probes = plan.nextOnes(kAtOnce); goOn && !probes.empty(); probes = plan.nextOnes(kAtOnce)) {
        const auto answers = co_await askPatiently(probes, addresses, uses);
        if (!answers.ok()) {
            plan.failed(probes.front(), answers.error());
        }
        for (std::size_t i = 0; answers.ok() && i < probes.size(); ++i) {
            plan.answered(probes[i], (*answers)[i].address, (*answers)[i].use);
        }
        goOn = onProgress(plan.result());
    }
}

QCoro::Task<Discovery> discoverAccounts(DiscoveryPlan plan, AddressPort& addresses, AccountUsePort& uses,
                                        std::function<void(const Discovery&)> onProgress)
{
    const std::function<bool(const Discovery&)> tell = [&onProgress](const Discovery& known) {
        if (onProgress) {
            onProgress(known);
        }
        return true;
    };
    co_await askPlan(plan, addresses, uses, tell);
    co_return plan.result();
}

} // namespace autochain::wallet
