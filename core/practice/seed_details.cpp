// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seed_details.h"

#include "crypto/hash.h"
#include "practice/papers.h"

namespace autochain::practice
{
namespace
{
using namespace vehicle;

constexpr UnixTime kYear = 365 * kDay;

std::string serialOf(const char* prefix, RandomSource& random)
{
    return prefix + std::to_string(random.between(1'000'000, 9'999'999));
}

ProductionDetails production(const Beat& beat, const CatalogCar& car, RandomSource& random)
{
    ProductionDetails out;
    out.plant = "Works " + car.vin.substr(10, 1);
    out.country = car.vin[0] == 'J' ? "JP" : car.vin[0] == 'W' ? "DE" : car.vin[0] == '2' ? "CA" : "US";
    out.builtAt = beat.time;
    out.modelYear = car.year;
    out.parts = {{"Engine", "", serialOf("E", random)},
                 {"Gearbox", "", serialOf("T", random)},
                 {"Driver airbag", "", serialOf("AB", random)},
                 {"Passenger airbag", "", "INF-" + car.vin.substr(11)}};
    return out;
}

InspectionDetails inspection(const Beat& beat, const RecordContent& content, RandomSource& random)
{
    InspectionDetails out;
    out.scheme = "Ontario safety";
    out.certificate = "SSC-" + std::to_string(random.between(1'000'000, 9'999'999));
    out.validUntil = beat.time + kYear;
    if (content.notes.find("tyres") != std::string::npos) {
        out.defects.push_back({"Front tyres at 4 mm", DefectSeverity::Advisory, "4.1"});
    } else if (content.notes.find("rust") != std::string::npos) {
        out.defects.push_back({"Surface rust on the rear subframe", DefectSeverity::Advisory, "6.2"});
    } else if (content.notes.find("lamp") != std::string::npos) {
        out.defects.push_back({"Left tail lamp, replaced", DefectSeverity::Minor, "3.4"});
    } else if (content.notes.find("pads") != std::string::npos) {
        out.defects.push_back({"Rear brake pads at 5 mm", DefectSeverity::Advisory, "2.3"});
    }
    out.result = out.defects.empty() ? InspectionResult::Passed : InspectionResult::PassedWithNotes;
    return out;
}

AccidentDetails accident(RandomSource& random)
{
    AccidentDetails out;
    out.severity = static_cast<AccidentSeverity>(random.between(1, 3));
    out.airbagsDeployed = out.severity == AccidentSeverity::Severe ? 2 : 0;
    out.towed = out.severity != AccidentSeverity::Minor;
    out.structural = out.severity == AccidentSeverity::Severe && random.next() % 2 == 0;
    return out;
}

RepairDetails repair(const StoryPlace& place, const Beat& beat, RandomSource& random)
{
    RepairDetails out;
    out.parts = {{"Bumper cover", "BC-" + place.car.vin.substr(3, 4), ""},
                 {"Head lamp assembly", "HL-" + place.car.vin.substr(3, 4), serialOf("HL", random)}};
    out.accidentRecord = place.accident;
    out.warrantyUntil = beat.time + 2 * kYear;
    out.warrantyKm = 40'000;
    return out;
}

RecallDetails recall(const Beat& beat, const RecordContent& content)
{
    RecallDetails out;
    out.campaign = content.reference;
    out.authority = "Transport Canada";
    out.component = "Passenger airbag inflator";
    out.summary = "The inflator may rupture when the airbag deploys.";
    out.consequence = "Fragments can injure those in front.";
    out.remedy = "The inflator is replaced free of charge.";
    out.issuedAt = beat.kind == BeatKind::Recalled ? std::optional(beat.time - 20 * kDay) : std::nullopt;
    return out;
}

TroubleCodesDetails codes(RandomSource& random)
{
    static const std::vector<TroubleCode> kSeen[] = {
        {{"P0420", TroubleCodeStatus::Stored, "Catalyst efficiency below threshold (bank 1)"}},
        {{"P0301", TroubleCodeStatus::Stored, "Cylinder 1 misfire detected"},
         {"P0171", TroubleCodeStatus::Pending, "System too lean (bank 1)"}},
        {{"P0128", TroubleCodeStatus::Stored, "Coolant temperature below thermostat regulating temperature"}},
        {}};
    TroubleCodesDetails out;
    out.codes = random.pick(kSeen);
    out.milOn = !out.codes.empty();
    out.cleared = !out.codes.empty() && random.next() % 2 == 0;
    return out;
}

CorrectionDetails correction(const Beat& beat, const StoryPlace& place)
{
    CorrectionDetails out;
    out.withdrawn = true;
    out.replaced = {{"odometerKm", std::to_string(place.typedKm), std::to_string(beat.km)}};
    return out;
}

ValuationDetails valuation(const StoryPlace& place, RandomSource& random)
{
    ValuationDetails out;
    // C$ 0.1050 an AUC, as the catalogue counts, and a dealer's margin.
    out.amount = Cost{static_cast<std::int64_t>(place.car.priceAuc) * 21 / 2 * random.between(92, 104) / 100, "CAD"};
    out.basis = ValuationBasis::DealerRetail;
    out.comparedCars = random.between(6, 22);
    return out;
}

Attachment attach(const Bytes& block, std::string name, std::string type)
{
    Attachment out;
    out.digest = sha256(block);
    out.name = std::move(name);
    out.type = std::move(type);
    out.bytes = block.size();
    return out;
}
} // namespace

void addDetails(const Beat& beat, const StoryPlace& place, RecordContent& content, RandomSource& random)
{
    switch (beat.kind) {
    case BeatKind::Produced:
        content.details = production(beat, place.car, random);
        break;
    case BeatKind::Sold:
        content.details = FirstSaleDetails{"CA", beat.time, beat.time + 3 * kYear, 60'000, std::nullopt};
        break;
    case BeatKind::Imported:
        content.details = ImportExportDetails{"US", "CA", beat.time - kDay, serialOf("B3-", random)};
        break;
    case BeatKind::Serviced:
        content.details = ServiceDetails{{{"Oil filter", "OF-" + place.car.vin.substr(3, 4), ""}},
                                         static_cast<std::int64_t>(beat.km) + 15'000,
                                         beat.time + kYear};
        break;
    case BeatKind::Inspected:
    case BeatKind::Mistyped:
        content.details = inspection(beat, content, random);
        break;
    case BeatKind::ReadByOwner:
        content.details = OdometerDetails{static_cast<std::int64_t>(beat.km), DistanceUnit::Km, false};
        break;
    case BeatKind::Crashed:
        content.details = accident(random);
        break;
    case BeatKind::Claimed:
        content.details = ClaimDetails{content.reference, content.cost, content.cost, place.accident};
        break;
    case BeatKind::Repaired:
        content.details = repair(place, beat, random);
        break;
    case BeatKind::Recalled:
    case BeatKind::RecallFixed:
        content.details = recall(beat, content);
        break;
    case BeatKind::Branded:
        content.details = TitleBrandDetails{TitleBrand::Rebuilt, "CA-ON", serialOf("", random)};
        break;
    case BeatKind::Stolen:
    case BeatKind::Found:
        content.details = TheftDetails{beat.kind == BeatKind::Found ? TheftEvent::Recovered : TheftEvent::Reported,
                                       "Ontario Provincial Police", content.reference, std::nullopt};
        break;
    case BeatKind::Stated:
    case BeatKind::Disputed:
        content.details = StatementDetails{beat.kind == BeatKind::Disputed};
        break;
    case BeatKind::Corrected:
        content.details = correction(beat, place);
        break;
    case BeatKind::Driven:
        content.details = driveLike(place.drive, beat.time - 3'600, random.next() % 5 == 0, random);
        break;
    case BeatKind::CodesRead:
        content.details = codes(random);
        break;
    case BeatKind::UsedByMany:
        content.details = OwnershipDetails{OwnerKind::Rental, "CA-ON", beat.time};
        break;
    case BeatKind::Valued:
        content.details = valuation(place, random);
        break;
    case BeatKind::Registered:
    case BeatKind::Logged:
    case BeatKind::LienTaken:
    case BeatKind::LienPaid:
        break;
    }
}

std::vector<Bytes> addDocuments(const Beat& beat, const StoryPlace& place, RecordContent& content, RandomSource& random)
{
    std::vector<Bytes> blocks;
    const std::string car = place.car.title() + ", VIN " + place.car.vin;
    if (beat.kind == BeatKind::ReadByOwner) {
        blocks.push_back(makeOdometerPng(beat.km));
        content.documents.push_back(attach(blocks.back(), "odometer.png", "image/png"));
    } else if (beat.kind == BeatKind::Inspected && random.next() % 4 == 0) {
        const auto& details = std::get<InspectionDetails>(content.details);
        blocks.push_back(
            makePdf("Safety standards certificate", {car, "Certificate " + details.certificate,
                                                     "Odometer " + std::to_string(beat.km) + " km", content.notes}));
        content.documents.push_back(
            attach(blocks.back(), "certificate-" + details.certificate + ".pdf", "application/pdf"));
    } else if (beat.kind == BeatKind::Repaired) {
        std::vector<std::string> lines{car};
        for (const WorkItem& item : content.items) {
            lines.push_back(item.text + (item.cost ? "  C$ " + std::to_string(item.cost->minorUnits / 100) : ""));
        }
        blocks.push_back(makePdf("Invoice", lines));
        content.documents.push_back(attach(blocks.back(), "invoice.pdf", "application/pdf"));
    }
    return blocks;
}

} // namespace autochain::practice
