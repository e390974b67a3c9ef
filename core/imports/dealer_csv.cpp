// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/dealer_csv.h"

#include "imports/csv_reader.h"
#include "imports/json_entries.h"
#include "imports/time_text.h"
#include "imports/trouble_code.h"
#include "vehicle/vin.h"

#include <algorithm>
#include <array>

namespace autochain::imports
{
namespace
{
using vehicle::RecordKind;

constexpr std::size_t kAhead = 200; // rows looked at to learn the order of days and months

std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            out.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        }
    }
    return out;
}

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

std::string_view guess(std::string_view column)
{
    const std::string wanted = '|' + plain(column) + '|';
    for (const FieldName& field : kFields) {
        if (wanted.size() > 2 && field.names.find(wanted) != std::string_view::npos) {
            return field.field;
        }
    }
    return {};
}

struct KindWord {
    std::string_view word;
    RecordKind kind;
};
constexpr std::array<KindWord, 52> kKindWords = {{
    {"production", RecordKind::Production},
    {"firstsale", RecordKind::FirstSale},
    {"sale", RecordKind::FirstSale},
    {"ownershipchange", RecordKind::OwnershipChange},
    {"ownerchange", RecordKind::OwnershipChange},
    {"service", RecordKind::Service},
    {"maintenance", RecordKind::Service},
    {"oilchange", RecordKind::Service},
    {"annualservice", RecordKind::Service},
    {"fullservice", RecordKind::Service},
    {"interimservice", RecordKind::Service},
    {"inspektion", RecordKind::Service},
    {"repair", RecordKind::Repair},
    {"repairs", RecordKind::Repair},
    {"reparatur", RecordKind::Repair},
    {"accident", RecordKind::Accident},
    {"collision", RecordKind::Accident},
    {"crash", RecordKind::Accident},
    {"insuranceclaim", RecordKind::InsuranceClaim},
    {"claim", RecordKind::InsuranceClaim},
    {"inspection", RecordKind::Inspection},
    {"mot", RecordKind::Inspection},
    {"hu", RecordKind::Inspection},
    {"tuv", RecordKind::Inspection},
    {"check", RecordKind::Inspection},
    {"odometer", RecordKind::Odometer},
    {"odometerreading", RecordKind::Odometer},
    {"mileage", RecordKind::Odometer},
    {"reading", RecordKind::Odometer},
    {"recallopened", RecordKind::RecallOpened},
    {"recall", RecordKind::RecallOpened},
    {"recallclosed", RecordKind::RecallClosed},
    {"recalldone", RecordKind::RecallClosed},
    {"recallcompleted", RecordKind::RecallClosed},
    {"obdsession", RecordKind::ObdSession},
    {"troublecodes", RecordKind::TroubleCodes},
    {"dtc", RecordKind::TroubleCodes},
    {"diagnostics", RecordKind::TroubleCodes},
    {"theft", RecordKind::Theft},
    {"stolen", RecordKind::Theft},
    {"lien", RecordKind::Lien},
    {"lienrelease", RecordKind::LienRelease},
    {"importexport", RecordKind::ImportExport},
    {"import", RecordKind::ImportExport},
    {"export", RecordKind::ImportExport},
    {"titlebrand", RecordKind::TitleBrand},
    {"totalloss", RecordKind::TotalLoss},
    {"scrapped", RecordKind::Scrapped},
    {"valuation", RecordKind::Valuation},
    {"appraisal", RecordKind::Valuation},
    {"ownerstatement", RecordKind::OwnerStatement},
    {"correction", RecordKind::Correction},
}};

// Where a field comes from in each row.
struct Source {
    int column = -1;
    std::string constant;
};
using Sources = std::map<std::string, Source>;

struct Row {
    std::uint64_t line = 0;
    std::vector<std::string> cells;
    bool brokenQuote = false;
    bool cutOff = false;
};

Row rowOf(const CsvRow& row)
{
    Row out{row.line, {}, row.brokenQuote, row.cutOff};
    for (const std::string_view cell : row.cells) {
        out.cells.push_back(toUtf8(trimmed(cell)));
    }
    return out;
}

bool isBlank(const Row& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

Result<Source> sourceOf(const std::string& told, const std::vector<std::string>& header)
{
    Source out;
    if (told.starts_with(':')) {
        out.constant = told.substr(1);
        return out;
    }
    if (told.starts_with('#')) {
        const auto place = wholeDistance(std::string_view(told).substr(1));
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

Result<Sources> sourcesOf(const std::map<std::string, std::string>& mapping, const std::vector<std::string>& header)
{
    Sources out;
    for (const auto& [field, told] : mapping) {
        if (!isField(field)) {
            return Error(VehicleError::BadMapping, {field});
        }
        if (field != "dates") {
            AC_TRY(out[field], sourceOf(told, header));
        }
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string field(guess(header[i]));
        const bool taken = std::any_of(out.begin(), out.end(),
                                       [&](const auto& one) { return one.second.column == static_cast<int>(i); });
        if (!field.empty() && !taken && !out.contains(field)) {
            out[field].column = static_cast<int>(i);
        }
    }
    return out;
}

// "03/04/2021" is a day in March or April: only other rows can tell.
struct DayParts {
    int first = 0, second = 0;
};
std::optional<DayParts> dayParts(std::string_view text)
{
    DayParts out;
    std::size_t at = 0;
    const auto number = [&](int& to) {
        const std::size_t from = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - from < 2; ++at) {
            to = to * 10 + (text[at] - '0');
        }
        return at > from;
    };
    const bool fits = number(out.first) && at < text.size() &&
                      (text[at] == '/' || text[at] == '-' || text[at] == '.') && (++at, number(out.second)) &&
                      at < text.size() && (text[at] == '/' || text[at] == '-' || text[at] == '.');
    return fits ? std::optional(out) : std::nullopt;
}

std::optional<DateOrder> orderOf(const std::vector<Row>& rows, const Source& date)
{
    bool day = false;
    bool month = false;
    for (const Row& row : rows) {
        if (date.column < 0 || static_cast<std::size_t>(date.column) >= row.cells.size()) {
            continue;
        }
        const std::string& text = row.cells[static_cast<std::size_t>(date.column)];
        if (const auto parts = dayParts(text)) {
            day = day || parts->first > 12 || text.find('.') != text.npos; // points stand behind days, not months
            month = month || parts->second > 12;
        }
    }
    if (day == month) {
        return std::nullopt;
    }
    return day ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

class TableReader
{
public:
    TableReader(const ImportOptions& options, ImportSink& sink, Sources sources, std::vector<std::string> header)
        : m_options(options), m_sink(sink), m_sources(std::move(sources)), m_header(std::move(header))
    {
        const auto odometer = m_sources.find("odometer");
        if (odometer != m_sources.end() && odometer->second.column >= 0) {
            const std::string name = plain(m_header[static_cast<std::size_t>(odometer->second.column)]);
            m_miles = name.ends_with("mi") || name.find("miles") != name.npos || name == "mileagemi";
            m_unitKnown = m_miles || name.ends_with("km") || name.find("kilomet") != name.npos || name == "kms" ||
                          name == "kmstand";
        }
    }

    void setOrder(std::optional<DateOrder> order) { m_order = order; }

    void read(const Row& row)
    {
        m_row = &row;
        if (isBlank(row)) {
            note(Issue::EmptyRow, {});
            return;
        }
        if (row.cutOff || row.brokenQuote) {
            note(row.cutOff ? Issue::CutOff : Issue::BrokenQuote, {});
        }
        if (row.cells.size() != m_header.size()) {
            checkWidth();
        }
        RecordDraft draft;
        draft.line = row.line;
        const bool good = readCar(draft) && readKind(draft) && readDay(draft) && readOdometer(draft);
        if (!good) {
            return;
        }
        readWords(draft);
        readCost(draft);
        readCodes(draft);
        m_sink.draft(std::move(draft));
    }

private:
    void note(Issue issue, std::string field, std::string_view value = {}, std::string suggestion = {})
    {
        m_sink.issue({m_row->line, m_row->line, issue, std::move(field), shown(value), std::move(suggestion)});
    }

    void checkWidth()
    {
        const std::size_t have = m_row->cells.size();
        bool spare = have > m_header.size();
        for (std::size_t i = m_header.size(); i < have; ++i) {
            spare = spare && m_row->cells[i].empty();
        }
        if (!spare) {
            note(have < m_header.size() ? Issue::TooFewCells : Issue::TooManyCells, {}, std::to_string(have));
        }
    }

    std::string text(const char* field) const
    {
        const auto at = m_sources.find(field);
        if (at == m_sources.end()) {
            return {};
        }
        const int column = at->second.column;
        if (column < 0) {
            return at->second.constant;
        }
        return static_cast<std::size_t>(column) < m_row->cells.size() ? m_row->cells[static_cast<std::size_t>(column)]
                                                                      : std::string();
    }

    bool readCar(RecordDraft& draft)
    {
        draft.registration = clipped(text("registration"), 20);
        const std::string vin = text("vin");
        if (vin.empty() && !m_options.vin.empty()) {
            draft.vin = m_options.vin;
            return true;
        }
        if (vin.empty()) {
            note(Issue::NoVin, "vin");
            return false;
        }
        const vehicle::VinAnalysis analysis = vehicle::analyseVin(vin);
        if (!analysis.acceptable()) {
            const bool check = analysis.wellFormed;
            std::string fixed;
            if (analysis.likelyFix) {
                fixed = analysis.normalised;
                fixed[static_cast<std::size_t>(analysis.likelyFix->position) - 1] = analysis.likelyFix->to;
            }
            const std::size_t size = analysis.normalised.size();
            note(check       ? Issue::CheckDigit
                 : size < 17 ? Issue::TooShort
                 : size > 17 ? Issue::TooLong
                             : Issue::ForbiddenLetter,
                 "vin", vin, fixed);
            return false;
        }
        draft.vin = analysis.normalised;
        if (!m_options.vin.empty() && draft.vin != m_options.vin) {
            note(Issue::MovedCells, "vin", vin, m_options.vin);
            return false;
        }
        return true;
    }

    bool readKind(RecordDraft& draft)
    {
        const std::string word = text("kind");
        draft.kind = kindOfWord(word);
        if (draft.kind == RecordKind::None) {
            note(word.empty() ? Issue::MissingField : Issue::UnknownKind, "kind", word);
        }
        return draft.kind != RecordKind::None;
    }

    bool readDay(RecordDraft& draft)
    {
        const std::string day = text("date");
        if (day.empty()) {
            note(Issue::MissingField, "date");
            return false;
        }
        const auto parts = dayParts(day);
        const bool unclear =
            parts && !m_order && parts->first <= 12 && parts->second <= 12 && parts->first != parts->second;
        if (unclear) {
            note(Issue::BadDate, "date", day, "dates=dmy, dates=mdy");
            return false;
        }
        const auto when = readDate(day, m_order.value_or(DateOrder::DayFirst));
        if (!when || *when > m_options.now) {
            note(when ? Issue::DateInFuture : Issue::BadDate, "date", day);
            return false;
        }
        draft.content.happenedAt = *when;
        return true;
    }

    bool readOdometer(RecordDraft& draft)
    {
        std::string reading = text("odometer");
        if (reading.empty()) {
            return true;
        }
        bool miles = m_miles;
        bool known = m_unitKnown;
        const std::string unit = plain(text("unit"));
        if (!unit.empty()) {
            miles = unit.starts_with("mi");
            known = miles || unit.starts_with("k");
        }
        for (const std::string_view suffix : {"miles", "mi", "kms", "km"}) { // "45,000 mi"
            if (plain(reading).ends_with(suffix)) {
                miles = suffix[0] == 'm';
                known = true;
                reading = reading.substr(0, reading.find_last_of("0123456789") + 1);
                break;
            }
        }
        const auto number = wholeDistance(reading);
        if (!number || !known) {
            note(number ? Issue::UnknownUnit : Issue::BadOdometer, number ? "unit" : "odometer", reading,
                 number ? "unit=:km, unit=:mi" : "");
            return false;
        }
        draft.odometerKm = static_cast<std::uint32_t>(miles ? kmOfMiles(*number) : *number);
        return true;
    }

    void readWords(RecordDraft& draft)
    {
        draft.content.title = clipped(text("title"), 200);
        draft.content.notes = clipped(text("notes"), 20'000);
        draft.content.place = clipped(text("place"), 200);
        draft.content.reference = clipped(text("reference"), 200);
        const std::string item = clipped(text("item"), 500);
        const std::string part = clipped(text("part"), 200);
        if (!item.empty() || !part.empty()) {
            vehicle::WorkItem work;
            work.text = item.empty() ? part : item;
            work.partSerial = part;
            draft.content.items.push_back(std::move(work));
        }
    }

    void readCost(RecordDraft& draft)
    {
        const std::string cost = text("cost");
        if (cost.empty()) {
            return;
        }
        std::string currency = text("currency");
        const auto minor = minorUnits(cost, currency);
        if (!minor || currency.size() != 3) {
            note(minor ? Issue::MissingField : Issue::BadAmount, minor ? "currency" : "cost", cost);
            return; // the record stands without it
        }
        draft.content.cost = vehicle::Cost{*minor, currency};
    }

    void readCodes(RecordDraft& draft)
    {
        const std::string codes = text("codes");
        if (codes.empty() || draft.kind != RecordKind::TroubleCodes) {
            return;
        }
        vehicle::TroubleCodesDetails details;
        for (const std::string& code : codesIn(codes)) {
            vehicle::TroubleCode one;
            one.code = code;
            const auto info = readTroubleCode(code);
            one.meaning = info && info->maker.empty() ? std::string(info->meaning) : std::string();
            details.codes.push_back(std::move(one));
        }
        if (details.codes.empty()) {
            note(Issue::BadCode, "codes", codes);
        }
        draft.content.details = std::move(details);
    }

    const ImportOptions& m_options;
    ImportSink& m_sink;
    Sources m_sources;
    std::vector<std::string> m_header;
    std::optional<DateOrder> m_order;
    const Row* m_row = nullptr;
    bool m_miles = false;
    bool m_unitKnown = false;
};

std::map<std::string, std::string> usedMapping(const Sources& sources, const std::vector<std::string>& header)
{
    std::map<std::string, std::string> out;
    for (const auto& [field, source] : sources) {
        out[field] = source.column < 0 ? ':' + source.constant : header[static_cast<std::size_t>(source.column)];
    }
    return out;
}
} // namespace

RecordKind kindOfWord(std::string_view word)
{
    const std::string wanted = plain(word);
    const auto at =
        std::find_if(kKindWords.begin(), kKindWords.end(), [&](const KindWord& one) { return one.word == wanted; });
    return at == kKindWords.end() ? RecordKind::None : at->kind;
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

std::optional<std::int64_t> minorUnits(std::string_view text, std::string& currency)
{
    struct Sign {
        std::string_view sign;
        std::string_view code;
    };
    constexpr std::array<Sign, 5> signs = {{{"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"US$", "USD"}, {"$", "USD"}}};
    std::string digits;
    std::string letters;
    std::string rest(trimmed(text));
    for (const Sign& sign : signs) {
        if (const std::size_t at = rest.find(sign.sign); at != rest.npos) {
            letters = sign.code;
            rest.erase(at, sign.sign.size());
            break;
        }
    }
    for (const char c : rest) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            letters.push_back(static_cast<char>(c & ~0x20));
        } else if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
            digits.push_back(c);
        } else if (c != ' ' && c != '\'') {
            return std::nullopt; // a sign in front, too: a record's cost is never negative
        }
    }
    if (letters.size() == 3) {
        currency = letters;
    } else if (!letters.empty()) {
        return std::nullopt;
    }
    std::transform(currency.begin(), currency.end(), currency.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; });
    const std::size_t last = digits.find_last_of(".,");
    const std::size_t behind = last == digits.npos ? 0 : digits.size() - last - 1;
    const bool hasDecimals = last != digits.npos && behind >= 1 && behind <= 2;
    if (digits.empty() || (last != digits.npos && !hasDecimals && behind != 3)) {
        return std::nullopt;
    }
    const bool noMinor = currency == "JPY" || currency == "KRW";
    std::int64_t whole = 0;
    int count = 0;
    for (std::size_t i = 0; i < (hasDecimals ? last : digits.size()); ++i) {
        if (digits[i] >= '0' && digits[i] <= '9') {
            whole = whole * 10 + (digits[i] - '0');
            if (++count > 12) {
                return std::nullopt;
            }
        }
    }
    std::int64_t cents = 0;
    if (hasDecimals) {
        cents = (digits[last + 1] - '0') * 10 + (behind == 2 ? digits[last + 2] - '0' : 0);
    }
    return noMinor ? (cents == 0 ? std::optional(whole) : std::nullopt) : std::optional(whole * 100 + cents);
}

bool DealerImporter::sniff(std::string_view head) const
{
    MemorySource source(head);
    TextSource text(source);
    CsvReader reader(text);
    CsvRow row;
    if (!reader.next(row)) {
        return false;
    }
    const auto known = std::count_if(row.cells.begin(), row.cells.end(),
                                     [](std::string_view cell) { return !guess(trimmed(cell)).empty(); });
    return known >= 2;
}

Result<> DealerImporter::import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const
{
    TextSource text(source);
    CsvReader reader(text);
    CsvRow raw;
    std::vector<Row> ahead;
    while (ahead.size() < kAhead && reader.next(raw)) {
        if (!ahead.empty() || !raw.isBlank()) {
            ahead.push_back(rowOf(raw));
        }
    }
    if (ahead.empty()) {
        return Error(VehicleError::UnknownFormat, {options.name}, "empty");
    }
    const std::vector<std::string> header = ahead.front().cells;
    AC_TRY(Sources sources, sourcesOf(options.mapping, header));
    if (!sources.contains("vin") && options.vin.empty()) {
        return Error(VehicleError::BadMapping, {"vin"});
    }
    ahead.erase(ahead.begin());
    sink.mapping(usedMapping(sources, header));
    const Source date = sources["date"];
    TableReader table(options, sink, std::move(sources), header);
    const auto told = options.mapping.find("dates");
    table.setOrder(told == options.mapping.end()
                       ? orderOf(ahead, date)
                       : std::optional(told->second == "mdy" ? DateOrder::MonthFirst : DateOrder::DayFirst));
    std::vector<Row> blanks; // at the end of a file they are nothing
    const auto take = [&](Row row) {
        if (isBlank(row)) {
            blanks.push_back(std::move(row));
            return;
        }
        for (const Row& blank : blanks) {
            table.read(blank);
        }
        blanks.clear();
        table.read(row);
    };
    for (Row& row : ahead) {
        take(std::move(row));
    }
    while (reader.next(raw)) {
        take(rowOf(raw));
    }
    if (reader.failed()) {
        return Error(VehicleError::CannotImport, {options.name}, "reading failed");
    }
    return {};
}

} // namespace autochain::imports
