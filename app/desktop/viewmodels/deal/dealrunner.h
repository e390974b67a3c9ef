// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out one step of a deal at a time and says what it waits for.
#pragma once

#include "escrow/deal_service.h"
#include "viewmodels/base/errorview.h"

#include <QObject>
#include <QString>

#include <functional>

namespace autochain::desktop
{

class Session;

class DealRunner : public QObject
{
    Q_OBJECT

public:
    using Step = std::function<QCoro::Task<Result<escrow::StepResult>>(escrow::DealService&)>;

    explicit DealRunner(Session& session, QObject* parent = nullptr);

    bool busy() const { return m_busy; }
    const QString& doing() const { return m_doing; }
    const ErrorView& error() const { return m_error; }
    void clearError();

    // `doing`: what the page says meanwhile. Ignored while another step runs. `done` is called after success.
    QCoro::Task<> run(QString doing, Step step, std::function<void(escrow::StepResult)> done = {});

signals:
    void changed();

private:
    Session& m_session;
    bool m_busy = false;
    bool m_nodeAway = false; // that is the error; it goes when the node is back
    QString m_doing;
    ErrorView m_error;
};

} // namespace autochain::desktop
