// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/appraiser.h"
#include "chain/network_file.h"
#include "chain/node_port.h"

namespace autochain::appraisal
{

class AppraiserReader
{
public:
    // Both must outlive the reader and its tasks.
    AppraiserReader(NodePort& node, const NetworkFile& network) : m_node(node), m_network(network) {}

    QCoro::Task<Result<std::vector<Appraiser>>> all();   // in order of registration; ChainError
    QCoro::Task<Result<Appraiser>> one(Address address); // NotRegistered
    QCoro::Task<Result<Sourced<DeskRules>>> rules();

private:
    QCoro::Task<Result<std::vector<Appraiser>>> read(std::vector<Address> addresses);

    NodePort& m_node;
    const NetworkFile& m_network;
};

} // namespace autochain::appraisal
