// SPDX-License-Identifier: GPL-3.0-or-later
#include "endsignals.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace autochain::desktop
{
namespace
{
// A signal handler may do little more than write into a pipe (signal-safety(7)).
int g_pipe[2] = {-1, -1};

void tell(int)
{
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(g_pipe[1], &one, 1);
}

int openPipe()
{
    if (::pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return -1;
    }
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        ::sigaction(signal, &action, nullptr);
    }
    return g_pipe[0];
}
} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent), m_notifier(openPipe(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [] { QCoreApplication::quit(); });
}

} // namespace autochain::desktop
