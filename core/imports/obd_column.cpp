// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_column.h"

#include "imports/csv_reader.h"
#include "imports/obd_spelling.h"

namespace autochain::imports::obd
{
namespace
{
// Minutes are what some parameters count in anyway.
Unit within(Signal signal, Unit unit)
{
    const std::string_view base = infoOf(signal).unit;
    const bool own = (base == "min" && unit == Unit::Minutes) || (base == "ms" && unit == Unit::Milliseconds);
    return own ? Unit::AsIs : unit;
}

std::optional<Column> readWith(std::string_view name, Unit unit)
{
    const auto signal = signalOf(name);
    if (!signal) {
        return std::nullopt;
    }
    Column out;
    out.signal = signal;
    out.unit = within(*signal, unit);
    return out;
}

// "name (unit)", "name [unit]", "name, unit", "name_unit"
std::optional<Column> readHeader(std::string_view text)
{
    if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
        const std::size_t open = text.find_last_of("([");
        if (open != std::string_view::npos) {
            const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
            const std::string_view name = text.substr(0, open);
            if (const auto unit = unitOf(inner)) {
                return readWith(name, *unit);
            }
            if (auto whole = readWith(text, Unit::AsIs)) {
                return whole;
            }
            auto out = readWith(name, Unit::AsIs);
            if (out) {
                out->unitUnderstood = false;
            }
            return out;
        }
    }
    if (auto whole = readWith(text, Unit::AsIs)) {
        return whole;
    }
    const std::size_t cut = text.find_last_of("_, ");
    if (cut != std::string_view::npos && cut > 0) {
        const std::string_view last = text.substr(cut + 1);
        if (const auto unit = unitOf(last); unit && !last.empty()) {
            return readWith(text.substr(0, cut), *unit);
        }
    }
    return std::nullopt;
}
} // namespace

Column columnOf(std::string_view header)
{
    const std::string_view text = trimmed(header);
    Column out = readHeader(text).value_or(Column());
    out.name = toUtf8(text);
    return out;
}

} // namespace autochain::imports::obd
