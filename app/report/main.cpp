// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-report: draws the report of one history bundle and ends. No network, no window, no keys.
//   draw FOLDER OUT.pdf                 FOLDER holds bundle.json; options.json as report_options.h writes them, drawnBy
//                                       filled in here; private.json (opened_sections.h), empty for none
//   preview FOLDER OUT.png WIDTH
//   check REPORT.pdf                    {"same", "drawnBy", "thisProgram", "pages"}
//   redraw REPORT.pdf OUT.pdf
// "page N M" lines on standard output while drawing; one line of JSON at the end. Exit code 1: {"error", "what"}.
#include "report/opened_sections.h"
#include "report/write_report.h"

#include "vehicle/error.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

namespace
{
using namespace autochain;
using namespace autochain::report;

constexpr rlim_t kMostCpuSeconds = 300;
constexpr rlim_t kMostMemory = rlim_t(4) * 1024 * 1024 * 1024;

void limit()
{
    const rlimit cpu{kMostCpuSeconds, kMostCpuSeconds}, memory{kMostMemory, kMostMemory}, core{0, 0};
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &core);
}

void say(const QJsonObject& json)
{
    const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
}

int fail(const Error& error)
{
    const bool unreadable = error.is(VehicleError::ReportUnreadable) || error.is(VehicleError::BadBundle);
    const QString what = error.args.empty() ? QString() : QString::fromStdString(error.args.front());
    say({{QStringLiteral("error"), unreadable ? QStringLiteral("unreadable") : QStringLiteral("failed")},
         {QStringLiteral("what"), what}});
    return 1;
}

Result<QByteArray> read(const QString& path, qsizetype most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(VehicleError::ReportFailed, {file.errorString().toStdString()});
    }
    if (file.size() > most) {
        return Error(VehicleError::ReportUnreadable, {"size"});
    }
    return file.readAll();
}

Result<> write(const QString& path, const QByteArray& data)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit();
    return done ? Result<>() : Error(VehicleError::ReportFailed, {file.errorString().toStdString()});
}

bool progress(int page, int pages)
{
    std::printf("page %d %d\n", page, pages);
    std::fflush(stdout);
    return true;
}

Result<ReportPacket> packetOf(const QStringList& arguments)
{
    ReportPacket out;
    const QString folder = arguments.value(1) + QLatin1Char('/');
    AC_TRY(out.bundle, read(folder + QStringLiteral("bundle.json"), kMaxBundleBytes));
    AC_TRY(const QByteArray options, read(folder + QStringLiteral("options.json"), kMaxOptionsBytes));
    AC_TRY(out.opened, read(folder + QStringLiteral("private.json"), kMaxOpenedBytes));
    AC_TRY(out.options, parseOptions(options));
    out.options.drawnBy = drawnBy(QStringLiteral(AUTOCHAIN_VERSION));
    return out;
}

Result<QJsonObject> draw(const QStringList& arguments)
{
    AC_TRY(const ReportPacket packet, packetOf(arguments));
    AC_TRY(const QByteArray pdf, drawReport(packet, progress));
    AC_CHECK(write(arguments.value(2), pdf));
    return QJsonObject{{QStringLiteral("bytes"), pdf.size()}};
}

Result<QJsonObject> preview(const QStringList& arguments)
{
    AC_TRY(const ReportPacket packet, packetOf(arguments));
    AC_TRY(const QImage image, drawPreview(packet, arguments.value(3).toInt()));
    if (!image.save(arguments.value(2), "PNG")) {
        return Error(VehicleError::ReportFailed, {"picture"});
    }
    return QJsonObject{{QStringLiteral("height"), image.height()}};
}

Result<QJsonObject> check(const QStringList& arguments)
{
    AC_TRY(const QByteArray pdf, read(arguments.value(1), kMaxReportBytes));
    AC_TRY(const ReportPacket packet, findPacket(pdf));
    int count = 0;
    AC_TRY(const QByteArray again, drawReport(packet, [&count](int, int pages) {
               count = pages;
               return true;
           }));
    return QJsonObject{{QStringLiteral("same"), again == pdf},
                       {QStringLiteral("drawnBy"), packet.options.drawnBy},
                       {QStringLiteral("thisProgram"), drawnBy(QStringLiteral(AUTOCHAIN_VERSION))},
                       {QStringLiteral("pages"), count}};
}

Result<QJsonObject> redraw(const QStringList& arguments)
{
    AC_TRY(const QByteArray pdf, read(arguments.value(1), kMaxReportBytes));
    AC_TRY(ReportPacket packet, findPacket(pdf));
    packet.options.drawnBy = drawnBy(QStringLiteral(AUTOCHAIN_VERSION));
    AC_TRY(const QByteArray again, drawReport(packet, progress));
    AC_CHECK(write(arguments.value(2), again));
    return QJsonObject{{QStringLiteral("bytes"), again.size()}};
}
} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_DFL); // who asked went away: end
    limit();
    prepareProcess();
    QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString verb = arguments.value(0);
    const auto work = verb == QLatin1String("draw")      ? &draw
                      : verb == QLatin1String("preview") ? &preview
                      : verb == QLatin1String("check")   ? &check
                      : verb == QLatin1String("redraw")  ? &redraw
                                                         : nullptr;
    if (work == nullptr) {
        std::fprintf(stderr, "usage: autochain-report draw|preview|check|redraw …\n");
        return 2;
    }
    if (!prepareDrawing()) {
        return fail(Error(VehicleError::ReportFailed, {"typefaces"}));
    }
    const auto done = work(arguments);
    if (!done.ok()) {
        return fail(done.error());
    }
    say(*done);
    return 0;
}
