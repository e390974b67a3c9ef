// SPDX-License-Identifier: GPL-3.0-or-later
// What a car's history says, topic by topic. Clean only where somebody able to know has looked: silence is NoData.
#pragma once

#include "chain/provenance.h"
#include "vehicle/odometer.h"

#include <array>

namespace autochain::vehicle
{

enum class Topic { Odometer, Accidents, Title, Liens, Recalls, Theft };
inline constexpr std::array kTopics = {Topic::Odometer, Topic::Accidents, Topic::Title,
                                       Topic::Liens,    Topic::Recalls,   Topic::Theft};

enum class Status { Clean, Attention, Problem, NoData };

// Why; `numbers` of the verdict are listed behind each.
enum class Fact {
    // Odometer
    ReadingsRise,      // readings, witnessed readings
    RolledBack,        // km taken off in all, time before, time after (of the largest step), steps
    ReadingGap,        // months without a reading, from, to
    ImpossibleRate,    // km between two readings, days, time before, time after, most possible km
    OwnerReadingsOnly, // readings
    NoReadings,
    // Accidents
    NoneRecorded,      // time somebody able to know last looked
    AccidentsRepaired, // accidents, time of the last
    AccidentsOpen,     // accidents, time of the last, of these not known to be repaired
    NobodyLooked,
    // Title
    TitleFree,
    TitleInDeal,
    TitleBranded, // time
    TotalLoss,    // time
    Scrapped,     // time
    // Liens
    NoLienOnTitle,
    LienOnTitle, // time it was set (0: unknown)
    // Recalls
    RecallsClosed, // recalls, time last looked
    RecallsOpen,   // open, all
    NoRecallOpen,  // time last looked
    MakerDoesNotReport,
    // Theft
    NotReportedStolen,  // time last looked
    ReportedStolen,     // time
    StolenAndRecovered, // time stolen, time recovered
    NoPoliceSource
};

struct Verdict {
    Topic topic = Topic::Odometer;
    Status status = Status::NoData;
    Fact fact = Fact::NoReadings;
    std::vector<std::int64_t> numbers;  // as listed at Fact
    std::vector<std::uint64_t> records; // indexes it rests on
    Provenance provenance = Provenance::Reported;
};

// State of the title beside the records (proven by storage).
struct TitleState {
    bool inDeal = false;
    bool underLien = false;
};

struct Assessment {
    std::array<Verdict, 6> verdicts; // in the order of kTopics
    OdometerAnalysis odometer;
    const Verdict& of(Topic topic) const { return verdicts[static_cast<std::size_t>(topic)]; }
};

// `chain`: provenance of the records and the title as read. Precondition: records verified (verifyHistory).
Assessment assess(std::span<const Record> records, const TitleState& title, Provenance chain, UnixTime now);
// How surely one record's statement stands: as the chain where somebody with a role made it, Reported where the owner
// did.
Provenance provenanceOf(const Record& record, Provenance chain);

// Records their own provider has withdrawn by a Correction that points at them.
std::vector<bool> supersededRecords(std::span<const Record> records);

// Who recorded in which year (the matrix of the vehicle page).
enum class CoverageRow { Inspection, Repair, Insurer, Lender, Recalls, Theft };
inline constexpr int kCoverageRows = 6;
struct Coverage {
    int firstYear = 0;
    int lastYear = 0;                                             // inclusive; below firstYear: no records
    std::array<std::vector<std::uint16_t>, kCoverageRows> counts; // records per year, [row][year - firstYear]
};
Coverage coverageOf(std::span<const Record> records, UnixTime now);

// Body zones hit, with the records that say so.
struct AccidentEntry {
    std::uint64_t index = 0;
    UnixTime time = 0;
    std::vector<BodyZone> zones;
    std::optional<Cost> cost;
    bool repaired = false;
};
std::vector<AccidentEntry> accidentsOf(std::span<const Record> records);

} // namespace autochain::vehicle
