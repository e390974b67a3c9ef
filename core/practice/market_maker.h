// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an empty chain: people, contracts, roles, AUC, cars with their past, listings.
#pragma once

#include "practice/node_control.h"
#include "practice/practice_market.h"
#include "practice/seeder.h"

namespace autochain::practice
{

// The port of the network's first node; 0 where it says none.
std::uint16_t networkPort(const NetworkFile& network);

class MarketMaker
{
public:
    MarketMaker(const PracticeFiles& files, const NodeHandle& node, std::vector<CatalogCar> cars, UnixTime genesisTime,
                ReportProgress progress);
    // Ends with the market's files written and the node at `now`, mining. SeedFailed, IoError, ChainError,
    // ContractsError.
    QCoro::Task<Result<NetworkFile>> make(UnixTime now);

private:
    QCoro::Task<Result<>> deploy();
    QCoro::Task<Result<>> seed(UnixTime now);
    QCoro::Task<Result<>> arriveAt(UnixTime now);
    QCoro::Task<Result<>> check();
    Result<> keepBlocks() const;
    Bytes signTreasury(const Call& inner, std::uint64_t nonce) const;
    std::vector<Address> addresses() const;
    void report(PracticeProgress::Stage stage, std::size_t done, std::size_t total) const;

    const PracticeFiles& m_files;
    NodeHandle m_node;
    NodeControl m_control;
    std::vector<CatalogCar> m_cars;
    UnixTime m_genesisTime;
    ReportProgress m_progress;
    std::vector<Person> m_people;
    NetworkFile m_network;
    SeedPlan m_plan;
};

} // namespace autochain::practice
