// SPDX-License-Identifier: GPL-3.0-or-later
// What a person should know before sending somewhere.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "store/address_book.h"
#include "store/outbox_repository.h"
#include "wallet/error.h"

namespace autochain::wallet
{

struct AddressFacts {
    Address address;
    bool hasChecksum = false;        // typed with an EIP-55 checksum that fits
    bool hasCode = false;            // a contract
    std::string contractName;        // key of the network file, where it is one of its contracts
    std::string label;               // own address book
    std::string personName;          // practice network
    bool firstTime = true;           // nothing was sent there from this computer
    bool never = false;              // no coins, no transactions, no code: nobody has used it yet
    std::optional<Address> imitates; // looks like this known one and is not
};

// Pure part. BadAddress, BadChecksum, ZeroAddress, OwnAddress, KnownContract.
Result<AddressFacts> checkRecipientText(std::string_view text, const std::vector<Address>& own,
                                        const NetworkFile& network);
// With the chain and what this computer remembers. + ChainError, StoreError.
QCoro::Task<Result<AddressFacts>> checkRecipient(NodePort& node, const NetworkFile& network, store::AddressBook& book,
                                                 store::OutboxRepository& rows, std::string text,
                                                 std::vector<Address> own);

} // namespace autochain::wallet
