// SPDX-License-Identifier: GPL-3.0-or-later
// One car to which everything has happened.
#include "bundles.h"

namespace autochain::report
{
namespace
{
using vehicle::BodyZone;
using vehicle::Cost;
using vehicle::ProviderRole;
using vehicle::RecordContent;
using vehicle::RecordKind;

RecordContent titled(const char* title, const char* notes = "")
{
    RecordContent out;
    out.title = title;
    out.notes = notes;
    return out;
}

RecordContent service(const char* title, std::int64_t cents)
{
    RecordContent out = titled(title);
    out.items = {{"Engine oil 0W-20, 4.8 l", Cost{7'680, "CAD"}, ""}, {"Oil filter", Cost{1'890, "CAD"}, "15208AA170"}};
    out.cost = Cost{cents, "CAD"};
    out.place = "Ottawa, ON";
    vehicle::ServiceDetails details;
    details.parts = {{"Oil filter", "15208AA170", ""}};
    details.nextDueKm = 112'000;
    out.details = details;
    return out;
}

RecordContent inspection(vehicle::InspectionResult result)
{
    RecordContent out = titled("Safety standards inspection");
    vehicle::InspectionDetails details;
    details.result = result;
    details.scheme = "ON safety";
    details.certificate = "SSC-4471023";
    details.defects = {{"Front brake pads worn close to the limit", vehicle::DefectSeverity::Advisory, "5.1.3"}};
    details.validUntil = day(2027, 10, 28);
    out.details = details;
    out.checked = {vehicle::Looked::Odometer};
    return out;
}

RecordContent accident(std::vector<BodyZone> zones, bool repaired, std::int64_t cents)
{
    RecordContent out = titled("Hit from behind at a light", "The other driver was at fault. Bumper, wing and lamp.");
    vehicle::AccidentDetails details;
    details.severity = vehicle::AccidentSeverity::Moderate;
    details.airbagsDeployed = 0;
    details.claimNumber = "MM-2022-118";
    out.zones = std::move(zones);
    out.resolved = repaired;
    out.cost = Cost{cents, "CAD"};
    out.details = details;
    return out;
}

RecordContent recall(const char* campaign)
{
    RecordContent out = titled("Windshield wiper motor may fail");
    vehicle::RecallDetails details;
    details.campaign = campaign;
    details.authority = "Transport Canada";
    details.component = "Visibility: windshield wiper";
    details.remedy = "The wiper motor cover is replaced free of charge.";
    out.reference = campaign;
    out.details = details;
    return out;
}

// A cold start, a stop of five minutes, and too hot towards the end.
RecordContent drive()
{
    vehicle::ObdSignal speed{"vehicleSpeed", "km/h", 0, 0, 52, 108, 1'200, {}, {}};
    vehicle::ObdSignal coolant{"coolantTemperature", "°C", 1, 145, 846, 1'180, 1'200, {}, {}};
    vehicle::ObdSignal trim{"longTermFuelTrimBank1", "%", 1, -47, -8, 31, 1'200, {}, {}};
    for (std::int64_t at = 0; at < 1'800; at += 15) {
        if (at < 600 || at >= 900) {
            speed.atS.push_back(at);
            speed.values.push_back(at * 108 / 1'785);
            trim.atS.push_back(at);
            trim.values.push_back((at / 15 * 29) % 79 - 47);
        }
        coolant.atS.push_back(at);
        coolant.values.push_back(145 + at * 1'035 / 1'785);
    }
    vehicle::ObdSessionDetails details;
    details.startedAt = day(2026, 10, 30) - 7'200;
    details.durationS = 1'800;
    details.distanceM = 26'300;
    details.device = "DriveLog ELM327";
    details.series = {trim, coolant, speed, {"fuelLevel", "%", 0, 38, 40, 42, 9, {}, {}}};
    details.flags = {{"overheating", "coolantTemperature", 1'180, 140}};
    RecordContent out = titled("Drive to work");
    out.details = details;
    return out;
}

void beginning(Story& story)
{
    RecordContent made = titled("Built at Lafayette, Indiana");
    vehicle::ProductionDetails production;
    production.plant = "Lafayette";
    production.country = "US";
    production.modelYear = 2016;
    production.engine = "EZ36D";
    production.parts = {{"Engine", "EZ36D", "U114523"}, {"Gearbox", "TR690", "TR690-88213"}};
    made.details = production;
    story.tell(RecordKind::Production, day(2016, 2, 11), 4, ProviderRole::Manufacturer, made);
    story.tell(RecordKind::FirstSale, day(2016, 4, 20), 12, ProviderRole::Dealer, titled("Sold new in Ottawa"));
    story.changeHolder(day(2016, 4, 21));
    story.tell(RecordKind::Service, day(2017, 11, 30), 31'500, ProviderRole::Dealer,
               service("24,000 km service", 28'900));
    story.tell(RecordKind::Odometer, day(2018, 9, 11), 47'900, ProviderRole::None, titled("New tyres fitted at home"));
    story.tell(RecordKind::Service, day(2019, 7, 2), 66'300, ProviderRole::RepairShop, service("Oil service", 16'400));
}

void middle(Story& story)
{
    story.changeHolder(day(2021, 4, 3));
    const auto wrong = story.tell(RecordKind::Service, day(2021, 5, 22), 98'400, ProviderRole::Dealer,
                                  service("96,000 km service with spark plugs", 84'300));
    RecordContent corrected = titled("The price was of another car");
    corrected.corrects = wrong;
    vehicle::CorrectionDetails correction;
    correction.replaced = {{"cost", "CAD 843.00", "CAD 483.00"}};
    corrected.details = correction;
    corrected.cost = Cost{48'300, "CAD"};
    story.tell(RecordKind::Correction, day(2021, 6, 1), 98'400, ProviderRole::Dealer, corrected);
    story.tell(RecordKind::Accident, day(2022, 5, 9), 118'000, ProviderRole::Insurer,
               accident({BodyZone::Rear, BodyZone::RearLeft}, true, 624'000));
    RecordContent claim = titled("Claim paid to North Ridge Garage");
    vehicle::ClaimDetails paid;
    paid.number = "MM-2022-118";
    paid.paid = Cost{524'000, "CAD"};
    paid.total = Cost{624'000, "CAD"};
    claim.details = paid;
    story.tell(RecordKind::InsuranceClaim, day(2022, 6, 14), 118'400, ProviderRole::Insurer, claim);
    RecordContent repair = titled("Rear bumper, left rear wing, lamp");
    vehicle::RepairDetails work;
    work.parts = {{"Bumper cover, rear", "57704AL02A", "B-22871"}};
    work.accidentRecord = 9;
    repair.details = work;
    repair.zones = {BodyZone::Rear, BodyZone::RearLeft};
    story.tell(RecordKind::Repair, day(2022, 6, 20), 118'450, ProviderRole::RepairShop, repair);
    story.tell(RecordKind::Lien, day(2021, 4, 5), 0, ProviderRole::Lender, titled("Car loan 4471"));
    story.tell(RecordKind::RecallOpened, day(2023, 2, 1), 0, ProviderRole::Manufacturer, recall("2022-621"));
}

void end(Story& story)
{
    story.tell(RecordKind::Inspection, day(2024, 3, 12), 162'400, ProviderRole::Inspector,
               inspection(vehicle::InspectionResult::Passed));
    const auto low = story.tell(RecordKind::Odometer, day(2024, 6, 3), 118'900, ProviderRole::Dealer,
                                titled("Reading before the sale"));
    RecordContent statement =
        titled("I bought it with this reading",
               "The seller told me the instrument had been changed. I have no paper of that, Жук 中文.");
    statement.corrects = low;
    statement.details = vehicle::StatementDetails{true};
    story.changeHolder(day(2025, 4, 20));
    story.tell(RecordKind::OwnerStatement, day(2025, 5, 1), 121'000, ProviderRole::None, statement);
    RecordContent codes = titled("Codes read");
    vehicle::TroubleCodesDetails read;
    read.codes = {{"P0420", vehicle::TroubleCodeStatus::Stored, "Catalyst system efficiency below threshold, bank 1"}};
    read.milOn = true;
    codes.details = read;
    story.signNextByAnother();
    story.tell(RecordKind::TroubleCodes, day(2025, 9, 2), 125'300, ProviderRole::RepairShop, codes);
    const auto forgotten = story.tell(RecordKind::Service, day(2026, 3, 14), 128'800, ProviderRole::RepairShop,
                                      service("Oil service", 17'100));
    story.forgetContent(forgotten);
    RecordContent last = inspection(vehicle::InspectionResult::PassedWithNotes);
    last.checked = {vehicle::Looked::Odometer, vehicle::Looked::Accidents};
    vehicle::Attachment certificate;
    certificate.digest.bytes.fill(0x42);
    certificate.name = "certificate.pdf";
    certificate.type = "application/pdf";
    last.documents = {certificate};
    story.tell(RecordKind::Inspection, day(2026, 10, 28), 131'660, ProviderRole::Inspector, last);
    RecordContent hidden = titled("Invoice of the service");
    hidden.privateSection = vehicle::PrivateSection{certificate.digest, 2'211, "autochain-sealed/1"};
    story.tell(RecordKind::Service, day(2026, 10, 30), 131'700, ProviderRole::RepairShop, hidden, false);
    story.tell(RecordKind::ObdSession, day(2026, 10, 30), 131'726, ProviderRole::ObdDevice, drive());
}
} // namespace

Story richStory()
{
    Story out;
    beginning(out);
    middle(out);
    end(out);
    out.setLien(true);
    return out;
}

} // namespace autochain::report
