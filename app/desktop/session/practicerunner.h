// SPDX-License-Identifier: GPL-3.0-or-later
// The practice market as the shell needs it: made on first use, opened again later, its clock pushed, thrown away.
#pragma once

#include "base/secret_bytes.h"
#include "chain/network_file.h"
#include "practice/practice_market.h"
#include "session/practiceclock.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace autochain::desktop
{

class PracticeRunner : public QObject, public PracticeClock
{
    Q_OBJECT

public:
    explicit PracticeRunner(QString folder, QObject* parent = nullptr);
    ~PracticeRunner() override; // ends the chain's process if this program started it

    // Names of the steps of opening, in order. The last one is the shell's own.
    static QStringList stepNames();
    static int carCount();           // cars for sale in a new market
    static SecretBytes passphrase(); // the one everybody knows
    // Somebody to be, as opposed to those who only stand in the histories.
    static bool isForPlaying(const PracticePerson& person);
    // Seconds the market in whose folder the network file lies runs ahead of the computer; 0 where that is not known.
    static std::int64_t clockAhead(const QString& networkFile);

    // Ends when the market runs.
    QCoro::Task<Result<>> open();
    QString networkFile() const; // once it was opened
    // Stops what open() is doing; it ends with an error, and what was not finished is made anew the next time.
    void cancel();
    // Starts the chain's process of this program's own market again if it died; true: the chain is reached at the
    // addresses the network file names now. A chain that hangs is left alone: it may still be writing.
    QCoro::Task<Result<bool>> revive(QString networkFile);
    // Throws the market away, with everything everybody did there.
    QCoro::Task<Result<>> erase();
    // Which market's clock push() moves: that of the open session, whoever made it.
    void follow(const QString& networkFile);
    QCoro::Task<Result<>> push(std::int64_t seconds) override;

signals:
    void stepReached(int step, double part); // part: 0 to 1 of this step

private:
    QString m_folder;
    std::unique_ptr<practice::PracticeMarket> m_market;
    std::unique_ptr<practice::PracticeMarket> m_other; // in another folder, not ours to end
    bool m_opening = false;
};

} // namespace autochain::desktop
