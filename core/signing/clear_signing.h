// SPDX-License-Identifier: GPL-3.0-or-later
// Clear signing: from the bytes to the statement a person reads. Pure: what is not in the bytes, the context the signer
// keeps itself or a hint that fits a hash in the bytes is not in the statement.
#pragma once

#include "chain/network_file.h"
#include "codec/transaction.h"
#include "privacy/wrapped_key.h"
#include "signing/error.h"
#include "signing/signer_port.h"
#include "signing/statement.h"

#include <map>
#include <set>

namespace autochain::signing
{

struct SigningContext {
    NetworkFile network;                  // pinned by the signer; chain id and contracts decide what is known
    Address self;                         // the account that is asked to sign
    std::map<Address, std::string> names; // own accounts and the address book
    std::set<Hash32> signedDeals;         // deals whose terms this account has signed here
};

// Errors: CannotDecode (args: what is not known), Refused (args: the rule).
Result<Statement> decodeTransaction(const Transaction& tx, const SigningContext& context, const SigningHints& hints);

struct TypedDataStatement {
    Statement statement;
    Hash32 digest; // EIP-712, what is signed: computed from the decoded values and equal to the document's own
};
// `typedDataJson` as of eth_signTypedData_v4. Known: DealBook Terms, SafeTx of a deal's Safe, ERC-2612 Permit of AUC.
Result<TypedDataStatement> decodeTypedData(const std::string& typedDataJson, const SigningContext& context,
                                           const SigningHints& hints);

// What opening these sections means: no signature, but the suite reads them. At least one; all of `vehicleId` and for
// context.self. Refused otherwise.
Result<Statement> describeOpening(const std::vector<privacy::LockedKey>& sections, const Hash32& vehicleId,
                                  const SigningContext& context, const SigningHints& hints);

} // namespace autochain::signing
