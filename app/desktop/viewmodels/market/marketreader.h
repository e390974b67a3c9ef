// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the board, the listings' contents and, one by one, what each car's history says. Content and histories are
// kept, so that a new block costs only what changed.
#pragma once

#include "marketrow.h"

#include <QCoroTask>

#include <functional>
#include <unordered_map>

namespace autochain::desktop
{

class MarketReader
{
public:
    // The session must outlive the reader and its tasks.
    explicit MarketReader(Session& session) : m_session(session) {}

    const std::vector<MarketCar>& cars() const { return m_cars; }
    // The board and what is already known of each car.
    QCoro::Task<Result<>> readBoard();
    // Histories not yet read; `step` is called after each few, so that marks appear as they are known.
    QCoro::Task<> readHistories(std::function<void()> step);

private:
    struct Known {
        Hash32 head; // of the history the assessment was made from
        vehicle::Assessment assessment;
    };
    QCoro::Task<> readContents();

    Session& m_session;
    std::vector<MarketCar> m_cars;
    std::unordered_map<Hash32, market::ListingContent> m_contents; // by digest
    std::unordered_map<Hash32, Known> m_known;                     // by vehicle
    bool m_reading = false;
};

} // namespace autochain::desktop
