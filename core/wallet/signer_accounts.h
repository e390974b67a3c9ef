// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for accounts of the signer's words, and taking those that were found into its vault.
#pragma once

#include "signing/signer_process.h"
#include "wallet/discovery_scan.h"

namespace autochain::wallet
{

class SignerAddresses : public AddressPort
{
public:
    // `signer` outlives this. `of`: an account of the words that are meant; none: the vault's first.
    explicit SignerAddresses(SignerProcess& signer, std::optional<Address> of = {}) : m_signer(signer), m_of(of) {}
    QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths) override
    {
        return m_signer.addresses(std::move(paths), m_of);
    }

private:
    SignerProcess& m_signer;
    std::optional<Address> m_of;
};

// "Main", "Main 2", "Main 3": a label no account has yet.
std::string freeAccountName(const std::string& wanted, const SignerStatus& status);

// Adds those of `found` that are not there yet, at their paths, labelled after `name`. What was added before an error
// stays. Returns what is new.
QCoro::Task<Result<std::vector<SignerAccount>>> addFoundAccounts(SignerProcess& signer, std::vector<FoundAccount> found,
                                                                 std::string name, std::optional<Address> of);

} // namespace autochain::wallet
