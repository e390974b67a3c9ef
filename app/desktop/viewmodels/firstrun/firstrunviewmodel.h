// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/homefolder.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/firstrun/stepsmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

/// "How do you want to start?": the practice market or a network, side by side, and the way to the market while it is
/// being made.
class FirstRunViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(bool practiceExists READ practiceExists NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool cancelling READ cancelling NOTIFY changed)
    Q_PROPERTY(int cars READ cars CONSTANT)
    Q_PROPERTY(QString readyIn READ readyIn NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(autochain::desktop::StepsModel* steps READ steps CONSTANT)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    explicit FirstRunViewModel(const HomeFolder& home, QObject* parent = nullptr);

    bool practiceExists() const { return m_home.practiceExists(); }
    bool busy() const { return m_busy; }
    bool cancelling() const { return m_cancelling; }
    int cars() const { return m_cars; }
    QString readyIn() const;
    double progress() const;
    StepsModel* steps() { return &m_steps; }
    ErrorView error() const { return m_error; }

    Q_INVOKABLE void openPractice();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void join() { emit joinWanted(QStringLiteral("create")); }
    Q_INVOKABLE void restore() { emit joinWanted(QStringLiteral("words")); }

    // By the app.
    void begin(const QStringList& steps);
    void reach(int step, double part);
    void end(const ErrorView& error);

signals:
    void changed();
    void practiceWanted();
    void cancelWanted();
    void joinWanted(const QString& way);

private:
    const HomeFolder& m_home;
    StepsModel m_steps;
    QStringList m_names;
    int m_at = 0;
    double m_part = 0.0;
    int m_cars = 0;
    bool m_busy = false;
    bool m_cancelling = false;
    ErrorView m_error;
};

} // namespace autochain::desktop
