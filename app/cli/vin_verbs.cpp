// SPDX-License-Identifier: GPL-3.0-or-later
// vin decode: what VINs say, for a table of any shape, a list, or a few on the command line.
#include "context.h"
#include "issue_json.h"
#include "verb.h"

#include "imports/vin_issues.h"
#include "imports/vin_rows.h"
#include "messages/enum_names.h"
#include "messages/import_text.h"
#include "vpic/installed_table.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <cstdio>

namespace autochain::cli
{
namespace
{
using imports::JsonLine;
using imports::VinRow;
using vpic::Certainty;
using vpic::DecodedVin;
using vpic::Element;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

void putFact(JsonLine& json, const char* key, const DecodedVin& vin, Element element)
{
    json.put(key, vin.valueOf(element));
}

// Numbers as numbers where they are some.
void putNumber(JsonLine& json, const char* key, const DecodedVin& vin, Element element)
{
    const std::string_view text = vin.valueOf(element);
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
    if (isNumber) {
        json.key(key).json(text);
    } else {
        json.put(key, text);
    }
}

void putOrNull(JsonLine& json, const char* key, const DecodedVin& vin, Element element)
{
    const std::string_view text = vin.valueOf(element);
    json.key(key);
    text.empty() ? json.null() : json.text(text);
}

void putEngine(JsonLine& json, const DecodedVin& vin)
{
    json.key("engine").open();
    putNumber(json, "cylinders", vin, Element::EngineCylinders);
    putNumber(json, "displacementCc", vin, Element::DisplacementCc);
    putFact(json, "configuration", vin, Element::EngineConfiguration);
    putFact(json, "model", vin, Element::EngineModel);
    putFact(json, "manufacturer", vin, Element::EngineManufacturer);
    putFact(json, "turbo", vin, Element::Turbo);
    putFact(json, "fuel", vin, Element::FuelPrimary);
    putFact(json, "fuelSecondary", vin, Element::FuelSecondary);
    putFact(json, "electrification", vin, Element::Electrification);
    putFact(json, "batteryType", vin, Element::BatteryType);
    json.close();
}

void putPlant(JsonLine& json, const DecodedVin& vin)
{
    json.key("plant").open();
    if (vin.analysis.plant != 0 && vin.analysis.wellFormed) {
        json.key("code").text(std::string(1, vin.analysis.plant));
    }
    putFact(json, "city", vin, Element::PlantCity);
    putFact(json, "state", vin, Element::PlantState);
    putFact(json, "country", vin, Element::PlantCountry);
    json.close();
}

const char* wordOf(Certainty certainty)
{
    return certainty == Certainty::Certain ? "certain" : "likely";
}

void putCertainty(JsonLine& json, const DecodedVin& vin)
{
    json.key("certainty").open();
    if (vin.modelYear) {
        json.key("modelYear").text(wordOf(vin.modelYear->certainty));
    }
    for (const vpic::NamedElement& element : vpic::kElements) {
        if (const vpic::Fact* fact = vin.find(element.element)) {
            json.key(element.name).text(wordOf(fact->certainty));
        }
    }
    json.close();
    json.key("alternatives").open();
    if (vin.modelYear && !vin.modelYear->others.empty()) {
        json.key("modelYear").openList();
        for (const int year : vin.modelYear->others) {
            json.integer(year);
        }
        json.closeList();
    }
    for (const vpic::NamedElement& element : vpic::kElements) {
        const vpic::Fact* fact = vin.find(element.element);
        if (fact != nullptr && !fact->others.empty()) {
            json.key(element.name).openList();
            for (const std::string& other : fact->others) {
                json.text(other);
            }
            json.closeList();
        }
    }
    json.close();
}

void putCheckDigit(JsonLine& json, const DecodedVin& vin)
{
    if (!vin.analysis.wellFormed) {
        json.key("checkDigit").null();
        return;
    }
    json.key("checkDigit").open();
    json.key("required").boolean(vin.analysis.checkRequired);
    json.key("fits").boolean(vin.analysis.checkFits);
    json.key("found").text(std::string(1, vin.analysis.checkFound));
    json.key("expected").text(std::string(1, vin.analysis.checkExpected));
    json.close();
}

void putStated(JsonLine& json, const VinRow& row)
{
    if (row.statedMake.empty() && row.statedModel.empty() && row.statedYear.empty()) {
        return;
    }
    json.key("stated").open();
    json.put("make", row.statedMake);
    json.put("model", row.statedModel);
    json.put("modelYear", row.statedYear);
    json.close();
}

std::string jsonOf(const VinRow& row)
{
    const DecodedVin& vin = row.decoded;
    JsonLine json;
    json.open();
    json.key("row").integer(static_cast<std::int64_t>(row.row));
    json.key("line").integer(static_cast<std::int64_t>(row.line));
    json.key("input").text(row.input);
    json.key("vin").text(vin.decodedFromSuggestion ? vin.analysis.normalised : vin.number);
    json.key("valid").boolean(vin.valid);
    json.key("rule").text(camel(messages::enumName(vin.rule)));
    json.put("chassisRule", vin.chassisRule);
    json.key("suggestion");
    vin.suggestion ? json.text(*vin.suggestion) : json.null();
    if (vin.decodedFromSuggestion) {
        json.key("decodedFrom").text("suggestion");
    }
    putCheckDigit(json, vin);
    putOrNull(json, "make", vin, Element::Make);
    putOrNull(json, "model", vin, Element::Model);
    json.key("modelYear");
    vin.modelYear ? json.integer(vin.modelYear->value) : json.null();
    putOrNull(json, "manufacturer", vin, Element::Manufacturer);
    putOrNull(json, "vehicleType", vin, Element::VehicleType);
    putOrNull(json, "body", vin, Element::BodyClass);
    putFact(json, "series", vin, Element::Series);
    putFact(json, "trim", vin, Element::Trim);
    putNumber(json, "doors", vin, Element::Doors);
    putFact(json, "drive", vin, Element::DriveType);
    putFact(json, "grossWeight", vin, Element::GrossWeightFrom);
    putFact(json, "grossWeightTo", vin, Element::GrossWeightTo);
    putEngine(json, vin);
    putPlant(json, vin);
    json.put("country", vin.analysis.country);
    putCertainty(json, vin);
    putStated(json, row);
    json.key("problems").openList();
    for (const imports::LineIssue& issue : row.issues) {
        putIssue(json, issue, false);
    }
    json.closeList().close();
    return json.out();
}

QString lineOf(const VinRow& row)
{
    const DecodedVin& vin = row.decoded;
    QStringList words;
    if (vin.modelYear) {
        words.append(QString::number(vin.modelYear->value));
    }
    for (const Element element : {Element::Make, Element::Model, Element::Trim, Element::BodyClass}) {
        if (const auto text = vin.valueOf(element); !text.empty()) {
            words.append(qs(text));
        }
    }
    QString line = QStringLiteral("%1  %2  %3  %4")
                       .arg(row.line, 6)
                       .arg(qs(imports::shown(vin.number.empty() ? row.input : vin.number)), -17)
                       .arg(vin.valid ? tr("good") : tr("NOT GOOD"), -8)
                       .arg(words.join(QLatin1Char(' ')));
    for (const imports::LineIssue& issue : row.issues) {
        line += QStringLiteral("\n        ") + messages::text(issue);
    }
    return line;
}

class Printer
{
public:
    explicit Printer(bool json) : m_json(json) {}
    void operator()(const VinRow& row)
    {
        // A pipe nobody reads: the rest is decoded for nothing, but is over soon.
        m_open = m_open && printLine(m_json ? jsonOf(row) : lineOf(row).toStdString());
    }

private:
    bool m_json = false;
    bool m_open = true;
};

bool isFile(const QString& argument)
{
    const bool looksSo = argument.contains(QLatin1Char('/')) ||
                         argument.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
                         argument.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) ||
                         argument.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive);
    const bool mayBeNumber = argument.size() == 17; // and a folder called by it, with the car's papers
    const QFileInfo there(argument);
    return argument == QLatin1String("-") || looksSo || there.isFile() || (there.exists() && !mayBeNumber);
}

Result<imports::VinTableSummary> decodeFile(const vpic::VinTable& table, int latest, const std::string& path,
                                            Printer& print)
{
    AC_TRY(const auto source, imports::FileSource::open(path));
    return imports::readVinRows(*source, table, latest, path, [&print](const VinRow& row) { print(row); });
}

VinRow rowOf(const vpic::VinTable& table, int latest, const std::string& number, std::uint64_t at)
{
    VinRow row;
    row.row = row.line = at;
    row.input = number;
    row.decoded = vpic::decodeVin(table, number, {latest, {}});
    row.issues = imports::vinIssues(row.decoded, number, at);
    return row;
}

QCoro::Task<Result<Output>> decode(Context& context, Arguments arguments)
{
    const std::string path = vpic::installedTablePath(QCoreApplication::applicationDirPath().toStdString());
    AC_CO_TRY(const vpic::MappedTable table, vpic::MappedTable::open(path));
    const int latest = QDateTime::currentDateTimeUtc().date().year() + 1;
    Printer print(context.options().json);
    imports::VinTableSummary sum;
    for (const QString& argument : arguments.m_positionals) {
        if (!isFile(argument)) {
            const VinRow row = rowOf(table.table(), latest, argument.toStdString(), ++sum.rows);
            sum.valid += row.decoded.valid ? 1 : 0;
            sum.withIssues += row.issues.empty() ? 0 : 1;
            print(row);
            continue;
        }
        AC_CO_TRY(const auto one, decodeFile(table.table(), latest, argument.toStdString(), print));
        sum.rows += one.rows;
        sum.valid += one.valid;
        sum.withIssues += one.withIssues;
    }
    std::fflush(stdout);
    if (!context.options().json) {
        const QString text = tr("%1 rows, %2 good numbers, %3 rows with something to look at.");
        std::fputs((text.arg(sum.rows).arg(sum.valid).arg(sum.withIssues) + QLatin1Char('\n')).toUtf8().constData(),
                   stderr);
    }
    Output out;
    out.printed = true;
    co_return out;
}
} // namespace

QList<Verb> vinVerbs()
{
    PositionalSpec what{QStringLiteral("FILE-OR-VIN"), tr("A table or list with VINs, - for standard input, or VINs.")};
    what.repeats = true;
    Verb verb{QStringLiteral("vin"),
              QStringLiteral("decode"),
              tr("What VINs say of their cars, a line each."),
              {what},
              {},
              &decode};
    verb.needsNetwork = verb.needsContracts = verb.needsHome = false;
    return {verb};
}

} // namespace autochain::cli
