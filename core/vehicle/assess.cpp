// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/assess.h"

#include "vehicle/looked.h"

#include <algorithm>
#include <map>

namespace autochain::vehicle
{
namespace
{
struct Context {
    std::vector<Record> records; // without those withdrawn
    TitleState title;
    Provenance chain;
};

bool isMerelySaid(RecordKind kind)
{
    return kind == RecordKind::Accident || kind == RecordKind::InsuranceClaim || kind == RecordKind::Valuation ||
           kind == RecordKind::OwnerStatement;
}

void restOn(Verdict& verdict, const Record& record, Provenance chain)
{
    verdict.records.push_back(record.index);
    verdict.provenance = worst(verdict.provenance, provenanceOf(record, chain));
}

Verdict begin(Topic topic, Status status, Fact fact, Provenance chain, std::vector<std::int64_t> numbers = {})
{
    return {topic, status, fact, std::move(numbers), {}, chain};
}

Verdict noData(Topic topic, Fact fact)
{
    return begin(topic, Status::NoData, fact, Provenance::Reported);
}

// Clean, or no data where nobody able to know has looked.
Verdict cleanIfLooked(Topic topic, Fact clean, Fact unknown, const Context& context)
{
    const auto looked = lastLook(context.records, topic);
    if (!looked) {
        return noData(topic, unknown);
    }
    Verdict out = begin(topic, Status::Clean, clean, context.chain, {*looked});
    for (const Record& record : context.records) {
        if (hasLooked(record, topic)) {
            restOn(out, record, context.chain);
        }
    }
    return out;
}

const Record* recordAt(const Context& context, std::uint64_t index)
{
    const auto at = std::lower_bound(context.records.begin(), context.records.end(), index,
                                     [](const Record& r, std::uint64_t wanted) { return r.index < wanted; });
    return at == context.records.end() || at->index != index ? nullptr : &*at;
}

void restOnReadings(Verdict& verdict, const Context& context, std::span<const std::uint64_t> indexes)
{
    for (const std::uint64_t index : indexes) {
        if (const Record* record = recordAt(context, index)) {
            restOn(verdict, *record, context.chain);
        }
    }
}

Verdict rolledBack(const OdometerAnalysis& odometer, const Context& context)
{
    std::int64_t lost = 0;
    const Rollback* largest = &odometer.rollbacks.front();
    std::vector<std::uint64_t> indexes;
    for (const Rollback& step : odometer.rollbacks) {
        lost += step.lostKm();
        largest = step.lostKm() > largest->lostKm() ? &step : largest;
        indexes.push_back(step.fromIndex);
        indexes.push_back(step.toIndex);
    }
    Verdict out =
        begin(Topic::Odometer, Status::Problem, Fact::RolledBack, context.chain,
              {lost, largest->fromTime, largest->toTime, static_cast<std::int64_t>(odometer.rollbacks.size())});
    restOnReadings(out, context, indexes);
    return out;
}

Verdict impossibleRate(const OdometerAnalysis& odometer, const Context& context)
{
    const ImpossibleRate& first = odometer.impossibleRates.front();
    Verdict out = begin(Topic::Odometer, Status::Attention, Fact::ImpossibleRate, context.chain,
                        {first.drivenKm(), (first.toTime - first.fromTime) / 86'400, first.fromTime, first.toTime,
                         static_cast<std::int64_t>(first.mostKm)});
    std::vector<std::uint64_t> indexes;
    for (const ImpossibleRate& rate : odometer.impossibleRates) {
        indexes.push_back(rate.fromIndex);
        indexes.push_back(rate.toIndex);
    }
    restOnReadings(out, context, indexes);
    return out;
}

Verdict odometerVerdict(const OdometerAnalysis& odometer, const Context& context)
{
    if (odometer.readings.empty()) {
        return noData(Topic::Odometer, Fact::NoReadings);
    }
    if (odometer.rolledBack()) {
        return rolledBack(odometer, context);
    }
    if (!odometer.impossibleRates.empty()) {
        return impossibleRate(odometer, context);
    }
    std::int64_t witnessed = 0;
    std::vector<std::uint64_t> witnesses;
    for (const Reading& reading : odometer.readings) {
        if (reading.witnessed) {
            ++witnessed;
            witnesses.push_back(reading.index);
        }
    }
    const auto all = static_cast<std::int64_t>(odometer.readings.size());
    if (witnessed == 0) {
        return begin(Topic::Odometer, Status::Attention, Fact::OwnerReadingsOnly, Provenance::Reported, {all});
    }
    Verdict out = begin(Topic::Odometer, Status::Clean, Fact::ReadingsRise, context.chain, {all, witnessed});
    if (!odometer.gaps.empty()) {
        const ReadingGap& longest =
            *std::max_element(odometer.gaps.begin(), odometer.gaps.end(),
                              [](const auto& a, const auto& b) { return a.to - a.from < b.to - b.from; });
        out = begin(Topic::Odometer, Status::Attention, Fact::ReadingGap, context.chain,
                    {longest.months, longest.from, longest.to});
    }
    restOnReadings(out, context, witnesses);
    return out;
}

Verdict accidentsVerdict(const Context& context)
{
    const auto accidents = accidentsOf(context.records);
    if (accidents.empty()) {
        return cleanIfLooked(Topic::Accidents, Fact::NoneRecorded, Fact::NobodyLooked, context);
    }
    std::int64_t open = 0;
    UnixTime last = 0;
    Verdict out = begin(Topic::Accidents, Status::Attention, Fact::AccidentsRepaired, context.chain);
    for (const AccidentEntry& accident : accidents) {
        open += accident.repaired ? 0 : 1;
        last = std::max(last, accident.time);
        restOn(out, *recordAt(context, accident.index), context.chain);
    }
    out.numbers = {static_cast<std::int64_t>(accidents.size()), last};
    if (open > 0) {
        out.fact = Fact::AccidentsOpen;
        out.numbers.push_back(open);
    }
    return out;
}

const Record* lastOfKind(const Context& context, RecordKind kind)
{
    const auto at =
        std::find_if(context.records.rbegin(), context.records.rend(), [&](const Record& r) { return r.kind == kind; });
    return at == context.records.rend() ? nullptr : &*at;
}

Verdict titleVerdict(const Context& context)
{
    struct Rule {
        RecordKind kind;
        Fact fact;
    };
    for (const Rule& rule : {Rule{RecordKind::Scrapped, Fact::Scrapped}, Rule{RecordKind::TotalLoss, Fact::TotalLoss},
                             Rule{RecordKind::TitleBrand, Fact::TitleBranded}}) {
        if (const Record* record = lastOfKind(context, rule.kind)) {
            const Status status = record->content.resolved ? Status::Attention : Status::Problem;
            Verdict out = begin(Topic::Title, status, rule.fact, context.chain, {record->time});
            restOn(out, *record, context.chain);
            return out;
        }
    }
    // The registry itself is the one able to know who holds the title and whether a deal keeps it.
    return context.title.inDeal ? begin(Topic::Title, Status::Attention, Fact::TitleInDeal, context.chain)
                                : begin(Topic::Title, Status::Clean, Fact::TitleFree, context.chain);
}

Verdict liensVerdict(const Context& context)
{
    if (!context.title.underLien) {
        return begin(Topic::Liens, Status::Clean, Fact::NoLienOnTitle, context.chain);
    }
    const Record* lien = lastOfKind(context, RecordKind::Lien);
    Verdict out =
        begin(Topic::Liens, Status::Attention, Fact::LienOnTitle, context.chain, {lien == nullptr ? 0 : lien->time});
    if (lien != nullptr) {
        restOn(out, *lien, context.chain);
    }
    return out;
}

Verdict recallsVerdict(const Context& context)
{
    std::map<std::string, std::int64_t> open; // by campaign; those without a readable one share a row
    std::int64_t all = 0;
    for (const Record& record : context.records) {
        const std::string& campaign = record.content.reference;
        if (record.kind == RecordKind::RecallOpened) {
            ++open[campaign];
            ++all;
        } else if (record.kind == RecordKind::RecallClosed && open[campaign] > 0) {
            --open[campaign];
        }
    }
    if (all == 0) {
        return cleanIfLooked(Topic::Recalls, Fact::NoRecallOpen, Fact::MakerDoesNotReport, context);
    }
    std::int64_t stillOpen = 0;
    for (const auto& [campaign, count] : open) {
        stillOpen += count;
    }
    Verdict out = cleanIfLooked(Topic::Recalls, Fact::RecallsClosed, Fact::MakerDoesNotReport, context);
    if (stillOpen > 0) {
        out.status = Status::Attention;
        out.fact = Fact::RecallsOpen;
        out.numbers = {stillOpen, all};
    } else if (out.status == Status::Clean) {
        out.numbers.insert(out.numbers.begin(), all);
    }
    return out;
}

Verdict theftVerdict(const Context& context)
{
    const Record* last = lastOfKind(context, RecordKind::Theft);
    if (last == nullptr) {
        return cleanIfLooked(Topic::Theft, Fact::NotReportedStolen, Fact::NoPoliceSource, context);
    }
    Verdict out = begin(Topic::Theft, Status::Problem, Fact::ReportedStolen, context.chain, {last->time});
    if (last->content.resolved) {
        const auto first = std::find_if(context.records.begin(), context.records.end(),
                                        [](const Record& r) { return r.kind == RecordKind::Theft; });
        out =
            begin(Topic::Theft, Status::Attention, Fact::StolenAndRecovered, context.chain, {first->time, last->time});
    }
    restOn(out, *last, context.chain);
    return out;
}

std::vector<Record> standing(std::span<const Record> records)
{
    const std::vector<bool> withdrawn = supersededRecords(records);
    std::vector<Record> out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!withdrawn[i]) {
            out.push_back(records[i]);
        }
    }
    return out;
}
} // namespace

Provenance provenanceOf(const Record& record, Provenance chain)
{
    const bool vouchedFor = record.byRegistry || (record.providerRoles != 0 && !isMerelySaid(record.kind));
    return vouchedFor ? chain : worst(chain, Provenance::Reported);
}

std::vector<bool> supersededRecords(std::span<const Record> records)
{
    std::vector<bool> out(records.size(), false);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto& target = records[i].content.corrects;
        if (records[i].kind != RecordKind::Correction || !target || *target >= i) {
            continue;
        }
        // Only the issuer corrects; whoever else points at a record withdraws nothing.
        out[*target] = out[*target] || records[*target].provider == records[i].provider;
    }
    return out;
}

Assessment assess(std::span<const Record> records, const TitleState& title, Provenance chain, UnixTime now)
{
    const Context context{standing(records), title, chain};
    Assessment out;
    out.odometer = analyseOdometer(records, now);
    out.verdicts = {odometerVerdict(out.odometer, context),
                    accidentsVerdict(context),
                    titleVerdict(context),
                    liensVerdict(context),
                    recallsVerdict(context),
                    theftVerdict(context)};
    return out;
}

} // namespace autochain::vehicle
