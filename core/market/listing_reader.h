// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the board: storage reads in batches, a few round trips however many listings there are.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "market/listing.h"

namespace autochain::market
{

class ListingReader
{
public:
    // Both must outlive the reader and its tasks.
    ListingReader(NodePort& node, const NetworkFile& network) : m_node(node), m_network(network) {}

    // All on the board, void ones included (see stateOf), without content. ChainError.
    QCoro::Task<Result<std::vector<Listing>>> all();
    QCoro::Task<Result<Listing>> one(Hash32 vehicleId);                             // NotListed
    QCoro::Task<Result<std::vector<Listing>>> read(std::vector<Hash32> vehicleIds); // the listed among them

private:
    NodePort& m_node;
    const NetworkFile& m_network;
};

} // namespace autochain::market
