// SPDX-License-Identifier: GPL-3.0-or-later
// Many reports one after the other: each car's own document, whoever makes it.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QCoroTask>

#include <functional>

namespace autochain::dealer
{

// Makes the document of one car.
class ReportPort
{
public:
    virtual ~ReportPort() = default;
    // A whole PDF. Errors of the modules it reads with.
    virtual QCoro::Task<Result<Bytes>> report(std::string vin) = 0;
    virtual void cancel() {} // what is under way may end with an error
};

struct PrintedReport {
    std::string vin;
    std::optional<Error> error; // none: it was given to `keep`
};

class PrintJob
{
public:
    // `keep` takes one document (a file, a printer); an error of it ends the job, as the next would meet it too.
    using Keep = std::function<Result<>(const std::string& vin, const Bytes& pdf)>;
    PrintJob(ReportPort& port, Keep keep) : m_port(port), m_keep(std::move(keep)) {}

    std::function<void(std::size_t done, std::size_t total)> onProgress;
    // One after the other, in order; a car whose report cannot be made is told and passed over.
    QCoro::Task<Result<std::vector<PrintedReport>>> run(std::vector<std::string> vins);
    void cancel()
    {
        m_cancelled = true;
        m_port.cancel();
    }

private:
    ReportPort& m_port;
    Keep m_keep;
    bool m_cancelled = false;
};

} // namespace autochain::dealer
