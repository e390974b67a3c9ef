// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QQuickWindow;

namespace autochain::desktop
{
/// Says on stderr whenever the window stood still for longer than a frame of 60 Hz: a beat that came more than 16 ms
/// late, how much of that this thread was computing and how much of it painting. For `--log` and the bench.
class FrameWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFrameMs = 16;

    explicit FrameWatch(QQuickWindow& window, QObject* parent = nullptr);

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_painting;
    double m_paintedMs = 0;  // since the last beat
    double m_computedMs = 0; // processor time of this thread at the last beat
};
} // namespace autochain::desktop
