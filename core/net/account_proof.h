// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of eth_getProof (EIP-1186), read and held against a header.
#pragma once

#include "chain/state_proof.h"

#include <QJsonValue>

namespace autochain::net
{

using autochain::AccountProof;
using autochain::StorageProof;

// Caps: 64 nodes of 64 KiB per proof. BadAnswer unless it is about `address` and exactly these slots, in their order.
Result<AccountProof> readAccountProof(const std::string& url, const QJsonValue& answer, const Address& address,
                                      const std::vector<Hash32>& slotKeys);

using autochain::verifyAccountProof;

} // namespace autochain::net
