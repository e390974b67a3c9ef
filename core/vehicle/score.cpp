// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/score.h"

#include <algorithm>
#include <set>

namespace autochain::vehicle
{
namespace
{
constexpr std::int64_t kYearSeconds = 31'556'952; // Gregorian
constexpr int kMostLostByGaps = 15;               // a point per month beyond the first twelve
constexpr int kImpossiblePoints = 8;              // readings rise, but one of them is wrong
constexpr int kLostByRepaired = 5;                // per accident
constexpr int kLostByOpen = 10;                   // per accident not known to be repaired
constexpr int kBrandedPoints = 5;                 // rebuilt, inspected and said so
constexpr int kLostByRecall = 4;                  // per open recall
constexpr int kRecoveredPoints = 3;

std::int64_t numberOf(const Verdict& verdict, std::size_t i)
{
    return i < verdict.numbers.size() ? verdict.numbers[i] : 0;
}

int less(int whole, std::int64_t lost)
{
    return static_cast<int>(std::max<std::int64_t>(0, whole - lost));
}

int odometerPoints(const OdometerAnalysis& odometer)
{
    if (odometer.rolledBack()) {
        return 0;
    }
    if (!odometer.impossibleRates.empty()) {
        return kImpossiblePoints;
    }
    std::int64_t missing = 0;
    for (const ReadingGap& gap : odometer.gaps) {
        missing += gap.months - kGapMonths;
    }
    return less(scoreWeight(ScorePart::Odometer), std::min<std::int64_t>(missing, kMostLostByGaps));
}

int accidentPoints(const Verdict& verdict)
{
    const int whole = scoreWeight(ScorePart::Accidents);
    if (verdict.status == Status::Clean) {
        return whole;
    }
    const std::int64_t all = numberOf(verdict, 0);
    const std::int64_t open = numberOf(verdict, 2);
    return less(whole, (all - open) * kLostByRepaired + open * kLostByOpen);
}

int titlePoints(const Verdict& verdict)
{
    switch (verdict.fact) {
    case Fact::TitleFree:
    case Fact::TitleInDeal: // a sale under way says nothing about the car
        return scoreWeight(ScorePart::Title);
    case Fact::TitleBranded:
        return kBrandedPoints;
    default:
        return 0;
    }
}

int topicPoints(ScorePart part, const Assessment& assessment)
{
    switch (part) {
    case ScorePart::Odometer:
        return odometerPoints(assessment.odometer);
    case ScorePart::Accidents:
        return accidentPoints(assessment.of(Topic::Accidents));
    case ScorePart::Title:
        return titlePoints(assessment.of(Topic::Title));
    case ScorePart::Recalls: {
        const Verdict& verdict = assessment.of(Topic::Recalls);
        const std::int64_t open = verdict.fact == Fact::RecallsOpen ? numberOf(verdict, 0) : 0;
        return less(scoreWeight(part), open * kLostByRecall);
    }
    case ScorePart::Theft: {
        const Verdict& verdict = assessment.of(Topic::Theft);
        return verdict.status == Status::Clean            ? scoreWeight(part)
               : verdict.fact == Fact::StolenAndRecovered ? kRecoveredPoints
                                                          : 0;
    }
    case ScorePart::Liens:
        return assessment.of(Topic::Liens).status == Status::Clean ? scoreWeight(part) : 0;
    case ScorePart::Upkeep:
        break;
    }
    return 0;
}

Topic topicOf(ScorePart part)
{
    switch (part) {
    case ScorePart::Accidents:
        return Topic::Accidents;
    case ScorePart::Title:
        return Topic::Title;
    case ScorePart::Recalls:
        return Topic::Recalls;
    case ScorePart::Theft:
        return Topic::Theft;
    case ScorePart::Liens:
        return Topic::Liens;
    default:
        return Topic::Odometer;
    }
}

// The owner's own readings are a word, not a witness: for the score they are as good as none.
bool isKnown(const Verdict& verdict)
{
    return verdict.status != Status::NoData && verdict.fact != Fact::OwnerReadingsOnly;
}

bool isUpkeep(const Record& record)
{
    return record.providerRoles != 0 && (record.kind == RecordKind::Service || record.kind == RecordKind::Repair ||
                                         record.kind == RecordKind::Inspection);
}

ScoreReason upkeep(std::span<const Record> records, UnixTime now)
{
    ScoreReason out{ScorePart::Upkeep, false, 0, {}};
    if (records.empty()) {
        return out;
    }
    const UnixTime start = records.front().time;
    const std::vector<bool> withdrawn = supersededRecords(records);
    std::set<std::int64_t> years;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isUpkeep(records[i]) && !withdrawn[i]) {
            years.insert((records[i].time - start) / kYearSeconds);
            out.records.push_back(records[i].index);
        }
    }
    const std::int64_t life = std::max<std::int64_t>(1, (now - start + kYearSeconds / 2) / kYearSeconds);
    const auto seen = std::min<std::int64_t>(static_cast<std::int64_t>(years.size()), life);
    out.known = seen > 0;
    out.points = static_cast<int>(scoreWeight(ScorePart::Upkeep) * seen / life);
    return out;
}
} // namespace

Score scoreOf(const Assessment& assessment, std::span<const Record> records, UnixTime now)
{
    Score out;
    for (const ScorePart part : kScoreParts) {
        ScoreReason reason{part, false, 0, {}};
        if (part == ScorePart::Upkeep) {
            reason = upkeep(records, now);
        } else if (const Verdict& verdict = assessment.of(topicOf(part)); isKnown(verdict)) {
            reason = {part, true, topicPoints(part, assessment), verdict.records};
        }
        out.earned += reason.points;
        out.known += reason.known ? scoreWeight(part) : 0;
        out.reasons.push_back(std::move(reason));
    }
    return out;
}

} // namespace autochain::vehicle
