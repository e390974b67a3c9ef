// SPDX-License-Identifier: GPL-3.0-or-later
// Grants and public keys as they stand in the chain's storage, provable. The block's time decides whether one holds.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "crypto/public_key.h"
#include "privacy/read_grant.h"

namespace autochain::sharing
{

struct Grantee {
    Address account;
    privacy::ReadGrant grant; // also one that is over
};

struct CarGrants {
    Address holder; // zero: the car is not registered
    std::vector<Grantee> grantees;
};

struct ReaderState { // of one account and one car
    Address holder;
    privacy::ReadGrant grant; // of the present holder; exists() false: none
};

// False: a network of before private sections. Everything below then fails with NotOnThisNetwork.
bool isOffered(const NetworkFile& network);

// Whom the present holder ever granted something. NotOnThisNetwork, ChainError.
QCoro::Task<Result<Sourced<CarGrants>>> readGrants(NodePort& node, const NetworkFile& network, Hash32 vehicleId);
QCoro::Task<Result<Sourced<ReaderState>>> readReader(NodePort& node, const NetworkFile& network, Hash32 vehicleId,
                                                     Address reader);
// Key blocks these holders, past ones too, gave the reader; those without are left out.
struct KeyBlockRef {
    Address holder;
    Hash32 digest;
};
QCoro::Task<Result<std::vector<KeyBlockRef>>> readKeyBlocks(NodePort& node, const NetworkFile& network,
                                                            Hash32 vehicleId, Address reader,
                                                            std::vector<Address> holders);
// In the order asked; none: has published none. BadPublicKey: what stands there is not the account's.
QCoro::Task<Result<std::vector<std::optional<PublicKey>>>> readPublicKeys(NodePort& node, const NetworkFile& network,
                                                                          std::vector<Address> accounts);

inline constexpr std::uint64_t kMostGrantees = 256; // as in the contract

} // namespace autochain::sharing
