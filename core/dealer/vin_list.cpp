// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/vin_list.h"

#include "base/amount.h"
#include "codec/csv.h"
#include "market/filter.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace autochain::dealer
{
namespace
{
constexpr std::size_t kShownText = 80;
constexpr std::size_t kMostText = 1'000; // of a name or note

enum class Role { None, Vin, Plate, Name, Cost, Ask, Lowest, Note };

constexpr std::array kHeads = {
    std::pair("vin", Role::Vin),      std::pair("chassis", Role::Vin),        std::pair("fahrgestell", Role::Vin),
    std::pair("plate", Role::Plate),  std::pair("registration", Role::Plate), std::pair("reg", Role::Plate),
    std::pair("vrm", Role::Plate),    std::pair("kennzeichen", Role::Plate),  std::pair("car", Role::Name),
    std::pair("vehicle", Role::Name), std::pair("model", Role::Name),         std::pair("name", Role::Name),
    std::pair("cost", Role::Cost),    std::pair("purchase", Role::Cost),      std::pair("ask", Role::Ask),
    std::pair("price", Role::Ask),    std::pair("lowest", Role::Lowest),      std::pair("floor", Role::Lowest),
    std::pair("note", Role::Note),    std::pair("comment", Role::Note)};

// "Purchase price (AUC)" is a cost: the first of the words above that the head begins with.
Role roleOf(const std::string& head)
{
    const std::string folded = market::foldText(head);
    const auto at =
        std::find_if(kHeads.begin(), kHeads.end(), [&](const auto& entry) { return folded.starts_with(entry.first); });
    return at == kHeads.end() ? Role::None : at->second;
}

std::string shown(std::string_view text)
{
    return std::string(text.substr(0, kShownText));
}

bool looksLikeVin(const std::string& cell)
{
    return vehicle::normaliseVin(cell).size() == static_cast<std::size_t>(vehicle::kVinLength);
}

class ListReader
{
public:
    explicit ListReader(const std::function<std::int64_t(const std::string&)>& stockOf) : m_stockOf(stockOf) {}

    void read(std::string_view text)
    {
        std::vector<csv::Line> lines = csv::lines(text, csv::separatorOf(text));
        findColumns(lines);
        for (const csv::Line& line : lines) {
            ++out.lines;
            take(line);
        }
    }
    CarList out;

private:
    void findColumns(std::vector<csv::Line>& lines)
    {
        if (lines.empty()) {
            return;
        }
        for (const std::string& head : lines.front().cells) {
            m_roles.push_back(roleOf(head));
        }
        const bool named = std::any_of(m_roles.begin(), m_roles.end(),
                                       [](Role role) { return role == Role::Vin || role == Role::Plate; });
        if (named) {
            lines.erase(lines.begin());
            return;
        }
        m_roles.clear();
        std::size_t column = 0;
        constexpr std::size_t kLooked = 50;
        for (std::size_t i = 0; i < std::min(lines.size(), kLooked) && column == 0; ++i) {
            const auto& cells = lines[i].cells;
            const auto at = std::find_if(cells.begin(), cells.end(), looksLikeVin);
            column = at == cells.end() ? 0 : static_cast<std::size_t>(at - cells.begin());
        }
        m_roles.resize(column + 1, Role::None);
        m_roles.back() = Role::None; // VIN or plate: by its form
        m_free = column;
    }

    void take(const csv::Line& line)
    {
        ListedCar car;
        car.line = line.number;
        std::string vin;
        std::string plate;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const std::string& cell = line.cells[i];
            const Role role = i < m_roles.size() ? m_roles[i] : Role::None;
            if (m_free && i == *m_free) {
                (maybePlate(normalisePlate(cell)) ? plate : vin) = cell;
            } else if (role == Role::Vin) {
                vin = cell;
            } else if (role == Role::Plate) {
                plate = cell;
            } else if (!takeOther(car, role, cell)) {
                return;
            }
        }
        finish(std::move(car), vin, plate, line);
    }
    bool takeOther(ListedCar& car, Role role, const std::string& cell)
    {
        if (role == Role::Name || role == Role::Note) {
            std::string& text = role == Role::Name ? car.name : car.note;
            text = text.empty() ? cell.substr(0, kMostText) : text;
            return true;
        }
        U256* const money = role == Role::Cost     ? &car.cost
                            : role == Role::Ask    ? &car.ask
                            : role == Role::Lowest ? &car.lowest
                                                   : nullptr;
        if (money == nullptr || cell.empty()) {
            return true;
        }
        const auto amount = parseAmount(cell);
        if (!amount.ok()) {
            add({car.line, shown(cell), LineIssue::BadAmount, {}, {}, 0, 0});
            return false;
        }
        *money = *amount;
        return true;
    }

    void finish(ListedCar car, const std::string& vin, const std::string& plate, const csv::Line& line)
    {
        if (out.cars.size() >= kMaxListCars) {
            add({line.number, shown(vin.empty() ? plate : vin), LineIssue::TooMany, {}, {}, 0, 0});
            return;
        }
        car.plate = normalisePlate(plate);
        if (!car.plate.empty() && !maybePlate(car.plate)) {
            add({line.number, shown(plate), LineIssue::BadPlate, {}, {}, 0, 0});
            return;
        }
        if (!vin.empty()) {
            const vehicle::VinAnalysis analysis = vehicle::analyseVin(vin);
            if (!analysis.acceptable()) {
                addBadVin(line.number, vin, analysis);
                return;
            }
            car.vin = analysis.normalised;
        }
        if (car.vin.empty() && car.plate.empty()) {
            add({line.number,
                 line.cells.empty() ? std::string() : shown(line.cells.front()),
                 LineIssue::BadPlate,
                 {},
                 {},
                 0,
                 0});
            return;
        }
        if (isNew(car.line, car.vin) && isNew(car.line, car.plate)) {
            remember(car);
            out.cars.push_back(std::move(car));
        }
    }
    void addBadVin(int line, const std::string& vin, const vehicle::VinAnalysis& analysis)
    {
        LineProblem problem{line, shown(vin), LineIssue::BadVin, analysis.problems, {}, 0, 0};
        if (const auto& fix = analysis.likelyFix) {
            problem.fix = analysis.normalised;
            problem.fix[static_cast<std::size_t>(fix->position - 1)] = fix->to;
        }
        add(std::move(problem));
    }
    bool isNew(int line, const std::string& key)
    {
        if (key.empty()) {
            return true;
        }
        if (const auto at = m_seen.find(key); at != m_seen.end()) {
            add({line, key, LineIssue::Twice, {}, {}, at->second, 0});
            return false;
        }
        if (const std::int64_t stock = m_stockOf(key); stock != 0) {
            add({line, key, LineIssue::InStock, {}, {}, 0, stock});
            return false;
        }
        return true;
    }
    void remember(const ListedCar& car)
    {
        for (const std::string* key : {&car.vin, &car.plate}) {
            if (!key->empty()) {
                m_seen.emplace(*key, car.line);
            }
        }
    }
    void add(LineProblem problem) { out.problems.push_back(std::move(problem)); }

    const std::function<std::int64_t(const std::string&)>& m_stockOf;
    std::vector<Role> m_roles;
    std::optional<std::size_t> m_free; // without a head: the column that holds VINs or plates
    std::unordered_map<std::string, int> m_seen;
};
} // namespace

std::string normalisePlate(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '-' && c != '\t' && c != '.') {
            out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        }
    }
    return out;
}

bool maybePlate(std::string_view normalised)
{
    constexpr std::size_t kShortest = 2;
    constexpr std::size_t kLongest = 12;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // Letters of other scripts and accents are UTF-8 bytes above 0x7F: taken as they are.
    const auto allowed = [&](char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F;
    };
    return normalised.size() >= kShortest && normalised.size() <= kLongest &&
           std::all_of(normalised.begin(), normalised.end(), allowed) &&
           std::any_of(normalised.begin(), normalised.end(), isDigit);
}

CarList readCarList(std::string_view text, const std::function<std::int64_t(const std::string&)>& stockOf)
{
    if (text.size() > kMaxListBytes) {
        CarList out;
        out.tooLong = true;
        return out;
    }
    ListReader reader(stockOf);
    reader.read(text);
    return std::move(reader.out);
}

} // namespace autochain::dealer
