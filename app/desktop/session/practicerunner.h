// SPDX-License-Identifier: GPL-3.0-or-later
// The practice market as the shell needs it: made on first use, opened again later, its clock pushed, thrown away.
#pragma once

#include "session/practiceclock.h"
#include "session/session.h"

#include <QObject>

#include <memory>

namespace autochain::desktop
{

class PracticeRunner : public QObject, public PracticeClock
{
    Q_OBJECT

public:
    explicit PracticeRunner(QString folder, QObject* parent = nullptr);
    ~PracticeRunner() override;

    // Names of the steps of opening, in order.
    static QStringList stepNames();
    // Path of the network file once the market runs. Called again while it runs: the same at once.
    QCoro::Task<Result<QString>> open();
    // Stops what open() is doing; what was not finished is thrown away.
    void cancel();
    // Which chain's clock push() moves: that of the open session, who ever made its market.
    void follow(const NetworkFile& network);
    // Ends the chain's process.
    void close();
    // Throws the market away, with everything everybody did there.
    Result<> erase();
    QCoro::Task<Result<>> push(std::int64_t seconds) override;

signals:
    void stepReached(int step);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace autochain::desktop
