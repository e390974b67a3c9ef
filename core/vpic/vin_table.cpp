// SPDX-License-Identifier: GPL-3.0-or-later
#include "vpic/vin_table.h"

namespace autochain::vpic
{
namespace
{
constexpr std::string_view kMagic("ACVPIC\0\1", 8);
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeadSize = 24;
constexpr std::size_t kCodeRow = 32;
constexpr std::size_t kLinkRow = 8;

// Precondition: at + N <= bytes.size().
template <std::size_t N>
std::uint32_t littleEndian(BytesView bytes, std::size_t at)
{
    std::uint32_t out = 0;
    for (std::size_t i = N; i-- > 0;) {
        out = out << 8 | bytes[at + i];
    }
    return out;
}

Error bad(const char* what)
{
    return Error(VehicleError::BadVinTable, {}, what);
}

std::array<char, 6> padded(std::string_view code)
{
    std::array<char, 6> out{};
    std::copy_n(code.begin(), std::min<std::size_t>(code.size(), 6), out.begin());
    return out;
}
} // namespace

Result<VinTable> VinTable::open(BytesView bytes)
{
    VinTable out;
    constexpr std::size_t head = kHeadSize + 8 * kSections;
    if (bytes.size() < head || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
        return bad("no table of VIN patterns");
    }
    const bool fits = littleEndian<4>(bytes, 8) == kVersion && littleEndian<4>(bytes, 12) == bytes.size() &&
                      littleEndian<4>(bytes, 20) == kSections;
    if (!fits) {
        return bad("another version or size");
    }
    out.m_day = littleEndian<4>(bytes, 16);
    for (std::size_t i = 0; i < kSections; ++i) {
        const std::size_t offset = littleEndian<4>(bytes, kHeadSize + 8 * i);
        const std::size_t size = littleEndian<4>(bytes, kHeadSize + 8 * i + 4);
        if (offset > bytes.size() || size > bytes.size() - offset) {
            return bad("a section lies outside");
        }
        out.m_sections[i] = bytes.subspan(offset, size);
    }
    return out;
}

std::uint32_t VinTable::makerCodes() const
{
    return static_cast<std::uint32_t>(m_sections[Codes].size() / kCodeRow);
}

std::uint32_t VinTable::number(Section section, std::size_t index) const
{
    const BytesView bytes = m_sections[section];
    return index < bytes.size() / 4 ? littleEndian<4>(bytes, 4 * index) : 0;
}

std::string_view VinTable::piece(Section offsets, Section blob, std::size_t index) const
{
    const std::size_t from = number(offsets, index);
    const std::size_t to = number(offsets, index + 1);
    const BytesView bytes = m_sections[blob];
    if (from > to || to > bytes.size()) {
        return {};
    }
    return {reinterpret_cast<const char*>(bytes.data()) + from, to - from};
}

PatternValue VinTable::valueAt(std::size_t index) const
{
    const std::uint32_t packed = number(SetValues, index);
    PatternValue out;
    out.element = static_cast<std::uint8_t>(packed >> 24);
    out.implied = (packed >> 23 & 1U) != 0;
    out.text = text(packed & 0x7FFFFFU);
    return out;
}

std::optional<MakerCode> VinTable::find(std::string_view code) const
{
    const BytesView rows = m_sections[Codes];
    const std::array<char, 6> wanted = padded(code);
    std::uint32_t low = 0;
    std::uint32_t high = makerCodes();
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const int order = std::memcmp(rows.data() + kCodeRow * middle, wanted.data(), wanted.size());
        if (order == 0) {
            const BytesView row = rows.subspan(kCodeRow * middle, kCodeRow);
            MakerCode out;
            out.vehicleTypeId = row[6];
            out.truckTypeId = row[7];
            out.manufacturer = text(littleEndian<4>(row, 8));
            out.country = text(littleEndian<4>(row, 12));
            out.vehicleType = text(littleEndian<4>(row, 16));
            out.firstMake = littleEndian<4>(row, 20);
            out.makes = littleEndian<2>(row, 24);
            out.links = littleEndian<2>(row, 26);
            out.firstLink = littleEndian<4>(row, 28);
            return out;
        }
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return std::nullopt;
}

std::string_view VinTable::make(const MakerCode& code, std::uint32_t index) const
{
    return text(number(Makes, std::size_t(code.firstMake) + index));
}

SchemaLink VinTable::link(const MakerCode& code, std::uint32_t index) const
{
    const BytesView bytes = m_sections[Links];
    const std::size_t at = kLinkRow * (std::size_t(code.firstLink) + index);
    if (at + kLinkRow > bytes.size()) {
        return {};
    }
    return {littleEndian<4>(bytes, at), static_cast<int>(littleEndian<2>(bytes, at + 4)),
            static_cast<int>(littleEndian<2>(bytes, at + 6))};
}

} // namespace autochain::vpic
