// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer_accounts.h"

#include <algorithm>

namespace autochain::wallet
{

std::string freeAccountName(const std::string& wanted, const SignerStatus& status)
{
    const auto taken = [&](const std::string& name) {
        return std::any_of(status.accounts.begin(), status.accounts.end(),
                           [&](const SignerAccount& one) { return one.name == name; });
    };
    std::string name = wanted;
    for (int number = 2; taken(name); ++number) {
        name = wanted + " " + std::to_string(number);
    }
    return name;
}

QCoro::Task<Result<std::vector<SignerAccount>>> addFoundAccounts(SignerProcess& signer, std::vector<FoundAccount> found,
                                                                 std::string name, std::optional<Address> of)
{
    std::vector<SignerAccount> added;
    for (const FoundAccount& one : found) {
        AC_CO_TRY(const SignerStatus status, co_await signer.status());
        const bool there = std::any_of(status.accounts.begin(), status.accounts.end(),
                                       [&](const SignerAccount& account) { return account.address == one.address; });
        if (!there) {
            std::string label = freeAccountName(name, status);
            AC_CO_TRY(SignerAccount account, co_await signer.addAccount(std::move(label), one.path, of));
            added.push_back(std::move(account));
        }
    }
    co_return added;
}

} // namespace autochain::wallet
