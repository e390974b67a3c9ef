// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the desk's window when it is asked for, makes it anew when the look changes, and takes it away before the
// person's records are. Hands what changed about watched cars to the desktop.
#pragma once

#include "desk/deskwindow.h"
#include "desk/watchnotices.h"

#include <QPointer>
#include <QWindow>

namespace autochain::desktop
{

class App;
class Appearance;

class DeskHost : public QObject
{
    Q_OBJECT

public:
    // All outlive the host. `main`: brought to the front when the desk leads into the suite.
    DeskHost(App& app, Appearance& appearance, QWindow& main, QObject* parent = nullptr);
    ~DeskHost() override;
    DeskWindow* window() const { return m_window; }
    WatchNotices& notices() { return m_notices; }

private:
    void shellChanged();
    void open(const QString& query);
    void lookChanged();
    void bringForward();

    App& m_app;
    Appearance& m_appearance;
    QWindow& m_main;
    QPointer<DeskViewModel> m_desk;
    QPointer<DeskWindow> m_window;
    WatchNotices m_notices;
};

} // namespace autochain::desktop
