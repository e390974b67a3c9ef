// SPDX-License-Identifier: GPL-3.0-or-later
// Draws reports in a process of its own (`autochain-report`): a history is written by strangers, and a report is the
// same on every computer only where nothing of the running program can reach it.
#pragma once

#include "report/report_packet.h"

#include <QCoroTask>
#include <QPointer>
#include <QProcess>

#include <functional>
#include <memory>

namespace autochain::report
{

struct PagesCheck {
    bool same = false;   // drawn again, every byte is as it is in the file
    QString drawnBy;     // as the file says
    QString thisProgram; // what this program would say
    int pages = 0;
    // Another version draws otherwise, which says nothing about the file.
    bool comparable() const { return drawnBy == thisProgram; }
};

// What the desktop and the command line need; batches call draw() again and again. All may fail with
// VehicleError::ReportFailed (what the program said) or ReportUnreadable.
class ReportPort
{
public:
    using Progress = std::function<void(int page, int pages)>;
    virtual ~ReportPort() = default;
    // Writes `file` whole or not at all. packet.options.drawnBy is filled in.
    virtual QCoro::Task<Result<>> draw(ReportPacket packet, QString file, Progress progress) = 0;
    // First page as PNG.
    virtual QCoro::Task<Result<Bytes>> preview(ReportPacket packet, int widthPx) = 0;
    virtual QCoro::Task<Result<PagesCheck>> check(QString file) = 0;
    // Draws what is in a report anew, with this program, whatever its pages show.
    virtual QCoro::Task<Result<>> redraw(QString from, QString to) = 0;
    virtual void cancel() = 0; // what is under way ends with ReportFailed "cancelled"
};

class ReportProcess final : public ReportPort
{
public:
    explicit ReportProcess(QString program = {}); // empty: findReportProgram()
    ~ReportProcess() override;

    QCoro::Task<Result<>> draw(ReportPacket packet, QString file, Progress progress) override;
    QCoro::Task<Result<Bytes>> preview(ReportPacket packet, int widthPx) override;
    QCoro::Task<Result<PagesCheck>> check(QString file) override;
    QCoro::Task<Result<>> redraw(QString from, QString to) override;
    void cancel() override;

private:
    // Runs it to its end; its last line.
    QCoro::Task<Result<Bytes>> run(QStringList arguments, Progress progress);

    QString m_program;
    std::unique_ptr<QProcess> m_process;
    bool m_cancelled = false;
};

// autochain-report beside the running program, else in ../libexec/autochain, else by PATH. Empty: not found.
QString findReportProgram();

} // namespace autochain::report
