// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seed_content.h"

#include "practice/seed_details.h"

namespace autochain::practice
{
namespace
{
using vehicle::BodyZone;
using vehicle::Looked;
using vehicle::RecordContent;

struct Job {
    const char* text;
    int cents;
};

vehicle::Cost cad(std::int64_t cents)
{
    return {cents, "CAD"};
}

RecordContent work(const char* title, std::initializer_list<Job> jobs)
{
    RecordContent content;
    content.title = title;
    std::int64_t sum = 0;
    for (const Job& job : jobs) {
        content.items.push_back({job.text, cad(job.cents), {}});
        sum += job.cents;
    }
    content.cost = cad(sum);
    return content;
}

RecordContent plain(const char* title, const char* notes = "")
{
    RecordContent content;
    content.title = title;
    content.notes = notes;
    return content;
}

RecordContent service(RandomSource& random)
{
    switch (random.between(0, 5)) {
    case 0:
        return work("Oil service", {{"Engine oil and filter", 8900}, {"Multi-point check", 3500}});
    case 1:
        return work("Yearly service",
                    {{"Engine oil and filter", 9400}, {"Cabin air filter", 4200}, {"Brake fluid", 7800}});
    case 2:
        return work("Front brakes",
                    {{"Front brake discs", 24800}, {"Front brake pads", 11900}, {"Labour, 1.6 h", 20800}});
    case 3:
        return work("Tyres", {{"Four all-season tyres", 68400}, {"Mounting and balancing", 9600}});
    case 4:
        return work(
            "Major service",
            {{"Spark plugs", 14200}, {"Engine air filter", 4900}, {"Coolant", 11800}, {"Labour, 2.5 h", 32500}});
    default:
        return work("Battery", {{"12 V battery", 21900}, {"Charging system test", 4500}});
    }
}

RecordContent inspection(RandomSource& random)
{
    RecordContent content = plain("Safety inspection", "");
    static constexpr const char* kFindings[] = {
        "No defects found.", "Passed. Front tyres at 4 mm, replace within a year.",
        "Passed. Light surface rust on the rear subframe.", "Passed after the left tail lamp was replaced.",
        "Passed. Rear brake pads at 5 mm."};
    content.notes = random.pick(kFindings);
    content.cost = cad(9900);
    content.checked = {Looked::Odometer, Looked::Accidents, Looked::Recalls};
    return content;
}

std::vector<BodyZone> zonesOf(RandomSource& random)
{
    static const std::vector<BodyZone> kHits[] = {{BodyZone::Front, BodyZone::FrontLeft},
                                                  {BodyZone::Rear},
                                                  {BodyZone::RearRight, BodyZone::Right},
                                                  {BodyZone::Left}};
    return random.pick(kHits);
}

RecordContent crash(const Beat& beat, RandomSource& random)
{
    RecordContent content = plain("Collision", "Reported by the driver; no injuries.");
    content.zones = zonesOf(random);
    content.happenedAt = beat.time - 2 * kDay;
    return content;
}

RecordContent repair(RandomSource& random)
{
    RecordContent content = work("Accident repair", {{"Body panels and paint", 214000},
                                                     {"Bumper cover", 48700},
                                                     {"Head lamp assembly", 39900},
                                                     {"Labour, 14 h", 182000}});
    content.zones = zonesOf(random);
    content.resolved = true;
    return content;
}

RecordContent recall(const CatalogCar& car, bool fixed)
{
    RecordContent content = plain(fixed ? "Recall carried out" : "Recall opened",
                                  fixed ? "" : "Passenger airbag inflator may rupture; replaced free of charge.");
    content.reference = "R" + std::to_string(car.year % 100) + "-" + car.vin.substr(12, 4);
    content.resolved = fixed;
    if (fixed) {
        content.items = {{"Airbag inflator replaced", std::nullopt, "INF-" + car.vin.substr(11)}};
    }
    return content;
}

RecordContent theft(bool found)
{
    RecordContent content = plain(found ? "Recovered" : "Reported stolen", found ? "Found undamaged." : "");
    content.reference = "OPP-24-118207";
    content.checked = {Looked::Theft};
    content.resolved = found;
    return content;
}

RecordContent claim(RandomSource& random)
{
    RecordContent content = plain("Collision claim", "Repair costs covered less deductible.");
    content.cost = cad(random.between(2400, 7900) * 100);
    content.reference = "MM-" + std::to_string(random.between(100000, 999999));
    content.checked = {Looked::Accidents};
    return content;
}
} // namespace

std::optional<RecordContent> contentOf(const Beat& beat, const StoryPlace& place, RandomSource& random)
{
    const CatalogCar& car = place.car;
    const auto make = [&]() -> std::optional<RecordContent> {
        switch (beat.kind) {
        case BeatKind::Produced:
            return plain("Built", ("Colour " + car.colour + ", " + car.transmission + ", " + car.fuel + ".").c_str());
        case BeatKind::Sold:
            return beat.km != 0 ? std::optional(plain("First sale")) : std::nullopt;
        case BeatKind::Registered:
            return plain("Registered by its owner", "Bought privately; earlier papers are missing.");
        case BeatKind::Imported:
            return plain("Imported into Canada", "Form 1 stamped at the border.");
        case BeatKind::Serviced:
            return service(random);
        case BeatKind::Inspected:
        case BeatKind::Mistyped:
            return inspection(random);
        case BeatKind::ReadByOwner:
            return plain("Odometer reading");
        case BeatKind::Crashed:
            return crash(beat, random);
        case BeatKind::Claimed:
            return claim(random);
        case BeatKind::Repaired:
            return repair(random);
        case BeatKind::Recalled:
            return recall(car, false);
        case BeatKind::RecallFixed:
            return recall(car, true);
        case BeatKind::Branded: {
            RecordContent content = plain("Title branded", "Rebuilt after a total loss, inspected for the road.");
            content.reference = "rebuilt";
            return content;
        }
        case BeatKind::Stolen:
            return theft(false);
        case BeatKind::Found:
            return theft(true);
        case BeatKind::Stated:
            return plain("Owner's statement",
                         "The car was kept in a garage over winter and never used for deliveries.");
        case BeatKind::Disputed:
            return plain("Owner's statement", "The other driver's insurer has accepted the blame; the letter lies with "
                                              "my own insurer. Only the paint was touched.");
        case BeatKind::Corrected:
            return plain("Correction of a reading", "A digit was typed twice at the counter.");
        case BeatKind::Driven:
            return plain("Drive recorded");
        case BeatKind::CodesRead:
            return plain("Trouble codes read", "The engine lamp had come on once.");
        case BeatKind::UsedByMany:
            return plain("Registered for car sharing");
        case BeatKind::Valued:
            return plain("Valuation");
        case BeatKind::Logged: // the reading is all there is to say
        case BeatKind::LienTaken:
        case BeatKind::LienPaid:
            return std::nullopt;
        }
        return std::nullopt;
    };
    auto content = make();
    if (content) {
        content->place = place.town;
        content->corrects = place.about;
        addDetails(beat, place, *content, random);
    }
    return content;
}

market::ListingContent listingContentOf(const CatalogCar& car, std::size_t owners, RandomSource& random)
{
    static constexpr const char* kTexts[] = {
        "Runs well, two sets of tyres, always serviced when due.", "Small scratch on the rear bumper, otherwise clean.",
        "Used for commuting on the highway. Winter tyres on rims go with it.", "Non-smoker, garage kept.",
        "New brakes and battery. Ready for a long trip."};
    market::ListingContent content;
    content.title = car.title();
    content.make = car.make;
    content.model = car.model;
    content.trim = car.trim;
    content.year = car.year;
    content.body = car.body;
    content.transmission = car.transmission;
    content.fuel = car.fuel;
    content.colour = car.colour;
    content.place = car.town;
    content.description = random.pick(kTexts) + std::string(owners > 1 ? "" : " First hand.");
    return content;
}

} // namespace autochain::practice
