// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vin_columns.h"

#include "imports/plain_text.h"

#include <algorithm>

namespace autochain::imports
{
namespace
{
bool isOneOf(const std::string& text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

bool isVinName(const std::string& name)
{
    return isOneOf(name, {"vin",
                          "vinnumber",
                          "vinno",
                          "vincode",
                          "vin17",
                          "vins",
                          "carvin",
                          "vehiclevin",
                          "chassis",
                          "chassisno",
                          "chassisnumber",
                          "chassisnr",
                          "frame",
                          "frameno",
                          "framenumber",
                          "fin",
                          "fahrgestellnummer",
                          "vehicleidentificationnumber",
                          "vehicleidentificationnumbervin",
                          "vinvehicleidentificationnumber",
                          "vehicleid",
                          "vehicleidnumber",
                          "vehicleidentificationno",
                          "bastidor",
                          "numerovin",
                          "telaio",
                          "nvin"});
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
} // namespace

HeldRow heldOf(const CsvRow& row)
{
    HeldRow out;
    out.line = row.line;
    out.brokenQuote = row.brokenQuote;
    out.cutOff = row.cutOff;
    out.cells.assign(row.cells.begin(), row.cells.end());
    return out;
}

// 11 to 20 letters and digits with enough digits among them: what a VIN looks like, right or wrong.
bool looksLikeVin(std::string_view cell)
{
    const std::string text = plain(cell);
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.size() >= 11 && text.size() <= 20 && digits >= 3 && cell.size() <= text.size() + 8 &&
           static_cast<std::size_t>(digits) < text.size();
}

VinColumns columnsByName(const Cells& header)
{
    VinColumns out;
    const auto take = [](int& role, std::size_t index, bool fits) {
        if (fits && role < 0) {
            role = static_cast<int>(index);
        }
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = plain(header[i]);
        take(out.vin, i, isVinName(name));
        take(out.make, i,
             isOneOf(name, {"make", "makename", "brand", "manufacturer", "marque", "carmake", "vehiclemake", "marke",
                            "marca"}));
        take(out.model, i, isOneOf(name, {"model", "modelname", "carmodel", "vehiclemodel", "modell", "modelo"}));
        take(out.year, i,
             isOneOf(name,
                     {"year", "modelyear", "my", "yearofmanufacture", "caryear", "vehicleyear", "baujahr", "ano"}));
    }
    // "Seller VIN", "vin_17", "Chassis no. (rear)": a name with the word in it, where no better one is there.
    for (std::size_t i = 0; out.vin < 0 && i < header.size(); ++i) {
        std::string name = plain(header[i]);
        while (!name.empty() && name.back() >= '0' && name.back() <= '9') {
            name.pop_back();
        }
        take(out.vin, i,
             name.starts_with("vin") || name.ends_with("vin") || name.find("chassis") != name.npos ||
                 name.find("identificationn") != name.npos);
    }
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

bool startsWithHeader(const std::vector<HeldRow>& rows, int vinByContent)
{
    if (rows.empty()) {
        return false;
    }
    const Cells& first = rows.front().cells;
    if (std::any_of(first.begin(), first.end(), [](const std::string& cell) { return looksLikeVin(cell); })) {
        return false;
    }
    if (columnsByName(first).vin >= 0) {
        return true;
    }
    const bool names = std::none_of(first.begin(), first.end(), [](const std::string& cell) { return hasDigit(cell); });
    return names && (vinByContent >= 0 || first.size() > 1);
}

} // namespace autochain::imports
