// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the signer's words, for looking for accounts.
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

} // namespace autochain::wallet
