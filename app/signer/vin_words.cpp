// SPDX-License-Identifier: GPL-3.0-or-later
#include "vin_words.h"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace autochain::signer
{

namespace
{

// World manufacturer identifiers (ISO 3780), the first two or three signs; longer ones first.
constexpr std::array<std::pair<std::string_view, const char*>, 40> kMakers = {{
    {"1FA", "Ford"},          {"1FT", "Ford"},          {"WF0", "Ford"},    {"1G1", "Chevrolet"}, {"1GC", "Chevrolet"},
    {"3FA", "Ford"},          {"JM1", "Mazda"},         {"JMZ", "Mazda"},   {"JM3", "Mazda"},     {"3MZ", "Mazda"},
    {"JHM", "Honda"},         {"1HG", "Honda"},         {"SHH", "Honda"},   {"2HG", "Honda"},     {"JTD", "Toyota"},
    {"JTM", "Toyota"},        {"SB1", "Toyota"},        {"4T1", "Toyota"},  {"5TD", "Toyota"},    {"JN1", "Nissan"},
    {"SJN", "Nissan"},        {"1N4", "Nissan"},        {"KMH", "Hyundai"}, {"KNA", "Kia"},       {"KND", "Kia"},
    {"WVW", "Volkswagen"},    {"3VW", "Volkswagen"},    {"WAU", "Audi"},    {"WBA", "BMW"},       {"WBS", "BMW"},
    {"WDB", "Mercedes-Benz"}, {"WDD", "Mercedes-Benz"}, {"W0L", "Opel"},    {"VF1", "Renault"},   {"VF3", "Peugeot"},
    {"ZFA", "Fiat"},          {"YV1", "Volvo"},         {"TMB", "Škoda"},   {"VSS", "SEAT"},      {"5YJ", "Tesla"},
}};

constexpr std::string_view kYears = "ABCDEFGHJKLMNPRSTVWXY123456789"; // 1980 … 2009, and again from 2010

int modelYear(const std::string& vin)
{
    const auto at = kYears.find(vin[9]);
    if (at == std::string_view::npos) {
        return 0;
    }
    const bool later = std::isalpha(static_cast<unsigned char>(vin[6])) != 0;
    return (later ? 2010 : 1980) + static_cast<int>(at);
}

} // namespace

QString vinWords(const std::string& vin)
{
    if (vin.size() != 17) {
        return {};
    }
    QString maker;
    for (const auto& [code, name] : kMakers) {
        if (std::string_view(vin).substr(0, code.size()) == code) {
            maker = QString::fromUtf8(name);
        }
    }
    const int year = modelYear(vin);
    if (maker.isEmpty()) {
        return {}; // the year's place is the same worldwide only for makers that use it
    }
    return year == 0 ? maker : maker + QStringLiteral(", ") + QString::number(year);
}

} // namespace autochain::signer
