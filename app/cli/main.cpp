// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-cli: finds the verb, parses its arguments, runs it, prints what it gives. Nothing else is decided here.
#include "command_line.h"
#include "context.h"
#include "contracts/error.h"
#include "exit_code.h"
#include "report.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>

namespace
{
using namespace autochain;
using namespace autochain::cli;

QCoro::Task<int> run(const Invocation& invocation, Context& context)
{
    if (invocation.verb.needsNetwork) {
        if (const auto loaded = context.loadNetwork(); !loaded.ok()) {
            co_return reportError(loaded.error(), invocation.global.json);
        }
        if (invocation.verb.needsContracts && !context.network().hasContracts()) {
            std::vector<std::string> args(1, context.network().name);
            const Error error(ContractsError::NotDeployed, std::move(args));
            co_return reportError(error, invocation.global.json);
        }
    }
    const auto output = co_await invocation.verb.run(context, invocation.arguments);
    if (!output.ok()) {
        co_return reportError(output.error(), invocation.global.json);
    }
    reportOutput(*output, invocation.global.json);
    co_return output->exitCode;
}

QCoro::Task<> runAndQuit(const Invocation& invocation, Context& context)
{
    const int code = co_await run(invocation, context);
    QCoreApplication::exit(code);
}
} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a pipe that went away is an error of write(), not the end
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("autochain-cli"));
    const auto parsed = parseCommandLine(QCoreApplication::arguments());
    if (!parsed.invocation) {
        return reportUsage(parsed);
    }
    Context context(parsed.invocation->global);
    QTimer::singleShot(0, &app, [&] { runAndQuit(*parsed.invocation, context); });
    return QCoreApplication::exec();
}
