// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/anvil_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>

namespace autochain::practice
{
namespace
{
QString executableIn(const QString& folder)
{
    return QStandardPaths::findExecutable(QStringLiteral("anvil"), {folder});
}

// node_modules/@foundry-rs/anvil-<system>/bin, in `folder` or one above it.
QString inNodeModules(const QString& folder)
{
    for (QDir dir(folder); dir.exists();) {
        const QDir scope(dir.filePath(QStringLiteral("node_modules/@foundry-rs")));
        for (const QString& package : scope.entryList({QStringLiteral("anvil-*")}, QDir::Dirs)) {
            const QString found = executableIn(scope.filePath(package + QStringLiteral("/bin")));
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (!dir.cdUp()) {
            break;
        }
    }
    return {};
}

// The wanted port where nobody listens, or one the system picks.
std::uint16_t freePort(std::uint16_t wanted)
{
    QTcpServer probe;
    if (wanted != 0 && probe.listen(QHostAddress::LocalHost, wanted)) {
        return wanted;
    }
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

QStringList argumentsOf(const AnvilStart& start, std::uint16_t port)
{
    const QDir folder(QString::fromStdString(start.folder));
    return {QStringLiteral("--host"),           QStringLiteral("127.0.0.1"),
            QStringLiteral("--port"),           QString::number(port),
            QStringLiteral("--hardfork"),       QStringLiteral("london"),
            QStringLiteral("--chain-id"),       QString::number(kPracticeChainId),
            QStringLiteral("--timestamp"),      QString::number(start.genesisTime),
            QStringLiteral("--accounts"),       QStringLiteral("0"),
            QStringLiteral("--order"),          QStringLiteral("fifo"),
            QStringLiteral("--state"),          folder.filePath(QStringLiteral("state.json")),
            QStringLiteral("--state-interval"), QStringLiteral("1"),
            QStringLiteral("--cache-path"),     folder.filePath(QStringLiteral("cache")),
            QStringLiteral("--no-mining"),      QStringLiteral("--no-cors"),
            QStringLiteral("--quiet")};
}
} // namespace

Result<std::string> findAnvil()
{
    const QString named = qEnvironmentVariable("AUTOCHAIN_ANVIL");
    if (!named.isEmpty()) {
        return QFileInfo(named).isExecutable() ? Result<std::string>(named.toStdString())
                                               : Error(PracticeError::NoAnvil, {named.toStdString()});
    }
    const QString beside = QCoreApplication::applicationDirPath();
    const QString packaged = beside + QStringLiteral("/../libexec/autochain"); // where the package puts it
    for (const QString& found :
         {executableIn(beside), executableIn(packaged), inNodeModules(beside), inNodeModules(QDir::currentPath()),
          QStandardPaths::findExecutable(QStringLiteral("anvil"))}) {
        if (!found.isEmpty()) {
            return found.toStdString();
        }
    }
    return Error(PracticeError::NoAnvil, {beside.toStdString()});
}

Result<NodeHandle> startAnvil(const AnvilStart& start)
{
    const QString log = QDir(QString::fromStdString(start.folder)).filePath(QStringLiteral("anvil.log"));
    NodeHandle node;
    node.port = freePort(start.port);
    QProcess process;
    process.setProgram(QString::fromStdString(start.program));
    process.setArguments(argumentsOf(start, node.port));
    process.setWorkingDirectory(QString::fromStdString(start.folder));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(log);
    process.setStandardErrorFile(log, QIODevice::Append);
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        return Error(PracticeError::NodeFailed, {log.toStdString()}, process.errorString().toStdString());
    }
    node.pid = pid;
    return node;
}

bool isAlive(const NodeHandle& node, const std::string& folder)
{
    if (node.pid <= 0 || ::kill(static_cast<pid_t>(node.pid), 0) != 0) {
        return false;
    }
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(node.pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return !QFileInfo::exists(QStringLiteral("/proc/self")); // a system that doesn't tell
    }
    return file.readAll().contains(QByteArray::fromStdString(folder + "/state.json"));
}

bool isOwned(const NodeHandle& node)
{
    return node.owner <= 0 || ::kill(static_cast<pid_t>(node.owner), 0) == 0;
}

void endAnvil(const NodeHandle& node, const std::string& folder, bool force)
{
    if (isAlive(node, folder)) {
        ::kill(static_cast<pid_t>(node.pid), force ? SIGKILL : SIGINT);
    }
}

} // namespace autochain::practice
