// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/record.h"
#include "vehicle/record_json.h"

#include <array>

namespace autochain::vehicle
{
using K = RecordKind;
using Words = std::string_view;

// Details carry kSchema (name and version) and the kinds of record they belong to.
template <>
struct Schema<Part> {
    static void fields(auto& f, auto& d)
    {
        f.text("name", d.name);
        f.text("number", d.number);
        f.text("serial", d.serial);
    }
};

inline constexpr std::size_t kMaxParagraph = 2'000;
} // namespace autochain::vehicle
