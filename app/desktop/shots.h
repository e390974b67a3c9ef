// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/firstrun/app.h"

#include <QElapsedTimer>
#include <QQuickWindow>
#include <QTimer>

namespace autochain::desktop
{

// Takes a picture of every page once it has read what it shows, then ends the program: 0, or 1 with the reason on
// stderr when the market did not open, a page did not load in time or a file could not be written.
class Shots : public QObject
{
    Q_OBJECT

public:
    // `routes`: as for Navigation::open; none: every page of the rail.
    Shots(App& app, QQuickWindow& window, QString folder, QStringList routes, QObject* parent = nullptr);

private:
    void step();
    bool ready() const;
    bool save(const QString& name);
    void end(int code, const QString& why = {});

    App& m_app;
    QQuickWindow& m_window;
    QString m_folder;
    QStringList m_routes; // still to take, in order
    QTimer m_tick;
    QElapsedTimer m_waiting;
    int m_settled = 0; // ticks the page has been ready
    bool m_started = false;
};

} // namespace autochain::desktop
