// SPDX-License-Identifier: GPL-3.0-or-later
// One figure for a whole history, never without its reasons. What nobody looked at earns nothing: it widens the span
// between what is known to be good and what could still be. Weights and why: docs/vehicle-page.md.
#pragma once

#include "vehicle/assess.h"

namespace autochain::vehicle
{

enum class ScorePart { Odometer, Accidents, Title, Upkeep, Recalls, Theft, Liens };
inline constexpr std::array kScoreParts = {ScorePart::Odometer, ScorePart::Accidents, ScorePart::Title,
                                           ScorePart::Upkeep,   ScorePart::Recalls,   ScorePart::Theft,
                                           ScorePart::Liens};
constexpr int scoreWeight(ScorePart part) // of 100
{
    constexpr std::array kWeights = {25, 20, 20, 15, 8, 7, 5};
    return kWeights[static_cast<std::size_t>(part)];
}
inline constexpr int kScoreNeedsKnown = 55; // points that somebody able to know has spoken of; fewer: no figure

struct ScoreReason {
    ScorePart part = ScorePart::Odometer;
    bool known = false;                 // false: nobody able to know has looked, `points` is 0
    int points = 0;                     // earned, of scoreWeight(part)
    std::vector<std::uint64_t> records; // indexes it rests on
};

struct Score {
    std::vector<ScoreReason> reasons; // in the order of kScoreParts
    int earned = 0;                   // sum of points: the lower end of the span
    int known = 0;                    // sum of weights somebody spoke of
    bool enoughKnown() const { return known >= kScoreNeedsKnown; }
    int atMost() const { return earned + 100 - known; } // if all that is unknown were good
};

// Pure. `assessment` was made from the same records (assess). Upkeep: years since the first record in which somebody
// with a role serviced, repaired or inspected the car.
Score scoreOf(const Assessment& assessment, std::span<const Record> records, UnixTime now);

} // namespace autochain::vehicle
