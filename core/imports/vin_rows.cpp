// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vin_rows.h"

#include "imports/number_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace autochain::imports
{
namespace
{
using vehicle::VinProblem;
using vpic::Element;
using vpic::NumberRule;

constexpr std::size_t kLookedRows = 200;           // to find the column by what is in it
constexpr std::size_t kMostRemembered = 2'000'000; // numbers, to see them twice

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Letters and digits, upper case: what is left of "Vehicle Identification Number (VIN)" or of a make to compare.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const char u = upper(c);
        if ((u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z')) {
            out.push_back(u);
        }
    }
    return out;
}

bool isOneOf(const std::string& text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

bool isVinName(const std::string& name)
{
    return isOneOf(name, {"VIN",
                          "VINNUMBER",
                          "VINNO",
                          "VINCODE",
                          "VIN17",
                          "VINS",
                          "CARVIN",
                          "VEHICLEVIN",
                          "CHASSIS",
                          "CHASSISNO",
                          "CHASSISNUMBER",
                          "CHASSISNR",
                          "FRAME",
                          "FRAMENO",
                          "FRAMENUMBER",
                          "FIN",
                          "FAHRGESTELLNUMMER",
                          "VEHICLEIDENTIFICATIONNUMBER",
                          "VEHICLEIDENTIFICATIONNUMBERVIN",
                          "VINVEHICLEIDENTIFICATIONNUMBER",
                          "VEHICLEID",
                          "VEHICLEIDNUMBER",
                          "VEHICLEIDENTIFICATIONNO",
                          "BASTIDOR",
                          "NUMEROVIN",
                          "TELAIO",
                          "NVIN"});
}

// 11 to 20 letters and digits with enough digits among them: what a VIN looks like, right or wrong.
bool looksLikeVin(std::string_view cell)
{
    const std::string text = plain(cell);
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.size() >= 11 && text.size() <= 20 && digits >= 3 && cell.size() <= text.size() + 8 &&
           static_cast<std::size_t>(digits) < text.size();
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Roles { // columns; none: -1
    int vin = -1, make = -1, model = -1, year = -1;
};

Roles rolesByName(const std::vector<std::string>& header)
{
    Roles out;
    const auto take = [](int& role, std::size_t index, bool fits) {
        if (fits && role < 0) {
            role = static_cast<int>(index);
        }
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = plain(header[i]);
        take(out.vin, i, isVinName(name));
        take(out.make, i,
             isOneOf(name, {"MAKE", "MAKENAME", "BRAND", "MANUFACTURER", "MARQUE", "CARMAKE", "VEHICLEMAKE", "MARKE",
                            "MARCA"}));
        take(out.model, i, isOneOf(name, {"MODEL", "MODELNAME", "CARMODEL", "VEHICLEMODEL", "MODELL", "MODELO"}));
        take(out.year, i,
             isOneOf(name,
                     {"YEAR", "MODELYEAR", "MY", "YEAROFMANUFACTURE", "CARYEAR", "VEHICLEYEAR", "BAUJAHR", "ANO"}));
    }
    // "Seller VIN", "vin_17", "Chassis no. (rear)": a name with the word in it, where no better one is there.
    for (std::size_t i = 0; out.vin < 0 && i < header.size(); ++i) {
        std::string name = plain(header[i]);
        while (!name.empty() && name.back() >= '0' && name.back() <= '9') {
            name.pop_back();
        }
        take(out.vin, i,
             name.starts_with("VIN") || name.ends_with("VIN") || name.find("CHASSIS") != name.npos ||
                 name.find("IDENTIFICATIONN") != name.npos);
    }
    return out;
}

using Cells = std::vector<std::string>;

struct HeldRow { // read ahead, so its cells are its own
    std::uint64_t line = 0;
    Cells cells;
    bool brokenQuote = false;
    bool cutOff = false;
};

HeldRow heldOf(const CsvRow& row)
{
    HeldRow out;
    out.line = row.line;
    out.brokenQuote = row.brokenQuote;
    out.cutOff = row.cutOff;
    out.cells.assign(row.cells.begin(), row.cells.end());
    return out;
}

int columnByContent(const std::vector<HeldRow>& rows, std::size_t from)
{
    std::vector<std::size_t> hits;
    for (std::size_t r = from; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < rows[r].cells.size(); ++i) {
            hits.resize(std::max(hits.size(), i + 1));
            hits[i] += looksLikeVin(rows[r].cells[i]) ? 1 : 0;
        }
    }
    const auto best = std::max_element(hits.begin(), hits.end());
    return best == hits.end() || *best == 0 ? -1 : static_cast<int>(best - hits.begin());
}

// Makes go by several names; what a listing writes shorter or longer is no difference.
bool sameMake(std::string_view stated, std::string_view decoded)
{
    std::string a = plain(stated);
    std::string b = plain(decoded);
    static const std::unordered_map<std::string, std::string> others = {
        {"CHEVY", "CHEVROLET"},      {"VW", "VOLKSWAGEN"},  {"MERCEDES", "MERCEDESBENZ"}, {"MB", "MERCEDESBENZ"},
        {"BENZ", "MERCEDESBENZ"},    {"ALFA", "ALFAROMEO"}, {"INFINITY", "INFINITI"},     {"ROVER", "LANDROVER"},
        {"RANGEROVER", "LANDROVER"}, {"DODGERAM", "RAM"},   {"RAMTRUCKS", "RAM"},         {"SMARTCAR", "SMART"}};
    const auto common = [](const std::string& name) {
        const auto at = others.find(name);
        return at == others.end() ? name : at->second;
    };
    a = common(a);
    b = common(b);
    return a == b || (a.size() >= 3 && b.size() >= 3 && (a.starts_with(b) || b.starts_with(a)));
}

// "ILX5-Speed" is an ILX, "F-1502WD" an F-150; one may say more than the other.
bool sameModel(std::string_view stated, const vpic::DecodedVin& decoded)
{
    const std::string told = plain(stated);
    const vpic::Fact* model = decoded.find(Element::Model);
    const auto fits = [&](const std::string& candidate) {
        const std::string name = plain(candidate);
        return told.find(name) != told.npos || name.find(told) != name.npos;
    };
    if (fits(model->value) || std::any_of(model->others.begin(), model->others.end(), fits)) {
        return true;
    }
    for (const Element more : {Element::Series, Element::Trim}) { // "3 Series" is a 328i, "C 300" a C-Class
        const vpic::Fact* fact = decoded.find(more);
        if (fact != nullptr && !fact->value.empty() && fits(fact->value)) {
            return true;
        }
    }
    // The first word, or as many signs of it as both have: "Grand" of "Grand Caravan SXT" and "Grand Caravan".
    const std::string first = plain(std::string_view(model->value).substr(0, model->value.find(' ')));
    return first.size() >= 2 && told.starts_with(first);
}

class RowReader
{
public:
    RowReader(const vpic::VinTable& table, int latest, const std::function<void(const VinRow&)>& use)
        : m_table(table), m_latest(latest), m_use(use)
    {
    }

    void setHeader(const Cells& header, const Roles& roles)
    {
        m_width = header.size();
        m_header = header;
        m_roles = roles;
    }
    void setNoHeader(int vinColumn, std::size_t width)
    {
        m_roles.vin = vinColumn;
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
        const int shift = at < 0 ? 0 : at - std::max(m_roles.vin, 0);
        checkWidth(row, out);
        if (m_roles.vin < 0 && at < 0) {
            out.input = row.cells.size() == 1 ? row.cells[0] : std::string();
        }
        takeStated(row, shift, out);
        if (at >= 0) {
            decode(row.cells[static_cast<std::size_t>(at)], out);
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
        const std::string_view own = trimmed(cellAt(m_roles.vin));
        const bool odd = m_width != 0 && row.cells.size() != m_width;
        if (!looksLikeVin(own) && (odd || own.empty())) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (looksLikeVin(row.cells[i]) && vehicle::isWellFormedVin(vehicle::normaliseVin(row.cells[i]))) {
                    note(out, Issue::MovedCells, {}, std::to_string(i + 1));
                    return static_cast<int>(i);
                }
            }
        }
        return own.empty() ? -1 : m_roles.vin;
    }

    // What the row itself says; behind a comma too many cells stand further right.
    void takeStated(const HeldRow& row, int shift, VinRow& out)
    {
        const auto cell = [&](int role) {
            const int index = role > m_roles.vin ? role + shift : role;
            if (role < 0 || index < 0 || static_cast<std::size_t>(index) >= row.cells.size()) {
                return std::string();
            }
            return toUtf8(trimmed(row.cells[static_cast<std::size_t>(index)]));
        };
        out.statedMake = cell(m_roles.make);
        out.statedModel = cell(m_roles.model);
        out.statedYear = cell(m_roles.year);
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

    void compare(VinRow& out, std::optional<int> year)
    {
        const vpic::DecodedVin& vin = out.decoded;
        const vpic::Fact* make = vin.find(Element::Make);
        if (!out.statedMake.empty() && make != nullptr && !sameMake(out.statedMake, make->value) &&
            !std::any_of(make->others.begin(), make->others.end(),
                         [&](const std::string& other) { return sameMake(out.statedMake, other); })) {
            note(out, Issue::MakeDiffers, name(m_roles.make, "make"), out.statedMake, make->value);
        }
        if (!out.statedModel.empty() && vin.find(Element::Model) != nullptr && !sameModel(out.statedModel, vin)) {
            note(out, Issue::ModelDiffers, name(m_roles.model, "model"), out.statedModel,
                 vin.find(Element::Model)->value);
        }
        if (year && vin.modelYear && *year != vin.modelYear->value &&
            std::find(vin.modelYear->others.begin(), vin.modelYear->others.end(), *year) ==
                vin.modelYear->others.end()) {
            note(out, Issue::ModelYearDiffers, name(m_roles.year, "year"), out.statedYear,
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
    Roles m_roles;
    std::size_t m_width = 0;
    std::unordered_map<std::size_t, std::uint64_t> m_seen; // hash of the number -> its first line
};

// A first row without anything like a VIN is a header where it has a known name or no digits where the VINs stand.
bool startsWithHeader(const std::vector<HeldRow>& rows, int vinByContent)
{
    if (rows.empty()) {
        return false;
    }
    const Cells& first = rows.front().cells;
    if (std::any_of(first.begin(), first.end(), [](const std::string& cell) { return looksLikeVin(cell); })) {
        return false;
    }
    if (rolesByName(first).vin >= 0) {
        return true;
    }
    const bool names = std::none_of(first.begin(), first.end(), [](const std::string& cell) { return hasDigit(cell); });
    return names && (vinByContent >= 0 || first.size() > 1);
}
} // namespace

bool isHint(Issue issue)
{
    switch (issue) {
    case Issue::UnknownMaker:
    case Issue::UnknownModel:
    case Issue::CheckDigitUnfit:
    case Issue::BlanksInside:
    case Issue::DuplicateVin:
    case Issue::MovedCells:
        return true;
    default:
        return false;
    }
}

std::vector<LineIssue> vinIssues(const vpic::DecodedVin& decoded, std::string_view input, std::uint64_t line)
{
    std::vector<LineIssue> out;
    const auto note = [&](Issue issue, std::string value, std::string suggestion = {}) {
        out.push_back({line, line, issue, {}, std::move(value), std::move(suggestion)});
    };
    const std::string whole = decoded.suggestion.value_or(std::string());
    if (decoded.rule == NumberRule::ChassisNumber) {
        return out;
    }
    if (plain(input).size() < trimmed(input).size() && decoded.analysis.normalised.size() < trimmed(input).size()) {
        note(Issue::BlanksInside, shown(input), decoded.analysis.normalised);
    }
    for (const vehicle::VinIssue& issue : decoded.analysis.problems) {
        const std::string at = issue.position == 0 ? std::string() : std::to_string(issue.position);
        switch (issue.problem) {
        case VinProblem::Empty:
            note(Issue::NoVin, {});
            break;
        case VinProblem::TooShort:
        case VinProblem::TooLong:
            note(issue.problem == VinProblem::TooShort ? Issue::TooShort : Issue::TooLong,
                 std::to_string(decoded.analysis.normalised.size()));
            break;
        case VinProblem::ForbiddenLetter:
            note(Issue::ForbiddenLetter, std::string(1, issue.found) + " at " + at, whole);
            break;
        case VinProblem::ForbiddenSign:
            if ((static_cast<unsigned char>(issue.found) & 0xC0U) != 0x80) { // once per character
                note(Issue::ForbiddenSign, at);
            }
            break;
        case VinProblem::CheckDigit:
            note(Issue::CheckDigit, std::string(1, issue.found) + ", not " + issue.suggestion, whole);
            break;
        case VinProblem::NoModelYear:
            note(Issue::NoModelYear, std::string(1, issue.found));
            break;
        case VinProblem::UnknownMaker:
            break; // the program's own short list; the larger one decides below
        }
    }
    if (!decoded.analysis.wellFormed) {
        return out;
    }
    const char check = decoded.analysis.checkFound;
    const bool carriesDigit = (check >= '0' && check <= '9') || check == 'X';
    if (!decoded.makerKnown && decoded.analysis.maker.empty()) {
        note(Issue::UnknownMaker, decoded.analysis.wmi);
    } else if (!decoded.patternsFit && decoded.makerKnown && decoded.analysis.checkRequired) {
        note(Issue::UnknownModel, decoded.analysis.vds);
    }
    // Also a wrong sign among the first three shows here: it makes a car for North America one of elsewhere.
    if (!decoded.analysis.checkRequired && !decoded.analysis.checkFits && carriesDigit) {
        note(Issue::CheckDigitUnfit, std::string(1, check) + ", not " + decoded.analysis.checkExpected);
    }
    return out;
}

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
        Roles roles = rolesByName(filled.front().cells);
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
