// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/specimen.h"

namespace autochain::report
{
namespace
{
constexpr UnixTime kStart = 1'450'000'000;
constexpr UnixTime kStep = 50 * 86'400;

vehicle::ObdSessionDetails drive()
{
    vehicle::ObdSessionDetails out;
    out.durationS = 1'500;
    out.flags = {{"overheating", "coolantTemperature", 1'180, 140}};
    for (const char* name : {"engineRpm", "vehicleSpeed", "coolantTemperature", "longTermFuelTrimBank1"}) {
        vehicle::ObdSignal signal{name, "°C", 1, -90, 300, 1'180, 60, {}, {}};
        for (std::int64_t i = 0; i < 60; ++i) {
            signal.atS.push_back(i * 20 + (i > 40 ? 240 : 0));
            signal.values.push_back((i * i * 37) % 1'271 - 90);
        }
        out.series.push_back(std::move(signal));
    }
    return out;
}

vehicle::Record recordOf(int kind)
{
    vehicle::Record record;
    record.index = static_cast<std::uint64_t>(kind - 1);
    record.kind = static_cast<vehicle::RecordKind>(kind);
    record.time = kStart + kind * kStep + (kind > 12 ? 400 * 86'400 : 0);
    record.odometerKm = static_cast<std::uint32_t>(kind == 15 ? 31'000 : kind * 4'321);
    record.provider.bytes[0] = static_cast<std::uint8_t>(kind);
    record.providerRoles = vehicle::maskOf(static_cast<vehicle::ProviderRole>(kind % vehicle::kProviderRoles));
    record.providerName = "AVAWATa fi ÄÖÜß žš Ελλάδα Жук 0123456789";
    record.contentState = vehicle::ContentState::Loaded;
    record.content.title = "The quick brown fox jumps over the lazy dog";
    record.content.notes =
        "Typesetting \"quotes\" – dashes — 1,234.56 & (brackets) [of] {all} sorts; a line that is longer than one "
        "line can hold, so that it is broken into several of them by the same rules as any other.";
    record.content.items = {{"Oil filter", vehicle::Cost{123'456, "EUR"}, "SN-1"}};
    record.content.zones = {vehicle::BodyZone::RearLeft, vehicle::BodyZone::Underbody};
    if (record.kind == vehicle::RecordKind::ObdSession) {
        record.content.details = drive();
    }
    if (record.kind == vehicle::RecordKind::Correction) {
        record.content.corrects = 4;
    }
    return record;
}
} // namespace

UnixTime specimenTime()
{
    return kStart + 40 * kStep;
}

ReportSource specimen()
{
    ReportSource out;
    out.fits = true;
    out.chainId = 61;
    out.car.vin = "4S4BSFNC0G3241876";
    for (int kind = 1; kind < vehicle::kRecordKinds; ++kind) {
        out.car.records.push_back(recordOf(kind));
    }
    out.car.state.history.count = out.car.records.size();
    out.car.block.number = 25'914'207;
    out.car.block.time = specimenTime();
    out.car.owners = {{Address(), kStart, kStart + 10 * kStep}, {Address(), kStart + 10 * kStep, std::nullopt}};
    out.header = Bytes(540, 0x5a);
    return out;
}

} // namespace autochain::report
