// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of eth_getProof (EIP-1186), read and held against a header.
#pragma once

#include "base/result.h"
#include "base/u256.h"
#include "chain/error.h"
#include "chain/trie_proof.h"

#include <QJsonValue>

namespace autochain::net
{

struct StorageProof {
    Hash32 slot;
    U256 value;
    std::vector<Bytes> nodes; // RLP, from the storage root down
};

struct AccountProof {
    Address address;
    Hash32 storageRoot;
    std::vector<Bytes> nodes; // RLP, from the state root down
    std::vector<StorageProof> storage;
};

// Caps: 64 nodes of 64 KiB per proof. BadAnswer unless it is about `address` and exactly these slots, in their order.
Result<AccountProof> readAccountProof(const std::string& url, const QJsonValue& answer, const Address& address,
                                      const std::vector<Hash32>& slotKeys);

// Holds a proof against the state root of a verified header: the account, its storage root, and every slot's value. The
// account as it is in the state; none where it is proven that there is none, and then every slot is zero. BadProof.
Result<std::optional<Account>> verifyAccountProof(const AccountProof& proof, const Hash32& stateRoot);

} // namespace autochain::net
