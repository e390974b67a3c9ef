// SPDX-License-Identifier: GPL-3.0-or-later
// Cars for sale beside which one car's price and history stand. The board is read once per look, histories are kept.
#pragma once

#include "market/position.h"
#include "vehicle/score.h"

#include <QCoroTask>

#include <unordered_map>

namespace autochain::desktop
{

class Session;

struct Similar {
    market::MarketPosition position;    // of the price; empty where the model is not known
    bool modelKnown = false;            // the car has a listing, now or earlier, that names its model
    std::vector<vehicle::Score> scores; // of cars of about the same age and distance
};

class SimilarCars
{
public:
    static constexpr std::size_t kMostHistories = 24; // read for the range of scores

    // The session must outlive it and its tasks.
    explicit SimilarCars(Session& session) : m_session(session) {}

    // `year` and `km` of the car; its model is found on the board. Cars whose history cannot be read are left out.
    QCoro::Task<Result<Similar>> find(Hash32 vehicleId, int year, std::uint32_t km);

private:
    struct Known {
        Hash32 head; // of the history the score was made from
        vehicle::Score score;
    };
    QCoro::Task<Result<std::vector<market::Comparable>>> readBoard();
    QCoro::Task<std::vector<vehicle::Score>> scoresOf(std::vector<Hash32> vehicleIds);

    Session& m_session;
    std::unordered_map<Hash32, market::ListingContent> m_contents; // by digest
    std::unordered_map<Hash32, Known> m_known;
};

} // namespace autochain::desktop
