// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/dealer_csv.h"

#include "imports/csv_reader.h"
#include "imports/json_entries.h"
#include "imports/kind_words.h"
#include "imports/money_text.h"
#include "imports/plain_text.h"
#include "imports/table_columns.h"
#include "imports/time_text.h"
#include "imports/trouble_code.h"
#include "vehicle/distance.h"
#include "vehicle/vin.h"

#include <algorithm>

namespace autochain::imports
{
namespace
{
using vehicle::RecordKind;

constexpr std::size_t kAhead = 200; // rows looked at to learn the order of days and months

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

std::optional<DateOrder> orderOf(const std::vector<Row>& rows, const FieldSource& date)
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
    TableReader(const ImportOptions& options, ImportSink& sink, FieldSources sources, std::vector<std::string> header)
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
        const auto number = vehicle::wholeDistance(reading);
        if (!number || !known) {
            note(number ? Issue::UnknownUnit : Issue::BadOdometer, number ? "unit" : "odometer", reading,
                 number ? "unit=:km, unit=:mi" : "");
            return false;
        }
        draft.odometerKm = static_cast<std::uint32_t>(miles ? vehicle::kmOfMiles(*number) : *number);
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
    FieldSources m_sources;
    std::vector<std::string> m_header;
    std::optional<DateOrder> m_order;
    const Row* m_row = nullptr;
    bool m_miles = false;
    bool m_unitKnown = false;
};

} // namespace

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
                                     [](std::string_view cell) { return !guessedField(trimmed(cell)).empty(); });
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
    AC_TRY(FieldSources sources, sourcesOf(options.mapping, header));
    if (!sources.contains("vin") && options.vin.empty()) {
        return Error(VehicleError::BadMapping, {"vin"});
    }
    ahead.erase(ahead.begin());
    sink.mapping(usedMapping(sources, header));
    const FieldSource date = sources["date"];
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
