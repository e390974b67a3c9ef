// SPDX-License-Identifier: GPL-3.0-or-later
// The table of makers' codes and VIN patterns, read in place (layout: README.md). Whatever its bytes are, nothing
// outside of them is read: parts that lie outside count as absent.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "vehicle/error.h"

#include <algorithm>
#include <array>
#include <optional>

namespace autochain::vpic
{

struct MakerCode {
    std::string_view manufacturer;
    std::string_view country;     // where the maker sits, as vPIC writes it; may be empty
    std::string_view vehicleType; // may be empty
    int vehicleTypeId = 0;        // vPIC's: 2 passenger car, 3 truck, 7 multipurpose …
    int truckTypeId = 0;          // 1 light, 2 heavy
    std::uint32_t firstMake = 0;
    std::uint32_t makes = 0;
    std::uint32_t firstLink = 0;
    std::uint32_t links = 0;
};

struct SchemaLink {
    std::uint32_t schema = 0;
    int firstYear = 0;
    int lastYear = 0;
};

struct PatternRow {
    std::string_view key;
    std::uint32_t set = 0;
};

struct PatternValue {
    std::uint8_t element = 0; // vPIC's number
    bool implied = false;     // by the engine's model alone
    std::string_view text;
};

class VinTable
{
public:
    // `bytes` must outlive the table and everything it hands out. BadVinTable.
    static Result<VinTable> open(BytesView bytes);

    std::uint32_t day() const { return m_day; } // of the newest pattern, yyyymmdd
    std::uint32_t makerCodes() const;
    std::optional<MakerCode> find(std::string_view code) const; // three or six characters
    std::string_view make(const MakerCode& code, std::uint32_t index) const;
    SchemaLink link(const MakerCode& code, std::uint32_t index) const;

    // Calls use(PatternRow) for each row of a schema.
    template <typename Use>
    void eachRow(std::uint32_t schema, Use use) const
    {
        const std::uint32_t first = number(Schemas, 2 * std::size_t(schema));
        const std::uint32_t count = number(Schemas, 2 * std::size_t(schema) + 1);
        const std::uint32_t there = countOf(RowKeys);
        for (std::uint32_t i = 0; i < count && first < there && i < there - first; ++i) {
            const std::uint32_t row = first + i;
            use(PatternRow{piece(KeyOffsets, Keys, number(RowKeys, row)), number(RowSets, row)});
        }
    }
    template <typename Use>
    void eachValue(std::uint32_t set, Use use) const
    {
        const std::uint32_t end = std::min(number(SetOffsets, std::size_t(set) + 1), countOf(SetValues));
        for (std::uint32_t i = number(SetOffsets, set); i < end; ++i) {
            use(valueAt(i));
        }
    }

private:
    enum Section {
        TextOffsets,
        Texts,
        Codes,
        Makes,
        Links,
        Schemas,
        RowKeys,
        RowSets,
        KeyOffsets,
        Keys,
        SetOffsets,
        SetValues,
        kSections
    };
    std::uint32_t number(Section section, std::size_t index) const; // zero where there is none
    std::uint32_t countOf(Section section) const { return static_cast<std::uint32_t>(m_sections[section].size() / 4); }
    std::string_view piece(Section offsets, Section blob, std::size_t index) const;
    std::string_view text(std::size_t index) const { return piece(TextOffsets, Texts, index); }
    PatternValue valueAt(std::size_t index) const;

    std::array<BytesView, kSections> m_sections;
    std::uint32_t m_day = 0;
};

} // namespace autochain::vpic
