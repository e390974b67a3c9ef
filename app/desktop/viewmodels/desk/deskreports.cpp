// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/deskreports.h"

#include "report/report_packet.h"
#include "session/carnames.h"
#include "session/session.h"
#include "vehicle/vin.h"
#include "viewmodels/vehicle/carreport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <map>

namespace autochain::desktop
{
namespace
{
Error failed(const QString& why)
{
    return Error(VehicleError::ReportFailed, {why.toStdString()});
}
} // namespace

QCoro::Task<Result<Bytes>> CarReports::report(std::string vin)
{
    if (m_session.gate().closed()) {
        co_return failed(QStringLiteral("cancelled"));
    }
    const Hash32 id = vehicle::vehicleIdOf(vin);
    AC_CO_TRY(const CarReport car, co_await readCarReport(m_session, id));
    const CarName name = m_session.carNames().of(id);
    report::ReportPacket packet;
    packet.bundle = car.bundle;
    packet.options = reportOptions(m_session, car.provenance, name.body, name.colour);
    packet.options.paper = paper;
    packet.options.scope = scope;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    AC_CO_CHECK(co_await m_drawer.draw(packet, path, report::ReportPort::Progress()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > report::kMaxReportBytes) {
        co_return failed(file.errorString());
    }
    const QByteArray pdf = file.readAll();
    co_return Bytes(pdf.begin(), pdf.end());
}

DeskReports::DeskReports(Session& session, std::unique_ptr<dealer::ReportPort> port, QObject* parent)
    : QObject(parent), m_session(session), m_port(std::move(port))
{
    if (m_port == nullptr) {
        auto own = std::make_unique<CarReports>(session);
        m_own = own.get();
        m_port = std::move(own);
    }
}

DeskReports::~DeskReports() = default;

QString DeskReports::fileName(const std::string& vin, UnixTime now)
{
    const QString day = QDateTime::fromSecsSinceEpoch(now, Qt::UTC).date().toString(Qt::ISODate);
    return QStringLiteral("vehicle-report-%1-%2.pdf").arg(QString::fromStdString(vin), day);
}

QString DeskReports::current() const
{
    return m_running && m_done < m_vins.size() ? QString::fromStdString(m_vins[m_done]) : QString();
}

void DeskReports::start(std::vector<Car> cars, const QString& folder, report::Paper paper, report::Scope scope)
{
    if (m_running || cars.empty()) {
        return;
    }
    clear();
    m_cars = std::move(cars);
    m_folder = folder;
    for (const Car& car : m_cars) {
        if (vehicle::isWellFormedVin(car.vin)) { // it also becomes a file's name
            m_vins.push_back(car.vin);
        }
    }
    if (m_own != nullptr) {
        m_own->paper = paper;
        m_own->scope = scope;
    }
    m_running = true;
    m_job = std::make_unique<dealer::PrintJob>(
        *m_port, [this](const std::string& vin, const Bytes& pdf) { return keep(vin, pdf); });
    m_job->onProgress = [this](std::size_t done, std::size_t total) {
        Q_UNUSED(total)
        m_done = done;
        if (m_session.gate().closed()) {
            m_job->cancel();
        }
        emit changed();
    };
    m_session.gate().start(run(m_vins));
    emit changed();
}

void DeskReports::cancel()
{
    if (m_running) {
        m_stopped = true;
        m_job->cancel();
    }
}

void DeskReports::clear()
{
    if (!m_running) {
        m_cars.clear();
        m_vins.clear();
        m_saved.clear();
        m_left.clear();
        m_error = {};
        m_done = 0;
        m_stopped = false;
    }
}

Result<> DeskReports::keep(const std::string& vin, const Bytes& pdf)
{
    QSaveFile file(QDir(m_folder).filePath(fileName(vin, m_session.now())));
    const auto size = static_cast<qint64>(pdf.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char*>(pdf.data()), size) != size ||
        !file.commit()) {
        return failed(file.errorString());
    }
    m_saved.insert(vin);
    return {};
}

QCoro::Task<> DeskReports::run(std::vector<std::string> vins)
{
    const auto printed = co_await m_job->run(std::move(vins));
    if (!printed.ok()) {
        m_error = ErrorView::of(printed.error());
    }
    tellLeft(printed.ok() ? *printed : std::vector<dealer::PrintedReport>());
    m_running = false;
    emit changed();
}

void DeskReports::tellLeft(const std::vector<dealer::PrintedReport>& printed)
{
    std::map<std::string, Error> reasons;
    for (const dealer::PrintedReport& report : printed) {
        if (report.error && !wasCancelled(*report.error)) {
            reasons.emplace(report.vin, *report.error);
        }
    }
    for (const Car& car : m_cars) {
        if (m_saved.contains(car.vin)) {
            continue;
        }
        const auto reason = reasons.find(car.vin);
        m_left.push_back({car.name, !vehicle::isWellFormedVin(car.vin) ? tr("No VIN is known for this plate.")
                                    : reason != reasons.end()          ? ErrorView::of(reason->second).cause
                                                                       : tr("Not drawn: it was stopped before.")});
    }
}

} // namespace autochain::desktop
