// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "report/report_packet.h"
#include "vehicle/error.h"

using namespace autochain;
using namespace autochain::report;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray pdf(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto found = findPacket(pdf);
    if (!found.ok()) {
        fuzz::require(found.error().is(VehicleError::ReportUnreadable), "what cannot be read is said to be unreadable");
        fuzz::require(found.error().args.size() == 1, "with what is wrong");
        return 0;
    }
    fuzz::require(found->bundle.size() <= kMaxBundleBytes, "the bundle is capped");
    // What was found is found again in what is written of it, and is the same.
    const QByteArray again = writeXmp(*found, {QStringLiteral("t"), QStringLiteral("c"), QStringLiteral("p")});
    const auto second = findPacket(again);
    fuzz::require(second.ok(), "an own packet is read");
    fuzz::require(second->options == found->options && second->bundle == found->bundle, "and says the same");
    return 0;
}
