// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/table_columns.h"

#include "imports/csv_reader.h"
#include "imports/json_entries.h"
#include "imports/plain_text.h"
#include "vehicle/distance.h"

#include <algorithm>
#include <array>

namespace autochain::imports
{
namespace
{
struct FieldName {
    std::string_view field;
    std::string_view names; // of columns, between bars
};
constexpr std::array<FieldName, 16> kFields = {{
    {"vin", "|vin|vinnumber|vinno|chassis|chassisnumber|vehicleidentificationnumber|fin|"},
    {"registration", "|registration|reg|regno|plate|licenseplate|licenceplate|numberplate|"},
    {"kind", "|kind|type|recordtype|event|eventtype|jobtype|category|"},
    {"date", "|date|servicedate|jobdate|invoicedate|eventdate|completed|completeddate|when|day|datum|"},
    {"odometer", "|odometer|odometerkm|odometermi|mileage|mileagekm|mileagemi|miles|km|kms|kilometers|kilometres|"
                 "milage|reading|odo|odometerreading|kmstand|"},
    {"unit", "|unit|odometerunit|mileageunit|"},
    {"title", "|title|summary|headline|subject|job|"},
    {"notes", "|notes|note|comment|comments|remarks|details|"},
    {"place", "|place|location|shop|garage|workshop|city|branch|"},
    {"item", "|item|work|description|workdone|operation|labour|service|"},
    {"part", "|part|partserial|partnumber|serial|partno|"},
    {"cost", "|cost|price|total|amount|invoice|invoicetotal|sum|grandtotal|"},
    {"currency", "|currency|cur|"},
    {"reference", "|reference|ref|invoiceno|invoicenumber|jobno|jobnumber|claimnumber|campaign|casenumber|"},
    {"codes", "|codes|dtc|dtcs|troublecodes|faultcodes|"},
    {"dates", "||"},
}};

bool isField(std::string_view name)
{
    return std::any_of(kFields.begin(), kFields.end(), [&](const FieldName& field) { return field.field == name; });
}

Result<FieldSource> sourceOf(const std::string& told, const std::vector<std::string>& header)
{
    FieldSource out;
    if (told.starts_with(':')) {
        out.constant = told.substr(1);
        return out;
    }
    if (told.starts_with('#')) {
        const auto place = vehicle::wholeDistance(std::string_view(told).substr(1));
        if (place && *place >= 1 && *place <= header.size()) {
            out.column = static_cast<int>(*place) - 1;
            return out;
        }
        return Error(VehicleError::BadMapping, {told});
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == told || (!plain(told).empty() && plain(header[i]) == plain(told))) {
            out.column = static_cast<int>(i);
            return out;
        }
    }
    return Error(VehicleError::BadMapping, {told});
}
} // namespace

std::string_view guessedField(std::string_view column)
{
    const std::string wanted = '|' + plain(column) + '|';
    for (const FieldName& field : kFields) {
        if (wanted.size() > 2 && field.names.find(wanted) != std::string_view::npos) {
            return field.field;
        }
    }
    return {};
}

Result<FieldSources> sourcesOf(const std::map<std::string, std::string>& mapping,
                               const std::vector<std::string>& header)
{
    FieldSources out;
    for (const auto& [field, told] : mapping) {
        if (!isField(field)) {
            return Error(VehicleError::BadMapping, {field});
        }
        if (field != "dates") {
            AC_TRY(out[field], sourceOf(told, header));
        }
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string field(guessedField(header[i]));
        const bool taken = std::any_of(out.begin(), out.end(),
                                       [&](const auto& one) { return one.second.column == static_cast<int>(i); });
        if (!field.empty() && !taken && !out.contains(field)) {
            out[field].column = static_cast<int>(i);
        }
    }
    return out;
}

std::map<std::string, std::string> usedMapping(const FieldSources& sources, const std::vector<std::string>& header)
{
    std::map<std::string, std::string> out;
    for (const auto& [field, source] : sources) {
        out[field] = source.column < 0 ? ':' + source.constant : header[static_cast<std::size_t>(source.column)];
    }
    return out;
}
Result<std::map<std::string, std::string>> parseMapping(std::string_view text)
{
    std::map<std::string, std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == part.size() ||
            !isField(part.substr(0, equals))) {
            return Error(VehicleError::BadMapping, {std::string(part)});
        }
        out[std::string(part.substr(0, equals))] = std::string(part.substr(equals + 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const auto dates = out.find("dates");
    if (dates != out.end() && dates->second != "dmy" && dates->second != "mdy") {
        return Error(VehicleError::BadMapping, {"dates=" + dates->second});
    }
    return out;
}

} // namespace autochain::imports
