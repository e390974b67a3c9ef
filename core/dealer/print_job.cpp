// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/print_job.h"

namespace autochain::dealer
{

QCoro::Task<Result<std::vector<PrintedReport>>> PrintJob::run(std::vector<std::string> vins)
{
    std::vector<PrintedReport> out;
    for (const std::string& vin : vins) {
        if (m_cancelled) {
            break;
        }
        const Result<Bytes> pdf = co_await m_port.report(vin);
        if (pdf.ok()) {
            AC_CO_CHECK(m_keep(vin, *pdf));
        }
        PrintedReport& entry = out.emplace_back();
        entry.vin = vin;
        if (!pdf.ok()) {
            entry.error = pdf.error();
        }
        if (onProgress) {
            onProgress(out.size(), vins.size());
        }
    }
    co_return out;
}

} // namespace autochain::dealer
