// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the print dialog when a page asks for it, and hands back what was chosen there.
#pragma once

#ifndef Q_MOC_RUN // see reportviewmodel.h
#include "viewmodels/vehicle/reportviewmodel.h"
#endif

#include <QPointer>
#include <QPrintDialog>
#include <QWindow>

namespace autochain::desktop
{

class App;

class PrintHost : public QObject
{
    Q_OBJECT

public:
    // Both outlive the host.
    PrintHost(App& app, QWindow& main, QObject* parent = nullptr);
    ~PrintHost() override;

private:
    void shellChanged();

    App& m_app;
    QWindow& m_main;
    QPointer<QPrintDialog> m_dialog;
};

// The dialog for a report; deletes itself. `main`: the window it belongs to; may be null.
QPrintDialog* askForPrinter(ReportViewModel& report, QWindow* main);
PrintWish wishOf(const QPrinter& printer);

} // namespace autochain::desktop
