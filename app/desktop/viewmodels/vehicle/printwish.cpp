// SPDX-License-Identifier: GPL-3.0-or-later
#include "printwish.h"

#include "vehicle/error.h"

#include <QCoroProcess>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
constexpr auto kPatience = std::chrono::seconds(60);
constexpr int kMostCopies = 999;
constexpr qsizetype kMostSaid = 200;

Error failed(const QString& why)
{
    return Error(VehicleError::ReportFailed, {why.toStdString()});
}
} // namespace

QStringList printArguments(const PrintWish& wish, const QString& pdf, const QString& title)
{
    static const QRegularExpression kOption(QStringLiteral("\\A[A-Za-z][A-Za-z0-9-]*=[A-Za-z0-9._,:*x-]+\\z"));
    QStringList out{QStringLiteral("-d"), wish.printer,
                    QStringLiteral("-t"), title,
                    QStringLiteral("-n"), QString::number(std::clamp(wish.copies, 1, kMostCopies))};
    QStringList options = wish.options;
    const bool scaled = !wish.scaledTo.isEmpty();
    options.prepend(QStringLiteral("media=") + (scaled                                ? wish.scaledTo
                                                : wish.paper == report::Paper::Letter ? QStringLiteral("Letter")
                                                                                      : QStringLiteral("A4")));
    for (const QString& option : std::as_const(options)) {
        if (kOption.match(option).hasMatch()) {
            out << QStringLiteral("-o") << option;
        }
    }
    if (scaled) {
        out << QStringLiteral("-o") << QStringLiteral("fit-to-page");
    }
    return out << QStringLiteral("--") << pdf;
}

QCoro::Task<Result<>> sendToPrinter(PrintWish wish, QString pdf, QString title)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("lp"));
    if (program.isEmpty()) {
        co_return failed(QStringLiteral("lp: not installed"));
    }
    QProcess process;
    process.start(program, printArguments(wish, pdf, title));
    const bool ended = co_await qCoro(process).waitForFinished(kPatience);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        co_return Unit{};
    }
    const QString said = QString::fromUtf8(process.readAllStandardError()).simplified().left(kMostSaid);
    process.kill();
    process.waitForFinished(1'000);
    co_return failed(said.isEmpty() ? process.errorString() : said);
}

} // namespace autochain::desktop
