// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_process.h"

#include "vehicle/error.h"

#include <QCoreApplication>
#include <QCoroProcess>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace autochain::report
{
namespace
{
constexpr auto kPatience = std::chrono::minutes(5);

// GCC 12 cannot build a braced list inside a coroutine.
template <typename... T>
QStringList listOf(const char* verb, T... rest)
{
    return {QLatin1String(verb), rest...};
}

Error failed(const QString& why)
{
    return Error(VehicleError::ReportFailed, {why.toStdString()});
}

bool write(const QString& path, const QByteArray& data)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
}

// As the program reads it; only this person may look into such a folder.
bool writePacket(const ReportPacket& packet, const QTemporaryDir& folder)
{
    return write(folder.filePath(QStringLiteral("bundle.json")), packet.bundle) &&
           write(folder.filePath(QStringLiteral("options.json")), writeOptions(packet.options)) &&
           write(folder.filePath(QStringLiteral("private.json")), packet.opened);
}

Bytes bytesOf(const QByteArray& data)
{
    return {data.begin(), data.end()};
}

QByteArray lastLine(const QByteArray& output)
{
    return output.trimmed().split('\n').last();
}

// What the program says as its last line where it fails: {"error": "ReportUnreadable", "args": ["packet"]}.
Error errorOf(const QByteArray& line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const std::string what = json.value(QLatin1String("what")).toString().toStdString();
    return json.value(QLatin1String("error")).toString() == QLatin1String("unreadable")
               ? Error(VehicleError::ReportUnreadable, {what})
               : Error(VehicleError::ReportFailed, {what.empty() ? std::string("ended") : what});
}
} // namespace

QString findReportProgram()
{
    const QString name = QStringLiteral("autochain-report");
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString& candidate :
         {here + QLatin1Char('/') + name, here + QStringLiteral("/../libexec/autochain/") + name}) {
        if (QFileInfo(candidate).isExecutable()) {
            return QFileInfo(candidate).canonicalFilePath();
        }
    }
    return QStandardPaths::findExecutable(name);
}

ReportProcess::ReportProcess(QString program) : m_program(program.isEmpty() ? findReportProgram() : std::move(program))
{
}

ReportProcess::~ReportProcess()
{
    cancel();
}

void ReportProcess::cancel()
{
    if (m_process) {
        m_cancelled = true;
        m_process->kill();
    }
}

QCoro::Task<Result<Bytes>> ReportProcess::run(QStringList arguments, Progress progress)
{
    if (m_process) {
        co_return failed(QStringLiteral("busy"));
    }
    m_cancelled = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QByteArray output;
    QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this, &output, progress] {
        output += m_process->readAllStandardOutput();
        const QList<QByteArray> words = lastLine(output).split(' '); // "page 3 12"
        if (progress && words.size() == 3 && words[0] == "page") {
            progress(words[1].toInt(), words[2].toInt());
        }
    });
    m_process->start(m_program, arguments);
    const bool ended = co_await qCoro(*m_process).waitForFinished(kPatience);
    const bool clean = ended && m_process->exitStatus() == QProcess::NormalExit;
    const int code = clean ? m_process->exitCode() : -1;
    const QString trouble = m_process->errorString();
    output += m_process->readAllStandardOutput();
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(1'000);
    }
    m_process.reset();
    if (m_cancelled) {
        co_return failed(QStringLiteral("cancelled"));
    }
    if (!clean) {
        co_return failed(trouble);
    }
    const QByteArray line = lastLine(output);
    if (code != 0) {
        co_return errorOf(line);
    }
    co_return bytesOf(line);
}

QCoro::Task<Result<>> ReportProcess::draw(ReportPacket packet, QString file, Progress progress)
{
    const QTemporaryDir folder;
    if (!writePacket(packet, folder)) {
        co_return failed(folder.errorString());
    }
    QStringList arguments = listOf("draw", folder.path(), file);
    AC_CO_TRY(const Bytes line, co_await run(std::move(arguments), std::move(progress)));
    Q_UNUSED(line)
    co_return Unit{};
}

QCoro::Task<Result<Bytes>> ReportProcess::preview(ReportPacket packet, int widthPx)
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("page.png"));
    if (!writePacket(packet, folder)) {
        co_return failed(folder.errorString());
    }
    QStringList arguments = listOf("preview", folder.path(), picture, QString::number(widthPx));
    AC_CO_TRY(const Bytes line, co_await run(std::move(arguments), Progress()));
    Q_UNUSED(line)
    QFile file(picture);
    if (!file.open(QIODevice::ReadOnly)) {
        co_return failed(file.errorString());
    }
    co_return bytesOf(file.readAll());
}

QCoro::Task<Result<PagesCheck>> ReportProcess::check(QString file)
{
    QStringList arguments = listOf("check", file);
    AC_CO_TRY(const Bytes line, co_await run(std::move(arguments), Progress()));
    const QJsonObject json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(line.data()),
                                                                static_cast<qsizetype>(line.size())))
                                 .object();
    PagesCheck out;
    out.same = json.value(QLatin1String("same")).toBool();
    out.drawnBy = json.value(QLatin1String("drawnBy")).toString();
    out.thisProgram = json.value(QLatin1String("thisProgram")).toString();
    out.pages = json.value(QLatin1String("pages")).toInt();
    co_return out;
}

QCoro::Task<Result<>> ReportProcess::redraw(QString from, QString to)
{
    QStringList arguments = listOf("redraw", from, to);
    AC_CO_TRY(const Bytes line, co_await run(std::move(arguments), Progress()));
    Q_UNUSED(line)
    co_return Unit{};
}

} // namespace autochain::report
