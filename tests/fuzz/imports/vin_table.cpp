// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table, any bytes as a VIN: the first 17 are the number, the rest is the table.
#include "fuzz.h"
#include "vpic/decode.h"
#include "vpic/key_match.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view number = text.substr(0, 17);
    const std::string_view rest = text.substr(number.size());
    vpic::matchKey(rest, "CM826|3A004352");
    const auto table = vpic::VinTable::open(asBytes(rest));
    const vpic::VinTable empty;
    for (const vpic::VinTable& one : {table.ok() ? *table : empty, empty}) {
        const vpic::DecodedVin vin = vpic::decodeVin(one, number, {2027, {}});
        fuzz::require(!vin.valid || vin.rule != vpic::NumberRule::None, "what is valid is so by a rule");
        fuzz::require(!vin.modelYear || vin.modelYear->value <= 2027, "no year beyond the latest");
    }
    return 0;
}
