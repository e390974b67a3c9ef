// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/mot_json.h"

#include "imports/json_entries.h"
#include "imports/time_text.h"
#include "vehicle/distance.h"

#include <algorithm>

namespace autochain::imports
{
namespace
{
using vehicle::Defect;
using vehicle::DefectSeverity;
using vehicle::InspectionDetails;
using vehicle::InspectionResult;

constexpr std::size_t kMostDefects = 200;
constexpr std::size_t kLongestDefect = 1'000;

std::string upperOf(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

// FAIL and PRS (put right at the station) are of before May 2018, when there were no degrees yet.
DefectSeverity severityOf(const std::string& type, bool dangerous)
{
    if (dangerous || type == "DANGEROUS") {
        return DefectSeverity::Dangerous;
    }
    if (type == "MAJOR" || type == "FAIL" || type == "PRS") {
        return DefectSeverity::Major;
    }
    return type == "MINOR" ? DefectSeverity::Minor : DefectSeverity::Advisory;
}

// One test; entries are numbered through the file.
class TestReader
{
public:
    TestReader(const ImportOptions& options, ImportSink& sink) : m_options(options), m_sink(sink) {}

    void readVehicle(const QJsonValue& value)
    {
        const QJsonObject vehicle = value.toObject();
        m_registration = textIn(vehicle, "registration");
        const QJsonValue tests = vehicle.value(QLatin1String("motTests"));
        if (!value.isObject() || (m_registration.empty() && !tests.isArray())) {
            note(++m_entry, Issue::BadShape, "registration");
            return;
        }
        for (const QJsonValue test : tests.toArray()) { // a new car has none
            ++m_entry;
            if (test.isObject()) {
                readTest(test.toObject());
            } else {
                note(m_entry, Issue::BadShape, "motTests");
            }
        }
    }

private:
    void note(std::uint64_t entry, Issue issue, std::string field, std::string value = {})
    {
        m_sink.issue({entry, entry, issue, std::move(field), shown(value), {}});
    }

    void readTest(const QJsonObject& test)
    {
        RecordDraft draft;
        draft.vin = m_options.vin;
        draft.registration = m_registration;
        draft.kind = vehicle::RecordKind::Inspection;
        draft.line = m_entry;
        InspectionDetails details;
        details.scheme = "UK MOT";
        details.certificate = clipped(textIn(test, "motTestNumber"), 200);
        if (!readResult(test, details) || !readDates(test, draft, details)) {
            return;
        }
        readOdometer(test, draft);
        readDefects(test, details);
        draft.content.details = std::move(details);
        m_sink.draft(std::move(draft));
    }

    bool readResult(const QJsonObject& test, InspectionDetails& details)
    {
        const std::string result = upperOf(textIn(test, "testResult"));
        if (result != "PASSED" && result != "PASS" && result != "FAILED" && result != "FAIL") {
            note(m_entry, result.empty() ? Issue::MissingField : Issue::BadShape, "testResult", result);
            return false;
        }
        details.result = result[0] == 'F' ? InspectionResult::Failed : InspectionResult::Passed;
        return true;
    }

    bool readDates(const QJsonObject& test, RecordDraft& draft, InspectionDetails& details)
    {
        const std::string completed = textIn(test, "completedDate");
        const auto when = readDate(completed);
        if (!when || *when > m_options.now) {
            note(m_entry,
                 completed.empty() ? Issue::MissingField
                 : when            ? Issue::DateInFuture
                                   : Issue::BadDate,
                 "completedDate", completed);
            return false;
        }
        draft.content.happenedAt = *when;
        const std::string expiry = textIn(test, "expiryDate");
        details.validUntil = readDate(expiry);
        if (!expiry.empty() && !details.validUntil) {
            note(m_entry, Issue::BadDate, "expiryDate", expiry);
        }
        return true;
    }

    // The reading as shown stays in the notes, with its unit.
    void readOdometer(const QJsonObject& test, RecordDraft& draft)
    {
        const std::string type = upperOf(textIn(test, "odometerResultType"));
        const std::string value = textIn(test, "odometerValue");
        if (!(type.empty() || type == "READ") || value.empty()) {
            return; // not read, or there is none
        }
        const std::string unit = upperOf(textIn(test, "odometerUnit"));
        const auto number = vehicle::wholeDistance(value);
        const bool miles = unit == "MI" || unit == "MILES";
        if (!number || !(miles || unit == "KM" || unit == "KILOMETRES")) {
            note(m_entry, number ? Issue::UnknownUnit : Issue::BadOdometer, number ? "odometerUnit" : "odometerValue",
                 number ? unit : value);
            return;
        }
        draft.odometerKm = static_cast<std::uint32_t>(miles ? vehicle::kmOfMiles(*number) : *number);
        draft.content.notes = std::to_string(*number) + (miles ? " mi" : " km");
    }

    void readDefects(const QJsonObject& test, InspectionDetails& details)
    {
        QJsonArray list = test.value(QLatin1String("defects")).toArray();
        if (list.isEmpty()) {
            list = test.value(QLatin1String("rfrAndComments")).toArray();
        }
        for (const QJsonValue value : list) {
            const QJsonObject entry = value.toObject();
            Defect defect;
            defect.text = clipped(textIn(entry, "text"), kLongestDefect);
            defect.severity =
                severityOf(upperOf(textIn(entry, "type")), entry.value(QLatin1String("dangerous")).toBool(false));
            if (defect.text.empty() || details.defects.size() == kMostDefects) {
                note(m_entry, defect.text.empty() ? Issue::BadShape : Issue::CutOff, "defects");
                continue;
            }
            details.defects.push_back(std::move(defect));
        }
        if (details.result == InspectionResult::Passed && !details.defects.empty()) {
            details.result = InspectionResult::PassedWithNotes;
        }
    }

    const ImportOptions& m_options;
    ImportSink& m_sink;
    std::string m_registration;
    std::uint64_t m_entry = 0;
};
} // namespace

bool MotImporter::sniff(std::string_view head) const
{
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const bool json = first != head.npos && (head[first] == '{' || head[first] == '[');
    return json && head.find("\"registration\"") != head.npos &&
           (head.find("\"motTests\"") != head.npos || head.find("\"motTestDueDate\"") != head.npos);
}

Result<> MotImporter::import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const
{
    AC_TRY(const QJsonValue root, readJson(source, options.name));
    TestReader reader(options, sink);
    if (root.isArray()) {
        for (const QJsonValue vehicle : root.toArray()) {
            reader.readVehicle(vehicle);
        }
        return {};
    }
    if (!root.isObject()) {
        return Error(VehicleError::UnknownFormat, {options.name}, "neither a car nor a list of cars");
    }
    reader.readVehicle(root);
    return {};
}

} // namespace autochain::imports
