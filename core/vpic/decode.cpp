// SPDX-License-Identifier: GPL-3.0-or-later
#include "vpic/decode.h"

#include "vpic/chassis_number.h"
#include "vpic/key_match.h"

#include <algorithm>

namespace autochain::vpic
{
namespace
{
using vehicle::VinAnalysis;
using vehicle::VinProblem;

constexpr int kPassengerCar = 2;
constexpr int kTruck = 3;
constexpr int kMultipurpose = 7;
constexpr int kHeavyTruck = 2;
constexpr int kCycle = 30; // model year codes come again

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameText(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// What the best fitting pattern says of one element.
struct Hit {
    std::string_view text;
    int fixed = 0; // places the pattern fixes: the more, the better it fits
    bool implied = false;
    std::vector<std::string_view> others; // of patterns that fit as well
};
using Hits = std::map<Element, Hit>;

void take(Hits& hits, const PatternValue& value, int fixed)
{
    const auto [at, isNew] =
        hits.try_emplace(static_cast<Element>(value.element), Hit{value.text, fixed, value.implied, {}});
    Hit& hit = at->second;
    if (isNew || (value.implied && !hit.implied)) {
        return;
    }
    const bool better = value.implied == hit.implied ? fixed > hit.fixed : hit.implied;
    if (better) {
        hit = Hit{value.text, fixed, value.implied, {}};
        return;
    }
    const auto isIt = [&](std::string_view other) { return sameText(other, value.text); };
    if (fixed == hit.fixed && !isIt(hit.text) && std::none_of(hit.others.begin(), hit.others.end(), isIt)) {
        hit.others.push_back(value.text);
    }
}

Hits hitsOf(const VinTable& table, const MakerCode& code, std::string_view vin, int year)
{
    Hits hits;
    const std::string text = std::string(vin.substr(3, 5)) + '|' + std::string(vin.substr(9));
    for (std::uint32_t i = 0; i < code.links; ++i) {
        const SchemaLink link = table.link(code, i);
        if (year < link.firstYear || year > link.lastYear) {
            continue;
        }
        table.eachRow(link.schema, [&](const PatternRow& row) {
            if (const auto fixed = matchKey(row.key, text)) {
                table.eachValue(row.set, [&](const PatternValue& value) { take(hits, value, *fixed); });
            }
        });
    }
    return hits;
}

// Small makers share the first three characters (the third is 9) and are told apart by positions 12-14 (ISO 3780).
std::optional<MakerCode> codeOf(const VinTable& table, std::string_view vin)
{
    if (vin[2] == '9') {
        if (auto code = table.find(std::string(vin.substr(0, 3)) + std::string(vin.substr(11, 3)))) {
            return code;
        }
    }
    return table.find(vin.substr(0, 3));
}

// Position 7 tells the cycle only for passenger cars, multipurpose vehicles and trucks of at most 10,000 lb (49 CFR
// 565.15(d)(1)).
bool positionSevenCounts(const MakerCode& code, const Hits& hits)
{
    if (code.vehicleTypeId == kPassengerCar || code.vehicleTypeId == kMultipurpose) {
        return true;
    }
    if (code.vehicleTypeId != kTruck || code.truckTypeId == kHeavyTruck) {
        return false;
    }
    const auto weight = hits.find(Element::GrossWeightFrom);
    return weight != hits.end() &&
           (weight->second.text.starts_with("Class 1") || weight->second.text.starts_with("Class 2"));
}

// The year by position 7 first, the other one of the cycle behind it.
std::vector<int> candidateYears(const VinAnalysis& analysis, int latest)
{
    std::vector<int> out;
    if (analysis.modelYear) {
        out.push_back(*analysis.modelYear);
        const int other = *analysis.modelYear + (*analysis.modelYear < 2010 ? kCycle : -kCycle);
        if (other <= latest) {
            out.push_back(other);
        }
    }
    return out;
}

struct Reading {
    int year = 0;
    Hits hits;
    bool hasModel() const { return hits.contains(Element::Model); }
};

class StandardDecoder
{
public:
    StandardDecoder(const VinTable& table, DecodedVin& out, int latest) : m_table(table), m_out(out), m_latest(latest)
    {
    }

    void run(const VinAnalysis& analysis)
    {
        m_guarded = analysis.checkRequired && analysis.checkFits;
        m_broken = analysis.checkRequired && !analysis.checkFits;
        const std::string& vin = analysis.normalised;
        const auto code = codeOf(m_table, vin);
        m_out.makerKnown = code.has_value();
        readYears(analysis, code, vin);
        if (code) {
            takeCode(*code);
        }
        if (!m_out.facts.contains(Element::Make) && !analysis.maker.empty()) {
            m_out.facts[Element::Make] = Fact{analysis.maker, Certainty::Likely, {}};
        }
    }

private:
    void readYears(const VinAnalysis& analysis, const std::optional<MakerCode>& code, std::string_view vin)
    {
        std::vector<Reading> readings;
        for (const int year : candidateYears(analysis, m_latest)) {
            readings.push_back({year, code ? hitsOf(m_table, *code, vin, year) : Hits()});
            const bool settled = code && positionSevenCounts(*code, readings.back().hits) && analysis.checkRequired;
            if (settled && readings.size() == 1) {
                m_conclusive = true;
                break;
            }
        }
        if (readings.empty()) {
            return;
        }
        const auto best =
            std::find_if(readings.begin(), readings.end(), [](const Reading& one) { return one.hasModel(); });
        const Reading& chosen = best == readings.end() ? readings.front() : *best;
        takeYear(readings, chosen);
        m_out.patternsFit = chosen.hasModel();
        for (const auto& [element, hit] : chosen.hits) {
            Fact fact{std::string(hit.text), certaintyOf(hit), {}};
            fact.others.assign(hit.others.begin(), hit.others.end());
            m_out.facts[element] = std::move(fact);
        }
    }

    void takeYear(const std::vector<Reading>& readings, const Reading& chosen)
    {
        YearFact year;
        year.value = chosen.year;
        year.certainty = m_guarded && m_conclusive ? Certainty::Certain : Certainty::Likely;
        for (const Reading& other : readings) {
            if (other.year != chosen.year && other.hasModel() == chosen.hasModel()) {
                year.others.push_back(other.year);
            }
        }
        m_out.modelYear = year;
    }

    Certainty certaintyOf(const Hit& hit) const
    {
        return m_guarded && m_conclusive && !hit.implied && hit.others.empty() ? Certainty::Certain : Certainty::Likely;
    }

    void takeCode(const MakerCode& code)
    {
        const Certainty certainty = m_broken ? Certainty::Likely : Certainty::Certain;
        put(Element::Manufacturer, code.manufacturer, certainty);
        put(Element::VehicleType, code.vehicleType, certainty);
        if (code.makes == 1 && !m_out.facts.contains(Element::Make)) {
            put(Element::Make, m_table.make(code, 0), certainty);
        }
    }

    void put(Element element, std::string_view text, Certainty certainty)
    {
        if (!text.empty()) {
            m_out.facts[element] = Fact{std::string(text), certainty, {}};
        }
    }

    const VinTable& m_table;
    DecodedVin& m_out;
    int m_latest = 0;
    bool m_guarded = false;    // a check digit that has to fit does
    bool m_broken = false;     // it does not
    bool m_conclusive = false; // position 7 tells the cycle of years
};

std::string withoutForbiddenLetters(std::string text)
{
    for (char& c : text) {
        c = c == 'I' ? '1' : c == 'O' || c == 'Q' ? '0' : c;
    }
    return text;
}

// Upper case, without blanks; hyphens stay, frame numbers need theirs.
std::string asWritten(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '*') {
            out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        }
    }
    return out;
}

bool expectsOtherNumbers(const ChassisNumber& number, std::optional<int> knownYear)
{
    if (number.rule == "japaneseFrame") {
        return true;
    }
    return knownYear ? *knownYear < kFirstVinYear : number.rule != "beforeVin";
}

void takeChassisNumber(DecodedVin& out, const ChassisNumber& number, std::optional<int> knownYear)
{
    out.rule = NumberRule::ChassisNumber;
    out.chassisRule = std::string(number.rule);
    out.valid = true;
    if (!number.make.empty()) {
        out.facts[Element::Make] = Fact{std::string(number.make), Certainty::Likely, {}};
    }
    std::vector<int> years = number.modelYears;
    if (years.empty()) {
        return;
    }
    const auto told = knownYear ? std::find(years.begin(), years.end(), *knownYear) : years.end();
    YearFact year;
    year.value = told == years.end() ? years.front() : *told;
    std::erase(years, year.value);
    year.others = std::move(years);
    out.modelYear = year;
}

void suggest(DecodedVin& out, int latest)
{
    const VinAnalysis& given = out.analysis;
    if (given.likelyFix) {
        std::string fixed = given.normalised;
        fixed[static_cast<std::size_t>(given.likelyFix->position) - 1] = given.likelyFix->to;
        out.suggestion = std::move(fixed);
        return;
    }
    std::string fixed = withoutForbiddenLetters(given.normalised);
    if (!given.wellFormed && vehicle::isWellFormedVin(fixed) && vehicle::analyseVin(fixed, latest).acceptable()) {
        out.suggestion = std::move(fixed);
    }
}
} // namespace

const Fact* DecodedVin::find(Element element) const
{
    const auto at = facts.find(element);
    return at == facts.end() ? nullptr : &at->second;
}

std::string_view DecodedVin::valueOf(Element element) const
{
    const Fact* fact = find(element);
    return fact == nullptr ? std::string_view() : std::string_view(fact->value);
}

DecodedVin decodeVin(const VinTable& table, std::string_view text, const DecodeOptions& options)
{
    DecodedVin out;
    out.analysis = vehicle::analyseVin(text, options.latestModelYear);
    out.number = out.analysis.normalised;
    if (out.analysis.wellFormed) {
        out.rule = out.analysis.checkRequired ? NumberRule::NorthAmerica : NumberRule::Iso3779;
        out.valid = out.analysis.acceptable();
        suggest(out, options.latestModelYear);
        StandardDecoder(table, out, options.latestModelYear).run(out.analysis);
        return out;
    }
    const auto chassis = readChassisNumber(asWritten(text));
    if (out.analysis.normalised.size() != vehicle::kVinLength && chassis &&
        expectsOtherNumbers(*chassis, options.knownYear)) {
        out.number = asWritten(text);
        takeChassisNumber(out, *chassis, options.knownYear);
        return out;
    }
    suggest(out, options.latestModelYear);
    if (out.suggestion) {
        out.decodedFromSuggestion = true;
        out.number = *out.suggestion;
        StandardDecoder(table, out, options.latestModelYear)
            .run(vehicle::analyseVin(*out.suggestion, options.latestModelYear));
        for (auto& [element, fact] : out.facts) {
            fact.certainty = Certainty::Likely;
        }
        if (out.modelYear) {
            out.modelYear->certainty = Certainty::Likely;
        }
    }
    return out;
}

} // namespace autochain::vpic
