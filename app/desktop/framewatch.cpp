// SPDX-License-Identifier: GPL-3.0-or-later
#include "framewatch.h"

#include <QQuickWindow>
#include <QThread>

#include <cstdio>
#include <ctime>

namespace autochain::desktop
{
namespace
{
constexpr int kBeatMs = 4;

double millis(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Other programs' turns on the processor are not in it.
double threadMillis()
{
    timespec now = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}
} // namespace

FrameWatch::FrameWatch(QQuickWindow& window, QObject* parent) : QObject(parent)
{
    // Painting counts where it is done in this thread, as without a graphics card.
    connect(
        &window, &QQuickWindow::beforeSynchronizing, this,
        [this] {
            if (QThread::currentThread() == thread()) {
                m_painting.start();
            }
        },
        Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            if (QThread::currentThread() == thread() && m_painting.isValid()) {
                m_paintedMs += millis(m_painting);
                m_painting.invalidate();
            }
        },
        Qt::DirectConnection);
    connect(&m_timer, &QTimer::timeout, this, &FrameWatch::beat);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(kBeatMs);
    m_sinceStart.start();
    m_sinceBeat.start();
    m_computedMs = threadMillis();
}

void FrameWatch::beat()
{
    const double still = millis(m_sinceBeat) - kBeatMs;
    const double computed = threadMillis();
    if (still > kFrameMs) {
        std::fprintf(stderr,
                     "autochain: at %lld ms the window stood still for %.1f ms, %.1f ms computing, %.1f ms painting\n",
                     static_cast<long long>(m_sinceStart.elapsed()), still, computed - m_computedMs, m_paintedMs);
    }
    m_computedMs = computed;
    m_paintedMs = 0;
    m_sinceBeat.start();
}
} // namespace autochain::desktop
