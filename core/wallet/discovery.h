// SPDX-License-Identifier: GPL-3.0-or-later
// Which accounts of a recovery phrase have been used: what to ask about, and what the answers amount to. Pure: asking
// is in discovery_scan.h. A question without an answer is never counted as an empty account.
#pragma once

#include "base/u256.h"
#include "chain/provenance.h"
#include "crypto/hdpath.h"
#include "wallet/error.h"

#include <map>

namespace autochain::wallet
{

// A usual way of numbering accounts; the counting index stands between the two parts.
struct PathScheme {
    std::string id; // "bip44", "ledger-live", …; texts are made of it
    HdPath before;
    bool hardened = false; // the counting index
    HdPath after;

    HdPath at(std::uint32_t index) const; // index below 2^31
    std::string pattern() const;          // "m/44'/60'/0'/0/i"
    bool operator==(const PathScheme&) const = default;
};

// In the order in which they are asked about:
//   bip44           m/44'/60'/0'/0/i       most wallets (MetaMask, Trezor, this one)
//   ledger-live     m/44'/60'/i'/0/0
//   ledger-legacy   m/44'/60'/0'/i         Ledger's old application, MyEtherWallet
//   classic         m/44'/61'/0'/0/i       Ethereum Classic by SLIP-44
//   classic-live    m/44'/61'/i'/0/0
//   classic-legacy  m/44'/60'/160720'/0'/i Ledger's old application for Ethereum Classic
std::vector<PathScheme> usualPathSchemes();

struct ScanLimits {
    std::uint32_t gap = 20;   // BIP-44: so many unused accounts in a row end a scheme
    std::uint32_t most = 500; // accounts per scheme, whatever is found
};

struct AccountUse {
    U256 coinWei;
    U256 auc; // smallest units
    std::uint64_t nonce = 0;
    bool hasCode = false;
    Provenance provenance = Provenance::Reported;
    BlockRef block;

    // Anything that only somebody's use of the address brings about.
    bool used() const { return nonce != 0 || hasCode || !coinWei.isZero() || !auc.isZero(); }
    bool operator==(const AccountUse&) const = default;
};

struct FoundAccount {
    std::string scheme;
    HdPath path;
    Address address;
    AccountUse use;
};

struct SchemeScan {
    enum class End {
        NotYet,  // more has to be asked
        Gap,     // so many unused ones in a row: done
        Most,    // stopped at the limit: there may be more
        NoAnswer // nobody could be asked; `error` says why
    };
    PathScheme scheme;
    std::uint32_t asked = 0; // indexes 0 … asked - 1 were answered
    End end = End::NotYet;
    std::optional<Error> error;
    std::vector<FoundAccount> found;
};

enum class DiscoveryVerdict {
    Found,       // everything was asked and something is used
    NothingUsed, // everything was asked and nothing is used: an unused wallet, as far as was scanned
    FoundInPart, // something is used, not everything could be asked: there may be more
    CouldNotAsk  // not everything could be asked and nothing is known to be used: says nothing about the wallet
};

struct Discovery {
    std::vector<SchemeScan> scans; // exactly what was asked, and what came of it

    DiscoveryVerdict verdict() const;
    std::vector<FoundAccount> accounts() const; // each address once: some schemes share their first account
    std::uint32_t asked() const;                // over all schemes
};

struct Probe { // the next account to ask about
    std::size_t scheme = 0;
    std::uint32_t index = 0;
    HdPath path;
};

class DiscoveryPlan
{
public:
    explicit DiscoveryPlan(std::vector<PathScheme> schemes = usualPathSchemes(), ScanLimits limits = {});

    std::optional<Probe> next() const; // none: nothing left that can be asked
    // The next `most` probes that will be asked whatever the answers are, of one scheme; for asking in one go.
    std::vector<Probe> nextOnes(std::size_t most) const;
    // Answers come in order, for what next() gave; others are passed over.
    void answered(const Probe& probe, const Address& address, const AccountUse& use);
    void failed(const Probe& probe, const Error& error); // the scheme ends with NoAnswer, the others go on
    void retry();                                        // schemes without an answer go on where they stopped
    Discovery result() const { return {m_scans}; }

private:
    bool isCurrent(const Probe& probe) const;

    ScanLimits m_limits;
    std::vector<SchemeScan> m_scans;
    std::vector<std::uint32_t> m_unusedInARow; // by scheme
};

} // namespace autochain::wallet
