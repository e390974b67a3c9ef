// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/details/schema_values.h"

#include <algorithm>
#include <type_traits>

namespace autochain::vehicle
{

template <>
struct Schema<ObdSignal> {
    static void fields(auto& f, auto& d)
    {
        f.text("name", d.name, 64);
        f.text("unit", d.unit, 16);
        f.number("decimals", d.decimals, 0, 9);
        f.number("min", d.min, -kMaxNumber);
        f.number("mean", d.mean, -kMaxNumber);
        f.number("max", d.max, -kMaxNumber);
        f.number("sampleCount", d.sampleCount);
        f.numbers("atS", d.atS, kMaxObdPoints);
        f.numbers("values", d.values, kMaxObdPoints);
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(f)>, FieldReader>) {
            if (d.atS.size() != d.values.size() || !std::is_sorted(d.atS.begin(), d.atS.end())) {
                f.fail("atS");
            }
        }
    }
};

template <>
struct Schema<ConditionFlag> {
    static void fields(auto& f, auto& d)
    {
        f.text("code", d.code, 64);
        f.text("signal", d.signal, 64);
        f.number("value", d.value, -kMaxNumber);
        f.number("durationS", d.durationS);
    }
};

template <>
struct Schema<ObdSessionDetails> {
    static constexpr std::string_view kName = "obdSession/1";
    static constexpr std::array kKinds = {K::ObdSession};
    static void fields(auto& f, auto& d)
    {
        f.time("startedAt", d.startedAt);
        f.number("durationS", d.durationS);
        f.number("distanceM", d.distanceM);
        f.number("trips", d.trips);
        f.text("device", d.device);
        f.list("series", d.series, static_cast<int>(kMaxObdSignals));
        f.list("flags", d.flags, 64);
    }
};

template <>
struct Schema<TroubleCode> {
    static constexpr std::array<Words, 3> kStates = {"stored", "pending", "permanent"};
    static void fields(auto& f, auto& d)
    {
        f.text("code", d.code, 16);
        f.choice("status", d.status, kStates);
        f.text("meaning", d.meaning, kMaxParagraph);
    }
};

template <>
struct Schema<TroubleCodesDetails> {
    static constexpr std::string_view kName = "troubleCodes/1";
    static constexpr std::array kKinds = {K::TroubleCodes};
    static void fields(auto& f, auto& d)
    {
        f.list("codes", d.codes);
        f.flag("milOn", d.milOn);
        f.flag("cleared", d.cleared);
    }
};

} // namespace autochain::vehicle
