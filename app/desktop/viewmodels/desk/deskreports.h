// SPDX-License-Identifier: GPL-3.0-or-later
// One report per car into a folder, one after the other: which are there, and which cars got none and why.
#pragma once

#ifndef Q_MOC_RUN // see reportviewmodel.h
#include "dealer/print_job.h"
#include "report/report_process.h"
#endif

#include "viewmodels/base/errorview.h"

#include <QObject>

#include <set>

namespace autochain::desktop
{

class Session;

// Reads a car's history with its proof and draws it.
class CarReports final : public dealer::ReportPort
{
public:
    explicit CarReports(Session& session) : m_session(session) {}

    report::Paper paper = report::Paper::A4;
    report::Scope scope = report::Scope::Whole;

    QCoro::Task<Result<Bytes>> report(std::string vin) override;
    void cancel() override { m_drawer.cancel(); }

private:
    Session& m_session;
    report::ReportProcess m_drawer;
};

class DeskReports : public QObject
{
    Q_OBJECT

public:
    struct Car {
        std::string vin; // empty: known by its plate alone
        QString name;
    };
    struct Left { // a car without a report
        QString name;
        QString why;
    };
    // The session must outlive this and its tasks. No port: CarReports.
    explicit DeskReports(Session& session, std::unique_ptr<dealer::ReportPort> port = {}, QObject* parent = nullptr);
    ~DeskReports() override;

    // Into a folder that is there; nothing while another is under way.
    void start(std::vector<Car> cars, const QString& folder, report::Paper paper, report::Scope scope);
    void cancel();
    // What the last one left is forgotten.
    void clear();

    bool running() const { return m_running; }
    bool ended() const { return !m_running && !m_cars.empty(); }
    bool stopped() const { return m_stopped; }
    std::size_t done() const { return m_done; }
    std::size_t total() const { return m_cars.size(); }
    std::size_t saved() const { return m_saved.size(); }
    QString current() const; // the car under way; empty: none
    const QString& folder() const { return m_folder; }
    const std::vector<Left>& left() const { return m_left; } // when it ended
    const ErrorView& error() const { return m_error; }       // why it ended before its time; empty: it did not

    static QString fileName(const std::string& vin, UnixTime now);

signals:
    void changed();

private:
    QCoro::Task<> run(std::vector<std::string> vins);
    Result<> keep(const std::string& vin, const Bytes& pdf);
    void tellLeft(const std::vector<dealer::PrintedReport>& printed);

    Session& m_session;
    std::unique_ptr<dealer::ReportPort> m_port;
    CarReports* m_own = nullptr; // the port where it is ours
    std::unique_ptr<dealer::PrintJob> m_job;
    std::vector<Car> m_cars;
    std::vector<std::string> m_vins;
    std::set<std::string> m_saved;
    std::vector<Left> m_left;
    QString m_folder;
    ErrorView m_error;
    std::size_t m_done = 0;
    bool m_running = false, m_stopped = false;
};

} // namespace autochain::desktop
