// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_source.h"

#include "crypto/hash.h"
#include "vehicle/error.h"
#include "vehicle/verified_history.h"
#include "vehicle/vin.h"

namespace autochain::report
{
namespace
{
BytesView view(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

// What the bundle says, held against nothing: to show what does not fit.
void takeUnproven(ReportSource& out, const vehicle::HistoryBundle& bundle)
{
    out.car.state.id = bundle.vehicleId;
    for (std::size_t i = 0; i < bundle.records.size(); ++i) {
        vehicle::Record record = vehicle::recordOf(bundle.records[i], i);
        if (bundle.records[i].block) {
            auto content = vehicle::parseRecordContent(*bundle.records[i].block);
            record.contentState = content.ok() ? vehicle::ContentState::Loaded : vehicle::ContentState::Unreadable;
            record.content = content.ok() ? *std::move(content) : vehicle::RecordContent();
        }
        out.car.records.push_back(std::move(record));
    }
    if (const auto header = decodeHeader(bundle.proof.header); header.ok()) {
        out.car.block.number = header->number;
        out.car.block.time = static_cast<std::int64_t>(header->timestamp);
    }
    out.car.block.hash = keccak256(bundle.proof.header);
}
} // namespace

Result<ReportSource> readSource(const ReportPacket& packet)
{
    const QByteArray& bytes = packet.bundle;
    AC_TRY(const vehicle::HistoryBundle bundle, vehicle::parseHistoryBundle(view(bytes)));
    ReportSource out;
    out.chainId = bundle.chainId;
    out.registry = bundle.registry;
    out.header = bundle.proof.header;
    out.bundleDigest = sha256(view(bytes));
    out.bundleBytes = static_cast<std::size_t>(bytes.size());
    auto verified = vehicle::verifyHistory(bundle, {});
    if (verified.ok()) {
        out.fits = true;
        out.car.state = verified->state;
        out.car.block = verified->block;
        out.car.records = std::move(verified->records);
        out.car.owners = std::move(verified->owners);
        out.car.historyCheck = vehicle::HistoryCheck::Verified;
    } else {
        out.misfit = verified.error();
        takeUnproven(out, bundle);
    }
    if (!packet.opened.isEmpty()) {
        if (!out.fits || packet.options.scope != Scope::Whole) {
            return Error(VehicleError::ReportUnreadable, {"private"});
        }
        AC_TRY(out.opened, openSections(packet.opened, bundle.vehicleId, out.car.records));
    }
    if (!bundle.vin.empty() && vehicle::isWellFormedVin(bundle.vin) &&
        vehicle::vehicleIdOf(bundle.vin) == bundle.vehicleId) {
        out.car.vin = bundle.vin;
    }
    return out;
}

} // namespace autochain::report
