// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vin_rows.h"

#include "imports/number_text.h"
#include "imports/stated_car.h"
#include "imports/vin_columns.h"
#include "imports/vin_issues.h"

#include <algorithm>
#include <unordered_map>

namespace autochain::imports
{
namespace
{
using vpic::Element;

constexpr std::size_t kLookedRows = 200;           // to find the column by what is in it
constexpr std::size_t kMostRemembered = 2'000'000; // numbers, to see them twice

class RowReader
{
public:
    RowReader(const vpic::VinTable& table, int latest, const std::function<void(const VinRow&)>& use)
        : m_table(table), m_latest(latest), m_use(use)
    {
    }

    void setHeader(const Cells& header, const VinColumns& roles)
    {
        m_width = header.size();
        m_header = header;
        m_columns = roles;
    }
    void setNoHeader(int vinColumn, std::size_t width)
    {
        m_columns.vin = vinColumn;
        m_width = width;
    }

    void add(const HeldRow& row)
    {
        VinRow out;
        out.row = ++summary.rows;
        out.line = row.line;
        if (row.brokenQuote) {
            note(out, Issue::BrokenQuote);
        }
        if (row.cutOff) {
            note(out, Issue::CutOff);
        }
        const int at = findVin(row, out);
        const int shift = at < 0 ? 0 : at - std::max(m_columns.vin, 0);
        checkWidth(row, out);
        if (m_columns.vin < 0 && at < 0) {
            out.input = row.cells.size() == 1 ? row.cells[0] : std::string();
        }
        takeStated(row, shift, out);
        if (at >= 0) {
            decode(row.cells[static_cast<std::size_t>(at)], out);
            tellOthers(row, at, out);
        } else {
            note(out, Issue::NoVin);
        }
        finish(out);
    }

    void addBlank(std::uint64_t line)
    {
        VinRow out;
        out.row = ++summary.rows;
        out.line = line;
        note(out, Issue::EmptyRow);
        finish(out);
    }

    VinTableSummary summary;

private:
    void note(VinRow& out, Issue issue, std::string field = {}, std::string value = {}, std::string suggestion = {})
    {
        out.issues.push_back({out.line, out.line, issue, std::move(field), std::move(value), std::move(suggestion)});
    }

    void checkWidth(const HeldRow& row, VinRow& out)
    {
        if (m_width == 0 || row.cells.size() == m_width) {
            return;
        }
        bool spare = row.cells.size() > m_width;
        for (std::size_t i = m_width; i < row.cells.size(); ++i) {
            spare = spare && trimmed(row.cells[i]).empty();
        }
        if (!spare) {
            note(out, row.cells.size() < m_width ? Issue::TooFewCells : Issue::TooManyCells, {},
                 std::to_string(row.cells.size()));
        }
    }

    // The cell of the header's column, or where that holds nothing like it while another does, that one.
    int findVin(const HeldRow& row, VinRow& out)
    {
        const auto cellAt = [&](int index) -> std::string_view {
            return index >= 0 && static_cast<std::size_t>(index) < row.cells.size()
                       ? std::string_view(row.cells[static_cast<std::size_t>(index)])
                       : std::string_view();
        };
        const std::string_view own = trimmed(cellAt(m_columns.vin));
        const bool odd = m_width != 0 && row.cells.size() != m_width;
        if (!looksLikeVin(own) && (odd || own.empty())) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (looksLikeVin(row.cells[i]) && vehicle::isWellFormedVin(vehicle::normaliseVin(row.cells[i]))) {
                    note(out, Issue::MovedCells, {}, std::to_string(i + 1));
                    return static_cast<int>(i);
                }
            }
        }
        return own.empty() ? -1 : m_columns.vin;
    }

    // What the row itself says; behind a comma too many cells stand further right.
    void takeStated(const HeldRow& row, int shift, VinRow& out)
    {
        const auto cell = [&](int role) {
            const int index = role > m_columns.vin ? role + shift : role;
            if (role < 0 || index < 0 || static_cast<std::size_t>(index) >= row.cells.size()) {
                return std::string();
            }
            return toUtf8(trimmed(row.cells[static_cast<std::size_t>(index)]));
        };
        out.statedMake = cell(m_columns.make);
        out.statedModel = cell(m_columns.model);
        out.statedYear = cell(m_columns.year);
    }

    static std::optional<int> yearIn(const std::string& text)
    {
        const NumberText number = readNumber(text);
        const bool whole = number.kind == NumberKind::Value && number.value == static_cast<int>(number.value);
        return whole && number.value >= 1885 && number.value <= 2100 ? std::optional(static_cast<int>(number.value))
                                                                     : std::nullopt;
    }

    void decode(const std::string& cell, VinRow& out)
    {
        out.input = cell;
        const auto year = yearIn(out.statedYear);
        out.decoded = vpic::decodeVin(m_table, trimmed(cell), {m_latest, year});
        for (LineIssue& issue : vinIssues(out.decoded, trimmed(cell), out.line)) {
            out.issues.push_back(std::move(issue));
        }
        compare(out, year);
        rememberVin(out);
    }

    // A row tells of one car; another number in it (of the car traded in, say) is named and left alone.
    void tellOthers(const HeldRow& row, int at, VinRow& out)
    {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string& cell = row.cells[i];
            if (static_cast<int>(i) == at || cell.size() < 17 || !looksLikeVin(cell)) {
                continue;
            }
            const std::string number = vehicle::normaliseVin(cell);
            if (vehicle::isWellFormedVin(number) && number != out.decoded.number &&
                number != out.decoded.analysis.normalised) {
                note(out, Issue::AnotherVin, name(static_cast<int>(i), std::to_string(i + 1)), number);
            }
        }
    }

    void compare(VinRow& out, std::optional<int> year)
    {
        const vpic::DecodedVin& vin = out.decoded;
        const vpic::Fact* make = vin.find(Element::Make);
        if (!out.statedMake.empty() && make != nullptr && !sameMake(out.statedMake, make->value) &&
            !std::any_of(make->others.begin(), make->others.end(),
                         [&](const std::string& other) { return sameMake(out.statedMake, other); })) {
            note(out, Issue::MakeDiffers, name(m_columns.make, "make"), out.statedMake, make->value);
        }
        if (!out.statedModel.empty() && vin.find(Element::Model) != nullptr && !sameModel(out.statedModel, vin)) {
            note(out, Issue::ModelDiffers, name(m_columns.model, "model"), out.statedModel,
                 vin.find(Element::Model)->value);
        }
        if (year && vin.modelYear && *year != vin.modelYear->value &&
            std::find(vin.modelYear->others.begin(), vin.modelYear->others.end(), *year) ==
                vin.modelYear->others.end()) {
            note(out, Issue::ModelYearDiffers, name(m_columns.year, "year"), out.statedYear,
                 std::to_string(vin.modelYear->value));
        }
    }

    std::string name(int role, std::string_view otherwise) const
    {
        const bool known = role >= 0 && static_cast<std::size_t>(role) < m_header.size();
        return known ? toUtf8(trimmed(m_header[static_cast<std::size_t>(role)])) : std::string(otherwise);
    }

    void rememberVin(VinRow& out)
    {
        if (out.decoded.number.empty() || out.decoded.decodedFromSuggestion || m_seen.size() >= kMostRemembered) {
            return;
        }
        const auto [at, isNew] = m_seen.try_emplace(std::hash<std::string>()(out.decoded.number), out.line);
        if (!isNew) {
            note(out, Issue::DuplicateVin, {}, std::to_string(at->second));
        }
    }

    void finish(const VinRow& out)
    {
        summary.valid += out.decoded.valid ? 1 : 0;
        summary.withIssues += out.issues.empty() ? 0 : 1;
        m_use(out);
    }

    const vpic::VinTable& m_table;
    int m_latest = 0;
    const std::function<void(const VinRow&)>& m_use;
    Cells m_header;
    VinColumns m_columns;
    std::size_t m_width = 0;
    std::unordered_map<std::size_t, std::uint64_t> m_seen; // hash of the number -> its first line
};
} // namespace

Result<VinTableSummary> readVinRows(ByteSource& source, const vpic::VinTable& table, int latestModelYear,
                                    const std::string& name, const std::function<void(const VinRow&)>& use)
{
    TextSource text(source);
    CsvReader reader(text);
    RowReader rows(table, latestModelYear, use);
    std::vector<HeldRow> ahead;
    CsvRow row;
    while (ahead.size() < kLookedRows && reader.next(row)) {
        ahead.push_back(heldOf(row));
    }
    const auto isBlank = [](const HeldRow& held) {
        return std::all_of(held.cells.begin(), held.cells.end(),
                           [](const std::string& cell) { return trimmed(cell).empty(); });
    };
    std::vector<HeldRow> filled;
    std::copy_if(ahead.begin(), ahead.end(), std::back_inserter(filled),
                 [&](const HeldRow& held) { return !isBlank(held); });
    const int byContent = columnByContent(filled, 0);
    const bool hasHeader = startsWithHeader(filled, byContent);
    rows.summary.hasHeader = hasHeader;
    std::uint64_t headerLine = 0;
    if (hasHeader) {
        headerLine = filled.front().line;
        VinColumns roles = columnsByName(filled.front().cells);
        roles.vin = roles.vin >= 0 ? roles.vin : columnByContent(filled, 1);
        rows.setHeader(filled.front().cells, roles);
        if (roles.vin >= 0) {
            rows.summary.vinColumn = toUtf8(trimmed(filled.front().cells[static_cast<std::size_t>(roles.vin)]));
        }
    } else {
        rows.setNoHeader(std::max(byContent, 0), filled.empty() ? 0 : filled.front().cells.size());
    }
    std::vector<std::uint64_t> blanks; // told when something follows them
    bool headerSeen = !hasHeader;
    const auto take = [&](const HeldRow& held) {
        if (!headerSeen && held.line == headerLine) {
            headerSeen = true;
            return;
        }
        if (isBlank(held) && !held.brokenQuote) {
            if (headerSeen && blanks.size() < 1'000'000) {
                blanks.push_back(held.line);
            }
            return;
        }
        for (const std::uint64_t line : blanks) {
            rows.addBlank(line);
        }
        blanks.clear();
        rows.add(held);
    };
    for (const HeldRow& held : ahead) {
        take(held);
    }
    while (reader.next(row)) {
        take(heldOf(row));
    }
    if (reader.failed()) {
        return Error(VehicleError::CannotImport, {name}, "reading failed");
    }
    return rows.summary;
}

} // namespace autochain::imports
