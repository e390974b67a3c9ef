// SPDX-License-Identifier: GPL-3.0-or-later
// Reading deals: state from storage (as surely as the node port reads), co-signatures from logs and by recovery.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "escrow/deal.h"

namespace autochain::escrow
{

class DealReader
{
public:
    // Both must outlive the reader and its tasks.
    DealReader(NodePort& node, const NetworkFile& network) : m_node(node), m_network(network) {}

    // UnknownDeal, TermsDoNotFit (a node that lies), ChainError.
    QCoro::Task<Result<DealView>> readDeal(Hash32 dealId);
    // Every deal where `person` is buyer, seller, appraiser or substitute, newest first. `withCoSignatures` off is
    // faster (and leaves the VIN out): storage only, in a few round trips however many there are.
    QCoro::Task<Result<std::vector<DealView>>> dealsOf(Address person, bool withCoSignatures = true);
    QCoro::Task<Result<std::vector<DealView>>> allDeals(bool withCoSignatures = false);
    // What checkTerms compares with, for these terms.
    QCoro::Task<Result<Sourced<TermsContext>>> contextFor(Terms terms);

private:
    QCoro::Task<Result<std::vector<Hash32>>> dealIds();
    QCoro::Task<Result<std::vector<DealView>>> readTerms(std::vector<Hash32> ids);
    QCoro::Task<Result<>> readAround(std::vector<DealView>& deals);
    QCoro::Task<Result<>> readCoSignatures(DealView& deal);
    QCoro::Task<Result<>> readVin(DealView& deal);
    QCoro::Task<Result<std::vector<DealView>>> complete(std::vector<DealView> deals, bool withHints);

    NodePort& m_node;
    const NetworkFile& m_network;
};

} // namespace autochain::escrow
