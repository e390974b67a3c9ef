// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk calls things: columns, statuses, marks, and what is wrong with a line or a query.
#pragma once

#include "dealer/history_job.h"

#include <QString>

namespace autochain::desktop::deskwords
{

QString head(dealer::Column column);     // "Km", "Ti"
QString fullHead(dealer::Column column); // "Odometer verdict"
QString word(dealer::CarStatus status);
QString word(dealer::Mark mark);
QString word(vehicle::Status status);
QString groupTitle(const dealer::Group& group, dealer::GroupBy by);
// What stands in a cell, as the reader's locale writes it; a dash where nothing is known.
QString cell(const dealer::Car& car, dealer::Column column, UnixTime now);
// "Odometer: Problem", for a screen reader.
QString spoken(const dealer::Car& car, dealer::Column column, UnixTime now);

// "At 8: there is no field “yaer”. Is “year” meant?"
QString problem(const dealer::QueryProblem& problem, const QString& text);
// "Line 12: 1HGCM82633A004353 has a wrong check digit"
QString problem(const dealer::LineProblem& problem);
// "37 no answer from their node"
QString failures(const dealer::JobState& state);
QString failure(dealer::Failure failure);
// "about 7 min left"; empty: not to be told yet.
QString timeLeft(const dealer::JobState& state, qint64 elapsedMs);
// "from 3 h ago", "from now"
QString age(UnixTime at, UnixTime now);

} // namespace autochain::desktop::deskwords
